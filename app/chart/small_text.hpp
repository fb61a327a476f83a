// The measures that all pictures share. For the files of this folder alone.
#pragma once
#include "chart/score_bars.hpp"

namespace chart {

inline constexpr float small = 16; // visual-language 4
inline constexpr float line_height = 24;
inline constexpr float to_baseline = 5.76F; // from the middle of a line of small text down to its baseline

Color faded(Color color, double share);
// A line of small text whose middle is at `middle`.
void put_small(Canvas& canvas, float x, float middle, std::string_view text, Align align, Color color,
               Weight weight = Weight::regular);
float small_width(const Ruler& ruler, std::string_view text, Weight weight = Weight::regular);
float widest(const Ruler& ruler, const std::vector<std::string>& lines, Weight weight = Weight::regular);

// Whole steps where there are few of them, else the ends and the middle.
std::vector<double> ticks_of(const Range& range);

// A partner's point on a line: a disc of radius 8 or a ring.
void draw_point(Canvas& canvas, model::Partner partner, Point at, const ScoreColors& colors);
// Both at one place: the ring round a small disc.
void draw_both_points(Canvas& canvas, Point a, Point b, const ScoreColors& colors);

inline Color color_of(const ScoreColors& colors, model::Partner partner) {
    return partner == model::Partner::a ? colors.a : colors.b;
}

}
