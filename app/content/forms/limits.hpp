// What a form may hold, whoever wrote it.
#pragma once
#include <cstddef>

namespace content {

inline constexpr std::size_t most_items = 200;
inline constexpr std::size_t most_choices = 250;        // all countries; beyond 20 they stand on pages
inline constexpr std::size_t most_two_way_choices = 20; // side by side in charts
inline constexpr int greatest_value = 1'000'000;        // of a choice, a number or a range, and below zero as much

}
