// A couple's case on the therapist's screen, with the shipped content.
#pragma once
#include "all_words.hpp"
#include "chart/a_couple.hpp"
#include "model/visit/state.hpp"

namespace samples {

model::State a_state(model::screen::Case screen, model::Theme theme = model::Theme::day, int percent = 100);

std::string all_words(const model::screen::Case& screen, int percent = 100);

}
