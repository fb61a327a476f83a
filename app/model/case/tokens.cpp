#include "model/case/tokens.hpp"
#include "core/utf8.hpp"

namespace model {
namespace {

enum class Kind { blank, sign, apostrophe, letter };
struct Unit {
    Kind kind;
    std::size_t size; // bytes
};

bool is_plain_letter(char32_t code) {
    return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') || (code >= U'0' && code <= U'9');
}

// Of U+0080 to U+00BF: all but the two raised letters and the micro sign are blanks or signs.
Kind latin_sign(char32_t code) {
    if (code == 0xA0) return Kind::blank;
    return code == 0xAA || code == 0xB5 || code == 0xBA ? Kind::letter : Kind::sign;
}

// Of U+2000 to U+203F. The joiners from U+200B on hold pictures together.
Kind general_sign(char32_t code) {
    if (code <= 0x200A || code == 0x2028 || code == 0x2029 || code == 0x202F) return Kind::blank;
    if (code == 0x2019) return Kind::apostrophe;
    return code >= 0x2010 ? Kind::sign : Kind::letter;
}

Kind kind_of(char32_t code) {
    if (code <= U' ' || code == 0x7F) return Kind::blank;
    if (code == U'\'') return Kind::apostrophe;
    if (code < 0x80) return is_plain_letter(code) ? Kind::letter : Kind::sign;
    if (code < 0xC0) return latin_sign(code);
    if (code >= 0x2000 && code < 0x2040) return general_sign(code);
    return Kind::letter;
}

Unit unit_at(std::string_view text, std::size_t at) {
    const auto point = core::utf8::next(text, at);
    return {kind_of(point.code), point.bytes.size()};
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
        const auto end = is_word ? end_of_word(text, at) : at + unit.size;
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
