#include "ui/layout/flow.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {

void draw_out_of_order(Page& page, const model::screen::OutOfOrder& screen) {
    page.practice_header(false);
    const auto inner = page.inner();
    const auto words = [&](float above_detail) {
        Flow words(page, inner.w);
        words.heading(screen.title.words(), Style::title, 16);
        words.text(screen.words.words(), {.style = Style::large, .color = page.color.soft}, above_detail);
        words.text(screen.detail, {.style = Style::small, .color = page.color.soft});
        return words;
    };
    const Page::FooterSpec footer{.left = ButtonSpec{.id = "home",
                                                     .name = tr("common.home", "Back to welcome"),
                                                     .action = model::action::WentHome{}}};
    const float top = page.header_bottom(), low = top + (page.portrait() ? 160.f : 64.f);
    const auto wide = words(48);
    if (wide.fits(page.footer_top(footer) - 16 - low))
        wide.draw({inner.x, low});
    else
        words(16).draw({inner.x, top});
    page.footer(footer);
}

}
