#include "core/plain_text.hpp"

namespace core {
namespace {

// Length of the valid UTF-8 sequence at `at` (Unicode 15, table 3-7), or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const unsigned first = byte(0);
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool low_ok = first != 0xE0 || byte(1) >= 0xA0;
        const bool not_surrogate = first != 0xED || byte(1) < 0xA0;
        return follows(1) && follows(2) && low_ok && not_surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool low_ok = first != 0xF0 || byte(1) >= 0x90;
        const bool high_ok = first != 0xF4 || byte(1) < 0x90;
        return follows(1) && follows(2) && follows(3) && low_ok && high_ok ? 4 : 0;
    }
    return 0;
}

bool is_control(std::string_view sequence, Lines lines) {
    const auto first = static_cast<unsigned char>(sequence[0]);
    if (first == '\n') return lines == Lines::one;
    if (first < 0x20 || first == 0x7F) return true;
    if (first == 0xC2 && static_cast<unsigned char>(sequence[1]) < 0xA0) return true; // C1 controls
    // Marks that reorder or hide what others read: U+200B..F, U+202A..E, U+2060..F, U+FEFF.
    if (sequence.size() != 3) return false;
    const auto second = static_cast<unsigned char>(sequence[1]);
    const auto third = static_cast<unsigned char>(sequence[2]);
    if (first == 0xE2 && second == 0x80)
        return (third >= 0x8B && third <= 0x8C) || third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE);
    if (first == 0xE2 && second == 0x81) return third >= 0xA0 && third <= 0xAF;
    return first == 0xEF && second == 0xBB && third == 0xBF;
}

}

std::string cleaned(std::string_view text, Lines lines) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto length = sequence_length(text, at);
        if (length == 0) {
            ++at;
            continue;
        }
        const auto sequence = text.substr(at, length);
        if (sequence == "\n" && lines == Lines::one)
            clean += ' ';
        else if (!is_control(sequence, lines))
            clean += sequence;
        at += length;
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
