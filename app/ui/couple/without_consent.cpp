#include "ui/couple/answering.hpp"
#include "ui/kit/people.hpp"
#include "ui/screens.hpp"

namespace ui {

void draw_without_consent(Page& page, const model::screen::WithoutConsent& screen) {
    const auto inner = page.inner();
    const float begin = answering_top(page, screen.session, screen.module, screen.item + 1);
    const float top = trouble_banner(page, screen.session.trouble, begin);
    const ButtonSpec stop{.id = "stop-here",
                          .name = tr("consent.stop", "Stop here"),
                          .look = ButtonLook::primary,
                          .action = model::action::ReviewTapped{}};
    const Page::FooterSpec footer{.left = back_of(), .right = stop};
    Flow flow(page, inner.w);
    flow.heading(tr("consent.title", "Without your agreement nothing is asked"), Style::title, 16);
    flow.text(tr("consent.fine", "That is fine. You can stop here and read while you wait."), {.style = Style::heading},
              16);
    flow.text(fill(tr("consent.talk", "If you would like to talk about it first, tell the front desk. {therapist} will "
                                      "see that you have not agreed, and nothing else from here."),
                   {{"therapist", readers_within(screen.session.seat.sitting)}}),
              {.style = Style::heading, .color = page.color.soft}, 16);
    flow.text(tr("consent.back", "You can also go back, read it again and agree."),
              {.style = Style::heading, .color = page.color.soft}, 16);
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

}
