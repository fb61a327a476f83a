#include "model/visit/update_context.hpp"

namespace model {
namespace {

core::Message words_taken(std::size_t count) {
    return count == 1
               ? core::message("day-list.taken-one", "One sitting was made.")
               : core::message("day-list.taken", "{count} sittings were made.", {{"count", std::to_string(count)}});
}

std::vector<PlannedSitting> taken_of(const screen::DayList& screen) {
    return screen.plan ? screen.plan->sittings : std::vector<PlannedSitting>();
}

// The file is not the kiosk's own: what is wrong with it is said in words for who brought it.
core::Message words_for_file(const core::Error& error) {
    if (error.code == core::ErrorCode::bad_content)
        return core::message("day-list.unreadable", "That is no table that can be read. Save it as CSV and try again.");
    if (error.code == core::ErrorCode::unsupported)
        return core::message("day-list.too-large", "That file is too large for a list of one day.");
    return words_for(error);
}

}

Screen on(screen::DayList screen, Known<screen::DayList> action, UpdateContext& context) {
    if (const auto* trouble = is<action::DeskFailed>(action)) {
        // Of the list as it was read nothing is taken: what fits may be another now.
        screen.working = false;
        screen.plan.reset();
        screen.page = 0;
        screen.problem = trouble->error.code == core::ErrorCode::invalid_state
                             ? core::message("day-list.changed", "A sitting was made for one of these codes meanwhile, "
                                                                 "so none was taken. Please choose the file again.")
                             : words_for_file(trouble->error);
        return screen;
    }
    if (const auto* read = is<action::BoardRead>(action))
        return board_screen(read->board, context, words_taken(taken_of(screen).size()));
    if (const auto* found = is<action::DayFilesFound>(action)) screen.files = found->files;
    if (const auto* read = is<action::DayRead>(action)) {
        screen.working = false;
        screen.page = 0;
        screen.problem = read->plan.refused;
        screen.plan.reset();
        if (screen.problem.empty()) screen.plan = read->plan;
    }
    go_to_page(screen.page, action);
    if (screen.working) return screen;
    if (leaves(action)) {
        if (!screen.plan) return board_screen(std::move(screen.board), context);
        screen.plan.reset();
        screen.page = 0;
        return screen;
    }
    if (const auto* chosen = is<action::DayFileChosen>(action);
        chosen != nullptr && screen.files && chosen->index < screen.files->size()) {
        screen.working = true;
        screen.problem = {};
        context.order(effect::ReadDayFile{(*screen.files)[chosen->index]});
    }
    if (is<action::Confirmed>(action) != nullptr && screen.plan && !screen.plan->sittings.empty()) {
        screen.working = true;
        context.order(effect::TakeDay{screen.plan->sittings});
    }
    return screen;
}

}
