#include "ui/layout/stack.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {

void draw_out_of_order(Page& page, const model::screen::OutOfOrder& screen) {
    page.practice_header(false);
    const auto inner = page.inner();
    std::vector<Line> lines{title_line(screen.title.words()), large_line(page, screen.words.words())};
    if (!screen.detail.empty())
        lines.push_back({.text = screen.detail, .style = Style::small, .color = page.color.soft, .gap = 48});
    float top = page.header_bottom() + (page.portrait() ? 160.f : 64.f);
    const float height = stack_height(page, lines, inner.w);
    const Page::FooterSpec footer{.left = ButtonSpec{.id = "home",
                                                     .name = tr("common.home", "Back to welcome"),
                                                     .action = model::action::WentHome{}}};
    if (top + height > page.footer_top(footer) - 16) {
        top = page.header_bottom();
        lines.back().gap = 16;
    }
    draw_stack(page, {inner.x, top, inner.w, 0}, lines);
    page.footer(footer);
}

}
