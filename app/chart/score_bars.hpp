// Both partners' scores of one module: a point with its 95 % range on a scale line, partner A (disc) above partner B
// (ring), the numbers beside it. A score that was not made is said in words in its place.
#pragma once
#include "chart/canvas.hpp"
#include "chart/score_words.hpp"
#include <optional>
#include <string>
#include <vector>

namespace chart {

struct ScoreColors {
    Color ink, soft, line, surface, a, b;
};
struct ScoreRow {
    std::string title;
    bool facet = false;
    Range range;
    std::optional<model::Score> a, b; // empty for a partner who has no sealed part
};
struct ScoreBars {
    std::string name_a, name_b;
    std::vector<ScoreRow> rows;
};

// The module's scales in order; a facet is drawn lighter than its whole. Private scales are left out, and those about a
// person whom neither named. Null for a partner whose answers are not there.
ScoreBars score_bars(const model::Module& module, const std::string& name_a, const model::Answers* a,
                     const std::string& name_b, const model::Answers* b);

// Draws from `at` downwards and returns the height used; width at least 560.
float draw_score_bars(Canvas& canvas, const ScoreBars& bars, Point at, float width, const ScoreColors& colors);
std::string bars_words(const ScoreBars& bars); // whose each figure is: a shape cannot be heard
float score_bars_height(const Ruler& ruler, const ScoreBars& bars, float width);

// The shape that stands for a partner, as high as a capital of `size`, on the baseline at `at`; returns its width.
float draw_mark(Canvas& canvas, model::Partner partner, Point at, float size, const ScoreColors& colors);

// Lines of at most `width`, broken at spaces, or within a word that is wider than a line.
std::vector<std::string> wrapped(const Ruler& ruler, std::string_view text, float width, float size, Weight weight);

}
