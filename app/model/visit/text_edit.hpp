// A text being written: UTF-8 with a caret. What is put in is cleaned (no control characters, no broken UTF-8) and
// never grows past max_bytes; what has no room is left out between two code points, and the text knows it.
#pragma once
#include "core/plain_text.hpp"
#include <cstddef>
#include <optional>
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
    bool cut = false;             // the last that was put in had not room enough
    std::size_t longest_word = 0; // letters without a blank between them; none goes in beyond. 0: as many as fit
    bool operator==(const TextEdit&) const = default;
};

// Caret at the end. What is there already stays whole, also where it is longer than max_bytes.
TextEdit edit_of(std::string_view text, std::size_t max_bytes, Lines lines);
bool insert(TextEdit& edit, std::string_view text); // false when nothing went in
// How many bytes still fit, where that is worth saying: in the last tenth, and in no more than the last hundred.
std::optional<std::size_t> little_room(const TextEdit& edit);
void erase_before(TextEdit& edit);
void erase_after(TextEdit& edit);
void step_left(TextEdit& edit);
void step_right(TextEdit& edit);
void move_caret(TextEdit& edit, std::size_t byte); // to the nearest place between code points at or before `byte`

}
