// Places on the screen, in reference pixels: 1280 x 800 lying, 1080 x 1920 standing, larger where the panel is wider or
// taller in proportion. Only the pen multiplies by the panel's own scale.
#pragma once

namespace ui {

struct Point {
    float x = 0, y = 0;
};
struct Size {
    float w = 0, h = 0;
};
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    float right() const { return x + w; }
    float bottom() const { return y + h; }
    Point center() const { return {x + w / 2, y + h / 2}; }
    bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    bool contains(const Rect& o) const {
        return o.x >= x && o.y >= y && o.right() <= right() && o.bottom() <= bottom();
    }
    bool overlaps(const Rect& o) const { return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom(); }
    Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
};

}
