#include "ui/couple/answering.hpp"
#include "ui/kit/people.hpp"
#include "ui/screens.hpp"

namespace ui {

void draw_wrong_tries(Page& page, const model::screen::WrongTries& screen) {
    page.practice_header(model::can_hide(page.state.screen));
    const auto inner = page.inner();
    const float top = trouble_banner(page, screen.session.trouble, page.header_bottom());
    const Page::FooterSpec footer{.right = ButtonSpec{.id = "go-on",
                                                      .name = tr("tries.go-on", "Go on"),
                                                      .look = ButtonLook::primary,
                                                      .icon = Icon::next,
                                                      .icon_right = true,
                                                      .action = model::action::ReadyTapped{}}};
    const float bottom = content_bottom(page, footer);
    Flow flow(page, inner.w);
    flow.heading(tr("tries.title", "While you were away"), Style::title, 16);
    flow.text(
        fill(trn("tries.count", "Somebody tried once to open this with other digits, and did not get in.",
                 "Somebody tried {count} times to open this with other digits, and did not get in.", screen.count),
             {{"count", std::to_string(screen.count)}}),
        {.style = Style::heading}, 16);
    flow.text(tr("tries.own", "If that was you, all is well."), {.style = Style::body, .color = page.color.soft}, 8);
    flow.text(fill(tr("tries.not-own", "If it was not, you can tell {therapist} or the front desk, in person."),
                   {{"therapist", therapist_within(screen.session.seat.sitting.therapist)}}),
              {.style = Style::body, .color = page.color.soft}, 16);
    flow.draw({inner.x, top, inner.w, bottom - top}, screen.page);
    page.footer(footer);
}

}
