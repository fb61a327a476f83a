// Who would like a word: behind the PIN, because the board itself can be read over a shoulder.
#include "ui/layout/code_page.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"

namespace ui {

namespace {

std::string name_of(const model::Asked& asked) {
    if (!asked.who) return tr("who-asked.shared", "One of the couple, from the shared page");
    if (!asked.name.empty()) return asked.name;
    return *asked.who == model::Partner::a ? tr("couple.first-partner", "First partner")
                                           : tr("couple.second-partner", "Second partner");
}

}

void draw_who_asked(Page& page, const model::screen::WhoAsked& screen) {
    if (!screen.who) {
        draw_code_page(page, {.title = screen.row.chart_code,
                              .sentence = tr("who-asked.sentence", "Enter the desk's PIN to open the mark."),
                              .entry = screen.pin,
                              .wrong_words = tr("desk-pin.wrong", "That PIN doesn't match."),
                              .staff = true,
                              .back = back_button()});
        return;
    }
    const ButtonSpec done{.id = "acknowledge",
                          .name = tr("who-asked.seen-to", "It is taken care of"),
                          .look = ButtonLook::primary,
                          .enabled = !screen.pin.working,
                          .action = model::action::WishAcknowledged{}};
    const Page::FooterSpec footer{.left = back_of(), .right = done};
    page.staff_header(tr("desk.title", "Front desk"), screen.row.chart_code, std::nullopt);
    const auto inner = page.inner();
    Flow flow(page, inner.w);
    flow.heading(tr("who-asked.title", "Would like to speak with someone alone"), Style::title, 16);
    for (const auto& asked : *screen.who)
        flow.icon_text(Icon::person, name_of(asked), {.style = Style::large}, 16);
    flow.text(tr("who-asked.words",
                 "Find a moment when they are by themselves. Say nothing about it in front of their partner."),
              {.style = Style::heading}, 8);
    const float top = page.header_bottom() + 16;
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

}
