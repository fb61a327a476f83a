// Which keys lead from the focus to what somebody wants to press.
#pragma once
#include "ui/kit/focus.hpp"
#include <string>
#include <vector>

namespace window {

// What the hand at the kiosk uses, instead of each other.
enum class Hand {
    pointer,
    keyboard, // Tab, Shift-Tab, Enter, and letters
    pad,      // five keys; letters on the keyboard on the screen
};

// By the names that X has for them, the fewest that do it; empty where keys do not lead there. Without a focus the one
// that brings it.
std::vector<std::string> keys_to(const ui::Tree& page, const std::string& id, Hand hand);

}
