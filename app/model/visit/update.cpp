#include "model/visit/page_id.hpp"
#include "model/visit/paging.hpp"
#include "model/visit/therapist_context.hpp"
#include "model/visit/waiting.hpp"
#include <algorithm>

namespace model {
namespace {

// Of what a person does, only hiding reaches the screen below help and the idle question.
bool stays_above(const Action& action) {
    return action.is_from_person() && !action.is_among(known::Hiding());
}

// Who cannot see begins by plugging in headphones.
bool is_from_somebody(const State& state, const Action& action) {
    const auto* jack = is<action::HeadsetChanged>(action);
    return action.is_from_person() || (jack != nullptr && jack->plugged == true && state.headset == false);
}

// A dark screen chooses nothing: what is pressed only lights it.
bool handled_by_dark(State& state, const Action& action) {
    auto* welcome = std::get_if<screen::Welcome>(&state.screen);
    if (welcome == nullptr || !welcome->dark || !is_from_somebody(state, action)) return false;
    welcome->dark = false;
    return action.is_from_person();
}

// Nothing of the screen changes with the language: what is typed, chosen and not yet saved stays as it is.
bool handled_as_language(State& state, const Action& action) {
    const auto* chosen = is<action::LanguageChosen>(action);
    if (chosen == nullptr) return false;
    choose_for_the_next(state);
    state.appearance.language = chosen->language;
    return true;
}

void tap_help(State& state, Among<known::Help> action) {
    go_to_page(state.help_page, action);
    if (is<action::HelpClosed>(action) != nullptr || leaves(action)) state.help_open = false;
}

// Help stands over any screen; nothing below it takes a tap.
bool handled_by_help(State& state, const Action& action) {
    if (is<action::HelpOpened>(action) != nullptr) {
        state.help_open = true;
        state.help_page = 0;
        return true;
    }
    if (!state.help_open) return false;
    tap_help(state, action);
    return stays_above(action);
}

bool handled_by_idle_question(State& state, const Action& action) {
    if (!state.idle_asked) return false;
    if (is<action::StillHere>(action) != nullptr) state.idle_asked = false;
    return stays_above(action);
}

bool handled_by_sheet(State& state, const Action& action) {
    const bool handled = handled_by_look(state, action);
    return handled && (is<action::LookOpened>(action) != nullptr || stays_above(action));
}

void tap_speech_panel(State& state, Among<known::SpeechPanel> action) {
    go_to_page(state.speech_page, action);
    if (is<action::SpeechClosed>(action) != nullptr || leaves(action)) state.speech_open = false;
}

// Stands below help and the idle question, and over any screen and the sheet, from which it is opened.
bool handled_by_speech_panel(State& state, const Action& action) {
    if (!state.speech_open) return false;
    tap_speech_panel(state, action);
    return stays_above(action);
}

// Back on the screen below all that stands over it.
void clear(State& state) {
    state.help_open = state.look_open = state.idle_asked = state.speech_open = false;
}

void hide(UpdateContext& context) {
    clear(context.state);
    context.state.screen = cover(std::move(context.state.screen), context);
}

void rest(UpdateContext& context) {
    auto& state = context.state;
    const auto due = waiting_for(state);
    if (!due || context.now.steady < due->at) return;
    switch (due->what) {
    case Waiting::ask:
        state.idle_asked = true;
        return;
    case Waiting::cover:
        hide(context);
        return;
    case Waiting::back_to_cover:
        state.screen = on(std::get<screen::ReturnCode>(std::move(state.screen)), Action{action::BackTapped{}}, context);
        break;
    case Waiting::back_to_together: {
        // Taken out first: it ends with the screen that it is part of.
        auto together = std::move(std::get<screen::EndTogether>(state.screen).from);
        state.screen = std::move(together);
        break;
    }
    case Waiting::welcome:
        state.screen = welcome(context);
        break;
    case Waiting::darken:
        (void)welcome(context);
        state.screen = screen::Welcome{.dark = true};
        break;
    case Waiting::close_private:
        state.screen = on(std::get<screen::Case>(std::move(state.screen)), Action{action::PrivateClosed{}}, context);
        return;
    case Waiting::lock:
        if (auto* open = std::get_if<screen::Case>(&state.screen)) keep_note(*open, context);
        context.order(effect::LockTherapist{});
        state.screen = welcome(context);
        break;
    }
    clear(state);
}

core::Message words_not_kept() {
    return core::message("out-of-order.unsaved",
                         "What you wrote last could not be saved, for the kiosk cannot write to its disk. It is not "
                         "lost while this screen stays on. Please tell the front desk now.");
}

// Once an hour says as much as each time; of a clock that was set back, at once.
void note_touch(UpdateContext& context) {
    auto& state = context.state;
    if (!state.notes_touches) return;
    const auto since = context.now.wall - state.touch_noted_at.value_or(context.now.wall);
    if (state.touch_noted_at && since >= std::chrono::hours(0) && since < std::chrono::hours(1)) return;
    state.touch_noted_at = context.now.wall;
    context.order(effect::NoteTouch{});
}

// A page is laid out anew, and must settle, when it is another one or its words have other lengths.
struct Seen {
    PageId page;
    Language language;
    int text_percent = 100;
    bool operator==(const Seen&) const = default;
};
Seen seen(const State& state) {
    return {page_id(state), state.appearance.language, state.appearance.text_percent};
}

void decide(State& here, const Action& action, UpdateContext& context) {
    if (const auto* broke = is<action::Broke>(action)) {
        // What is typed goes to the disk, if it can.
        if (auto* open = std::get_if<screen::Case>(&here.screen)) keep_note(*open, context);
        (void)cover(std::move(here.screen), context);
        context.order(effect::ForgetKeys{});
        context.order(effect::LockTherapist{});
        here.screen =
            screen::OutOfOrder{core::message("out-of-order.title", "This screen needs a member of staff"),
                               broke->unsaved ? words_not_kept() : words_for(broke->error), broke->error.detail};
        clear(here);
        return;
    }
    if (handled_by_dark(here, action) || handled_as_language(here, action) || handled_as_speech(here, action)) return;
    if (handled_by_help(here, action) || handled_by_idle_question(here, action) ||
        handled_by_speech_panel(here, action) || handled_by_sheet(here, action))
        return;
    const auto asked = here.idle_asked;
    const auto index = here.screen.index();
    if (is<action::TimePassed>(action) != nullptr) rest(context);
    if (is<action::HideTapped>(action) != nullptr && can_hide(here.screen)) hide(context);
    if (here.screen.index() != index || asked != here.idle_asked) return;
    // The screen is moved out and the next one moved in: no half-updated screen can be drawn.
    here.screen =
        std::visit([&](auto&& screen) -> Screen { return on(std::forward<decltype(screen)>(screen), action, context); },
                   std::move(here.screen));
}

}

const Locale* locale_spoken(const State& state) {
    const auto locale = std::ranges::find(state.locales, state.appearance.language, &Locale::language);
    return locale == state.locales.end() ? nullptr : &*locale;
}

const KeyboardLayout& keyboard_of(const State& state) {
    const auto* locale = locale_spoken(state);
    return locale == nullptr ? *source_keyboard() : *locale->keyboard;
}

void speak_as_chosen(State& state) {
    const auto* locale = locale_spoken(state);
    if (locale == nullptr) return;
    state.content = locale->content;
    state.practice = locale->practice;
    state.catalogue = locale->catalogue;
}

bool knows(const State& state, const Action& action) {
    if (action.is_among(known::Everywhere())) return true;
    if (state.help_open && action.is_among(known::Help())) return true;
    if (state.idle_asked && action.is_among(known::IdleQuestion())) return true;
    if (state.speech_open && action.is_among(known::SpeechPanel())) return true;
    if (can_hide(state.screen) && action.is_among(known::Hiding())) return true;
    const bool covered = state.help_open || state.idle_asked || state.speech_open;
    if (!covered && may_change_look(state.screen) && action.is_among(known::Looking())) return true;
    if (!covered && state.look_open && action.is_among(known::Look())) return true;
    if ((covered || state.look_open) && stays_above(action)) return false;
    return std::visit([&]<class S>(const S&) { return action.is_among(known::By<S>()); }, state.screen);
}

Step update(State state, const Action& action, core::Now now) {
    Step step{.state = std::move(state), .effects = {}};
    auto& here = step.state;
    UpdateContext context{here, step.effects, now};
    if (is_from_somebody(here, action)) here.touched_at = now.steady;
    if (const auto* touched = is<action::Touched>(action)) {
        here.keys_in_use = touched->by_key;
        if (!touched->by_key) note_touch(context);
    }
    const auto before = seen(here);
    decide(here, action, context);
    speak_as_chosen(here);
    note_language(here, context);
    if (seen(here) != before) here.shown_at = now.steady;
    return step;
}

core::SteadyTime settled_at(const State& state) {
    return state.shown_at + settle_time_of(state);
}

core::Message words_for(const core::Error& error) {
    switch (error.code) {
    case core::ErrorCode::disk_full:
        return core::message("error.disk-full",
                             "The disk is full, so nothing can be saved. Please call the technician.");
    case core::ErrorCode::io:
        return core::message("error.io", "The kiosk could not reach its disk. Please call the technician.");
    case core::ErrorCode::busy:
        return core::message("error.busy", "Another program is using the kiosk's data. Please call the technician.");
    case core::ErrorCode::not_found:
        return core::message("error.not-found", "That is no longer here. Please look again.");
    case core::ErrorCode::bad_content:
        return core::message("error.bad-content", "A form on this kiosk has a mistake. Please call the technician.");
    case core::ErrorCode::bad_config:
        return core::message("error.bad-config", "The kiosk's settings have a mistake. Please call the technician.");
    case core::ErrorCode::wrong_secret:
        return core::message("error.wrong-secret", "That does not match.");
    case core::ErrorCode::throttled:
        return core::message("error.throttled", "Please wait a moment, then try again.");
    case core::ErrorCode::tampered:
        return core::message(
            "error.tampered",
            "A record was changed outside this kiosk. Nothing was deleted. Please call the technician.");
    case core::ErrorCode::damaged:
        return core::message("error.damaged",
                             "A record on the disk is damaged. Nothing was deleted. Please call the technician.");
    case core::ErrorCode::newer_version:
        return core::message("error.newer-version",
                             "This data was written by a newer version. Please call the technician.");
    case core::ErrorCode::not_sameside:
        return core::message("error.not-sameside", "This data belongs to another program. Please call the technician.");
    case core::ErrorCode::no_recipient:
        return core::message("error.no-recipient",
                             "There is nobody this could be locked for. Please call the technician.");
    case core::ErrorCode::invalid_state:
        return core::message("error.invalid-state",
                             "That is no longer possible: somebody has started, or it is locked already.");
    case core::ErrorCode::out_of_memory:
        return core::message("error.out-of-memory", "The kiosk is short of memory. Please restart it.");
    case core::ErrorCode::unsupported:
        return core::message("error.unsupported", "This kiosk cannot do that. Please call the technician.");
    }
    return {};
}

}
