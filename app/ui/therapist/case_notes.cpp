#include "ui/layout/rows.hpp"
#include "ui/therapist/case_parts.hpp"
#include <algorithm>
#include <vector>

namespace ui {
namespace {

std::string name_of(model::NoteTemplate begins) {
    switch (begins) {
    case model::NoteTemplate::plain:
        return tr("notes.write", "Write a note");
    case model::NoteTemplate::soap:
        return tr("notes.soap", "SOAP note");
    case model::NoteTemplate::dap:
        return tr("notes.dap", "DAP note");
    }
    return {};
}

std::string id_of(model::NoteTemplate begins) {
    return begins == model::NoteTemplate::soap ? "note:soap" : begins == model::NoteTemplate::dap ? "note:dap" : "note";
}

// A note that is empty may begin with headings.
void add_ways(Page& page, Flow& flow, bool empty) {
    std::vector<ButtonSpec> ways;
    for (const auto begins : model::every_note_template) {
        const bool plain = begins == model::NoteTemplate::plain;
        if (!empty && !plain) continue;
        ways.push_back({.id = id_of(begins),
                        .name = empty ? name_of(begins) : tr("notes.edit", "Change the note"),
                        .look = plain ? ButtonLook::primary : ButtonLook::secondary,
                        .icon = plain ? Icon::edit : Icon::none,
                        .action = model::action::NoteTapped{begins}});
    }
    flow.block(
        rows_height(page, ways, flow.width()), [&page, ways](Rect at) { draw_rows(page, at, ways); }, 16);
    if (empty)
        flow.text(tr("notes.templates", "SOAP begins with Subjective, Objective, Assessment and Plan. DAP begins with "
                                        "Data, Assessment and Plan."),
                  {.style = Style::body, .color = page.color.soft}, 24);
}

}

void add_notes(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit) {
    flow.icon_text(Icon::lock,
                   tr("notes.yours", "Your own notes on this visit. They are locked for you. An export holds them only "
                                     "where you tick them there."),
                   {.style = Style::body, .color = page.color.soft}, 16);
    if (!visit.note_problem.empty())
        return flow.icon_text(Icon::alert, visit.note_problem.words(),
                              {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
    if (screen.note_trouble == visit.sitting)
        flow.icon_text(Icon::alert, tr("notes.not-saved", "The note could not be saved. Please try again."),
                       {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
    add_ways(page, flow, visit.note.empty());
    if (!visit.note.empty()) flow.text(visit.note, {.style = Style::heading});
}

void draw_note(Page& page, const model::screen::Case& screen) {
    const auto inner = page.inner();
    const auto& visit = screen.file.visits[screen.visit];
    const auto title = fill(tr("notes.title", "Note, {day}"), {{"day", visit_day(page, visit.date)}});
    float y = 24;
    const float corner = page.corner(false, lock_button());
    const auto lock = page.tree.find_id("lock")->rect;
    const bool trouble = screen.note_trouble == visit.sitting;
    const bool saved = !screen.save_note_at && !screen.note_saving;
    const auto state = trouble  ? tr("notes.not-saved", "The note could not be saved. Please try again.")
                       : !saved ? tr("answering.saving", "Saving…")
                       : screen.note->text.empty() ? std::string() // nothing was written yet
                                                   : tr("answering.saved", "Saved");
    const float room = corner - 24 - inner.x;
    const float title_width = page.text_width(title, Style::heading, Weight::bold);
    const bool beside = title_width <= room;
    const float middle = lock.center().y;
    const TextLook look{.style = Style::small, .color = trouble ? page.color.alert : page.color.soft};
    const float left = beside ? title_width + 24 : 0;
    const bool state_beside = left + page.text_width(state, Style::small) <= room;
    if (beside)
        page.text({inner.x, middle - page.type(Style::heading).line / 2, title_width + 2, 0}, title,
                  {.style = Style::heading, .weight = Weight::bold}, Role::heading);
    if (state_beside)
        page.text({inner.x + left, middle - page.type(Style::small).line / 2, room - left, 0}, state, look,
                  Role::status);
    y = lock.bottom() + 16;
    if (!state_beside) y += page.text({inner.x, y, inner.w, 0}, state, look, Role::status) + 8;
    if (!beside && page.portrait())
        y += page.text({inner.x, y, inner.w, 0}, title, {.style = Style::heading, .weight = Weight::bold},
                       Role::heading) +
             16;
    page.writing_box({inner.x, y, inner.w, page.keyboard_top() - 16 - y}, *screen.note, true, "note", title,
                     tr("notes.hint", "What you want to remember about this visit"));
    page.keyboard(screen.keyboard, tr("notes.done", "Done"));
}

}
