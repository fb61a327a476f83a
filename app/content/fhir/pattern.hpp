// Regular expressions as formulas choose linkIds by: plain letters, ., classes, groups, |, ?, *, +, {2,3}, ^ and $.
#pragma once
#include <optional>
#include <string_view>

namespace content {

enum class Match { anywhere, whole };

// Nothing when the pattern, or the text, is beyond what is read here, or takes too long.
std::optional<bool> matches_pattern(std::string_view text, std::string_view pattern, Match match);

}
