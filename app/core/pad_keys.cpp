#include "core/pad_keys.hpp"
#include <algorithm>
#include <array>

namespace core {
namespace {

struct Named {
    std::string_view name;
    int code;
};
constexpr std::array names{
    Named{"Return", 40},       Named{"Escape", 41},       Named{"Tab", 43},       Named{"PrintScreen", 70},
    Named{"ScrollLock", 71},   Named{"Pause", 72},        Named{"Insert", 73},    Named{"Home", 74},
    Named{"PageUp", 75},       Named{"Delete", 76},       Named{"End", 77},       Named{"PageDown", 78},
    Named{"Right", 79},        Named{"Left", 80},         Named{"Down", 81},      Named{"Up", 82},
    Named{"Keypad Enter", 88}, Named{"Application", 101}, Named{"Execute", 116},  Named{"Help", 117},
    Named{"Menu", 118},        Named{"Select", 119},      Named{"Stop", 120},     Named{"Again", 121},
    Named{"Undo", 122},        Named{"Cut", 123},         Named{"Copy", 124},     Named{"Paste", 125},
    Named{"Find", 126},        Named{"Mute", 127},        Named{"VolumeUp", 128}, Named{"VolumeDown", 129},
};

// F1 to F12 and F13 to F24 stand in two rows of the table.
constexpr int f1 = 58, f12 = 69, f13 = 104, f24 = 115;

bool is_function_key(int code) {
    return (code >= f1 && code <= f12) || (code >= f13 && code <= f24);
}

}

std::optional<int> key_code(std::string_view name) {
    for (const auto& named : names)
        if (named.name == name) return named.code;
    for (int number = 1; number <= 24; ++number)
        if (name == "F" + std::to_string(number)) return number <= 12 ? f1 + number - 1 : f13 + number - 13;
    return std::nullopt;
}

bool writes_nothing(int code) {
    return is_function_key(code) || std::ranges::find(names, code, &Named::code) != names.end();
}

}
