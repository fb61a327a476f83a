#include "model/case/caseload.hpp"
#include "model/visit/therapist_context.hpp"

namespace model {
namespace {

// As many as a screen can show at the smallest text; their scores over time are read with them.
constexpr std::size_t most_shown = 16;

void read_glances(const screen::Caseload& screen, UpdateContext& context) {
    if (screen.typing) return; // a letter must not wait for packets to be opened
    effect::ReadGlances order;
    for (auto i = screen.first; i < screen.found.size() && i < screen.first + most_shown; ++i)
        if (const auto id = (*screen.cases)[screen.found[i]].id; !screen.glances.contains(id)) order.ids.push_back(id);
    if (!order.ids.empty()) context.order(std::move(order));
}

core::Message changed_outside(const std::string& what) {
    return core::message("caseload.changed",
                         "Changed outside this kiosk: {what}. It is not used, and nothing was deleted. Please call the "
                         "technician.",
                         {{"what", what}});
}

core::Message words_for_note() {
    return core::message("caseload.note-unsaved",
                         "The note that you wrote last could not be saved yet. The kiosk still holds it, so do not "
                         "switch it off. Please call the technician.");
}

void find_again(screen::Caseload& screen, UpdateContext& context) {
    const auto between = words_between_names(context.state.locales);
    screen.found = found_cases(*screen.cases, screen.search.text, screen.filter, context.now.wall,
                               context.state.practice->retention_years, between);
    screen.first = 0;
    read_glances(screen, context);
}

}

Screen lock(UpdateContext& context) {
    context.order(effect::LockTherapist{});
    return welcome(context);
}

bool locks(Among<known::Locking> action) {
    return is<action::LockTapped>(action) != nullptr;
}

screen::Caseload caseload(TherapistName therapist, std::vector<CaseSummary> cases, UpdateContext& context) {
    screen::Caseload list{.therapist = std::move(therapist),
                          .cases = std::make_shared<const std::vector<CaseSummary>>(std::move(cases)),
                          .search = edit_of("", 60, Lines::one)};
    find_again(list, context);
    return list;
}

Screen on(screen::Unlock screen, Known<screen::Unlock> action, UpdateContext& context) {
    if (is<action::BackTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr) return lock(context);
    if (refused(screen.passphrase, action)) return screen;
    if (const auto* unlocked = is<action::Unlocked>(action)) {
        auto list = caseload(unlocked->therapist, unlocked->cases, context);
        if (unlocked->note_unsaved) list.problem = words_for_note();
        return list;
    }
    if (is<action::TherapistFailed>(action) != nullptr) screen.passphrase.working = false;
    if (is<action::ForgottenTapped>(action) != nullptr && !screen.passphrase.working)
        return recovery_of(std::move(screen));
    if (type_secret(screen.passphrase, action, context.now)) {
        screen.passphrase.working = true;
        context.order(effect::UnlockTherapist{screen.therapist, screen.passphrase.typed});
    }
    return screen;
}

Screen on(screen::Caseload screen, Known<screen::Caseload> action, UpdateContext& context) {
    if (locks(action) || is<action::WentHome>(action) != nullptr) return lock(context);
    if (is<action::ReadTapped>(action) != nullptr) {
        context.order(effect::LockTherapist{}); // the screen is about to be turned to a couple
        return screen::Articles{};
    }
    if (is<action::FiguresTapped>(action) != nullptr) return screen::Figures{.therapist = std::move(screen.therapist)};
    if (const auto* opened = is<action::CaseOpened>(action))
        return screen::Case{.therapist = screen.therapist, .file = opened->file, .tab = CaseTab::brief};
    if (const auto* trouble = is<action::TherapistFailed>(action))
        screen.problem = trouble->error.code == core::ErrorCode::tampered ? changed_outside(trouble->error.detail)
                                                                          : words_for(trouble->error);
    if (const auto* read = is<action::Unlocked>(action)) {
        screen.cases = std::make_shared<const std::vector<CaseSummary>>(read->cases);
        if (read->note_unsaved || screen.problem == words_for_note())
            screen.problem = read->note_unsaved ? words_for_note() : core::Message();
        find_again(screen, context);
    }
    if (const auto* read = is<action::GlancesRead>(action))
        for (const auto& glance : read->glances)
            screen.glances.insert_or_assign(glance.id, glance);
    if (go_through_list(screen.first, screen.found.size(), action)) read_glances(screen, context);
    if (const auto* chosen = is<action::FilterChosen>(action)) {
        screen.filter = chosen->filter;
        find_again(screen, context);
    }
    if (is<action::SearchTapped>(action) != nullptr) screen.typing = true;
    if (is<action::DoneTyping>(action) != nullptr || is<action::BackTapped>(action) != nullptr) {
        screen.typing = false;
        read_glances(screen, context);
    } else if (is<action::KeyTyped>(action) != nullptr || screen.typing) {
        screen.typing = true;
        if (type_text(screen.search, screen.keyboard, action)) find_again(screen, context);
    }
    if (const auto* chosen = is<action::CaseChosen>(action)) context.order(effect::OpenCase{chosen->id});
    return screen;
}

}
