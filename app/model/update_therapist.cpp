#include "model/turns.hpp"

namespace model {
namespace {

Screen lock(Turn& turn) {
    turn.order(effect::LockTherapist{});
    return welcome(turn);
}

bool locks(const Action& action) {
    return is<action::LockTapped>(action) != nullptr;
}

screen::Caseload caseload(TherapistName therapist, std::vector<CaseSummary> cases) {
    screen::Caseload list{.therapist = std::move(therapist), .cases = std::move(cases), .search = {}};
    list.search = edit_of("", 60, Lines::one);
    return list;
}

void close_private(screen::Case& screen) {
    screen.opened_private.reset();
    screen.asking_private = false;
}

// Another page of the case: what stood over the last one goes.
void turn_to_first(screen::Case& screen) {
    screen.page = 0;
    screen.behind.reset();
    close_private(screen);
}

// How the pictures of a visit are looked at.
void look_closer(screen::Case& screen, const Action& action) {
    if (const auto* opened = is<action::BehindOpened>(action)) {
        screen.behind = opened->behind;
        screen.page = 0;
    }
    if (is<action::BehindClosed>(action) != nullptr) {
        screen.behind.reset();
        screen.page = 0;
    }
    if (const auto* toward = is<action::DotsToward>(action)) screen.dots_toward = toward->role;
    if (const auto* ordered = is<action::DotsOrdered>(action)) screen.dots_by_level = ordered->by_level;
    if (const auto* chosen = is<action::TrendChosen>(action)) screen.trend = chosen->index;
}

}

Screen on(screen::Unlock screen, const Action& action, Turn& turn) {
    if (is<action::BackTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr) return lock(turn);
    if (refused(screen.passphrase, action)) return screen;
    if (const auto* unlocked = is<action::Unlocked>(action)) return caseload(unlocked->therapist, unlocked->cases);
    if (is<action::TherapistFailed>(action) != nullptr) screen.passphrase.working = false;
    if (type_secret(screen.passphrase, action, turn.now, 0)) {
        screen.passphrase.working = true;
        turn.order(effect::UnlockTherapist{screen.therapist, screen.passphrase.typed});
    }
    return screen;
}

Screen on(screen::Caseload screen, const Action& action, Turn& turn) {
    if (locks(action) || is<action::WentHome>(action) != nullptr) return lock(turn);
    if (is<action::ReadTapped>(action) != nullptr) {
        turn.order(effect::LockTherapist{}); // the screen is about to be turned to a couple
        return screen::Articles{};
    }
    if (const auto* opened = is<action::CaseOpened>(action))
        return screen::Case{.therapist = screen.therapist, .file = opened->file, .opened_private = {}, .problem = {}};
    if (const auto* trouble = is<action::TherapistFailed>(action)) screen.problem = words_for(trouble->error);
    if (const auto* read = is<action::Unlocked>(action)) screen.cases = read->cases;
    if (const auto* turned = is<action::PageTurned>(action))
        screen.page = turned->by > 0 ? screen.page + 1 : screen.page - (screen.page > 0 ? 1 : 0);
    if (is<action::SearchTapped>(action) != nullptr) screen.typing = true;
    if (is<action::DoneTyping>(action) != nullptr || is<action::BackTapped>(action) != nullptr)
        screen.typing = false;
    else if (is<action::KeyTyped>(action) != nullptr || screen.typing) {
        screen.typing = true;
        if (type_text(screen.search, screen.keyboard, action)) screen.page = 0;
    }
    if (const auto* chosen = is<action::CaseChosen>(action)) turn.order(effect::OpenCase{chosen->id});
    return screen;
}

Screen on(screen::Case screen, const Action& action, Turn& turn) {
    if (locks(action)) return lock(turn);
    if (is<action::BackTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr) {
        if (screen.behind) {
            screen.behind.reset();
            screen.page = 0;
            return screen;
        }
        if (screen.asking_private || screen.opened_private) {
            close_private(screen);
            return screen;
        }
        turn.order(effect::ReadCaseload{});
        return caseload(std::move(screen.therapist), {});
    }
    if (const auto* turned = is<action::PageTurned>(action))
        screen.page = turned->by > 0 ? screen.page + 1 : screen.page - (screen.page > 0 ? 1 : 0);
    if (const auto* turned = is<action::VisitTurned>(action)) {
        const auto last = screen.file.visits.empty() ? 0 : screen.file.visits.size() - 1;
        if (turned->by > 0 && screen.visit < last) ++screen.visit;
        if (turned->by < 0 && screen.visit > 0) --screen.visit;
        turn_to_first(screen);
    }
    if (const auto* partner = is<action::PartnerChosen>(action)) {
        screen.role = partner->role;
        turn_to_first(screen);
    }
    if (const auto* tab = is<action::CaseTabChosen>(action)) {
        screen.tab = tab->tab;
        turn_to_first(screen);
        screen.asking_private = tab->tab == CaseTab::private_view;
    }
    look_closer(screen, action);
    if (is<action::PrivateOpened>(action) != nullptr && screen.visit < screen.file.visits.size())
        turn.order(effect::ReadPrivate{screen.file.visits[screen.visit].sitting, screen.role});
    if (const auto* read = is<action::PrivateRead>(action)) {
        const bool here = screen.tab == CaseTab::private_view && screen.visit < screen.file.visits.size() &&
                          screen.file.visits[screen.visit].sitting == read->record.sitting &&
                          screen.role == read->record.role;
        if (here) screen.opened_private = read->record;
        screen.asking_private = false;
    }
    if (is<action::PrivateClosed>(action) != nullptr) {
        turn_to_first(screen);
        screen.tab = CaseTab::scores;
    }
    if (const auto* trouble = is<action::TherapistFailed>(action)) screen.problem = words_for(trouble->error);
    if (is<action::ExportTapped>(action) != nullptr && !screen.file.visits.empty()) {
        close_private(screen);
        if (screen.tab == CaseTab::private_view) screen.tab = CaseTab::scores;
        return screen::ExportChart{.from = std::move(screen), .written_to = {}, .problem = {}};
    }
    return screen;
}

Screen on(screen::ExportChart screen, const Action& action, Turn& turn) {
    if (locks(action)) return lock(turn);
    if (const auto* written = is<action::ChartWritten>(action)) {
        screen.working = false;
        screen.written_to = written->path;
    }
    if (const auto* trouble = is<action::TherapistFailed>(action)) {
        screen.working = false;
        screen.problem = words_for(trouble->error);
    }
    if (screen.working) return screen;
    if (is<action::BackTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr)
        return std::move(screen.from);
    if (const auto* turned = is<action::PageTurned>(action))
        screen.page = turned->by > 0 ? screen.page + 1 : screen.page - (screen.page > 0 ? 1 : 0);
    if (const auto* toggled = is<action::ExportPrivateToggled>(action)) {
        auto& chosen = toggled->role == Role::a ? screen.private_a : screen.private_b;
        chosen = !chosen;
        screen.written_to.clear();
    }
    if (is<action::Confirmed>(action) != nullptr && screen.from.visit < screen.from.file.visits.size()) {
        screen.working = true;
        screen.problem = {};
        screen.written_to.clear();
        turn.order(effect::WriteChart{screen.from.file.visits[screen.from.visit].sitting, screen.private_a,
                                      screen.private_b, turn.state.look.language});
    }
    return screen;
}

}
