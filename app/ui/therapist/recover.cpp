#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"
#include "ui/therapist/passphrase_page.hpp"

namespace ui {
namespace {

using Step = model::screen::Recover::Step;

constexpr int words_of_a_kit = 18;

ButtonSpec cancel() {
    return {.id = "home",
            .name = tr("end.cancel", "Cancel"),
            .look = ButtonLook::quiet_with_line,
            .action = model::action::WentHome{}};
}

int words_in(std::string_view typed) {
    int count = 0;
    bool inside = false;
    for (const char c : typed) {
        const bool between = c == ' ' || c == '-';
        if (!between && !inside) ++count;
        inside = !between;
    }
    return count;
}

void draw_words(Page& page, const model::screen::Recover& screen) {
    draw_passphrase_page(page, {.title = tr("recover.title", "Recovery kit"),
                                .sentence = fill(tr("recover.words", "Type or scan the 18 words of the kit {kit}."),
                                                 {{"kit", screen.kit}}),
                                .entry = screen.entry,
                                .leave = cancel(),
                                .working = tr("recover.trying", "Trying the words…"),
                                .note = fill(tr("recover.count", "{count} of {of} words"),
                                             {{"count", std::to_string(words_in(screen.entry.typed.view()))},
                                              {"of", std::to_string(words_of_a_kit)}}),
                                .done = tr("common.next", "Next"),
                                .problem = screen.problem.words(),
                                .field = tr("recover.field", "Words of the kit")});
}

void draw_passphrase(Page& page, const model::screen::Recover& screen) {
    const bool again = screen.step == Step::again;
    draw_passphrase_page(page, {.title = screen.therapist.name,
                                .sentence = again ? tr("recover.again", "The same passphrase again.")
                                                  : tr("recover.new", "Choose a new passphrase, 12 letters or more."),
                                .entry = screen.entry,
                                .leave = cancel(),
                                .working = tr("recover.checking", "One moment…"),
                                .note = tr("recover.several-words", "Several words are best."),
                                .done = tr("common.next", "Next"),
                                .problem = screen.problem.words()});
}

void add_places(Page& page, Flow& flow, const model::screen::Recover& screen) {
    if (screen.places.empty()) return;
    flow.heading(tr("export.place", "Where to"));
    flow.stay_with_next();
    std::vector<GridChoice> places{{.id = "place:kiosk",
                                    .name = tr("export.kiosk", "This kiosk"),
                                    .chosen = screen.to.empty(),
                                    .action = model::action::ExportPlaceChosen{},
                                    .off_because = {}}};
    for (std::size_t i = 0; i < screen.places.size(); ++i)
        places.push_back({.id = "place:" + std::to_string(i),
                          .name = fill(tr("export.stick", "Stick {name}"), {{"name", screen.places[i].name}}),
                          .chosen = screen.to == screen.places[i].folder,
                          .action = model::action::ExportPlaceChosen{screen.places[i].folder},
                          .off_because = {}});
    add_grid(page, flow, std::move(places), 3);
    flow.block(
        8, [](Rect) {}, 0);
}

void add_trouble(Page& page, Flow& flow, const core::Message& problem) {
    if (problem.empty()) return;
    flow.icon_text(Icon::alert, problem.words(),
                   {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
}

void draw_place(Page& page, const model::screen::Recover& screen) {
    auto leave = cancel();
    leave.look = ButtonLook::secondary;
    leave.enabled = !screen.working;
    page.staff_header(tr("recover.place-title", "A new recovery kit"), screen.therapist.name, std::nullopt);
    const Page::FooterSpec footer{.left = leave,
                                  .right = ButtonSpec{.id = "write",
                                                      .name = tr("recover.write", "Write the new kit"),
                                                      .look = ButtonLook::primary,
                                                      .icon = Icon::download,
                                                      .enabled = !screen.working,
                                                      .action = model::action::Confirmed{}}};
    const auto inner = page.inner();
    const float top = page.header_bottom() + 8;
    Flow flow(page, inner.w);
    add_trouble(page, flow, screen.problem);
    if (screen.working) {
        flow.text(tr("recover.working", "Writing the new kit and locking everything anew…"),
                  {.style = Style::heading, .weight = Weight::bold}, 12);
        flow.text(tr("recover.leave-it", "Please leave the kiosk and the stick as they are."), {.style = Style::body},
                  16);
    } else {
        flow.text(tr("recover.why", "With the new passphrase comes a new recovery kit. The former one opens nothing on "
                                    "this kiosk afterwards."),
                  {.style = Style::body}, 16);
        add_places(page, flow, screen);
        flow.text(screen.to.empty()
                      ? tr("recover.where",
                           "The kit is written to the export folder of this kiosk. Whoever can open the "
                           "folder can read it: print it soon and delete the file.")
                      : tr("recover.where-stick", "Whoever finds the stick can read the kit: print it soon and delete "
                                                  "the file."),
                  {.style = Style::body}, 16);
    }
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

void draw_done(Page& page, const model::screen::Recover& screen) {
    page.staff_header(tr("recover.done-title", "It is done"), screen.therapist.name, std::nullopt);
    const Page::FooterSpec footer{.left = {},
                                  .right = ButtonSpec{.id = "done",
                                                      .name = tr("common.home", "Back to welcome"),
                                                      .look = ButtonLook::primary,
                                                      .action = model::action::Confirmed{}}};
    const auto inner = page.inner();
    const float top = page.header_bottom() + 8;
    Flow flow(page, inner.w);
    flow.icon_text(Icon::tick,
                   fill(trn("recover.parts", "The new passphrase opens one part.",
                            "The new passphrase opens {count} parts.", screen.parts),
                        {{"count", std::to_string(screen.parts)}}),
                   {.style = Style::heading, .weight = Weight::bold, .color = page.color.ok}, 16);
    flow.text(fill(tr("recover.new-kit", "The new kit, {kit}, is written:"), {{"kit", screen.kit}}),
              {.style = Style::body, .weight = Weight::bold}, 4);
    flow.stay_with_next();
    flow.text(screen.written_to, {.style = Style::body}, 16);
    flow.text(tr("recover.then", "Print it, lock the page away, and delete the file."), {.style = Style::body}, 16);
    flow.text(screen.left == 0
                  ? tr("recover.destroy", "Destroy the former kit.")
                  : fill(trn("recover.keep", "One damaged part could not be opened. Keep the former kit for it.",
                             "{count} damaged parts could not be opened. Keep the former kit for them.", screen.left),
                         {{"count", std::to_string(screen.left)}}),
              {.style = Style::body}, 16);
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

}

void draw_recover(Page& page, const model::screen::Recover& screen) {
    switch (screen.step) {
    case Step::words:
        return draw_words(page, screen);
    case Step::passphrase:
    case Step::again:
        return draw_passphrase(page, screen);
    case Step::place:
        return draw_place(page, screen);
    case Step::done:
        return draw_done(page, screen);
    }
}

}
