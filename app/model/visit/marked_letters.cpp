#include "model/visit/marked_letters.hpp"
#include <array>

namespace model {
namespace {

// At most as many as a row of keys has.
using Row = std::array<std::string_view, 10>;

struct Marked {
    std::string_view letter, capital;
    Row small_marked, capital_marked;
};

constexpr Marked every[] = {
    {"a", "A", {"à", "á", "â", "ã", "ä", "å", "æ", "ā", "ă", "ą"}, {"À", "Á", "Â", "Ã", "Ä", "Å", "Æ", "Ā", "Ă", "Ą"}},
    {"c", "C", {"ç", "ć", "ĉ", "ċ", "č"}, {"Ç", "Ć", "Ĉ", "Ċ", "Č"}},
    {"d", "D", {"ď", "đ", "ð"}, {"Ď", "Đ", "Ð"}},
    {"e", "E", {"è", "é", "ê", "ë", "ē", "ĕ", "ė", "ę", "ě"}, {"È", "É", "Ê", "Ë", "Ē", "Ĕ", "Ė", "Ę", "Ě"}},
    {"g", "G", {"ĝ", "ğ", "ġ", "ģ"}, {"Ĝ", "Ğ", "Ġ", "Ģ"}},
    {"h", "H", {"ĥ", "ħ"}, {"Ĥ", "Ħ"}},
    {"i", "I", {"ì", "í", "î", "ï", "ĩ", "ī", "ĭ", "į", "ı", "ĳ"}, {"Ì", "Í", "Î", "Ï", "Ĩ", "Ī", "Ĭ", "Į", "İ", "Ĳ"}},
    {"j", "J", {"ĵ"}, {"Ĵ"}},
    {"k", "K", {"ķ", "ĸ"}, {"Ķ"}},
    {"l", "L", {"ĺ", "ļ", "ľ", "ŀ", "ł"}, {"Ĺ", "Ļ", "Ľ", "Ŀ", "Ł"}},
    {"n", "N", {"ñ", "ń", "ņ", "ň", "ŉ", "ŋ"}, {"Ñ", "Ń", "Ņ", "Ň", "Ŋ"}},
    {"o", "O", {"ò", "ó", "ô", "õ", "ö", "ø", "ō", "ŏ", "ő", "œ"}, {"Ò", "Ó", "Ô", "Õ", "Ö", "Ø", "Ō", "Ŏ", "Ő", "Œ"}},
    {"r", "R", {"ŕ", "ŗ", "ř"}, {"Ŕ", "Ŗ", "Ř"}},
    {"s", "S", {"ś", "ŝ", "ş", "š", "ß", "ſ"}, {"Ś", "Ŝ", "Ş", "Š"}},
    {"t", "T", {"ţ", "ť", "ŧ", "þ"}, {"Ţ", "Ť", "Ŧ", "Þ"}},
    {"u", "U", {"ù", "ú", "û", "ü", "ũ", "ū", "ŭ", "ů", "ű", "ų"}, {"Ù", "Ú", "Û", "Ü", "Ũ", "Ū", "Ŭ", "Ů", "Ű", "Ų"}},
    {"w", "W", {"ŵ"}, {"Ŵ"}},
    {"y", "Y", {"ý", "ÿ", "ŷ"}, {"Ý", "Ÿ", "Ŷ"}},
    {"z", "Z", {"ź", "ż", "ž"}, {"Ź", "Ż", "Ž"}},
};

std::span<const std::string_view> filled(const Row& row) {
    std::size_t count = 0;
    while (count < row.size() && !row[count].empty())
        ++count;
    return {row.data(), count};
}

}

MarkedLetters letters_with_marks(std::string_view letter) {
    for (const Marked& one : every)
        if (one.letter == letter || one.capital == letter)
            return {filled(one.small_marked), filled(one.capital_marked)};
    return {};
}

}
