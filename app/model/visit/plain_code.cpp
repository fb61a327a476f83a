#include "model/visit/plain_code.hpp"
#include <set>
#include <utility>

namespace model {
namespace {

bool is_repetition(std::string_view digits) {
    if (std::set<char>(digits.begin(), digits.end()).size() <= 2) return true;
    for (std::size_t block = 2; block <= digits.size() / 2; ++block)
        if (digits.size() % block == 0 && digits.substr(block) == digits.substr(0, digits.size() - block)) return true;
    if (digits.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < digits.size(); i += 2)
        if (digits[i] != digits[i + 1]) return false;
    return true;
}

bool is_run(std::string_view digits) {
    const auto step_at = [&](std::size_t i) { return (digits[i] - digits[i - 1] + 10) % 10; };
    const int step = step_at(1);
    for (std::size_t i = 2; i < digits.size(); ++i)
        if (step_at(i) != step) return false;
    return step == 1 || step == 2 || step == 8 || step == 9;
}

bool is_year(std::string_view four) {
    return four.starts_with("19") || four.starts_with("20");
}

// The keypad has 1 to 9 in three rows, and 0 below the 8.
std::pair<int, int> key_at(char digit) {
    const int key = digit == '0' ? 10 : digit - '1';
    return {key % 3, key / 3};
}

// Lines of at least three keys, one after the other, each straight through keys that lie side by side.
bool is_of_lines(std::string_view digits) {
    std::size_t i = 0;
    while (i < digits.size()) {
        if (digits.size() - i < 3) return false;
        const auto step_at = [&](std::size_t at) {
            const auto from = key_at(digits[at - 1]), to = key_at(digits[at]);
            return std::pair{to.first - from.first, to.second - from.second};
        };
        const auto step = step_at(i + 1);
        const auto is_near = [](int by) { return by >= -1 && by <= 1; };
        if (step == std::pair{0, 0} || !is_near(step.first) || !is_near(step.second)) return false;
        std::size_t end = i + 2;
        while (end < digits.size() && step_at(end) == step)
            ++end;
        if (end - i < 3) return false;
        i = end;
    }
    return true;
}

bool is_round_the_corners(std::string_view digits) {
    for (const std::string_view round : {"1397139713971", "1793179317931"})
        if (round.find(digits) != std::string_view::npos) return true;
    return false;
}

}

std::optional<PlainCode> why_plain(std::string_view digits) {
    if (is_repetition(digits)) return PlainCode::repeats;
    if (is_run(digits)) return PlainCode::run;
    if (is_of_lines(digits) || is_round_the_corners(digits)) return PlainCode::line;
    if (is_year(digits.substr(0, 4)) || is_year(digits.substr(digits.size() - 4))) return PlainCode::year;
    return std::nullopt;
}

}
