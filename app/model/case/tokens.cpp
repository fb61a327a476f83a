#include "model/case/tokens.hpp"
#include <algorithm>

namespace model {
namespace {

enum class Kind { blank, sign, apostrophe, letter };
struct Unit {
    Kind kind;
    std::size_t size; // bytes
};

bool is_plain_letter(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

// Of U+0080 to U+00BF: all but the two raised letters and the micro sign are blanks or signs.
Kind latin_sign(unsigned char second) {
    if (second == 0xA0) return Kind::blank;
    return second == 0xAA || second == 0xB5 || second == 0xBA ? Kind::letter : Kind::sign;
}

// Of U+2000 to U+203F. The joiners from U+200B on hold pictures together.
Kind general_sign(unsigned char third) {
    if (third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF) return Kind::blank;
    if (third == 0x99) return Kind::apostrophe;
    return third >= 0x90 ? Kind::sign : Kind::letter;
}

Unit unit_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto first = static_cast<unsigned char>(byte(at)), second = static_cast<unsigned char>(byte(at + 1)),
               third = static_cast<unsigned char>(byte(at + 2));
    const auto follows = [](unsigned char b) { return (b & 0xC0U) == 0x80U; };
    if (first <= ' ' || first == 0x7F) return {Kind::blank, 1};
    if (first == '\'') return {Kind::apostrophe, 1};
    if (first < 0x80) return {is_plain_letter(first) ? Kind::letter : Kind::sign, 1};
    if (first == 0xC2 && follows(second)) return {latin_sign(second), 2};
    if (first == 0xE2 && second == 0x80 && follows(third)) return {general_sign(third), 3};
    return {Kind::letter, 1};
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto unit = unit_at(text, at);
        const auto next = at + unit.size;
        const bool within = unit.kind == Kind::letter || (unit.kind == Kind::apostrophe && next < text.size() &&
                                                          unit_at(text, next).kind == Kind::letter); // as in "don't"
        if (!within) break;
        at = next;
    }
    return at;
}

}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    std::size_t blank = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto unit = unit_at(text, at);
        if (unit.kind == Kind::blank) {
            at += unit.size;
            continue;
        }
        const bool is_word = unit.kind == Kind::letter;
        const auto end = is_word ? end_of_word(text, at) : std::min(at + unit.size, text.size());
        tokens.push_back({blank, at, end, is_word});
        blank = at = end;
    }
    return tokens;
}

std::vector<Stretch> stretches_of(std::string_view text, const std::vector<Token>& tokens,
                                  const std::vector<bool>& marked) {
    std::vector<Stretch> stretches;
    const auto add = [&](std::size_t begin, std::size_t end, bool is_marked) {
        if (begin == end) return;
        if (stretches.empty() || stretches.back().marked != is_marked) stretches.push_back({{}, is_marked});
        stretches.back().text += text.substr(begin, end - begin);
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        add(tokens[i].blank, tokens[i].begin, marked[i] && i > 0 && marked[i - 1]);
        add(tokens[i].begin, tokens[i].end, marked[i]);
    }
    add(tokens.empty() ? 0 : tokens.back().end, text.size(), false);
    return stretches;
}

}
