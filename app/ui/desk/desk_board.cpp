// The board's rows as one table, while its columns fit.
#include "ui/desk/desk_parts.hpp"
#include "ui/kit/when.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr float edge = 32, between = 24, button_high = 48, more_wide = 48;

struct TableColumns {
    float time = 0, code = 0, therapist = 0, a = 0, b = 0, action = 0;
    float sum() const { return time + code + therapist + a + b + action + more_wide + 5 * between + 8 + 1.75f * edge; }
};

std::string code_head() {
    return tr("desk.chart-code", "Chart code");
}
std::string therapist_head() {
    return tr("desk.therapist", "Therapist");
}
std::string time_head() {
    return tr("desk.time", "Time");
}
std::string partner_head(model::Partner who) {
    return who == model::Partner::a ? tr("desk.partner-a", "Partner A") : tr("desk.partner-b", "Partner B");
}

TableColumns columns_of(const Page& page, const model::Board& board, bool short_words) {
    const auto now = page.view.now.wall;
    const auto head = [&](const std::string& words) { return page.text_width(words, Style::small, Weight::bold); };
    TableColumns columns{.time = head(time_head()),
                         .code = head(code_head()),
                         .therapist = head(therapist_head()),
                         .a = head(partner_head(model::Partner::a)) + 24,
                         .b = head(partner_head(model::Partner::b)) + 24,
                         .action = 200};
    const auto widen = [](float& width, float to) { width = std::max(width, to); };
    for (const auto& row : board.rows) {
        widen(columns.time, page.text_width(time_words(row, now), Style::body, Weight::bold));
        const float mark = row.marked ? mark_size(page) + 12 : 0;
        widen(columns.code, page.text_width(row.chart_code, Style::body, Weight::bold) + mark);
        widen(columns.therapist, page.text_width(row.therapist, Style::body));
        widen(columns.a, page.pill_size(status_pill(page, row, row.a, short_words)).w);
        widen(columns.b, page.pill_size(status_pill(page, row, row.b, short_words)).w);
        if (const auto action = row_action(row, false, short_words))
            widen(columns.action, page.fit_button(*action).w);
        else
            widen(columns.action, page.text_width(over_words(row, now), Style::body));
    }
    columns.time += 2;
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

ButtonSpec more_of(const model::BoardRow& row) {
    return {.id = "more:" + std::to_string(row.sitting.value),
            .name = fill(tr("desk.more", "More: {code}"), {{"code", row.chart_code}}),
            .look = ButtonLook::quiet,
            .icon = Icon::more,
            .action = model::action::RowTapped{row.sitting}};
}

void draw_table_row(Page& page, const model::Board& board, const model::BoardRow& row, Rect at,
                    const TableColumns& columns, bool short_words) {
    const auto now = page.view.now.wall;
    const bool held = page.view.pressed == "row:" + std::to_string(row.sitting.value);
    const auto paper = held ? page.color.sunk : page.color.surface;
    if (held) page.box(at.inset(2, 2), paper, 12);
    const float more_x = at.right() - edge * 0.75f - more_wide, action_x = more_x - 8 - columns.action;
    add_row_target(page, row, {at.x, at.y, action_x - between / 2 - at.x, at.h}, paper);
    const float middle = at.center().y, line = page.type(Style::body).line, top = middle - line / 2;
    float x = at.x + edge;
    page.text({x, top, columns.time, 0}, time_words(row, now),
              {.style = Style::body,
               .weight = is_over(row) ? Weight::regular : Weight::bold,
               .color = is_over(row) ? page.color.soft : page.color.ink,
               .paper = paper});
    x += columns.time + between;
    page.text({x, top, columns.code, 0}, row.chart_code,
              {.style = Style::body, .weight = Weight::bold, .paper = paper});
    if (row.marked)
        draw_mark(page,
                  {x + page.text_width(row.chart_code, Style::body, Weight::bold) + 12 + mark_size(page) / 2, middle});
    x += columns.code + between;
    page.text({x, top, columns.therapist, 0}, row.therapist, {.style = Style::body, .paper = paper});
    x += columns.therapist + between;
    for (const auto* part : {&row.a, &row.b}) {
        const auto pill = status_pill(page, row, *part, short_words);
        page.pill({x, middle - page.pill_size(pill).h / 2}, pill);
        x += (part == &row.a ? columns.a : columns.b) + between;
    }
    if (auto action = row_action(row, is_next(board, row, now), short_words))
        page.button({action_x, middle - button_high / 2, columns.action, button_high}, *action);
    else
        page.text({action_x, top, columns.action, 0}, over_words(row, now),
                  {.style = Style::body, .color = page.color.soft, .align = Align::right, .paper = paper});
    page.icon_button({more_x, middle - more_wide / 2, more_wide, more_wide}, more_of(row));
}

float table_row_height(const Page& page) {
    return std::max(64.f, page.type(Style::body).line + 32);
}
float band_height(const Page& page) {
    return std::max(40.f, page.type(Style::small).line + 16);
}
float height_of_line(const Page& page, const BoardLine& line) {
    return line.row == nullptr ? band_height(page) : table_row_height(page);
}

}

bool table_fits(const Page& page, const model::Board& board) {
    bool few = false;
    return fitting_columns(page, board, few).has_value();
}

std::size_t lines_that_fit(const Page& page, std::span<const BoardLine> lines, float room) {
    float y = band_height(page);
    std::size_t count = 0;
    while (count < lines.size() && y + height_of_line(page, lines[count]) <= room)
        y += height_of_line(page, lines[count++]);
    // A band stands with what it is about.
    if (count > 1 && count < lines.size() && lines[count - 1].row == nullptr) --count;
    return std::max<std::size_t>(1, count);
}

float draw_table(Page& page, const model::Board& board, Rect at, std::span<const BoardLine> lines) {
    bool few = false;
    auto columns = fitting_columns(page, board, few);
    if (!columns) return at.y;
    // What is left over goes between the columns.
    const float spare = (at.w - columns->sum()) / 5;
    for (auto* column : {&columns->time, &columns->code, &columns->therapist, &columns->a, &columns->b})
        *column += spare;
    const float head = band_height(page);
    float high = head;
    for (const auto& line : lines)
        high += height_of_line(page, line);
    const Rect card{at.x, at.y, at.w, high};
    page.card(card);
    const float note = page.type(Style::small).line;
    const float y = at.y + (head - note) / 2;
    float x = at.x + edge;
    const TextLook look{
        .style = Style::small, .weight = Weight::bold, .color = page.color.soft, .paper = page.color.surface};
    const auto put = [&](const std::string& words, float width) {
        page.text({x, y, width, 0}, words, look);
        x += width + between;
    };
    put(time_head(), columns->time);
    put(code_head(), columns->code);
    put(therapist_head(), columns->therapist);
    for (const auto who : {model::Partner::a, model::Partner::b}) {
        const float width = who == model::Partner::a ? columns->a : columns->b;
        page.partner_mark({x + 8, at.y + head / 2}, 8, who);
        page.text({x + 24, y, width - 24, 0}, partner_head(who), look);
        x += width + between;
    }
    float row_y = at.y + head;
    for (const auto& line : lines) {
        const float row_high = height_of_line(page, line);
        page.line({at.x, row_y}, {at.right(), row_y}, page.color.line, 1);
        if (line.row != nullptr) {
            draw_table_row(page, board, *line.row, {at.x, row_y, at.w, row_high}, *columns, few);
        } else {
            page.box({at.x + 1, row_y + 1, at.w - 2, row_high - 1}, page.color.bg, 0);
            page.text({at.x + edge, row_y + (row_high - note) / 2, at.w - 2 * edge, 0}, line.band,
                      {.style = Style::small, .weight = Weight::bold, .color = page.color.soft, .paper = page.color.bg},
                      Role::heading);
        }
        row_y += row_high;
    }
    return card.bottom();
}

}
