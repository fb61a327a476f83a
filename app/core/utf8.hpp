// Text by its code points. Offsets are in bytes. Every function takes any bytes: what is not well-formed UTF-8 (RFC
// 3629: no overlong form, no surrogate, at most U+10FFFF) is passed over as one broken code point, with the bytes that
// follow in its form.
#pragma once
#include <cstddef>
#include <string_view>

namespace core::utf8 {

struct CodePoint {
    char32_t code = 0xFFFD;
    std::string_view bytes;
    bool broken = false; // code is then U+FFFD
};
// The code point that begins at `at`, which must be in the text; moves `at` past it.
CodePoint next(std::string_view text, std::size_t& at);

// The offset of the first byte that is not well-formed, or the text's size.
std::size_t valid_until(std::string_view text);
std::size_t length(std::string_view text); // in code points

// True for every byte of a code point but its first.
bool continues(char byte);
// Where the code point that holds the byte `at` begins; the text's size from there on.
std::size_t begin_of(std::string_view text, std::size_t at);
// Where the code points beside the one that begins at `at` begin; the text's ends when there is none.
std::size_t before(std::string_view text, std::size_t at);
std::size_t after(std::string_view text, std::size_t at);
// Where the code point begins that `count` others stand before.
std::size_t offset_of(std::string_view text, std::size_t count);

}
