#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"
#include "ui/therapist/case_parts.hpp"
#include "ui/therapist/passphrase_page.hpp"

namespace ui {
namespace {

using model::ExportFormat;

bool can_be(const model::screen::Export& screen, ExportFormat format) {
    if (!model::facts_of(format).is_joint) return true;
    const auto& file = screen.from.file;
    if (screen.from.visit >= file.visits.size()) return false;
    const auto& joint = file.visits[screen.from.visit].joint.content;
    return joint && !joint->versions.empty();
}

void add_formats(Page& page, Flow& flow, const model::screen::Export& screen) {
    std::vector<GridChoice> choices;
    for (const auto& one : model::export_formats())
        choices.push_back(
            {.id = "format:" + std::string(one.word),
             .name = one.name.words(),
             .chosen = screen.format == one.format,
             .action = model::action::ExportFormatChosen{one.format},
             .off_because = can_be(screen, one.format)
                                ? std::string()
                                : tr("export.no-mission", "There is no mission they agreed on at this visit.")});
    add_grid(page, flow, std::move(choices), 3);
    flow.block(
        16, [](Rect) {}, 0);
}

// One partner's own part, or both; private answers only beside one partner.
void add_whose(Page& page, Flow& flow, const model::screen::Export& screen) {
    const auto choice = [&](std::string id, std::string name, std::optional<model::Partner> whose) {
        return GridChoice{.id = std::move(id),
                          .name = std::move(name),
                          .chosen = screen.whose == whose,
                          .action = model::action::ExportWhoseChosen{whose},
                          .off_because = {}};
    };
    flow.heading(tr("export.whose", "Whose answers"));
    flow.stay_with_next();
    add_grid(page, flow,
             {choice("whose:both", tr("export.both", "Both partners'"), std::nullopt),
              choice("whose:a",
                     fill(tr("export.only", "Only {name}'s"), {{"name", called(screen.from.file, model::Partner::a)}}),
                     model::Partner::a),
              choice("whose:b",
                     fill(tr("export.only", "Only {name}'s"), {{"name", called(screen.from.file, model::Partner::b)}}),
                     model::Partner::b)},
             3);
    flow.block(
        8, [](Rect) {}, 0);
    if (!screen.whose)
        return flow.text(tr("export.no-private", "What holds both partners' answers never holds private ones."),
                         {.style = Style::body, .color = page.color.soft}, 16);
    const auto name = fill(tr("export.with-private", "Add {name}'s private answers"),
                           {{"name", called(screen.from.file, *screen.whose)}});
    const float width = std::min(flow.width(), page.portrait() || page.text_at_least(150) ? flow.width() : 720.f);
    flow.block(page.toggle_height(name, width), [&page, on = screen.with_private, name, width](Rect at) {
        page.toggle({at.x, at.y, width, at.h}, "with-private", name, on, model::action::ExportPrivateToggled{});
    });
}

// The therapist's own notes, where there are some that this may bring along; never without being asked for.
void add_notes(Page& page, Flow& flow, const model::screen::Export& screen) {
    const auto visits = notes_to_export(screen);
    if (visits == 0) return;
    const auto name = tr("export.with-notes", "Add your own notes");
    const float width = std::min(flow.width(), page.portrait() || page.text_at_least(150) ? flow.width() : 720.f);
    flow.block(
        page.toggle_height(name, width),
        [&page, on = screen.with_notes, name, width](Rect at) {
            page.toggle({at.x, at.y, width, at.h}, "with-notes", name, on, model::action::ExportNotesToggled{});
        },
        4);
    flow.stay_with_next();
    const auto words = screen.with_notes
                           ? trn("export.notes-in", "Your notes on 1 visit come in a file of their own, notes.txt.",
                                 "Your notes on {count} visits come in a file of their own, notes.txt.",
                                 static_cast<long long>(visits))
                           : tr("export.notes-out", "Your notes are left out unless you tick this.");
    flow.text(fill(words, {{"count", std::to_string(visits)}}), {.style = Style::body, .color = page.color.soft}, 16);
}

// Nothing to choose where no stick is in the kiosk.
void add_places(Page& page, Flow& flow, const model::screen::Export& screen) {
    if (!screen.usb_drives.empty()) {
        flow.heading(tr("export.place", "Where to"));
        flow.stay_with_next();
        std::vector<GridChoice> places{{.id = "place:kiosk",
                                        .name = tr("export.kiosk", "This kiosk"),
                                        .chosen = screen.to.empty(),
                                        .action = model::action::ExportPlaceChosen{},
                                        .off_because = {}}};
        for (std::size_t i = 0; i < screen.usb_drives.size(); ++i)
            places.push_back({.id = "place:" + std::to_string(i),
                              .name = fill(tr("export.stick", "Stick {name}"), {{"name", screen.usb_drives[i].name}}),
                              .chosen = screen.to == screen.usb_drives[i].folder,
                              .action = model::action::ExportPlaceChosen{screen.usb_drives[i].folder},
                              .off_because = {}});
        add_grid(page, flow, std::move(places), 3);
        flow.block(
            8, [](Rect) {}, 0);
    }
    if (screen.format == ExportFormat::archive) return;
    flow.text(screen.to.empty()
                  ? tr("export.where",
                       "It is written to the export folder of this kiosk. The file is not locked: whoever "
                       "can open the folder can read it.")
                  : tr("export.where-stick",
                       "The file is not locked: whoever finds the stick can read it. Choose “Everything, "
                       "locked” for a file that only opens with a passphrase."),
              {.style = Style::body}, 16);
}

void add_writing(Page& page, Flow& flow, const model::screen::Export& screen) {
    add_progress(
        page, flow, tr("export.working", "Writing…"), screen.done, screen.of,
        fill(tr("export.progress", "{done} of {of} parts"),
             {{"done", std::to_string(screen.done)}, {"of", std::to_string(std::max<std::size_t>(1, screen.of))}}));
    if (!screen.to.empty())
        flow.text(tr("export.leave-stick", "Please leave the stick where it is."), {.style = Style::body}, 16);
}

ButtonSpec write_button(const model::screen::Export& screen) {
    return {.id = "write",
            .name = tr("export.write", "Write it"),
            .look = ButtonLook::primary,
            .icon = Icon::download,
            .enabled = !screen.working && can_be(screen, screen.format),
            .action = model::action::Confirmed{}};
}

void add_outcome(Page& page, Flow& flow, const model::screen::Export& screen) {
    if (!screen.problem.empty())
        flow.icon_text(Icon::alert, screen.problem.words(),
                       {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
    if (screen.written_to.empty()) return;
    flow.icon_text(Icon::tick, tr("export.done", "It is written:"),
                   {.style = Style::heading, .weight = Weight::bold, .color = page.color.ok}, 4);
    flow.stay_with_next();
    flow.text(screen.written_to, {.style = Style::body}, 24);
    if (screen.incomplete)
        flow.icon_text(
            Icon::alert,
            tr("export.incomplete", "A part could not be opened. The file names it, and holds nothing of it."),
            {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 24);
}

void draw_archive(Page& page, const model::screen::Export& screen) {
    draw_passphrase_page(page,
                         {.title = model::facts_of(ExportFormat::archive).name.words(),
                          .sentence = tr("export.archive-ask",
                                         "Choose a passphrase for this file, 12 letters or more. It is kept nowhere: "
                                         "whoever opens the file needs it."),
                          .entry = screen.archive,
                          .leave = {.id = "back",
                                    .name = tr("end.cancel", "Cancel"),
                                    .look = ButtonLook::quiet_with_line,
                                    .action = model::action::BackTapped{}},
                          .working = tr("export.working", "Writing…"),
                          .note = tr("export.archive-note", "Do not use the passphrase you unlock this kiosk with."),
                          .done = tr("export.write-short", "Write"),
                          .problem = screen.problem.words()});
}

}

void draw_export(Page& page, const model::screen::Export& screen) {
    if (screen.typing) return draw_archive(page, screen);
    const auto& file = screen.from.file;
    const auto couple = couple_words(file.name_a, file.name_b);
    page.staff_header(tr("export.title", "Export"),
                      couple.empty()
                          ? file.chart_code
                          : fill(tr("export.of", "{couple}, {code}"), {{"couple", couple}, {"code", file.chart_code}}),
                      lock_button());
    const Page::FooterSpec footer{.left = back_or_stop(screen.working), .right = write_button(screen)};
    const auto inner = page.inner();
    const float top = page.header_bottom() + 8;

    Flow flow(page, inner.w);
    if (screen.working) {
        add_writing(page, flow, screen);
        flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, 0);
        return page.footer(footer);
    }
    add_outcome(page, flow, screen);
    add_formats(page, flow, screen);
    const auto& format = model::facts_of(screen.format);
    flow.text(format.about.words(), {.style = Style::heading}, 12);
    if (!format.is_joint) add_whose(page, flow, screen);
    add_notes(page, flow, screen);
    add_places(page, flow, screen);
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

}
