// Hills and other ground in pictures that are drawn: flat, from a curve down.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

// Where a picture's own coordinates stand on the page.
struct Canvas {
    Point origin;
    float across = 1, down = 1;
    Point at(Point point) const { return {origin.x + point.x * across, origin.y + point.y * down}; }
};
// Filled from the curve through `points` (in rising x) down to `bottom`, between the two sides; all in the picture's
// coordinates. With a ridge the curve is drawn as a line.
struct Ground {
    std::span<const Point> points;
    float left = 0, right = 0, bottom = 0;
};
void draw_ground(Page& page, const Canvas& canvas, const Ground& ground, Color color, std::optional<Color> ridge);

}
