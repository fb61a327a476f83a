// SDL's events as our own. Included by window.cpp alone: SDL stays inside this folder, and this header inside its
// window.
#pragma once
#include "core/pad_keys.hpp"
#include "platform/input.hpp"
#include <SDL.h>

namespace platform {

struct EventScale {
    float panel_width, panel_height; // fingers come as parts of these
    float for_mouse;                 // panel pixels for one of the window system's
};

// Nothing when the event means nothing here. `keys`: of a pad, beside those of a keyboard. `now`: when it was taken in.
std::optional<decltype(Input::what)> translate(const SDL_Event& event, const EventScale& scale, FirstFinger& finger,
                                               const core::PadKeys& keys, core::SteadyTime now);

}
