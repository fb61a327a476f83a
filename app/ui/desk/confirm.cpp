// What happens when the desk parks, cancels or closes, said before it does.
#include "ui/kit/people.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"

namespace ui {
namespace {

struct Confirm {
    std::string title, yes;
    std::vector<std::string> words;
    bool working = false;
    std::size_t page = 0;
};

void draw_confirm(Page& page, const std::string& chart_code, const Confirm& confirm) {
    const ButtonSpec yes{.id = "confirm",
                         .name = confirm.yes,
                         .look = ButtonLook::primary,
                         .enabled = !confirm.working,
                         .action = model::action::Confirmed{}};
    const Page::FooterSpec footer{.left = back_of(!confirm.working), .right = yes};
    page.staff_header(tr("desk.title", "Front desk"), chart_code, std::nullopt);
    const auto inner = page.inner();
    Flow flow(page, inner.w);
    flow.heading(confirm.title, Style::title, 16);
    for (const auto& words : confirm.words)
        flow.text(words, {.style = Style::heading}, 16);
    const float top = page.header_bottom() + 16;
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, confirm.page);
    page.footer(footer);
}

}

void draw_confirm_park(Page& page, const model::screen::ConfirmPark& screen) {
    draw_confirm(
        page, screen.row.chart_code,
        {.title = fill(tr("park.title", "Park {code} and reset the screen?"), {{"code", screen.row.chart_code}}),
         .yes = screen.working ? tr("park.working", "Parking…") : tr("desk.park", "Park and reset"),
         .words = {tr("park.kept", "What was started is kept, locked. Nothing is lost."),
                   fill(tr("park.again",
                           "The couple goes on another time with the same entry code, {code}, and their own codes."),
                        {{"code", screen.row.entry_code}})},
         .working = screen.working,
         .page = screen.page});
}

void draw_confirm_cancel(Page& page, const model::screen::ConfirmCancel& screen) {
    draw_confirm(
        page, screen.row.chart_code,
        {.title = fill(tr("cancel.title", "Cancel the sitting of {code}?"), {{"code", screen.row.chart_code}}),
         .yes = tr("cancel.yes", "Cancel the sitting"),
         .words = {tr("cancel.words", "Nobody has started, so nothing is lost. The entry code stops working.")},
         .working = screen.working,
         .page = screen.page});
}

void draw_confirm_close(Page& page, const model::screen::ConfirmClose& screen) {
    if (!screen.partner)
        return draw_confirm(
            page, screen.row.chart_code,
            {.title = tr("close.shared-title", "Close the shared page as it is?"),
             .yes = screen.working ? tr("close.working", "Closing…") : tr("close.shared-yes", "Close the shared page"),
             .words = {tr("close.shared-for-whom",
                          "For a couple that does not come back to it, or where one of the two forgot their code. "
                          "Nothing of it is shown here."),
                       fill(tr("close.shared-words",
                               "What they wrote together stays, and {therapist} can read it after unlocking the next "
                               "time. Nobody can write on this page any more."),
                            {{"therapist", therapist_within(screen.row.therapist)}})},
             .working = screen.working,
             .page = screen.page});
    draw_confirm(
        page, screen.row.chart_code,
        {.title =
             fill(tr("close.title", "Close the part as it is? {partner}"), {{"partner", called("", *screen.partner)}}),
         .yes = screen.working ? tr("close.working", "Closing…") : tr("close.yes", "Close the part"),
         .words = {tr("close.for-whom", "For somebody who forgot their code and does not go on. Nothing of it is shown "
                                        "here."),
                   fill(tr("close.words",
                           "Their code opens nothing from then on. {therapist} can read what was answered "
                           "so far after unlocking the next time. This visit then has no shared page."),
                        {{"therapist", therapist_within(screen.row.therapist)}})},
         .working = screen.working,
         .page = screen.page});
}

void draw_second_sitting(Page& page, const model::screen::NewSitting& screen) {
    draw_confirm(
        page, screen.known->chart_code,
        {.title = fill(tr("second.title", "Make another sitting for {code}?"), {{"code", screen.known->chart_code}}),
         .yes = screen.working ? tr("new-sitting.creating", "Creating…") : tr("second.yes", "Make another"),
         .words = {tr("second.open", "One for this chart code is open already. If it is the same couple, go "
                                     "back to the board and start that one: they go on where they stopped."),
                   tr("second.typed", "If it is another couple, the chart code is not theirs: go back and "
                                      "type it again.")},
         .working = screen.working});
}

}
