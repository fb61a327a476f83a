// A couple's case on the therapist's screen, with the shipped content.
#pragma once
#include "all_words.hpp"
#include "chart/a_couple.hpp"
#include "model/visit/state.hpp"

namespace samples {

inline model::State a_state(model::screen::Case screen, model::Theme theme = model::Theme::day, int percent = 100) {
    static const auto content = std::make_shared<const model::Content>(couple::shipped());
    static const auto practice =
        std::make_shared<const model::Practice>(model::Practice{.name = "Rivergate Counseling"});
    model::State state;
    state.practice = practice;
    state.content = content;
    state.appearance = {.theme = theme, .text_percent = percent, .reduced_motion = true};
    state.screen = std::move(screen);
    return state;
}

inline std::string all_words(const model::screen::Case& screen, int percent = 100) {
    return all_words(a_state(screen, model::Theme::day, percent));
}

}
