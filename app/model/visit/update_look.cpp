// Whose the look and the language of the screen are, and the sheet on which they are chosen, over any of the couple's
// screens.
#include "model/visit/update_context.hpp"
#include "model/visit/waiting.hpp"

namespace model {
namespace {

bool is_text_size(int percent) {
    return percent >= 100 && percent <= 200 && percent % 25 == 0;
}

void choose(State& state, Among<known::Look> action) {
    const auto* theme = is<action::ThemeChosen>(action);
    const auto* size = is<action::TextSizeChosen>(action);
    const bool motion = is<action::MotionToggled>(action) != nullptr;
    if (theme == nullptr && !motion && (size == nullptr || !is_text_size(size->percent))) return;
    const bool still = state.appearance.reduced_motion; // as it is shown, whoever's look that was
    choose_for_the_next(state);
    auto& appearance = state.appearance;
    if (theme != nullptr) appearance.theme = theme->theme;
    if (size != nullptr) appearance.text_percent = size->percent;
    if (motion) appearance.reduced_motion = !still;
}

}

bool between_people(const Screen& screen) {
    return std::holds_alternative<screen::HandOver>(screen) || std::holds_alternative<screen::WhoIsHere>(screen) ||
           std::holds_alternative<screen::Cover>(screen);
}

// One partner's language, look and voice are not the other's: each finds their own look again, or the usual one.
void speak_with(Partner partner, State& state) {
    if (state.speaker && *state.speaker != partner) {
        state.own_appearance.of(*state.speaker) = state.appearance;
        state.appearance = state.own_appearance.of(partner).value_or(state.usual_appearance);
    }
    state.speaker = partner;
    if (state.listener && *state.listener != partner) state.speech = {};
    state.listener = partner;
}

// Between two people what is chosen belongs to whoever sits down next. Once a part is handed over nothing that its
// author chose stays beside it.
void choose_for_the_next(State& state) {
    const auto* handed = std::get_if<screen::HandOver>(&state.screen);
    if (handed != nullptr && state.speaker == handed->sealed) speak_with(other(handed->sealed), state);
    if (between_people(state.screen)) state.speaker.reset();
}

bool handled_by_look(State& state, Among<known::Sheet> action) {
    if (is<action::LookOpened>(action) != nullptr && may_change_look(state.screen)) {
        state.look_open = true;
        state.look_page = 0;
        return true;
    }
    if (!state.look_open) return false;
    go_to_page(state.look_page, action);
    if (is<action::LookClosed>(action) != nullptr || leaves(action)) state.look_open = false;
    choose(state, action);
    return true;
}

}
