// The board's rows as cards of two lines, in large letters and on a standing panel.
#include "ui/desk/desk_parts.hpp"
#include "ui/layout/rows.hpp"

namespace ui {
namespace {

// A line of marks and pills that goes on below when the row is full.
std::vector<Rect> pill_places(const Page& page, const model::BoardRow& row, float width, float& height) {
    std::vector<Rect> places;
    const float mark = 16 * page.icon_size() / 24 + 12;
    float x = 0, y = 0, high = 0;
    for (const auto* part : {&row.a, &row.b}) {
        const auto size = page.pill_size(status_pill(page, row, *part, true));
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
    const auto now = page.view.now.wall;
    auto action = row_action(row, is_next(board, row, now), page.text_at_least(150));
    const auto size = action ? page.fit_button(*action) : Size{};
    const bool beside = !action || width - size.w - 24 >= width / 2;
    const float words = action && beside ? width - size.w - 24 : width;
    const float indent = row.marked ? mark_size(page) + 12 : 0;
    const auto second =
        fill(tr("desk.with-at", "{therapist}, {time}"),
             {{"therapist", row.therapist}, {"time", is_over(row) ? over_words(row, now) : time_words(row, now)}});
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
                          status_pill(page, row, i == 0 ? row.a : row.b, true));
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
