// Characters that the screen cannot show (core/letters.hpp), named so that whoever wrote them finds them.
#pragma once
#include "content/read/document.hpp"

namespace content {

struct StrangeLetters {
    std::size_t first = 0; // the offset of the first of them
    std::string names;     // `"Ω" (U+03A9), U+200B`, at most five; empty when every character can be shown

    bool empty() const { return names.empty(); }
    std::string rule() const; // what diagnostics say of them
};
// Line ends, tabs and other control characters below U+0020 are not among them. `text` is UTF-8.
StrangeLetters strange_letters(std::string_view text);

// The text with "?" in the place of each of them.
std::string without_strange_letters(std::string_view text);

// Complains of those in the node and in all below it, each text with its line and key. `where` names the node.
void check_letters(const Node& node, const std::string& where, Diagnostics& diagnostics);
// The same for a text of many lines, by its lines alone.
void check_letters(std::string_view text, Diagnostics& diagnostics);

}
