#include "model/visit/speech.hpp"
#include "model/form/privacy.hpp"
#include "model/visit/update_context.hpp"
#include <algorithm>

namespace model {
namespace {

enum class Hearers { anybody, headset_alone, staff };

// Every screen says whom it may be read to: one that is missing here does not compile.
struct Audience {
    const State& state;

    const Module* module_of(const Session& session, std::size_t index) const {
        if (!state.content) return nullptr;
        const auto& content = content_of(*state.content, session.seat.sitting);
        const Packet* packet = find_packet(content, session.seat.sitting.packet);
        return packet && index < packet->modules.size() ? find_module(content, packet->modules[index]) : nullptr;
    }
    static Hearers alone_if(bool alone) { return alone ? Hearers::headset_alone : Hearers::anybody; }

    Hearers operator()(const screen::ModuleIntro& intro) const {
        const Module* module = module_of(intro.session, intro.module);
        return alone_if(module == nullptr || is_private(*module));
    }
    Hearers operator()(const screen::Question& question) const {
        const Module* module = module_of(question.session, question.module);
        return alone_if(module == nullptr || question.item >= module->items.size() ||
                        stays_covered(*module, module->items[question.item]));
    }

    Hearers operator()(const screen::Welcome&) const { return Hearers::anybody; }
    Hearers operator()(const screen::EntryCode&) const { return Hearers::anybody; }
    Hearers operator()(const screen::WhoIsHere&) const { return Hearers::anybody; }
    Hearers operator()(const screen::NotAsked&) const { return Hearers::anybody; }
    Hearers operator()(const screen::Names&) const { return Hearers::anybody; }
    Hearers operator()(const screen::BeforeYouBegin&) const { return Hearers::anybody; }
    Hearers operator()(const screen::HandOver&) const { return Hearers::anybody; }
    Hearers operator()(const screen::Cover&) const { return Hearers::anybody; }
    Hearers operator()(const screen::Joint&) const { return Hearers::anybody; }
    Hearers operator()(const screen::Thanks&) const { return Hearers::anybody; }
    Hearers operator()(const screen::Articles&) const { return Hearers::anybody; }
    Hearers operator()(const screen::Reading&) const { return Hearers::anybody; }
    Hearers operator()(const screen::Rest&) const { return Hearers::anybody; }
    Hearers operator()(const screen::MissionAgreed&) const { return Hearers::anybody; }
    Hearers operator()(const screen::TogetherView&) const { return Hearers::anybody; }
    Hearers operator()(const screen::Ready&) const { return Hearers::anybody; }
    Hearers operator()(const screen::OutOfOrder&) const { return Hearers::anybody; }

    // A code that is said key by key is no code; what somebody left out, or did not agree to, is nobody else's.
    Hearers operator()(const screen::ReturnCode&) const { return Hearers::headset_alone; }
    Hearers operator()(const screen::ChooseCode&) const { return Hearers::headset_alone; }
    Hearers operator()(const screen::WrongTries&) const { return Hearers::headset_alone; }
    Hearers operator()(const screen::WithoutConsent&) const { return Hearers::headset_alone; }
    Hearers operator()(const screen::WhoseAnswers&) const { return Hearers::headset_alone; }
    Hearers operator()(const screen::Release&) const { return Hearers::headset_alone; }
    Hearers operator()(const screen::Review&) const { return Hearers::headset_alone; }

    Hearers operator()(const screen::StaffDoor&) const { return Hearers::staff; }
    Hearers operator()(const screen::DeskPin&) const { return Hearers::staff; }
    Hearers operator()(const screen::Desk&) const { return Hearers::staff; }
    Hearers operator()(const screen::NewSitting&) const { return Hearers::staff; }
    Hearers operator()(const screen::SittingCreated&) const { return Hearers::staff; }
    Hearers operator()(const screen::DayList&) const { return Hearers::staff; }
    Hearers operator()(const screen::ConfirmPark&) const { return Hearers::staff; }
    Hearers operator()(const screen::ConfirmCancel&) const { return Hearers::staff; }
    Hearers operator()(const screen::ConfirmClose&) const { return Hearers::staff; }
    Hearers operator()(const screen::MoveSitting&) const { return Hearers::staff; }
    Hearers operator()(const screen::WhoAsked&) const { return Hearers::staff; }
    Hearers operator()(const screen::Unlock&) const { return Hearers::staff; }
    Hearers operator()(const screen::Recover&) const { return Hearers::staff; }
    Hearers operator()(const screen::Caseload&) const { return Hearers::staff; }
    Hearers operator()(const screen::Case&) const { return Hearers::staff; }
    Hearers operator()(const screen::Export&) const { return Hearers::staff; }
    Hearers operator()(const screen::CaseActions&) const { return Hearers::staff; }
    Hearers operator()(const screen::Figures&) const { return Hearers::staff; }
    Hearers operator()(const screen::ChooseCards&) const { return Hearers::staff; }
    Hearers operator()(const screen::EndTogether&) const { return Hearers::staff; }
};

Hearers hearers_of(const State& state) {
    return std::visit(Audience{state}, state.screen);
}

void toggle(State& state) {
    if (between_people(state.screen)) state.listener.reset();
    state.speech.on = state.can_speak && !state.speech.on;
    // What must be asked, or said about this kiosk, is on the panel.
    if (!state.can_speak || (state.speech.on && must_ask_for_headset(state))) {
        state.speech_open = true;
        state.speech_page = 0;
    }
}

// Whoever cannot see where reading aloud is turned on can plug in their headphones.
void plug(State& state, std::optional<bool> plugged) {
    const bool plugged_in = state.headset == false && plugged == true;
    state.headset = plugged;
    if (!plugged_in || !state.can_speak || state.speech.on || hearers_of(state) == Hearers::staff) return;
    if (between_people(state.screen)) state.listener.reset();
    state.speech.on = true;
}

}

bool has_headset(const State& state) {
    return state.headset.value_or(state.speech.wears_headset.value_or(false));
}

bool must_ask_for_headset(const State& state) {
    return !state.headset && !state.speech.wears_headset;
}

bool for_headset_alone(const State& state) {
    if (state.help_open) return true;
    if (state.idle_asked || state.speech_open) return false;
    return hearers_of(state) != Hearers::anybody;
}

bool reads_page(const State& state) {
    return state.speech.on && state.can_speak && (has_headset(state) || !for_headset_alone(state));
}

bool says_before_doing(const State& state, const Action& action) {
    if (!reads_page(state) || action.as<action::HideTapped>() != nullptr) return false;
    const bool discreet = action.as<action::WishRaised>() != nullptr || action.as<action::HelpOpened>() != nullptr;
    return !discreet || has_headset(state);
}

bool handled_as_speech(State& state, const Action& action) {
    if (const auto* voice = action.as<action::VoiceFound>()) {
        state.can_speak = voice->can_speak;
        if (!state.can_speak) {
            state.speech.on = false;
            state.speech.wears_headset.reset(); // it may be what went
        }
    } else if (const auto* jack = action.as<action::HeadsetChanged>()) {
        plug(state, jack->plugged);
    } else if (action.as<action::SpeechToggled>() != nullptr) {
        toggle(state);
    } else if (action.as<action::SpeechOpened>() != nullptr) {
        state.speech_open = true;
        state.speech_page = 0;
    } else if (action.as<action::HearAgainTapped>() != nullptr) {
        ++state.asked_to_hear;
    } else if (const auto* volume = action.as<action::VolumeChosen>()) {
        state.speech.volume = std::clamp(volume->volume, least_volume, most_volume);
    } else if (const auto* speed = action.as<action::SpeedChosen>()) {
        state.speech.speed = speed->speed;
    } else if (const auto* said = action.as<action::HeadsetSaid>()) {
        state.speech.wears_headset = said->wears;
    } else {
        return false;
    }
    return true;
}

}
