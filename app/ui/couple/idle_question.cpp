#include "model/visit/update.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {

void draw_idle_question(Page& page) {
    const auto inner = page.inner();
    page.corner(false);
    Flow words(page, inner.w);
    words.heading(tr("idle.title", "Are you still there?"), Style::title, 16);
    words.text(tr("idle.kept", "Your place is kept."), {.style = Style::large, .color = page.color.soft});
    std::vector<ButtonSpec> specs{{.id = "here",
                                   .name = tr("idle.here", "I'm here"),
                                   .look = ButtonLook::primary,
                                   .action = model::action::StillHere{}}};
    if (model::can_hide(page.state.screen))
        specs.push_back({.id = "hide",
                         .name = tr("common.hide", "Hide screen"),
                         .look = ButtonLook::quiet,
                         .icon = Icon::hide,
                         .action = model::action::HideTapped{}});
    const float height = words.height() + 40 + rows_height(page, specs, inner.w, 72);
    const float top = std::max(page.header_bottom(), (page.height() - height) * (page.portrait() ? 0.5f : 0.42f));
    const float ends = words.draw({inner.x, top});
    draw_rows(page, {inner.x, ends + 40, inner.w, 0}, specs, 72);
}

}
