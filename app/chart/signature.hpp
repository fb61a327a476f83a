// A signature as lines: smooth, on the screen as on paper.
#pragma once
#include "chart/canvas.hpp"
#include "model/form/answer.hpp"
#include <vector>

namespace chart {

// The stroke in `box`, which is three times as wide as it is high, rounded where the finger turned: quadratic curves
// between the middles of what was sampled, each in short straight pieces. A dot is one point.
std::vector<Point> smooth(const model::Stroke& stroke, Box box);

inline constexpr float pen_share = 1.0F / 75; // of the box's height: how wide the pen writes

void draw_signature(Canvas& canvas, const model::Signed& sign, Box box, Color ink);

}
