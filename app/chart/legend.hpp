// Who is who in a picture: a partner's shape and some words, beside each other where they fit.
#pragma once
#include "chart/picture.hpp"

namespace chart {

struct LegendEntry {
    std::optional<model::Partner> partner; // none: words alone
    std::string words;
    bool with_line = false; // the partner's line behind the shape
};

enum class Stand { right, left };
// Draws from `at` downwards and returns the height used, that of the line kept for a title included.
float draw_legend(Canvas& canvas, const std::vector<LegendEntry>& entries, Point at, const Room& room, Stand stand,
                  const ScoreColors& colors);

}
