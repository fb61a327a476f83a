// What a picture of results is drawn on: the screen's draw list or a page of paper. Lengths are reference units
// (visual-language 2: one is a pixel at 1280 x 800); y grows downwards. A canvas keeps nothing of what it is given.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace chart {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Color&) const = default;
};
struct Point {
    float x = 0, y = 0;
};
struct Box {
    float x = 0, y = 0, width = 0, height = 0;
};
enum class Weight { regular, bold };
enum class Align { left, centre, right };

// How wide text will be; enough to lay a picture out.
class Ruler {
public:
    virtual ~Ruler() = default;
    virtual float measure(std::string_view text, float size, Weight weight) const = 0;

protected:
    Ruler() = default;
    Ruler(const Ruler&) = default;
    Ruler& operator=(const Ruler&) = default;
};

class Canvas : public Ruler {
public:
    virtual void fill_rect(Box box, float radius, Color color) = 0;
    virtual void line(Point from, Point to, float width, Color color) = 0;
    virtual void curve(std::span<const Point> points, float width, Color color) = 0; // with round ends and corners
    // A flat shape whose corners all point outwards, in either direction round it.
    virtual void fill_polygon(std::span<const Point> corners, Color color) = 0;
    // What lies between two lines of as many points, as one shape: see-through colours show no seams.
    virtual void fill_band(std::span<const Point> upper, std::span<const Point> lower, Color color) = 0;
    virtual void disc(Point centre, float radius, Color color) = 0;
    // `radius` is to the outer edge; the stroke lies inside it, and `inside` fills the hole.
    virtual void ring(Point centre, float radius, float stroke, Color color, Color inside) = 0;
    // One line of UTF-8; `at` is the left end, the middle or the right end of its baseline.
    virtual void text(Point at, std::string_view text, float size, Weight weight, Align align, Color color) = 0;
};

}
