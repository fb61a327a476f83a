#include "ui/layout/flow.hpp"
#include "ui/screens.hpp"

namespace ui {

// Who it was stays unsaid: anyone may be standing there.
void draw_not_asked(Page& page, const model::screen::NotAsked&) {
    page.practice_header(true);
    const auto inner = page.inner();
    const Page::FooterSpec footer{
        .left =
            ButtonSpec{.id = "home", .name = tr("common.home", "Back to welcome"), .action = model::action::WentHome{}},
        .right =
            ButtonSpec{.id = "staff", .name = tr("common.staff", "Staff"), .action = model::action::StaffTapped{}}};
    Flow flow(page, inner.w);
    flow.heading(tr("not-asked.title", "These questions can't be shown"), Style::title, 16);
    flow.text(tr("not-asked.kept", "Nothing that was answered is lost."),
              {.style = Style::large, .color = page.color.soft}, 16);
    flow.text(tr("not-asked.staff", "Please ask a member of staff. Your place is kept."),
              {.style = Style::large, .color = page.color.soft}, 16);
    flow.draw({inner.x, page.header_bottom() + 16});
    page.footer(footer);
}

}
