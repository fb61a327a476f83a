#include "opened_case.hpp"

namespace samples {

model::State a_state(model::screen::Case screen, model::Theme theme, int percent) {
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

std::string all_words(const model::screen::Case& screen, int percent) {
    return all_words(a_state(screen, model::Theme::day, percent));
}

}
