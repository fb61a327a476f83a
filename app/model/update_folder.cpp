// What is done with a case as a whole: the next packet, who else may read it, a part that belongs elsewhere, keeping
// and deleting.
#include "model/therapist_turns.hpp"
#include <algorithm>

namespace model {
namespace {

bool types_a_code(FolderTask task) {
    return task == FolderTask::move_part || task == FolderTask::erase;
}

void begin(screen::Folder& screen, FolderTask task) {
    screen.task = task;
    screen.page = 0;
    screen.chosen.reset();
    screen.chart_code = edit_of("", 40, Lines::one);
    screen.keyboard = {.shift = true};
    screen.typing = false;
    screen.problem = screen.done = {};
}

void answered(screen::Folder& screen, const Action& action) {
    if (const auto* changed = is<action::CaseOpened>(action)) {
        screen.from.file = changed->file;
        screen.from.visit =
            std::min(screen.from.visit, screen.from.file.visits.empty() ? 0 : screen.from.file.visits.size() - 1);
        screen.working = false;
        if (screen.task == FolderTask::move_part) {
            begin(screen, FolderTask::menu);
            screen.done = core::saying("folder.moved", "The part was moved to the other case.");
        }
    }
    if (const auto* trouble = is<action::TherapistFailed>(action)) {
        screen.working = false;
        screen.problem = trouble->error.code == core::ErrorCode::not_found && screen.task == FolderTask::move_part
                             ? core::saying("folder.no-such-case", "You have no case with this chart code.")
                             : words_for(trouble->error);
    }
}

void type_code(screen::Folder& screen, const Action& action) {
    if (is<action::ChartCodeTapped>(action) != nullptr) screen.typing = true;
    if (!screen.typing) return;
    if (is<action::DoneTyping>(action) != nullptr)
        screen.typing = false;
    else if (type_text(screen.chart_code, screen.keyboard, action))
        screen.problem = {};
}

void choose(screen::Folder& screen, const Action& action, Turn& turn) {
    const auto& file = screen.from.file;
    if (const auto* chosen = is<action::PacketChosen>(action);
        chosen != nullptr && screen.task == FolderTask::follow_up && chosen->index < turn.content().packets.size()) {
        const auto& packet = turn.content().packets[chosen->index].id;
        // The one that is chosen already, tapped again, is taken back.
        turn.order(effect::ChooseFollowUp{file.id, packet == file.next_packet ? core::PacketId{} : packet});
    }
    if (const auto* chosen = is<action::TherapistChosen>(action);
        chosen != nullptr && chosen->index < file.colleagues.size() && file.own) {
        const auto id = file.colleagues[chosen->index].id;
        if (screen.task == FolderTask::share) {
            const bool shared = std::ranges::find(file.shared_with, id, &TherapistName::id) != file.shared_with.end();
            screen.working = true;
            turn.order(effect::ShareCase{file.id, id, !shared});
        }
        if (screen.task == FolderTask::hand_over) screen.chosen = id;
    }
    if (is<action::HoldToggled>(action) != nullptr && file.own) turn.order(effect::HoldCase{file.id, !file.legal_hold});
    if (const auto* partner = is<action::PartnerChosen>(action)) screen.role = screen.as = partner->role;
    if (const auto* there = is<action::RoleChosen>(action)) screen.as = there->role;
}

void confirm(screen::Folder& screen, Turn& turn) {
    const auto& file = screen.from.file;
    const auto code = trimmed(screen.chart_code.text);
    switch (screen.task) {
    case FolderTask::hand_over:
        if (screen.chosen && file.own) {
            screen.working = true;
            turn.order(effect::HandOverCase{file.id, *screen.chosen});
        }
        return;
    case FolderTask::move_part:
        if (!code.empty() && screen.from.visit < file.visits.size()) {
            screen.working = true;
            turn.order(
                effect::MovePart{file.visits[screen.from.visit].sitting, screen.role, screen.as, std::string(code)});
        }
        return;
    case FolderTask::erase:
        if (!code.empty() && file.own && !file.legal_hold) {
            screen.working = true;
            turn.order(effect::EraseCase{file.id, std::string(code)});
        }
        return;
    case FolderTask::menu:
    case FolderTask::follow_up:
    case FolderTask::share:
        return;
    }
}

}

Screen on(screen::Folder screen, const Action& action, Turn& turn) {
    if (locks(action)) return lock(turn);
    answered(screen, action);
    if (is<action::CaseErased>(action) != nullptr) {
        turn.order(effect::ReadCaseload{});
        return caseload(std::move(screen.from.therapist), {}, turn);
    }
    if (screen.working) return screen;
    if (is<action::BackTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr) {
        if (screen.typing)
            screen.typing = false;
        else if (screen.task == FolderTask::menu)
            return std::move(screen.from);
        else
            begin(screen, FolderTask::menu);
        return screen;
    }
    if (const auto* turned = is<action::PageTurned>(action))
        screen.page = turned->by > 0 ? screen.page + 1 : screen.page - (screen.page > 0 ? 1 : 0);
    if (const auto* chosen = is<action::FolderTaskChosen>(action)) begin(screen, chosen->task);
    if (types_a_code(screen.task)) type_code(screen, action);
    choose(screen, action, turn);
    if (is<action::Confirmed>(action) != nullptr && !screen.typing) confirm(screen, turn);
    return screen;
}

}
