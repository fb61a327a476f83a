// What an untouched screen waits for.
#pragma once
#include "model/visit/state.hpp"

namespace model {

struct Waiting {
    enum What { ask, cover, back_to_cover, back_to_together, welcome, darken, close_private, lock } what = ask;
    core::SteadyTime at;
};
// The screens of a couple, on which text size, colours and language can be chosen.
bool may_change_look(const Screen& screen);
// Empty for a screen that may stand for ever.
std::optional<Waiting> waiting_for(const State& state);

}
