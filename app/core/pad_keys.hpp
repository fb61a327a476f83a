// The keys of a pad of five beside the panel. A key is the number that it sends over USB, as the HID usage tables have
// it (page 7, keyboard), which SDL calls its scancode.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace core {

struct PadKeys { // 0: there is none
    int up = 0, down = 0, left = 0, right = 0, choose = 0, back = 0;
    bool operator==(const PadKeys&) const = default;
};

// "F13", "Up", "Keypad Enter": of keys that write nothing, for one that writes would also be typed.
std::optional<int> key_code(std::string_view name);
bool writes_nothing(int code);

}
