// The range of a total as its words say it: "Total score (0-27)".
#pragma once
#include <optional>
#include <string_view>
#include <utility>

namespace content {

// The least and the most of all ranges that the text names, bands of a total included; nothing where it names none.
std::optional<std::pair<double, double>> stated_range(std::string_view text);

}
