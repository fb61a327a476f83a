#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {

void draw_ready(Page& page, const model::screen::Ready& screen) {
    page.practice_header(false);
    const auto inner = page.inner();
    const std::vector<ButtonSpec> specs{{.id = "home",
                                         .name = tr("common.home", "Back to welcome"),
                                         .look = ButtonLook::primary,
                                         .action = model::action::WentHome{}}};
    const bool picture = !page.portrait() && !page.text_at_least(150);
    const float width = picture ? 560 : inner.w;
    const float top = page.header_bottom() + (page.text_at_least(175) && !page.portrait() ? 16.f : 120.f);
    Flow words(page, width);
    words.heading(tr("ready.title", "Ready for the next couple"), Style::title, 16);
    words.text(screen.parked
                   ? tr("ready.parked", "What was answered is kept, sealed. Nothing of it is left on this screen.")
                   : tr("ready.clean", "Nothing is left on this screen."),
               {.style = Style::large, .color = page.color.soft});
    const float ends = words.draw({inner.x, top});
    const float height = rows_height(page, specs, width, 72);
    draw_rows(
        page,
        {inner.x, page.portrait() ? inner.bottom() - height : std::min(ends + 48, inner.bottom() - height), width, 0},
        specs, 72);
    if (picture) page.two_circles({page.width() - 64 - 440, 240, 440, 280}, true);
    if (page.portrait() && inner.bottom() - height - ends > 520)
        page.two_circles({page.width() / 2 - 264, (ends + inner.bottom() - height) / 2 - 168, 528, 336}, true);
}

}
