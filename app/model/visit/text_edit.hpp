// A text being written: UTF-8 with a caret. What is put in is cleaned (no control characters, no broken UTF-8) and
// never grows past max_bytes.
#pragma once
#include "core/plain_text.hpp"
#include <cstddef>
#include <string_view>

namespace model {

using core::Lines;

bool is_digit(std::string_view key);

// Typed before a letter that can bear it, it becomes one letter with it; before anything else it stays what it is.
inline constexpr std::string_view accent = "´";
// The letter with its accent; empty for what has none.
std::string_view with_accent(std::string_view letter);

struct TextEdit {
    std::string text;
    std::size_t caret = 0; // byte offset, always between code points
    std::size_t max_bytes = 0;
    Lines lines = Lines::one;
    bool operator==(const TextEdit&) const = default;
};

TextEdit edit_of(std::string_view text, std::size_t max_bytes, Lines lines); // caret at the end
bool insert(TextEdit& edit, std::string_view text);                          // false when nothing went in
void erase_before(TextEdit& edit);
void erase_after(TextEdit& edit);
void step_left(TextEdit& edit);
void step_right(TextEdit& edit);
void move_caret(TextEdit& edit, std::size_t byte); // to the nearest place between code points at or before `byte`

}
