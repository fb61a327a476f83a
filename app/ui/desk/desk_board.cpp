// The board's rows: one table while its columns fit, cards of two lines otherwise.
#include "ui/desk/desk_parts.hpp"
#include "ui/kit/when.hpp"
#include "ui/layout/rows.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr float edge = 32, between = 24;

struct TableColumns {
    float code = 0, therapist = 0, part = 0, action = 0;
    float sum() const { return code + therapist + 2 * part + action + 4 * between + 2 * edge; }
};

float action_width(const Page& page, const model::Board& board) {
    float width = 200;
    for (const auto& row : board.rows)
        if (const auto action = row_action(row, false)) width = std::max(width, page.fit_button(*action).w);
    return width;
}

std::string code_head() {
    return tr("desk.chart-code", "Chart code");
}
std::string therapist_head() {
    return tr("desk.therapist", "Therapist");
}

TableColumns columns_of(const Page& page, const model::Board& board, bool short_words) {
    TableColumns columns;
    columns.code = page.text_width(code_head(), Style::small, Weight::bold);
    columns.therapist = page.text_width(therapist_head(), Style::small, Weight::bold);
    columns.part = 160;
    columns.action = action_width(page, board);
    for (const auto& row : board.rows) {
        const float mark = row.marked ? mark_size(page) + 12 : 0;
        columns.code = std::max(columns.code, page.text_width(row.chart_code, Style::body, Weight::bold) + mark);
        columns.therapist = std::max(columns.therapist, page.text_width(row.therapist, Style::body));
        for (const auto* part : {&row.a, &row.b})
            columns.part = std::max(columns.part, page.pill_size(status_pill(page, *part, short_words)).w);
    }
    columns.code += 2;
    columns.therapist += 2;
    return columns;
}

// Long words where they fit, else short ones.
std::optional<TableColumns> fitting_columns(const Page& page, const model::Board& board, bool& short_words) {
    if (page.portrait() || page.text_at_least(150)) return std::nullopt;
    for (const bool few : {false, true}) {
        short_words = few;
        const auto columns = columns_of(page, board, few);
        if (columns.sum() <= page.inner().w) return columns;
    }
    return std::nullopt;
}

std::string row_name(const model::BoardRow& row) {
    return fill(tr("desk.row", "{code}, {therapist}, {time}. First partner: {a}. Second partner: {b}."),
                {{"code", row.chart_code},
                 {"therapist", row.therapist},
                 {"time", clock_words(row.planned_at)},
                 {"a", status_words(row.a, false)},
                 {"b", status_words(row.b, false)}});
}

void add_row_target(Page& page, const model::BoardRow& row, Rect at, Color paper) {
    const auto id = "row:" + std::to_string(row.sitting.value);
    page.add({.id = id,
              .role = Role::row,
              .name = row_name(row),
              .rect = at,
              .action = model::action::RowTapped{row.sitting},
              .ink = page.color.ink,
              .paper = paper,
              .frame = at.inset(10, 10),
              .round = 8});
}

void draw_table_row(Page& page, const model::Board& board, const model::BoardRow& row, Rect at,
                    const TableColumns& columns, bool short_words) {
    const auto id = "row:" + std::to_string(row.sitting.value);
    const bool held = page.view.pressed == id;
    const auto paper = held ? page.color.sunk : page.color.surface;
    if (held) page.box(at.inset(2, 2), paper, 12);
    add_row_target(page, row, {at.x, at.y, at.w - columns.action - edge - between / 2, at.h}, paper);
    const float middle = at.center().y;
    float x = at.x + edge;
    const float line = page.type(Style::body).line, note = page.type(Style::small).line;
    if (row.marked) draw_mark(page, {x + mark_size(page) / 2, middle});
    const float indent = row.marked ? mark_size(page) + 12 : 0;
    page.text({x + indent, middle - line / 2, columns.code - indent, 0}, row.chart_code,
              {.style = Style::body, .weight = Weight::bold, .paper = paper});
    x += columns.code + between;
    page.text({x, middle - (line + note) / 2, columns.therapist, 0}, row.therapist,
              {.style = Style::body, .paper = paper});
    page.text({x, middle + (line - note) / 2, columns.therapist, 0}, clock_words(row.planned_at),
              {.style = Style::small, .color = page.color.soft, .paper = paper});
    x += columns.therapist + between;
    for (const auto* part : {&row.a, &row.b}) {
        const auto pill = status_pill(page, *part, short_words);
        page.pill({x, middle - page.pill_size(pill).h / 2}, pill);
        x += columns.part + between;
    }
    if (auto action = row_action(row, is_next(board, row)))
        page.button({at.right() - edge - columns.action, middle - 28, columns.action, 56}, *action);
}

}

bool table_fits(const Page& page, const model::Board& board) {
    bool few = false;
    return fitting_columns(page, board, few).has_value();
}

float table_row_height(const Page& page) {
    return std::max(96.f, page.type(Style::body).line + page.type(Style::small).line + 24);
}

float draw_table(Page& page, const model::Board& board, Rect at, std::size_t begin, std::size_t end) {
    bool few = false;
    auto columns = fitting_columns(page, board, few);
    if (!columns) return at.y;
    // What is left over goes between the columns.
    const float spare = (at.w - columns->sum()) / 4;
    columns->code += spare;
    columns->therapist += spare;
    columns->part += spare;
    const float head = 48, row = table_row_height(page);
    const Rect card{at.x, at.y, at.w, head + row * static_cast<float>(end - begin)};
    page.card(card);
    const float note = page.type(Style::small).line;
    const float y = at.y + (head - note) / 2;
    float x = at.x + edge;
    const TextLook look{
        .style = Style::small, .weight = Weight::bold, .color = page.color.soft, .paper = page.color.surface};
    page.text({x, y, columns->code, 0}, code_head(), look);
    x += columns->code + between;
    page.text({x, y, columns->therapist, 0}, therapist_head(), look);
    x += columns->therapist + between;
    for (const auto who : {model::Partner::a, model::Partner::b}) {
        page.partner_mark({x + 8, at.y + head / 2}, 8, who);
        page.text({x + 24, y, columns->part - 24, 0},
                  who == model::Partner::a ? tr("desk.partner-a", "Partner A") : tr("desk.partner-b", "Partner B"),
                  look);
        x += columns->part + between;
    }
    for (std::size_t i = begin; i < end; ++i) {
        const float row_y = at.y + head + row * static_cast<float>(i - begin);
        page.line({at.x, row_y}, {at.right(), row_y}, page.color.line, 1);
        draw_table_row(page, board, board.rows[i], {at.x, row_y, at.w, row}, *columns, few);
    }
    return card.bottom();
}

namespace {

// A line of marks and pills that goes on below when the row is full.
std::vector<Rect> pill_places(const Page& page, const model::BoardRow& row, float width, float& height) {
    std::vector<Rect> places;
    const float mark = 16 * page.icon_size() / 24 + 12;
    float x = 0, y = 0, high = 0;
    for (const auto* part : {&row.a, &row.b}) {
        const auto size = page.pill_size(status_pill(page, *part, true));
        const float wide = mark + size.w;
        if (x > 0 && x + wide > width) {
            x = 0;
            y += high + 8;
        }
        places.push_back({x, y, wide, size.h});
        x += wide + 24;
        high = std::max(high, size.h);
    }
    height = y + high;
    return places;
}

}

void add_board_card(Page& page, Flow& flow, const model::Board& board, const model::BoardRow& row) {
    const float pad = 20, width = flow.width() - 2 * pad;
    auto action = row_action(row, is_next(board, row));
    const auto size = action ? page.fit_button(*action) : Size{};
    const bool beside = !action || width - size.w - 24 >= width / 2;
    const float words = action && beside ? width - size.w - 24 : width;
    const float indent = row.marked ? mark_size(page) + 12 : 0;
    const auto second = fill(tr("desk.with-at", "{therapist}, {time}"),
                             {{"therapist", row.therapist}, {"time", clock_words(row.planned_at)}});
    const float first_height = page.text_height(row.chart_code, words - indent, Style::body, Weight::bold);
    const float second_height = page.text_height(second, words, Style::small);
    float pills = 0;
    const auto places = pill_places(page, row, words, pills);
    const float text = first_height + second_height + 8 + pills;
    const float high = action ? (beside ? size.h : page.button_height(*action, width)) : 0;
    const float below = action && !beside ? 12 + high : 0;
    flow.block(
        std::max(text, beside ? high : 0) + below + 2 * pad,
        [=, &page, &row](Rect at) {
            page.card(at);
            const float target_bottom = beside ? at.bottom() : at.bottom() - below - pad + 4;
            const float target_right = beside && action ? at.right() - pad - size.w - 12 : at.right();
            add_row_target(page, row, {at.x, at.y, target_right - at.x, target_bottom - at.y}, page.color.surface);
            float y = at.y + pad;
            if (row.marked) draw_mark(page, {at.x + pad + mark_size(page) / 2, y + page.type(Style::body).line / 2});
            page.text({at.x + pad + indent, y, words - indent, 0}, row.chart_code,
                      {.style = Style::body, .weight = Weight::bold, .paper = page.color.surface});
            y += first_height;
            page.text({at.x + pad, y, words, 0}, second,
                      {.style = Style::small, .color = page.color.soft, .paper = page.color.surface});
            y += second_height + 8;
            for (std::size_t i = 0; i < places.size(); ++i) {
                const float radius = 8 * page.icon_size() / 24;
                page.partner_mark({at.x + pad + places[i].x + radius, y + places[i].y + places[i].h / 2}, radius,
                                  i == 0 ? model::Partner::a : model::Partner::b);
                page.pill({at.x + pad + places[i].x + 2 * radius + 12, y + places[i].y},
                          status_pill(page, i == 0 ? row.a : row.b, true));
            }
            if (!action) return;
            if (beside)
                page.button({at.right() - pad - size.w, at.center().y - size.h / 2, size.w, size.h}, *action);
            else
                page.button({at.x + pad, at.bottom() - pad - high, width, high}, *action);
        },
        12);
}

}
