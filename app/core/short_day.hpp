// Days as short as a chart's axis has room for, in the kiosk's own time zone.
#pragma once
#include "core/time.hpp"
#include <string>

namespace core {

std::string short_day_words(WallTime time); // "Mar 4"
int year_of(WallTime time);

}
