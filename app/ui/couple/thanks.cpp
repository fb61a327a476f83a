#include "ui/kit/people.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {

void draw_thanks(Page& page, const model::screen::Thanks& screen) {
    page.practice_header(false);
    const auto inner = page.inner();
    const bool tall = page.portrait();
    const auto words_in = [&](float width) {
        Flow words(page, width);
        words.text(tr("thanks.title", "Thank you."), {.style = Style::display}, 16, Role::heading);
        words.text(fill(trn("thanks.sealed", "What you wrote is sealed. Only {therapist} can open it.",
                            "What you wrote is sealed. Only {therapist} can open it.", readers_count(screen.sitting)),
                        {{"therapist", readers_within(screen.sitting)}}),
                   {.style = Style::large, .color = page.color.soft}, 16);
        words.text(tr("thanks.seat", "Please take a seat. The front desk can see that you are done."),
                   {.style = Style::heading, .color = page.color.soft});
        return words;
    };
    const std::vector<ButtonSpec> specs{{.id = "home",
                                         .name = tr("common.done", "Done"),
                                         .look = ButtonLook::primary,
                                         .action = model::action::WentHome{}},
                                        {.id = "read",
                                         .name = tr("welcome.read", "Read about attachment while you wait"),
                                         .icon = Icon::book,
                                         .action = model::action::ReadTapped{}}};
    const auto narrow = words_in(560);
    const float bottom = inner.bottom() - (tall ? 0 : 24);
    const bool picture = !tall && !page.text_at_least(150) && narrow.words_fit() && narrow.fits(420);
    const auto words = picture ? narrow : words_in(inner.w);
    const float rows = rows_height(page, specs, inner.w);
    const float room = bottom - rows - 24 - page.header_bottom() - words.height();
    const float above = std::min(tall ? 120.f : 80.f, std::max(0.f, room * 0.4f));
    const float ends = words.draw({inner.x, page.header_bottom() + above});
    if (picture) page.two_circles({page.width() - 64 - 440, 240, 440, 280}, true);
    if (tall && bottom - rows - ends > 520)
        page.two_circles({page.width() / 2 - 264, (ends + bottom - rows) / 2 - 168, 528, 336}, true);
    draw_rows(page, {inner.x, bottom - rows, inner.w, 0}, specs);
}

}
