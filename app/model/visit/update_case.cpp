#include "model/case/mission_drift.hpp"
#include "model/visit/therapist_context.hpp"
#include <algorithm>

namespace model {
namespace {

constexpr std::size_t longest_note = 20'000;

const VisitRecord* visit_of(const screen::Case& screen) {
    return screen.visit < screen.file.visits.size() ? &screen.file.visits[screen.visit] : nullptr;
}

void close_private(screen::Case& screen) {
    screen.opened_private.reset();
    screen.asking_private = false;
}

// Another page of the case: what stood over the last one goes.
void turn_to_first(screen::Case& screen) {
    screen.page = 0;
    screen.menu.reset();
    screen.behind.reset();
    close_private(screen);
}

// How the pictures and the versions of a visit are looked at.
void inspect(screen::Case& screen, Known<screen::Case> action) {
    if (const auto* opened = is<action::BehindOpened>(action)) {
        screen.behind = opened->behind;
        screen.page = 0;
    }
    if (is<action::BehindClosed>(action) != nullptr) {
        screen.behind.reset();
        screen.page = 0;
    }
    if (const auto* toward = is<action::DotsToward>(action)) screen.dots_toward = toward->partner;
    if (const auto* ordered = is<action::DotsOrdered>(action)) screen.dots_by_level = ordered->by_level;
    if (const auto* chosen = is<action::PicturesChosen>(action)) {
        screen.pictures = chosen->pictures;
        screen.page = 0;
    }
    if (const auto* ordered = is<action::AnswersOrdered>(action)) {
        screen.answers_by_form = ordered->by_form;
        screen.page = 0;
    }
    if (const auto* chosen = is<action::TrendChosen>(action)) screen.trend = chosen->index;
    if (const auto* compared = is<action::VersionsCompared>(action)) {
        screen.versions_compared = compared->on;
        screen.page = 0;
    }
}

const core::Catalogue* catalogue_of(const State& state) {
    const auto found = std::ranges::find(state.locales, state.appearance.language, &Locale::language);
    return found == state.locales.end() ? nullptr : found->catalogue.get();
}

// Only an empty note takes headings; one writes below the first.
void begin_note(screen::Case& screen, const VisitRecord& visit, NoteTemplate begins, const State& state) {
    screen.note_headings = visit.note.empty() ? note_headings(begins, catalogue_of(state)) : std::string();
    screen.note = edit_of(visit.note.empty() ? screen.note_headings : visit.note, longest_note, Lines::many);
    screen.keyboard = {.shift = visit.note.empty()};
    if (screen.note_headings.empty()) return;
    move_caret(*screen.note, screen.note_headings.find('\n') + 1);
}

void write_note(screen::Case& screen, Known<screen::Case> action, UpdateContext& context) {
    const auto* visit = visit_of(screen);
    if (visit == nullptr || screen.tab != CaseTab::notes) return;
    const auto* tapped = is<action::NoteTapped>(action);
    if (tapped != nullptr && !screen.note && visit->note_problem.empty())
        begin_note(screen, *visit, tapped->begins, context.state);
    if (!screen.note) return;
    if (type_text(*screen.note, screen.keyboard, action) && !screen.save_note_at)
        screen.save_note_at = context.now.steady + typing_in_flight;
    const bool done = is<action::DoneTyping>(action) != nullptr;
    const bool due = screen.save_note_at && context.now.steady >= *screen.save_note_at;
    if (due || done || is<action::RetrySave>(action) != nullptr) keep_note(screen, context);
    if (done) screen.note.reset();
}

void note_answered(screen::Case& screen, Known<screen::Case> action) {
    if (const auto* failed = is<action::NoteFailed>(action)) {
        screen.note_saving = false;
        screen.note_trouble = failed->visit;
    }
    const auto* saved = is<action::NoteSaved>(action);
    if (saved == nullptr) return;
    screen.note_saving = false;
    if (screen.note_trouble == saved->visit) screen.note_trouble.reset();
}

void close_note(screen::Case& screen, UpdateContext& context) {
    keep_note(screen, context);
    screen.note.reset();
}

// One step back within the case; false where there is none.
bool step_back(screen::Case& screen, UpdateContext& context) {
    if (screen.menu) {
        screen.menu.reset();
        return true;
    }
    if (screen.note) {
        close_note(screen, context);
        return true;
    }
    if (screen.behind) {
        screen.behind.reset();
        screen.page = 0;
        return true;
    }
    if (screen.opened_private) {
        close_private(screen);
        return true;
    }
    return false;
}

// To another visit, partner or tab.
void go_elsewhere(screen::Case& screen, Known<screen::Case> action, UpdateContext& context) {
    const auto* turned = is<action::VisitStepped>(action);
    const auto* chosen = is<action::PartnerChosen>(action);
    const auto* tab = is<action::CaseTabChosen>(action);
    if (turned == nullptr && chosen == nullptr && tab == nullptr) return;
    close_note(screen, context);
    turn_to_first(screen);
    if (turned != nullptr) {
        const auto last = screen.file.visits.empty() ? 0 : screen.file.visits.size() - 1;
        if (turned->by > 0 && screen.visit < last) ++screen.visit;
        if (turned->by < 0 && screen.visit > 0) --screen.visit;
    }
    if (chosen != nullptr) screen.partner = chosen->partner;
    if (tab != nullptr) {
        screen.tab = tab->tab;
        screen.asking_private = tab->tab == CaseTab::private_view;
    }
}

void answer_private(screen::Case& screen, Known<screen::Case> action, UpdateContext& context) {
    const auto* visit = visit_of(screen);
    if (is<action::PrivateOpened>(action) != nullptr && visit != nullptr && screen.tab == CaseTab::private_view)
        context.order(effect::ReadPrivate{visit->sitting, screen.partner});
    if (const auto* read = is<action::PrivateRead>(action)) {
        const bool here = screen.tab == CaseTab::private_view && visit != nullptr &&
                          visit->sitting == read->record.sitting && screen.partner == read->record.partner;
        if (here) {
            screen.opened_private = read->record;
            auto& opened = screen.file.visits[screen.visit];
            (screen.partner == Partner::a ? opened.a : opened.b).private_opened = true;
        }
        screen.asking_private = false;
    }
    if (is<action::PrivateClosed>(action) != nullptr) {
        turn_to_first(screen);
        screen.tab = CaseTab::overview;
    }
}

}

void keep_note(screen::Case& screen, UpdateContext& context) {
    if (visit_of(screen) == nullptr) return;
    auto& visit = screen.file.visits[screen.visit];
    screen.save_note_at.reset();
    if (!screen.note) return;
    // Headings that nothing was written below are no note.
    const auto& text = screen.note->text == screen.note_headings ? std::string() : screen.note->text;
    if (text != visit.note || screen.note_trouble == visit.sitting) {
        visit.note = text;
        screen.note_saving = true;
        context.order(effect::SaveNote{visit.sitting, visit.note});
    }
}

Screen on(screen::Case screen, Known<screen::Case> action, UpdateContext& context) {
    note_answered(screen, action);
    if (locks(action)) {
        keep_note(screen, context);
        return lock(context);
    }
    if (is<action::BackTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr) {
        if (step_back(screen, context)) return screen;
        context.order(effect::ReadCaseload{});
        return caseload(std::move(screen.therapist), {}, context);
    }
    write_note(screen, action, context);
    go_to_page(screen.page, action);
    go_elsewhere(screen, action, context);
    if (const auto* tapped = is<action::CaseMenuTapped>(action))
        screen.menu = screen.menu == tapped->menu ? std::nullopt : std::optional(tapped->menu);
    inspect(screen, action);
    answer_private(screen, action, context);
    if (is<action::ReadBackToggled>(action) != nullptr && screen.file.own) {
        const auto sentences = sentences_to_read_back(screen.file);
        const bool on = !sentences.empty() && screen.file.read_back == sentences;
        context.order(effect::SetReadBack{screen.file.id, on ? std::vector<std::string>() : sentences});
    }
    if (const auto* trouble = is<action::TherapistFailed>(action)) screen.problem = words_for(trouble->error);
    if (const auto* changed = is<action::CaseOpened>(action)) {
        screen.file = changed->file;
        screen.visit = std::min(screen.visit, screen.file.visits.empty() ? 0 : screen.file.visits.size() - 1);
    }
    const bool goes_elsewhere = is<action::ExportTapped>(action) != nullptr ||
                                is<action::CaseActionsTapped>(action) != nullptr ||
                                is<action::TogetherTapped>(action) != nullptr;
    if (!goes_elsewhere) return screen;
    screen.menu.reset();
    close_note(screen, context);
    close_private(screen);
    if (screen.tab == CaseTab::private_view) screen.tab = CaseTab::overview;
    if (is<action::CaseActionsTapped>(action) != nullptr) return screen::CaseActions{.from = std::move(screen)};
    if (screen.file.visits.empty()) return screen;
    if (is<action::TogetherTapped>(action) != nullptr) return choose_cards(std::move(screen), context);
    return export_of(std::move(screen), context);
}

}
