// What is done with a case as a whole: the next packet, who else may read it, a part that belongs elsewhere, keeping
// and deleting.
#include "model/visit/packet_offer.hpp"
#include "model/visit/therapist_context.hpp"
#include <algorithm>

namespace model {
namespace {

bool types_a_code(CaseTask task) {
    return task == CaseTask::move_part || task == CaseTask::erase;
}

void begin(screen::CaseActions& screen, CaseTask task) {
    screen.task = task;
    screen.page = 0;
    screen.chosen.reset();
    screen.chart_code = edit_of("", 40, Lines::one);
    screen.keyboard = {.shift = true};
    screen.typing = false;
    screen.problem = screen.done = {};
    const auto& visits = screen.from.file.visits;
    if (task == CaseTask::new_code && screen.from.visit < visits.size())
        screen.partner = visits[screen.from.visit].a.status == PartStatus::open ? Partner::a : Partner::b;
}

void answered(screen::CaseActions& screen, Known<screen::CaseActions> action) {
    if (const auto* changed = is<action::CaseOpened>(action)) {
        screen.from.file = changed->file;
        screen.from.visit =
            std::min(screen.from.visit, screen.from.file.visits.empty() ? 0 : screen.from.file.visits.size() - 1);
        screen.working = false;
        if (screen.task == CaseTask::move_part) {
            begin(screen, CaseTask::menu);
            screen.done = core::message("folder.moved", "The part was moved to the other case.");
        }
    }
    if (const auto* trouble = is<action::TherapistFailed>(action)) {
        screen.working = false;
        screen.problem = trouble->error.code == core::ErrorCode::not_found && screen.task == CaseTask::move_part
                             ? core::message("folder.no-such-case", "You have no case with this chart code.")
                         : trouble->error.code == core::ErrorCode::not_found && screen.task == CaseTask::new_code
                             ? core::message("folder.code-not-yours",
                                             "This part is locked for another therapist, who can let them choose.")
                             : words_for(trouble->error);
    }
}

void type_code(screen::CaseActions& screen, Known<screen::CaseActions> action) {
    if (is<action::ChartCodeTapped>(action) != nullptr) screen.typing = true;
    if (!screen.typing) return;
    if (is<action::DoneTyping>(action) != nullptr)
        screen.typing = false;
    else if (type_text(screen.chart_code, screen.keyboard, action))
        screen.problem = {};
}

void choose(screen::CaseActions& screen, Known<screen::CaseActions> action, UpdateContext& context) {
    const auto& file = screen.from.file;
    if (const auto* chosen = is<action::PacketChosen>(action);
        chosen != nullptr && screen.task == CaseTask::follow_up && chosen->index < context.content().packets.size()) {
        const auto& asked = context.content().packets[chosen->index];
        const auto& packet = asked.id;
        const auto why = why_not_offered(context.content(), *context.state.practice, asked);
        // What was chosen while it was offered can still be taken back.
        if (why == NotOffered::needs_reading && packet != file.next_packet) return;
        // The one that is chosen already, tapped again, is taken back.
        context.order(effect::ChooseFollowUp{file.id, packet == file.next_packet ? core::PacketId{} : packet});
    }
    if (const auto* chosen = is<action::TherapistChosen>(action);
        chosen != nullptr && chosen->index < file.colleagues.size() && file.own) {
        const auto id = file.colleagues[chosen->index].id;
        if (screen.task == CaseTask::share) {
            const bool shared = std::ranges::find(file.shared_with, id, &TherapistName::id) != file.shared_with.end();
            screen.working = true;
            context.order(effect::ShareCase{file.id, id, !shared});
        }
        if (screen.task == CaseTask::hand_over) screen.chosen = id;
    }
    if (is<action::HoldToggled>(action) != nullptr && file.own)
        context.order(effect::HoldCase{file.id, !file.legal_hold});
    if (const auto* chosen = is<action::PartnerChosen>(action)) screen.partner = screen.as = chosen->partner;
    if (const auto* there = is<action::WhoChosen>(action)) screen.as = there->partner;
}

void confirm(screen::CaseActions& screen, UpdateContext& context) {
    const auto& file = screen.from.file;
    const auto code = core::trimmed(screen.chart_code.text);
    switch (screen.task) {
    case CaseTask::hand_over:
        if (screen.chosen && file.own) {
            screen.working = true;
            context.order(effect::HandOverCase{file.id, *screen.chosen});
        }
        return;
    case CaseTask::move_part:
        if (!code.empty() && screen.from.visit < file.visits.size()) {
            screen.working = true;
            context.order(
                effect::MovePart{file.visits[screen.from.visit].sitting, screen.partner, screen.as, std::string(code)});
        }
        return;
    case CaseTask::new_code:
        if (screen.from.visit < file.visits.size() &&
            part_of(file.visits[screen.from.visit], screen.partner).status == PartStatus::open) {
            screen.working = true;
            context.order(effect::LetChooseCode{file.visits[screen.from.visit].sitting, screen.partner});
        }
        return;
    case CaseTask::erase:
        if (!code.empty() && file.own && !file.legal_hold) {
            screen.working = true;
            context.order(effect::EraseCase{file.id, std::string(code)});
        }
        return;
    case CaseTask::menu:
    case CaseTask::follow_up:
    case CaseTask::share:
        return;
    }
}

}

Screen on(screen::CaseActions screen, Known<screen::CaseActions> action, UpdateContext& context) {
    if (locks(action)) return lock(context);
    if (const auto* awaited = is<action::CodeAwaited>(action))
        return screen::ChooseCode{.seat = awaited->seat, .first = {}, .code = {}, .anew = true};
    answered(screen, action);
    if (is<action::CaseErased>(action) != nullptr) {
        context.order(effect::ReadCaseload{});
        return caseload(std::move(screen.from.therapist), {}, context);
    }
    go_to_page(screen.page, action);
    if (screen.working) return screen;
    if (is<action::BackTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr) {
        if (screen.typing)
            screen.typing = false;
        else if (screen.task == CaseTask::menu)
            return std::move(screen.from);
        else
            begin(screen, CaseTask::menu);
        return screen;
    }
    if (const auto* chosen = is<action::CaseTaskChosen>(action)) begin(screen, chosen->task);
    if (types_a_code(screen.task)) type_code(screen, action);
    choose(screen, action, context);
    if (is<action::Confirmed>(action) != nullptr && !screen.typing) confirm(screen, context);
    return screen;
}

}
