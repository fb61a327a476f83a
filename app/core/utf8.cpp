#include "core/utf8.hpp"
#include <algorithm>
#include <utf8cpp/utf8.h>

namespace core::utf8 {

CodePoint next(std::string_view text, std::size_t& at) {
    if (const auto first = static_cast<unsigned char>(text[at]); first < 0x80) // most are, and every frame reads them
        return {.code = first, .bytes = text.substr(at++, 1)};
    const auto unit = text.substr(at, after(text, at) - at);
    const auto good = valid_until(unit);
    if (good == 0) {
        at += unit.size();
        return {.bytes = unit, .broken = true};
    }
    at += good;
    return {.code = static_cast<char32_t>(::utf8::unchecked::peek_next(unit.begin())), .bytes = unit.substr(0, good)};
}

std::size_t valid_until(std::string_view text) {
    return static_cast<std::size_t>(::utf8::find_invalid(text.begin(), text.end()) - text.begin());
}

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return !continues(byte); }));
}

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t begin_of(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    while (at > 0 && continues(text[at]))
        --at;
    return at;
}

std::size_t before(std::string_view text, std::size_t at) {
    return at > 0 ? begin_of(text, at - 1) : 0;
}

std::size_t after(std::string_view text, std::size_t at) {
    if (at < text.size()) ++at;
    while (at < text.size() && continues(text[at]))
        ++at;
    return at;
}

std::size_t offset_of(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; count > 0 && at < text.size(); --count)
        at = after(text, at);
    return at;
}

}
