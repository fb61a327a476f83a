// A text cut into words and signs, for comparing what people wrote. Letters are never cut: a word is any run of bytes
// that are neither blanks nor signs, so that a picture of several code points stays whole too.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace model {

struct Token {
    std::size_t blank = 0; // where the blanks before it begin
    std::size_t begin = 0, end = 0;
    bool is_word = false; // else one sign: a full stop, a quotation mark
};
// In order, each beginning where the one before it ends; blanks at the very end belong to none. `text` is UTF-8, and
// broken sequences are letters like any other.
std::vector<Token> tokens_of(std::string_view text);

// A stretch of a text that is marked or not. Those of one text, joined, are the text again.
struct Stretch {
    std::string text;
    bool marked = false;
    bool operator==(const Stretch&) const = default;
};
// One flag for each token; between two marked ones the blanks are marked too.
std::vector<Stretch> stretches_of(std::string_view text, const std::vector<Token>& tokens,
                                  const std::vector<bool>& marked);

}
