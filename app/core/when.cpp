#include "core/when.hpp"
#include "core/i18n.hpp"
#include <algorithm>
#include <ctime>

namespace core {
namespace {

std::tm local(WallTime time) {
    const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count();
    std::tm broken{};
    localtime_r(&seconds, &broken);
    return broken;
}

std::string month(int index) {
    switch (index) {
    case 0:
        return tr("when.month", "January");
    case 1:
        return tr("when.month", "February");
    case 2:
        return tr("when.month", "March");
    case 3:
        return tr("when.month", "April");
    case 4:
        return tr("when.month", "May");
    case 5:
        return tr("when.month", "June");
    case 6:
        return tr("when.month", "July");
    case 7:
        return tr("when.month", "August");
    case 8:
        return tr("when.month", "September");
    case 9:
        return tr("when.month", "October");
    case 10:
        return tr("when.month", "November");
    default:
        return tr("when.month", "December");
    }
}

std::string short_month(int index) {
    switch (index) {
    case 0:
        return tr("when.short-month", "Jan");
    case 1:
        return tr("when.short-month", "Feb");
    case 2:
        return tr("when.short-month", "Mar");
    case 3:
        return tr("when.short-month", "Apr");
    case 4:
        return tr("when.short-month", "May");
    case 5:
        return tr("when.short-month", "Jun");
    case 6:
        return tr("when.short-month", "Jul");
    case 7:
        return tr("when.short-month", "Aug");
    case 8:
        return tr("when.short-month", "Sep");
    case 9:
        return tr("when.short-month", "Oct");
    case 10:
        return tr("when.short-month", "Nov");
    default:
        return tr("when.short-month", "Dec");
    }
}

std::string weekday(int index) {
    switch (index) {
    case 0:
        return tr("when.weekday", "Sunday");
    case 1:
        return tr("when.weekday", "Monday");
    case 2:
        return tr("when.weekday", "Tuesday");
    case 3:
        return tr("when.weekday", "Wednesday");
    case 4:
        return tr("when.weekday", "Thursday");
    case 5:
        return tr("when.weekday", "Friday");
    default:
        return tr("when.weekday", "Saturday");
    }
}

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// A pattern may use the hours of a whole day or of half a day, whichever its readers are used to.
std::string at_clock(const std::string& pattern, const std::tm& at) {
    return fill(pattern, {{"hour", std::to_string(at.tm_hour)},
                          {"hour12", std::to_string(at.tm_hour % 12 == 0 ? 12 : at.tm_hour % 12)},
                          {"minute", two_digits(at.tm_min)},
                          {"half", at.tm_hour < 12 ? tr("when.morning", "AM") : tr("when.afternoon", "PM")}});
}

long long minutes_of(std::chrono::seconds length) {
    return std::max<long long>(1, (length.count() + 59) / 60);
}

}

std::string day_words(WallTime time) {
    const auto at = local(time);
    return fill(tr("when.day", "{month} {day}"), {{"month", month(at.tm_mon)}, {"day", std::to_string(at.tm_mday)}});
}

std::string full_day_words(WallTime time) {
    return fill(tr("when.full-day", "{day}, {year}"),
                {{"day", day_words(time)}, {"year", std::to_string(year_of(time))}});
}

std::string date_words(std::chrono::year_month_day day) {
    return fill(tr("when.date", "{month} {day}, {year}"),
                {{"month", month_words(static_cast<int>(static_cast<unsigned>(day.month())))},
                 {"day", std::to_string(static_cast<unsigned>(day.day()))},
                 {"year", std::to_string(static_cast<int>(day.year()))}});
}

std::string short_day_words(WallTime time) {
    const auto at = local(time);
    return fill(tr("when.short-day", "{month} {day}"),
                {{"month", short_month(at.tm_mon)}, {"day", std::to_string(at.tm_mday)}});
}

int year_of(WallTime time) {
    return local(time).tm_year + 1900;
}

std::string month_words(int number) {
    return month(number - 1);
}

std::string clock_words(WallTime time) {
    return at_clock(tr("when.clock", "{hour}:{minute}"), local(time));
}

std::string now_words(WallTime time) {
    return fill(tr("when.now", "{weekday}, {day}, {time}"),
                {{"weekday", weekday(local(time).tm_wday)}, {"day", day_words(time)}, {"time", clock_words(time)}});
}

std::string moment_words(WallTime time) {
    return fill(tr("when.moment", "{day}, {time}"), {{"day", full_day_words(time)}, {"time", clock_words(time)}});
}

std::string length_words(std::chrono::seconds length) {
    const auto minutes = minutes_of(length);
    return fill(trn("when.about-minutes", "about a minute", "about {minutes} minutes", minutes),
                {{"minutes", std::to_string(minutes)}});
}

std::string minutes_left_words(std::chrono::seconds left) {
    return fill(tr("when.minutes", "{minutes} min"), {{"minutes", std::to_string(minutes_of(left))}});
}

std::chrono::year_month_day day_of(WallTime time) {
    const auto broken = local(time);
    return {std::chrono::year(broken.tm_year + 1900), std::chrono::month(static_cast<unsigned>(broken.tm_mon + 1)),
            std::chrono::day(static_cast<unsigned>(broken.tm_mday))};
}

bool is_same_day(WallTime one, WallTime other) {
    return day_of(one) == day_of(other);
}

WallTime in_day_of(WallTime time, std::chrono::minutes into_day) {
    auto broken = local(time);
    broken.tm_hour = 0;
    broken.tm_min = static_cast<int>(into_day.count());
    broken.tm_sec = 0;
    broken.tm_isdst = -1; // as it is then
    return WallTime(std::chrono::seconds(mktime(&broken)));
}

}
