#include "ui/screens/when.hpp"
#include "ui/words.hpp"
#include <algorithm>
#include <array>
#include <ctime>

namespace ui {
namespace {

std::tm local(core::WallTime time) {
    const std::time_t seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
    std::tm broken{};
    localtime_r(&seconds, &broken);
    return broken;
}

std::string month(int index) {
    constexpr std::array names{"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};
    return tr("when.month", names[static_cast<std::size_t>(std::clamp(index, 0, 11))]);
}

std::string weekday(int index) {
    constexpr std::array names{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    return tr("when.weekday", names[static_cast<std::size_t>(std::clamp(index, 0, 6))]);
}

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}

std::string day_words(core::WallTime time) {
    const auto at = local(time);
    return fill(tr("when.day", "{month} {day}"), {{"month", month(at.tm_mon)}, {"day", std::to_string(at.tm_mday)}});
}

std::string full_day_words(core::WallTime time) {
    return fill(tr("when.full-day", "{day}, {year}"),
                {{"day", day_words(time)}, {"year", std::to_string(local(time).tm_year + 1900)}});
}

std::string month_words(int number) {
    return month(number - 1);
}

std::string date_words(std::chrono::year_month_day day) {
    return fill(tr("when.date", "{month} {day}, {year}"),
                {{"month", month_words(static_cast<int>(static_cast<unsigned>(day.month())))},
                 {"day", std::to_string(static_cast<unsigned>(day.day()))},
                 {"year", std::to_string(static_cast<int>(day.year()))}});
}

model::DateOrder date_order() {
    const auto pattern = tr("when.date-order", "month day year");
    std::array<std::pair<std::size_t, model::DatePart>, 3> places{{{pattern.find("day"), model::DatePart::day},
                                                                   {pattern.find("month"), model::DatePart::month},
                                                                   {pattern.find("year"), model::DatePart::year}}};
    std::ranges::sort(places);
    return {places[0].second, places[1].second, places[2].second};
}

std::string clock_words(core::WallTime time) {
    const auto at = local(time);
    return std::to_string(at.tm_hour) + ":" + two_digits(at.tm_min);
}

std::string now_words(core::WallTime time) {
    return fill(tr("when.now", "{weekday}, {day}, {time}"),
                {{"weekday", weekday(local(time).tm_wday)}, {"day", day_words(time)}, {"time", clock_words(time)}});
}

std::string length_words(std::chrono::seconds length) {
    const auto minutes = std::max<long long>(1, (length.count() + 59) / 60);
    if (minutes == 1) return tr("when.about-a-minute", "about a minute");
    return fill(tr("when.about-minutes", "about {minutes} minutes"), {{"minutes", std::to_string(minutes)}});
}

std::string minutes_left_words(std::chrono::seconds left) {
    return fill(tr("when.minutes", "{minutes} min"),
                {{"minutes", std::to_string(std::max<long long>(1, (left.count() + 59) / 60))}});
}

}
