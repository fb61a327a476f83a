#include "model/visit/day_time.hpp"
#include "core/normal_form.hpp"
#include "core/plain_text.hpp"
#include <array>
#include <string>

namespace model {
namespace {

struct Number {
    int value = 0;
    std::size_t digits = 0;
    char after = 0; // what follows it; 0 at the end
};

// Up to eight numbers of a text, with what stands between them.
struct Numbers {
    std::array<Number, 8> each;
    std::size_t count = 0;
    std::size_t end = 0; // of the last one
};

bool is_of_number(char letter) {
    return letter >= '0' && letter <= '9';
}

Numbers numbers_in(std::string_view text) {
    Numbers found;
    for (std::size_t at = 0; at < text.size() && found.count < found.each.size();) {
        if (!is_of_number(text[at])) {
            ++at;
            continue;
        }
        Number number;
        while (at < text.size() && is_of_number(text[at]) && number.digits < 6) {
            number.value = 10 * number.value + (text[at++] - '0');
            ++number.digits;
        }
        number.after = at < text.size() ? text[at] : '\0';
        found.each[found.count++] = number;
        found.end = at;
    }
    return found;
}

// How many of the first numbers are a date: three with "-", "/" or "." between them, one of which has four digits.
bool begins_with_date(const Numbers& numbers) {
    if (numbers.count < 3) return false;
    const auto &year = numbers.each[0], &month = numbers.each[1], &day = numbers.each[2];
    const auto separates = [](char letter) { return letter == '-' || letter == '/' || letter == '.'; };
    return separates(year.after) && year.after == month.after && (year.digits == 4 || day.digits == 4);
}

enum class Half { none, before_noon, after_noon, other };
Half half_in(std::string_view rest) {
    std::string letters;
    for (const char letter : core::folded(rest))
        if (letter >= 'a' && letter <= 'z') letters += letter;
    if (letters.empty() || letters == "h" || letters == "hs" || letters == "z") return Half::none;
    if (letters == "am" || letters == "a") return Half::before_noon;
    if (letters == "pm" || letters == "p") return Half::after_noon;
    return Half::other;
}

}

DayTime read_day_time(std::string_view given) {
    const auto text = core::trimmed(given);
    const auto numbers = numbers_in(text);
    const std::size_t first = begins_with_date(numbers) ? 3 : 0;
    if (numbers.count <= first || text.size() > 40) return {};
    if (first == 0 && !is_of_number(text.front())) return {}; // words, with a number somewhere
    const auto& hour = numbers.each[first];
    const auto half = half_in(text.substr(numbers.end));
    const bool alone = numbers.count == first + 1;
    if (half == Half::other || hour.digits > 2) return {};
    if (alone && half == Half::none) return {}; // "10" may be anything
    int minute = 0;
    if (!alone) {
        const auto between = hour.after;
        if (between != ':' && between != '.' && between != 'h') return {};
        if (numbers.each[first + 1].digits != 2) return {};
        minute = numbers.each[first + 1].value;
    }
    int hours = hour.value;
    if (half != Half::none) {
        if (hours < 1 || hours > 12) return {};
        hours = hours % 12 + (half == Half::after_noon ? 12 : 0);
    }
    if (hours > 23 || minute > 59) return {};
    return {std::chrono::hours(hours) + std::chrono::minutes(minute)};
}

bool is_of_day(std::string_view text, std::chrono::year_month_day day) {
    const auto numbers = numbers_in(core::trimmed(text));
    if (!begins_with_date(numbers)) return true;
    const int a = numbers.each[0].value, b = numbers.each[1].value, c = numbers.each[2].value;
    const int y = static_cast<int>(day.year()), m = static_cast<int>(static_cast<unsigned>(day.month())),
              d = static_cast<int>(static_cast<unsigned>(day.day()));
    if (numbers.each[0].digits == 4) return a == y && b == m && c == d;
    return c == y && ((a == m && b == d) || (a == d && b == m));
}

}
