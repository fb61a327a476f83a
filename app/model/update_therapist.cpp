#include "model/caseload.hpp"
#include "model/therapist_turns.hpp"

namespace model {
namespace {

// As many as a screen can show at the smallest text; their scores over time are read with them.
constexpr std::size_t most_shown = 16;

void read_glances(const screen::Caseload& screen, Turn& turn) {
    if (screen.typing) return; // a letter must not wait for packets to be opened
    effect::ReadGlances order;
    for (auto i = screen.first; i < screen.found.size() && i < screen.first + most_shown; ++i)
        if (const auto id = (*screen.cases)[screen.found[i]].id; !screen.glances.contains(id)) order.ids.push_back(id);
    if (!order.ids.empty()) turn.order(std::move(order));
}

void find_again(screen::Caseload& screen, Turn& turn) {
    screen.found = found_cases(*screen.cases, screen.search.text, screen.filter, turn.now.wall,
                               turn.state.practice->retention_years);
    screen.first = 0;
    read_glances(screen, turn);
}

}

Screen lock(Turn& turn) {
    turn.order(effect::LockTherapist{});
    return welcome(turn);
}

bool locks(const Action& action) {
    return is<action::LockTapped>(action) != nullptr;
}

screen::Caseload caseload(TherapistName therapist, std::vector<CaseSummary> cases, Turn& turn) {
    screen::Caseload list{.therapist = std::move(therapist),
                          .cases = std::make_shared<const std::vector<CaseSummary>>(std::move(cases)),
                          .search = edit_of("", 60, Lines::one)};
    find_again(list, turn);
    return list;
}

Screen on(screen::Unlock screen, const Action& action, Turn& turn) {
    if (is<action::BackTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr) return lock(turn);
    if (refused(screen.passphrase, action)) return screen;
    if (const auto* unlocked = is<action::Unlocked>(action))
        return caseload(unlocked->therapist, unlocked->cases, turn);
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
        return screen::Case{.therapist = screen.therapist, .file = opened->file, .tab = CaseTab::overview};
    if (const auto* trouble = is<action::TherapistFailed>(action)) screen.problem = words_for(trouble->error);
    if (const auto* read = is<action::Unlocked>(action)) {
        screen.cases = std::make_shared<const std::vector<CaseSummary>>(read->cases);
        find_again(screen, turn);
    }
    if (const auto* read = is<action::GlancesRead>(action))
        for (const auto& glance : read->glances)
            screen.glances.insert_or_assign(glance.id, glance);
    if (const auto* turned = is<action::ListTurned>(action); turned != nullptr && turned->first < screen.found.size()) {
        screen.first = turned->first;
        read_glances(screen, turn);
    }
    if (const auto* chosen = is<action::FilterChosen>(action)) {
        screen.filter = chosen->filter;
        find_again(screen, turn);
    }
    if (is<action::SearchTapped>(action) != nullptr) screen.typing = true;
    if (is<action::DoneTyping>(action) != nullptr || is<action::BackTapped>(action) != nullptr) {
        screen.typing = false;
        read_glances(screen, turn);
    } else if (is<action::KeyTyped>(action) != nullptr || screen.typing) {
        screen.typing = true;
        if (type_text(screen.search, screen.keyboard, action)) find_again(screen, turn);
    }
    if (const auto* chosen = is<action::CaseChosen>(action)) turn.order(effect::OpenCase{chosen->id});
    return screen;
}

namespace {

// Long enough that trying them all takes longer than anybody has; the archive leaves the kiosk.
constexpr std::size_t least_archive_letters = 12;

bool never_private(ExportKind kind) {
    return kind == ExportKind::keepsake;
}

void order_export(screen::ExportChart& screen, Turn& turn) {
    if (screen.from.visit >= screen.from.file.visits.size()) return;
    screen.working = true;
    screen.typing = false;
    screen.problem = {};
    screen.written_to.clear();
    const bool with_private = !never_private(screen.kind);
    turn.order(effect::WriteChart{.sitting = screen.from.file.visits[screen.from.visit].sitting,
                                  .kind = screen.kind,
                                  .private_a = screen.private_a && with_private,
                                  .private_b = screen.private_b && with_private,
                                  .archive = screen.archive.typed,
                                  .language = turn.state.look.language});
    screen.archive = {};
}

void type_archive(screen::ExportChart& screen, const Action& action, Turn& turn) {
    if (!type_secret(screen.archive, action, turn.now, 0)) return;
    if (screen.archive.typed.length() < least_archive_letters)
        screen.problem = core::saying("export.too-short", "Please use 12 letters or more.");
    else
        order_export(screen, turn);
}

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
    if (is<action::BackTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr) {
        if (!screen.typing) return std::move(screen.from);
        screen.typing = false;
        screen.archive = {};
        screen.problem = {};
        return screen;
    }
    if (screen.typing) {
        type_archive(screen, action, turn);
        return screen;
    }
    if (const auto* turned = is<action::PageTurned>(action))
        screen.page = turned->by > 0 ? screen.page + 1 : screen.page - (screen.page > 0 ? 1 : 0);
    if (const auto* chosen = is<action::ExportKindChosen>(action)) {
        screen.kind = chosen->kind;
        screen.written_to.clear();
        screen.problem = {};
    }
    if (const auto* toggled = is<action::ExportPrivateToggled>(action)) {
        auto& chosen = toggled->role == Role::a ? screen.private_a : screen.private_b;
        chosen = !chosen;
        screen.written_to.clear();
    }
    if (is<action::Confirmed>(action) != nullptr) {
        if (screen.kind == ExportKind::archive)
            screen.typing = true;
        else
            order_export(screen, turn);
    }
    return screen;
}

}
