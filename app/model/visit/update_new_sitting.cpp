#include "core/plain_text.hpp"
#include "model/visit/packet_offer.hpp"
#include "model/visit/update_context.hpp"
#include <algorithm>

namespace model {
namespace {

// A broken one too: what is wrong with it is said when it is to be made.
bool can_be_wished(const screen::NewSitting& screen, std::size_t packet, const UpdateContext& context) {
    const auto& content = context.content();
    if (packet >= content.packets.size()) return false;
    const auto why = offer_of(content, *context.state.practice, screen, packet).why_not;
    return !why || *why == NotOffered::broken;
}

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
        if (screen.typing || is<action::WentHome>(action) != nullptr)
            return board_screen(std::move(screen.board), context);
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
        screen.therapist = chosen->index, screen.therapist_chosen = true;
    if (const auto* chosen = is<action::PacketChosen>(action);
        chosen != nullptr && can_be_wished(screen, chosen->index, context))
        screen.wished = chosen->index, screen.packet_chosen = true;
    if (const auto* known = is<action::CaseKnown>(action);
        known != nullptr && known->code.chart_code == core::trimmed(screen.chart_code.text)) {
        screen.known = known->code;
        const auto& all = screen.board.therapists;
        if (const auto own = std::ranges::find(all, screen.known->therapist, &TherapistName::id);
            own != all.end() && !screen.therapist_chosen)
            screen.therapist = static_cast<std::size_t>(own - all.begin());
        if (!screen.packet_chosen) screen.wished = wished_packet(context.content(), *screen.known);
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

}
