// Times and dates as calendars write them into a table: "10:30", "9:05 AM", "2026-03-04T10:30:00", "3/4/2026 1:00 PM".
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace model {

struct DayTime {
    std::optional<std::chrono::minutes> into_day; // none: it is no time
};
DayTime read_day_time(std::string_view text);

// Whether a text that may name a date means this day; one that names none may be any. Of 3/4/2026 the day or the month
// may come first: it is of both days.
bool is_of_day(std::string_view text, std::chrono::year_month_day day);

}
