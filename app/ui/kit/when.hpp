// Days, clock times and lengths of time, as screens say them.
#pragma once
#include "core/when.hpp"
#include <algorithm>

namespace ui {

using core::clock_words;
using core::date_words;
using core::day_words;
using core::full_day_words;
using core::length_words;
using core::minutes_left_words;
using core::month_words;
using core::now_words;

inline long long whole_minutes(std::chrono::seconds left) { // at least 1
    return std::max<long long>(1, std::chrono::ceil<std::chrono::minutes>(left).count());
}

}
