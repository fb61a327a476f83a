#include "model/visit/packet_offer.hpp"
#include "model/visit/update_context.hpp"
#include <algorithm>

namespace model {
namespace {

constexpr std::size_t longest_chart_code = 24;
constexpr std::chrono::seconds board_refresh{5};

screen::Desk desk(Board board, UpdateContext& context, core::Message notice = {}) {
    return {.board = std::move(board),
            .page = 0,
            .open_row = {},
            .notice = std::move(notice),
            .refresh_at = context.now.steady + board_refresh};
}

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

// What the therapist chose for the couple's next visit, or the usual one.
std::size_t packet_for(const Content& content, const KnownCode& known) {
    const auto chosen = std::ranges::find(content.packets, known.next_packet, &Packet::id);
    if (chosen != content.packets.end()) return static_cast<std::size_t>(chosen - content.packets.begin());
    return usual_packet(content, known.last_here.has_value());
}

// A broken one too: what is wrong with it is said when it is to be made.
bool can_be_wished(const screen::NewSitting& screen, std::size_t packet, const UpdateContext& context) {
    const auto& content = context.content();
    if (packet >= content.packets.size()) return false;
    const auto why = offer_of(content, *context.state.practice, screen, packet).why_not;
    return !why || *why == NotOffered::broken;
}

core::Message words_not_parked() {
    return core::message("desk.not-parked",
                         "This sitting is not put away yet: the last words of one of the two could not be saved. The "
                         "kiosk still holds them, so do not switch it off. Please call the technician, then try "
                         "again.");
}

// What a row's page asks before it gives its order: once, however often it is tapped.
template<class S>
Screen confirmed(S screen, const Known<S>& action, UpdateContext& context, Effect order) {
    if (const auto* trouble = is<action::DeskFailed>(action))
        return desk(std::move(screen.board), context,
                    trouble->unsaved ? words_not_parked() : words_for(trouble->error));
    go_to_page(screen.page, action);
    if (screen.working) return screen;
    if (leaves(action)) return desk(std::move(screen.board), context);
    if (is<action::Confirmed>(action) != nullptr) {
        screen.working = true;
        context.order(std::move(order));
    }
    return screen;
}

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
    if (const auto* read = is<action::BoardRead>(action)) return desk(read->board, context);
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
    const auto open_before = screen.open_row;
    if (const auto* read = is<action::BoardRead>(action)) {
        screen.board = read->board;
        if (screen.open_row && row_of(screen.board, *screen.open_row) == nullptr) screen.open_row.reset();
    }
    if (const auto* trouble = is<action::DeskFailed>(action)) screen.notice = words_for(trouble->error);
    if (const auto* found = is<action::SittingFound>(action)) return screen::WhoIsHere{found->sitting};
    go_to_page(screen.page, action);
    if (const auto* row = is<action::RowTapped>(action)) screen.open_row = row->sitting;
    if (is<action::BackTapped>(action) != nullptr) screen.open_row.reset();
    if (screen.open_row != open_before) screen.page = 0;
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

Screen on(screen::NewSitting screen, Known<screen::NewSitting> action, UpdateContext& context) {
    if (const auto* made = is<action::SittingMade>(action)) return screen::SittingCreated{made->board, made->row};
    if (const auto* trouble = is<action::DeskFailed>(action)) {
        screen.working = false;
        screen.problem = words_for(trouble->error);
    }
    if (screen.working) return screen;
    if (screen.asks_for_second && is<action::BackTapped>(action) != nullptr) {
        screen.asks_for_second = false;
        return screen;
    }
    if (leaves(action)) {
        if (screen.typing || is<action::WentHome>(action) != nullptr) return desk(std::move(screen.board), context);
        screen.typing = true;
        return screen;
    }
    go_to_page(screen.page, action);
    if (is<action::ChartCodeTapped>(action) != nullptr) screen.typing = true;
    if (screen.typing) {
        if (is<action::DoneTyping>(action) != nullptr) {
            const auto code = core::trimmed(screen.chart_code.text);
            screen.typing = code.empty();
            screen.known.reset();
            if (!code.empty()) context.order(effect::AskAboutCase{std::string(code)});
        } else if (type_text(screen.chart_code, screen.keyboard, action))
            screen.problem = {};
    }
    if (const auto* chosen = is<action::TherapistChosen>(action);
        chosen != nullptr && chosen->index < screen.board.therapists.size())
        screen.therapist = chosen->index;
    if (const auto* chosen = is<action::PacketChosen>(action);
        chosen != nullptr && can_be_wished(screen, chosen->index, context))
        screen.wished = chosen->index, screen.packet_chosen = true;
    if (const auto* known = is<action::CaseKnown>(action);
        known != nullptr && known->code.chart_code == core::trimmed(screen.chart_code.text)) {
        screen.known = known->code;
        if (!screen.packet_chosen) screen.wished = packet_for(context.content(), *screen.known);
    }
    if (const auto* chosen = is<action::MinutesChosen>(action)) screen.minutes = chosen->minutes;
    if (const auto* toggled = is<action::ExpectToggled>(action)) {
        auto& expected = toggled->partner == Partner::a ? screen.expects_a : screen.expects_b;
        expected = !expected;
    }
    settle_packet(screen, context.content(), *context.state.practice);
    const bool wants_second = screen.asks_for_second && is<action::Confirmed>(action) != nullptr;
    if (is<action::CreateTapped>(action) == nullptr && !wants_second) return screen;
    const auto code = core::trimmed(screen.chart_code.text);
    if (code.empty() || screen.therapist >= screen.board.therapists.size() ||
        screen.packet >= context.content().packets.size()) {
        screen.problem =
            core::message("new.incomplete", "Please type the chart code and choose a therapist and a packet.");
        screen.typing = code.empty();
    } else if (!screen.expects_a && !screen.expects_b) {
        screen.problem = core::message("new.nobody", "Please say who is here.");
    } else if (const auto broken = why_not(context.content(), context.content().packets[screen.packet])) {
        screen.problem = core::message("new.broken", "This packet cannot be used: {form}. Please call the technician.",
                                       {{"form", broken->what}});
    } else if (offer_of(context.content(), *context.state.practice, screen, screen.packet).why_not) {
        screen.problem = core::message("new.not-offered", "No packet fits the time there is. Please choose more "
                                                          "minutes.");
    } else if (screen.known && screen.known->has_open && !wants_second) {
        screen.asks_for_second = true;
    } else {
        screen.working = true;
        screen.problem = {};
        context.order(effect::MakeSitting{std::string(code), screen.board.therapists[screen.therapist].id,
                                          context.content().packets[screen.packet].id, screen.expects_a,
                                          screen.expects_b});
    }
    return screen;
}

Screen on(screen::SittingCreated screen, Known<screen::SittingCreated> action, UpdateContext& context) {
    if (leaves(action)) return desk(std::move(screen.board), context);
    go_to_page(screen.page, action);
    if (const auto* start = is<action::StartTapped>(action)) context.order(effect::OpenSitting{start->sitting});
    if (const auto* found = is<action::SittingFound>(action)) return screen::WhoIsHere{found->sitting};
    if (const auto* trouble = is<action::DeskFailed>(action))
        return desk(std::move(screen.board), context, words_for(trouble->error));
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
        return desk(read->board, context, core::message("desk.cancelled-now", "The sitting was cancelled."));
    const auto sitting = screen.row.sitting;
    return confirmed(std::move(screen), action, context, effect::CancelSitting{sitting});
}

Screen on(screen::ConfirmClose screen, Known<screen::ConfirmClose> action, UpdateContext& context) {
    if (const auto* read = is<action::BoardRead>(action))
        return desk(read->board, context,
                    screen.partner ? core::message("desk.closed-now", "The part was closed. The therapist can read it "
                                                                      "after unlocking.")
                                   : core::message("desk.closed-shared", "The shared page was closed."));
    const effect::ClosePart order{screen.row.sitting, screen.partner};
    return confirmed(std::move(screen), action, context, order);
}

Screen on(screen::MoveSitting screen, Known<screen::MoveSitting> action, UpdateContext& context) {
    if (leaves(action)) return desk(std::move(screen.board), context);
    go_to_page(screen.page, action);
    if (const auto* read = is<action::BoardRead>(action))
        return desk(read->board, context, core::message("desk.moved-now", "The sitting was moved."));
    if (const auto* trouble = is<action::DeskFailed>(action)) screen.problem = words_for(trouble->error);
    if (const auto* chosen = is<action::TherapistChosen>(action);
        chosen != nullptr && chosen->index < screen.board.therapists.size())
        context.order(effect::MoveToTherapist{screen.row.sitting, screen.board.therapists[chosen->index].id});
    return screen;
}

Screen on(screen::WhoAsked screen, Known<screen::WhoAsked> action, UpdateContext& context) {
    if (leaves(action)) return desk(std::move(screen.board), context);
    go_to_page(screen.page, action);
    if (refused(screen.pin, action)) return screen;
    if (const auto* shown = is<action::WishShown>(action)) {
        screen.pin = {};
        screen.who = shown->who;
        return screen;
    }
    if (const auto* read = is<action::BoardRead>(action))
        return desk(read->board, context, core::message("who-asked.done", "The mark was put away."));
    if (const auto* trouble = is<action::DeskFailed>(action))
        return desk(std::move(screen.board), context, words_for(trouble->error));
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
