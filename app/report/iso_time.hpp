// Days and moments as ISO 8601 writes them, for files that programs read.
#pragma once
#include "core/time.hpp"
#include <string>

namespace report {

std::string utc_stamp(core::WallTime at);             // "2026-03-04T15:00:00Z"
std::string utc_day(core::WallTime at);               // "2026-03-04", the day of that stamp
std::string local_day(core::WallTime at);             // the day it was where the kiosk stands: for people, not programs
std::string iso_day(std::chrono::year_month_day day); // "1988-03-04"

}
