// Days, clock times and lengths of time in words, in the kiosk's own time zone.
#pragma once
#include "model/state.hpp"
#include <string>

namespace ui {

std::string day_words(core::WallTime time);                // "March 4"
std::string full_day_words(core::WallTime time);           // "March 4, 2026"
std::string clock_words(core::WallTime time);              // "10:21"
std::string month_words(int month);                        // 1 to 12: "March"
std::string date_words(std::chrono::year_month_day day);   // "March 4, 1988"
model::DateOrder date_order();                             // in which a date is typed
std::string now_words(core::WallTime time);                // "Tuesday, March 4, 10:21"
std::string length_words(std::chrono::seconds length);     // "about 12 minutes"
std::string minutes_left_words(std::chrono::seconds left); // "6 min"

}
