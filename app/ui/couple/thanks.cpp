#include "ui/layout/rows.hpp"
#include "ui/layout/stack.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {

void draw_thanks(Page& page, const model::screen::Thanks& screen) {
    page.practice_header(false);
    const auto inner = page.inner();
    const bool tall = page.portrait();
    const std::vector<Line> lines{
        {.text = tr("thanks.title", "Thank you."), .style = Style::display, .gap = 0, .role = Role::heading},
        large_line(page, fill(tr("thanks.sealed", "What you wrote is sealed. Only {therapist} can open it."),
                              {{"therapist", screen.sitting.therapist}})),
        soft_line(page, tr("thanks.seat", "Please take a seat. Someone will come for you."), Style::heading)};
    const std::vector<ButtonSpec> specs{{.id = "home",
                                         .name = tr("common.done", "Done"),
                                         .look = ButtonLook::primary,
                                         .action = model::action::WentHome{}},
                                        {.id = "read",
                                         .name = tr("welcome.read", "Read about attachment while you wait"),
                                         .icon = Icon::book,
                                         .action = model::action::ReadTapped{}}};
    const float column = 560;
    const float bottom = inner.bottom() - (tall ? 0 : 24);
    const bool picture = !tall && !page.text_at_least(150) && stack_fits(page, lines, {column, 420});
    const float width = picture ? column : inner.w;
    const float rows = rows_height(page, specs, inner.w);
    const float room = bottom - rows - 24 - page.header_bottom() - stack_height(page, lines, width);
    const float ends = draw_stack(
        page, {inner.x, page.header_bottom() + std::min(tall ? 120.f : 80.f, std::max(0.f, room * 0.4f)), width, 0},
        lines);
    if (picture) page.two_circles({page.width() - 64 - 440, 240, 440, 280}, true);
    if (tall && bottom - rows - ends > 520)
        page.two_circles({page.width() / 2 - 264, (ends + bottom - rows) / 2 - 168, 528, 336}, true);
    draw_rows(page, {inner.x, bottom - rows, inner.w, 0}, specs);
}

}
