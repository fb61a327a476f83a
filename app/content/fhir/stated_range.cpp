#include "content/fhir/stated_range.hpp"
#include <algorithm>
#include <charconv>
#include <string>

namespace content {

namespace {

bool is_range_digit(char c) {
    return c >= '0' && c <= '9';
}
bool goes_with_a_word(char c) {
    return is_range_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 128;
}

// Takes what stands at the beginning of a text away from it.
bool take_from(std::string_view& text, std::string_view begin) {
    if (!text.starts_with(begin)) return false;
    text.remove_prefix(begin.size());
    return true;
}
void take_spaces(std::string_view& text) {
    while (take_from(text, " ") || take_from(text, "\u00A0")) {
    }
}

std::optional<double> take_number(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() &&
           (is_range_digit(text[end]) || (text[end] == '.' && end + 1 < text.size() && is_range_digit(text[end + 1]))))
        ++end;
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + end, number);
    if (end == 0 || read.ec != std::errc{} || read.ptr != text.data() + end) return std::nullopt;
    text.remove_prefix(end);
    return number;
}

// "-", "–", "—", "−", "to", "through", "bis", "a" between two numbers; the words need spaces round them.
bool take_between(std::string_view& text) {
    const bool space = text.starts_with(" ");
    take_spaces(text);
    for (const std::string_view sign : {"-", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212"})
        if (take_from(text, sign)) {
            take_spaces(text);
            return true;
        }
    for (const std::string_view word : {"to ", "through ", "bis ", "a ", "and "})
        if (space && take_from(text, word)) {
            take_spaces(text);
            return true;
        }
    return false;
}

}

std::optional<std::pair<double, double>> stated_range(std::string_view text) {
    std::optional<std::pair<double, double>> all;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins =
            is_range_digit(text[at]) && (at == 0 || (!goes_with_a_word(text[at - 1]) && text[at - 1] != '.'));
        if (!begins) continue;
        auto rest = text.substr(at);
        auto low = take_number(rest);
        if (!low || !take_between(rest)) continue;
        const bool below_zero = take_from(rest, "-");
        auto high = take_number(rest);
        const bool ends =
            rest.empty() || !goes_with_a_word(rest.front()) || rest.starts_with("\u00A0") || rest.starts_with("\u2013");
        if (!high || !ends) continue;
        // A sign before the first number, and no word or number before that: -3 to 3.
        if (at > 0 && text[at - 1] == '-' && (at == 1 || !goes_with_a_word(text[at - 2]))) low = -*low;
        if (below_zero) high = -*high;
        if (!all) all.emplace(*low, *high);
        all->first = std::min(all->first, *low);
        all->second = std::max(all->second, *high);
        at = text.size() - rest.size() - 1;
    }
    return all;
}

}
