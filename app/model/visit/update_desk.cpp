#include "model/visit/packet_offer.hpp"
#include "model/visit/update_context.hpp"
#include <algorithm>

namespace model {
namespace {

constexpr std::chrono::seconds board_refresh{5};

const BoardRow* row_of(const Board& board, core::SittingId sitting) {
    for (const auto& row : board.rows)
        if (row.sitting == sitting) return &row;
    return nullptr;
}

template<class Next>
Screen open_row(const screen::Desk& screen, core::SittingId sitting, Next next) {
    const auto* row = row_of(screen.board, sitting);
    if (row == nullptr) return screen;
    return next(*row);
}

core::Message words_not_parked() {
    return core::message("desk.not-parked",
                         "This sitting is not put away yet: the last words of one of the two could not be saved. The "
                         "kiosk still holds them, so do not switch it off. Please call the technician, then try "
                         "again.");
}

// Which of the board's pages is shown. Back is one step: from a row to the page that led to it, from there to the
// board.
void turn_page_of_desk(screen::Desk& screen, const Known<screen::Desk>& action) {
    using enum screen::DeskPage;
    if (const auto* row = is<action::RowTapped>(action)) screen.open_row = row->sitting;
    if (is<action::ChecksTapped>(action) != nullptr) screen.shown = checks;
    if (is<action::CodesTapped>(action) != nullptr) screen.shown = forgotten_codes;
    const bool leaves_row = screen.open_row && is<action::BackTapped>(action) != nullptr;
    if (leaves_row)
        screen.open_row.reset();
    else if (is<action::BackTapped>(action) != nullptr)
        screen.shown = board;
}

// Orders a slip of an entry code, and says what became of it; nothing where it is about something else.
core::Message told_of_slip(Among<known::Slips> action, UpdateContext& context) {
    if (const auto* slip = is<action::SlipTapped>(action); slip != nullptr && context.state.practice->prints) {
        context.order(effect::PrintSlip{slip->sitting, context.state.appearance.language});
        return core::message("slip.printing", "The slip is being printed.");
    }
    if (is<action::SlipPrinted>(action) != nullptr) return core::message("slip.printed", "The slip is at the printer.");
    if (is<action::SlipFailed>(action) != nullptr)
        return core::message("slip.failed", "The printer did not take it. Read the code out, or write it down.");
    return {};
}

// What a row's page asks before it gives its order: once, however often it is tapped.
template<class S>
Screen confirmed(S screen, const Known<S>& action, UpdateContext& context, Effect order) {
    if (const auto* trouble = is<action::DeskFailed>(action))
        return board_screen(std::move(screen.board), context,
                            trouble->unsaved ? words_not_parked() : words_for(trouble->error));
    go_to_page(screen.page, action);
    if (screen.working) return screen;
    if (leaves(action)) return board_screen(std::move(screen.board), context);
    if (is<action::Confirmed>(action) != nullptr) {
        screen.working = true;
        context.order(std::move(order));
    }
    return screen;
}

}

Screen board_screen(Board board, UpdateContext& context, core::Message notice) {
    return screen::Desk{.board = std::move(board),
                        .page = 0,
                        .open_row = {},
                        .notice = std::move(notice),
                        .refresh_at = context.now.steady + board_refresh};
}

Screen on(screen::StaffDoor screen, Known<screen::StaffDoor> action, UpdateContext& context) {
    if (leaves(action)) return welcome(context);
    go_to_page(screen.page, action);
    if (is<action::DeskTapped>(action) != nullptr) return screen::DeskPin{};
    if (const auto* chosen = is<action::TherapistChosen>(action);
        chosen != nullptr && chosen->index < screen.therapists.size())
        return screen::Unlock{
            .therapist = screen.therapists[chosen->index], .passphrase = {}, .kit = std::move(screen.kit)};
    return screen;
}

Screen on(screen::DeskPin screen, Known<screen::DeskPin> action, UpdateContext& context) {
    if (leaves(action)) return welcome(context);
    if (refused(screen.pin, action)) return screen;
    if (const auto* read = is<action::BoardRead>(action)) return board_screen(read->board, context);
    if (type_secret(screen.pin, action, context.now)) {
        screen.pin.working = true;
        context.order(effect::UnlockDesk{screen.pin.typed});
    }
    return screen;
}

Screen on(screen::Desk screen, Known<screen::Desk> action, UpdateContext& context) {
    if (is<action::LockTapped>(action) != nullptr || is<action::WentHome>(action) != nullptr) return welcome(context);
    if (is<action::TimePassed>(action) != nullptr && screen.refresh_at && context.now.steady >= *screen.refresh_at) {
        screen.refresh_at = context.now.steady + board_refresh;
        context.order(effect::ReadBoard{});
    }
    const auto before = std::pair(screen.open_row, screen.shown);
    if (const auto* read = is<action::BoardRead>(action)) {
        screen.board = read->board;
        if (screen.open_row && row_of(screen.board, *screen.open_row) == nullptr) screen.open_row.reset();
    }
    if (const auto* trouble = is<action::DeskFailed>(action)) screen.notice = words_for(trouble->error);
    if (const auto* found = is<action::SittingFound>(action)) return screen::WhoIsHere{found->sitting};
    go_to_page(screen.page, action);
    turn_page_of_desk(screen, action);
    if (std::pair(screen.open_row, screen.shown) != before) screen.page = 0, screen.notice = {};
    if (is<action::CheckAgainTapped>(action) != nullptr) context.order(effect::CheckAgain{});
    if (const auto notice = told_of_slip(action, context); !notice.empty()) screen.notice = notice;
    if (is<action::DayListTapped>(action) != nullptr) {
        context.order(effect::FindDayFiles{});
        return screen::DayList{.board = std::move(screen.board)};
    }
    if (is<action::NewSittingTapped>(action) != nullptr) {
        screen::NewSitting made{.board = std::move(screen.board)};
        made.chart_code = edit_of("", longest_chart_code, Lines::one);
        made.keyboard.shift = true;
        settle_packet(made, context.content(), *context.state.practice);
        return made;
    }
    if (const auto* start = is<action::StartTapped>(action)) context.order(effect::OpenSitting{start->sitting});
    if (const auto* allowed = is<action::TryAllowed>(action))
        context.order(effect::AllowTry{allowed->sitting, allowed->partner});
    if (const auto* park = is<action::ParkTapped>(action))
        return open_row(screen, park->sitting, [&](const BoardRow& row) {
            return screen::ConfirmPark{screen.board, row};
        });
    if (const auto* cancel = is<action::CancelTapped>(action))
        return open_row(screen, cancel->sitting, [&](const BoardRow& row) -> Screen {
            if (!row.can_cancel) return screen;
            return screen::ConfirmCancel{screen.board, row};
        });
    if (const auto* close = is<action::CloseTapped>(action))
        return open_row(screen, close->sitting, [&](const BoardRow& row) -> Screen {
            if (!can_close(row, close->partner)) return screen;
            return screen::ConfirmClose{.board = screen.board, .row = row, .partner = close->partner};
        });
    if (const auto* move = is<action::MoveTapped>(action))
        return open_row(screen, move->sitting, [&](const BoardRow& row) -> Screen {
            if (!row.can_move) return screen;
            return screen::MoveSitting{.board = screen.board, .row = row, .page = 0, .problem = {}};
        });
    if (const auto* asked = is<action::WhoAskedTapped>(action))
        return open_row(screen, asked->sitting, [&](const BoardRow& row) {
            return screen::WhoAsked{.board = screen.board, .row = row, .pin = {}, .who = {}, .page = 0};
        });
    return screen;
}

Screen on(screen::SittingCreated screen, Known<screen::SittingCreated> action, UpdateContext& context) {
    if (leaves(action)) return board_screen(std::move(screen.board), context);
    go_to_page(screen.page, action);
    if (const auto notice = told_of_slip(action, context); !notice.empty()) screen.notice = notice;
    if (const auto* start = is<action::StartTapped>(action)) context.order(effect::OpenSitting{start->sitting});
    if (const auto* found = is<action::SittingFound>(action)) return screen::WhoIsHere{found->sitting};
    if (const auto* trouble = is<action::DeskFailed>(action))
        return board_screen(std::move(screen.board), context, words_for(trouble->error));
    return screen;
}

Screen on(screen::ConfirmPark screen, Known<screen::ConfirmPark> action, UpdateContext& context) {
    if (is<action::Parked>(action) != nullptr) {
        context.state.appearance = context.state.usual_appearance;
        context.state.speaker.reset();
        return screen::Ready{.parked = true};
    }
    const auto sitting = screen.row.sitting;
    return confirmed(std::move(screen), action, context, effect::ParkAndReset{sitting});
}

Screen on(screen::ConfirmCancel screen, Known<screen::ConfirmCancel> action, UpdateContext& context) {
    if (const auto* read = is<action::BoardRead>(action))
        return board_screen(read->board, context, core::message("desk.cancelled-now", "The sitting was cancelled."));
    const auto sitting = screen.row.sitting;
    return confirmed(std::move(screen), action, context, effect::CancelSitting{sitting});
}

Screen on(screen::ConfirmClose screen, Known<screen::ConfirmClose> action, UpdateContext& context) {
    if (const auto* read = is<action::BoardRead>(action))
        return board_screen(read->board, context,
                            screen.partner
                                ? core::message("desk.closed-now", "The part was closed. The therapist can read it "
                                                                   "after unlocking.")
                                : core::message("desk.closed-shared", "The shared page was closed."));
    const effect::ClosePart order{screen.row.sitting, screen.partner};
    return confirmed(std::move(screen), action, context, order);
}

Screen on(screen::MoveSitting screen, Known<screen::MoveSitting> action, UpdateContext& context) {
    if (leaves(action)) return board_screen(std::move(screen.board), context);
    go_to_page(screen.page, action);
    if (const auto* read = is<action::BoardRead>(action))
        return board_screen(read->board, context, core::message("desk.moved-now", "The sitting was moved."));
    if (const auto* trouble = is<action::DeskFailed>(action)) screen.problem = words_for(trouble->error);
    if (const auto* chosen = is<action::TherapistChosen>(action);
        chosen != nullptr && chosen->index < screen.board.therapists.size())
        context.order(effect::MoveToTherapist{screen.row.sitting, screen.board.therapists[chosen->index].id});
    return screen;
}

Screen on(screen::WhoAsked screen, Known<screen::WhoAsked> action, UpdateContext& context) {
    if (leaves(action)) return board_screen(std::move(screen.board), context);
    go_to_page(screen.page, action);
    if (refused(screen.pin, action)) return screen;
    if (const auto* shown = is<action::WishShown>(action)) {
        screen.pin = {};
        screen.who = shown->who;
        return screen;
    }
    if (const auto* read = is<action::BoardRead>(action))
        return board_screen(read->board, context, core::message("who-asked.done", "The mark was put away."));
    if (const auto* trouble = is<action::DeskFailed>(action))
        return board_screen(std::move(screen.board), context, words_for(trouble->error));
    if (screen.who && !screen.pin.working && is<action::WishAcknowledged>(action) != nullptr) {
        screen.pin.working = true;
        context.order(effect::AcknowledgeWish{screen.row.sitting});
    }
    if (!screen.who && type_secret(screen.pin, action, context.now)) {
        screen.pin.working = true;
        context.order(effect::ShowWish{screen.row.sitting, screen.pin.typed});
    }
    return screen;
}

Screen on(screen::Ready screen, Known<screen::Ready> action, UpdateContext& context) {
    const bool tapped =
        is<action::BeginTapped>(action) != nullptr || is<action::ReadyTapped>(action) != nullptr || leaves(action);
    if (tapped) return welcome(context);
    return screen;
}

Screen on(screen::OutOfOrder screen, Known<screen::OutOfOrder> action, UpdateContext& context) {
    // One damaged part, or a disk that was full, must not keep the next couple and the desk away.
    if (leaves(action)) return welcome(context);
    return screen;
}

}
