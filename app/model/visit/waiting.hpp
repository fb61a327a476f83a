// What an untouched screen waits for.
#pragma once
#include "model/visit/state.hpp"
#include <string>

namespace model {

struct Waiting {
    enum What { ask, cover, back_to_cover, back_to_together, welcome, close_private, lock } what = ask;
    core::SteadyTime at;
};
// Empty for a screen that may stand for ever.
std::optional<Waiting> waiting_for(const State& state);

// Changes when the page does: where it changes, presses begun before are not taken.
struct PlaceOnScreen {
    std::size_t screen = 0, module = 0, item = 0, page = 0;
    bool second = false;
    bool operator==(const PlaceOnScreen&) const = default;
};
PlaceOnScreen place_of(const Screen& screen);

}
