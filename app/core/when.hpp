// Days, clock times and lengths of time in words of the language being spoken, in the kiosk's own time zone.
#pragma once
#include "core/time.hpp"
#include <string>

namespace core {

std::string day_words(WallTime time);                      // "March 4"
std::string full_day_words(WallTime time);                 // "March 4, 2026"
std::string date_words(std::chrono::year_month_day day);   // "March 4, 1988", wherever the kiosk stands
std::string short_day_words(WallTime time);                // "Mar 4", as short as a chart's axis has room for
int year_of(WallTime time);                                // 2026
std::string month_words(int month);                        // 1 to 12: "March"
std::string clock_words(WallTime time);                    // "14:05"
std::string now_words(WallTime time);                      // "Tuesday, March 4, 14:05"
std::string moment_words(WallTime time);                   // "March 4, 2026, 14:05"
std::string length_words(std::chrono::seconds length);     // "about 12 minutes"
std::string minutes_left_words(std::chrono::seconds left); // "6 min"

// The kiosk's days.
std::chrono::year_month_day day_of(WallTime time);
bool is_same_day(WallTime one, WallTime other);
WallTime in_day_of(WallTime time, std::chrono::minutes into_day); // what its clocks say then, on that day

}
