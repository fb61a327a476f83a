#include "core/plain_text.hpp"
#include "core/utf8.hpp"

namespace core {
namespace {

bool is_control(char32_t code, Lines lines) {
    if (code == U'\n') return lines == Lines::one;
    if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return true;
    // Marks that reorder or hide what others read. What joins letters and pictures, or keeps them apart, stays: U+200C
    // and U+200D.
    return (code >= 0x200B && code <= 0x200F && code != 0x200C && code != 0x200D) ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

}

std::string cleaned(std::string_view text, Lines lines) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto point = utf8::next(text, at);
        if (point.code == U'\n' && lines == Lines::one)
            clean += ' ';
        else if (!point.broken && !is_control(point.code, lines))
            clean += point.bytes;
    }
    return clean;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \n\t";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

}
