#include "model/therapist_turns.hpp"
#include "model/waiting.hpp"
#include <algorithm>

namespace model {
namespace {

bool from_a_person(const Action& action) {
    return is<action::TimePassed>(action) == nullptr && action.kind() < Facts::place<action::SittingFound>();
}

// Nothing of the screen changes with the language: what is typed, chosen and not yet saved stays as it is.
bool handled_as_language(State& state, const Action& action) {
    const auto* chosen = is<action::LanguageChosen>(action);
    if (chosen == nullptr) return false;
    state.look.language = chosen->language;
    // Between two people the choice belongs to whoever sits down next.
    const bool between = std::holds_alternative<screen::HandOver>(state.screen) ||
                         std::holds_alternative<screen::WhoIsHere>(state.screen) ||
                         std::holds_alternative<screen::Cover>(state.screen);
    if (between) state.speaker.reset();
    return true;
}

// Help stands over any screen; nothing below it takes a tap.
bool handled_by_help(State& state, const Action& action) {
    if (is<action::HelpOpened>(action) != nullptr) {
        state.help_open = true;
        return true;
    }
    if (!state.help_open) return false;
    const bool closes = is<action::HelpClosed>(action) != nullptr || is<action::BackTapped>(action) != nullptr ||
                        is<action::WentHome>(action) != nullptr;
    if (closes) state.help_open = false;
    return from_a_person(action) && is<action::HideTapped>(action) == nullptr;
}

bool handled_by_idle_question(State& state, const Action& action) {
    if (!state.idle_asked) return false;
    if (is<action::StillHere>(action) != nullptr) state.idle_asked = false;
    return from_a_person(action) && is<action::HideTapped>(action) == nullptr;
}

void hide(Turn& turn) {
    turn.state.help_open = turn.state.idle_asked = false;
    turn.state.screen = cover(std::move(turn.state.screen), turn);
}

void rest(Turn& turn) {
    auto& state = turn.state;
    const auto due = waiting_for(state);
    if (!due || turn.now.steady < due->at) return;
    switch (due->what) {
    case Waiting::ask:
        state.idle_asked = true;
        return;
    case Waiting::cover:
        hide(turn);
        return;
    case Waiting::back_to_cover:
        state.screen = on(std::get<screen::ReturnCode>(std::move(state.screen)), Action{action::BackTapped{}}, turn);
        break;
    case Waiting::back_to_together:
        state.screen = std::move(std::get<screen::EndTogether>(state.screen).from);
        break;
    case Waiting::welcome:
        state.screen = welcome(turn);
        break;
    case Waiting::close_private:
        state.screen = on(std::get<screen::Case>(std::move(state.screen)), Action{action::PrivateClosed{}}, turn);
        return;
    case Waiting::lock:
        if (auto* open = std::get_if<screen::Case>(&state.screen)) keep_note(*open, turn);
        turn.order(effect::LockTherapist{});
        state.screen = welcome(turn);
        break;
    }
    state.help_open = state.idle_asked = false;
}

// What is to be seen is another page when any of these changes.
struct Seen {
    PlaceOnScreen place;
    bool help = false, asked = false;
    std::size_t help_page = 0;
    Language language = Language::english;
    bool operator==(const Seen&) const = default;
};
Seen seen(const State& state) {
    return {place_of(state.screen), state.help_open, state.idle_asked, state.help_page, state.look.language};
}

void decide(State& here, const Action& action, Turn& turn) {
    if (const auto* broke = is<action::Broke>(action)) {
        turn.order(effect::ForgetKeys{});
        turn.order(effect::LockTherapist{});
        here.screen = screen::OutOfOrder{core::saying("out-of-order.title", "This screen needs a member of staff"),
                                         words_for(broke->error), broke->error.detail};
        here.help_open = here.idle_asked = false;
        return;
    }
    if (handled_as_language(here, action)) return;
    if (handled_by_help(here, action) || handled_by_idle_question(here, action)) return;
    const auto asked = here.idle_asked;
    const auto index = here.screen.index();
    if (is<action::TimePassed>(action) != nullptr) rest(turn);
    if (is<action::HideTapped>(action) != nullptr && can_hide(here.screen)) hide(turn);
    if (here.screen.index() != index || asked != here.idle_asked) return;
    // The screen is moved out and the next one moved in: no half-updated screen can be drawn.
    here.screen = std::visit([&](auto&& screen) -> Screen { return on(std::move(screen), action, turn); },
                             std::move(here.screen));
}

}

void speak_as_chosen(State& state) {
    const auto tongue = std::ranges::find(state.tongues, state.look.language, &Tongue::language);
    if (tongue == state.tongues.end()) return;
    state.content = tongue->content;
    state.practice = tongue->practice;
    state.catalogue = tongue->catalogue;
}

Step update(State state, Action action, core::Now now) {
    Step step{.state = std::move(state), .effects = {}};
    auto& here = step.state;
    Turn turn{here, step.effects, now};
    if (from_a_person(action)) here.touched_at = now.steady;
    const auto before = seen(here);
    decide(here, action, turn);
    speak_as_chosen(here);
    if (seen(here) != before) here.shown_at = now.steady;
    return step;
}

core::SteadyTime settled_at(const State& state) {
    return state.shown_at + settle_time;
}

core::Saying words_for(const core::Error& error) {
    switch (error.code) {
    case core::ErrorCode::disk_full:
        return core::saying("error.disk-full",
                            "The disk is full, so nothing can be saved. Please call the technician.");
    case core::ErrorCode::io:
        return core::saying("error.io", "The kiosk could not reach its disk. Please call the technician.");
    case core::ErrorCode::busy:
        return core::saying("error.busy", "Another program is using the kiosk's data. Please call the technician.");
    case core::ErrorCode::not_found:
        return core::saying("error.not-found", "That is no longer here. Please look again.");
    case core::ErrorCode::bad_content:
        return core::saying("error.bad-content", "A form on this kiosk has a mistake. Please call the technician.");
    case core::ErrorCode::bad_config:
        return core::saying("error.bad-config", "The kiosk's settings have a mistake. Please call the technician.");
    case core::ErrorCode::wrong_secret:
        return core::saying("error.wrong-secret", "That does not match.");
    case core::ErrorCode::throttled:
        return core::saying("error.throttled", "Please wait a moment, then try again.");
    case core::ErrorCode::tampered:
        return core::saying(
            "error.tampered",
            "A record was changed outside this kiosk. Nothing was deleted. Please call the technician.");
    case core::ErrorCode::damaged:
        return core::saying("error.damaged",
                            "A record on the disk is damaged. Nothing was deleted. Please call the technician.");
    case core::ErrorCode::newer_version:
        return core::saying("error.newer-version",
                            "This data was written by a newer version. Please call the technician.");
    case core::ErrorCode::not_sameside:
        return core::saying("error.not-sameside", "This data belongs to another program. Please call the technician.");
    case core::ErrorCode::no_recipient:
        return core::saying("error.no-recipient",
                            "There is nobody this could be locked for. Please call the technician.");
    case core::ErrorCode::invalid_state:
        return core::saying("error.invalid-state",
                            "That is no longer possible: somebody has started, or it is locked already.");
    case core::ErrorCode::out_of_memory:
        return core::saying("error.out-of-memory", "The kiosk is short of memory. Please restart it.");
    case core::ErrorCode::unsupported:
        return core::saying("error.unsupported", "This kiosk cannot do that. Please call the technician.");
    }
    return {};
}

}
