// What the keys of the on-screen keyboard type in one language.
#pragma once
#include <array>
#include <memory>
#include <string>

namespace model {

// Each key types one character; the third row has the switch on its left and Delete on its right.
struct KeyLayer {
    std::array<std::string, 10> first, second;
    std::array<std::string, 7> third;
};

struct KeyboardLayout {
    KeyLayer letters, capitals;
    KeyLayer signs, more_signs;
    std::string more_name;   // what the key that leads to more_signs is called
    bool accent_key = false; // a key for the accent, typed before its letter
};

// Of the source language, and of each language that has none of its own.
std::shared_ptr<const KeyboardLayout> source_keyboard();

}
