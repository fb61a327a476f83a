// Lines a canvas has no word for. For the files of this folder alone.
#pragma once
#include "chart/canvas.hpp"
#include <vector>

namespace chart {

struct Dash {
    float on, off;
};
inline constexpr Dash ellipse_dash{7, 6}, line_dash{9, 7}, dots{2, 5}; // visual-language 6

void draw_dashed(Canvas& canvas, std::span<const Point> line, Dash dash, float width, Color color);
void draw_arrow(Canvas& canvas, Point from, Point to, Color color);

struct Ellipse {
    Point centre;
    float reach_x = 0, reach_y = 0;
};
std::vector<Point> outline_of(const Ellipse& ellipse); // closed: its first point comes again
// The part of a convex shape within the box, and the pieces of a line within it.
std::vector<Point> within(std::span<const Point> corners, const Box& box);
std::vector<std::vector<Point>> pieces_within(std::span<const Point> line, const Box& box);

}
