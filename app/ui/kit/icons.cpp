#include "ui/kit/icons.hpp"
#include "ui/kit/pen.hpp"
#include <cmath>
#include <initializer_list>

namespace ui {

namespace {

constexpr float full_circle = 6.2831853f;

// Draws in the box of 24; y grows downwards.
class Brush {
public:
    Brush(ImDrawList& list, Rect rect, Color color, float scale)
        : m_list(list), m_origin{rect.x * scale, rect.y * scale}, m_unit(rect.w * scale / 24), m_color(packed(color)) {}

    void line(std::initializer_list<Point> points, bool closed = false, float stroke = 2) {
        for (const Point point : points)
            m_list.PathLineTo(at(point));
        m_list.PathStroke(m_color, closed ? ImDrawFlags_Closed : ImDrawFlags_None, stroke * m_unit);
        // Round ends and corners.
        for (const Point point : points)
            dot(point, stroke / 2);
    }
    void arc(Point center, float radius, float from, float to, float stroke = 2) {
        m_list.PathArcTo(at(center), radius * m_unit, from * full_circle, to * full_circle, 32);
        m_list.PathStroke(m_color, ImDrawFlags_None, stroke * m_unit);
        for (const float end : {from, to}) {
            dot({center.x + radius * std::cos(end * full_circle), center.y + radius * std::sin(end * full_circle)},
                stroke / 2);
        }
    }
    void circle(Point center, float radius, float stroke = 2) {
        m_list.AddCircle(at(center), radius * m_unit + 0.5f, m_color, 48, stroke * m_unit);
    }
    void frame(Rect rect, float radius, float stroke = 2) {
        m_list.AddRect(corner(rect.x, rect.y), corner(rect.right(), rect.bottom()), m_color, radius * m_unit, 0,
                       stroke * m_unit);
    }
    void dot(Point center, float radius) { m_list.AddCircleFilled(at(center), radius * m_unit, m_color, 16); }
    void fill(std::initializer_list<Point> points) {
        for (const Point point : points)
            m_list.PathLineTo(at(point));
        m_list.PathFillConvex(m_color);
    }
    void half_disc(Point center, float radius) {
        m_list.PathArcTo(at(center), radius * m_unit, -full_circle / 4, full_circle / 4, 32);
        m_list.PathFillConvex(m_color);
    }
    // An ellipse's arc; angles in turns.
    void oval(Point center, float wide, float high, float from, float to, float stroke = 2) {
        constexpr int steps = 32;
        for (int step = 0; step <= steps; ++step) {
            const float angle = (from + (to - from) * static_cast<float>(step) / steps) * full_circle;
            m_list.PathLineTo(at({center.x + wide * std::cos(angle), center.y + high * std::sin(angle)}));
        }
        m_list.PathStroke(m_color, ImDrawFlags_None, stroke * m_unit);
    }

private:
    ImVec2 at(Point point) const { return {m_origin.x + point.x * m_unit, m_origin.y + point.y * m_unit}; }
    // The draw list moves rectangles by half a pixel.
    ImVec2 corner(float x, float y) const { return {at({x, y}).x - 0.5f, at({x, y}).y - 0.5f}; }

    ImDrawList& m_list;
    ImVec2 m_origin;
    float m_unit;
    ImU32 m_color;
};

void lids(Brush& brush) {
    // Two arcs that meet in the corners, 10 to either side of the middle and 6.5 above and below it.
    brush.arc({12, 16.4f}, 10.9f, 0.567f, 0.933f);
    brush.arc({12, 7.6f}, 10.9f, 0.067f, 0.433f);
}

}

void draw_icon(ImDrawList& list, Rect rect, Icon icon, Color color, float scale) {
    Brush brush(list, rect, color, scale);
    switch (icon) {
    case Icon::none:
        break;
    case Icon::tick:
        brush.line({{4.5f, 12.5f}, {9.5f, 17.5f}, {19.5f, 7}}, false, 2.5f);
        break;
    case Icon::back:
        brush.line({{14.5f, 5.5f}, {8, 12}, {14.5f, 18.5f}});
        break;
    case Icon::next:
        brush.line({{9.5f, 5.5f}, {16, 12}, {9.5f, 18.5f}});
        break;
    case Icon::hide:
        brush.frame({2.5f, 4.5f, 19, 15}, 3.5f);
        brush.line({{7.5f, 15.5f}, {16.5f, 8.5f}});
        break;
    case Icon::eye:
        lids(brush);
        brush.circle({12, 12}, 2.8f);
        break;
    case Icon::eye_off:
        lids(brush);
        brush.line({{4, 4}, {20, 20}});
        break;
    case Icon::lock:
        brush.frame({4.5f, 10.5f, 15, 10.5f}, 2.5f);
        brush.line({{8, 10}, {8, 7}});
        brush.line({{16, 10}, {16, 7}});
        brush.arc({12, 7}, 4, 0.5f, 1.0f);
        break;
    case Icon::skip:
        brush.line({{4.5f, 6}, {10.5f, 12}, {4.5f, 18}}, true);
        brush.line({{12.5f, 6}, {18.5f, 12}, {12.5f, 18}});
        break;
    case Icon::clock:
        brush.circle({12, 12}, 9.5f);
        brush.line({{12, 6.5f}, {12, 12}, {15.5f, 14.5f}});
        break;
    case Icon::book:
        brush.line({{12, 6.5f},
                    {8.5f, 4.5f},
                    {3, 4.5f},
                    {3, 18},
                    {8.5f, 18},
                    {12, 20},
                    {15.5f, 18},
                    {21, 18},
                    {21, 4.5f},
                    {15.5f, 4.5f},
                    {12, 6.5f},
                    {12, 20}});
        break;
    case Icon::globe:
        brush.circle({12, 12}, 9.5f);
        brush.oval({12, 12}, 4.2f, 9.5f, 0, 1);
        brush.line({{3, 9}, {21, 9}});
        brush.line({{3, 15}, {21, 15}});
        break;
    case Icon::text_size:
        brush.line({{1.5f, 19}, {5, 10}, {8.5f, 19}});
        brush.line({{2.8f, 16}, {7.2f, 16}});
        brush.line({{10.5f, 19}, {16, 4}, {21.5f, 19}});
        brush.line({{12.4f, 14}, {19.6f, 14}});
        break;
    case Icon::sound:
        brush.line({{3, 9.5f}, {6.5f, 9.5f}, {11, 5.5f}, {11, 18.5f}, {6.5f, 14.5f}, {3, 14.5f}}, true);
        brush.arc({12.5f, 12}, 3.5f, -0.14f, 0.14f);
        brush.arc({12.5f, 12}, 7.5f, -0.15f, 0.15f);
        break;
    case Icon::contrast:
        brush.circle({12, 12}, 9.5f);
        brush.half_disc({12, 12}, 9.5f);
        break;
    case Icon::phone:
        brush.line({{6.2f, 3.5f},
                    {9, 4},
                    {10.3f, 8.2f},
                    {8.2f, 10.2f},
                    {10.5f, 13.5f},
                    {13.8f, 15.8f},
                    {15.8f, 13.7f},
                    {20, 15},
                    {20.5f, 17.8f},
                    {18, 20.3f},
                    {14.5f, 20},
                    {9, 16.8f},
                    {5.5f, 12.5f},
                    {3.8f, 8.5f},
                    {3.8f, 6}},
                   true);
        break;
    case Icon::plus:
        brush.line({{12, 5}, {12, 19}});
        brush.line({{5, 12}, {19, 12}});
        break;
    case Icon::screen:
        brush.frame({3, 4, 18, 13}, 2.5f);
        brush.line({{8, 20.5f}, {16, 20.5f}});
        break;
    case Icon::storage:
        brush.frame({3.5f, 4, 17, 7}, 2.5f);
        brush.frame({3.5f, 13, 17, 7}, 2.5f);
        brush.dot({16.5f, 7.5f}, 1.4f);
        brush.dot({16.5f, 16.5f}, 1.4f);
        brush.line({{7, 7.5f}, {10, 7.5f}});
        brush.line({{7, 16.5f}, {10, 16.5f}});
        break;
    case Icon::upload:
        brush.line({{12, 15}, {12, 4}});
        brush.line({{7.5f, 8}, {12, 3.5f}, {16.5f, 8}});
        brush.line({{3.5f, 14.5f}, {3.5f, 20}, {20.5f, 20}, {20.5f, 14.5f}});
        break;
    case Icon::speech:
        brush.line({{5, 4},
                    {19, 4},
                    {21, 6},
                    {21, 14},
                    {19, 16},
                    {10.5f, 16},
                    {6.5f, 20},
                    {6.5f, 16},
                    {5, 16},
                    {3, 14},
                    {3, 6}},
                   true);
        break;
    case Icon::pass_turn:
        brush.line({{3, 8}, {20, 8}});
        brush.line({{16, 4}, {20, 8}, {16, 12}});
        brush.line({{21, 16}, {4, 16}});
        brush.line({{8, 12.5f}, {4, 16}, {8, 20}});
        break;
    case Icon::search:
        brush.circle({10, 10}, 6.5f);
        brush.line({{15, 15}, {20.5f, 20.5f}});
        break;
    case Icon::arrow_right:
        brush.line({{3, 12}, {20, 12}});
        brush.line({{14.5f, 6.5f}, {20, 12}, {14.5f, 17.5f}});
        break;
    case Icon::arrow_up:
        brush.line({{12, 20.5f}, {12, 4}});
        brush.line({{6.5f, 9.5f}, {12, 4}, {17.5f, 9.5f}});
        break;
    case Icon::shift:
        brush.line({{12, 2.5f}, {21, 11.5f}, {16, 11.5f}, {16, 20.5f}, {8, 20.5f}, {8, 11.5f}, {3, 11.5f}}, true);
        break;
    case Icon::backspace:
        brush.line({{8, 5}, {21.5f, 5}, {21.5f, 19}, {8, 19}, {2.5f, 12}}, true);
        brush.line({{11, 9}, {17, 15}});
        brush.line({{17, 9}, {11, 15}});
        break;
    case Icon::person:
        brush.circle({12, 8}, 4.2f);
        brush.arc({12, 22}, 8, 0.55f, 0.95f);
        break;
    case Icon::edit:
        brush.line({{4, 20}, {5, 15.5f}, {16, 4.5f}, {19.5f, 8}, {8.5f, 19}}, true);
        brush.line({{13.5f, 7}, {17, 10.5f}});
        break;
    case Icon::download:
        brush.line({{12, 3.5f}, {12, 14.5f}});
        brush.line({{7.5f, 10.5f}, {12, 15}, {16.5f, 10.5f}});
        brush.line({{3.5f, 14.5f}, {3.5f, 20}, {20.5f, 20}, {20.5f, 14.5f}});
        break;
    case Icon::alert:
        brush.line({{12, 3}, {22, 20.5f}, {2, 20.5f}}, true);
        brush.line({{12, 9.5f}, {12, 14}});
        brush.dot({12, 17.3f}, 1.3f);
        break;
    case Icon::motion:
        brush.line({{3, 7}, {13, 7}});
        brush.line({{3, 12}, {9, 12}});
        brush.line({{3, 17}, {13, 17}});
        brush.circle({17, 12}, 4);
        break;
    case Icon::dot:
        brush.dot({12, 12}, 5);
        break;
    case Icon::more:
        for (const float x : {5.f, 12.f, 19.f})
            brush.dot({x, 12}, 2);
        break;
    case Icon::down:
        brush.line({{5.5f, 9}, {12, 15.5f}, {18.5f, 9}});
        break;
    case Icon::cup:
        brush.line({{4, 10}, {17, 10}, {17, 16}, {14, 20}, {7, 20}, {4, 16}}, true);
        brush.arc({17, 14}, 3, -0.22f, 0.22f);
        for (const float x : {8.f, 12.5f})
            brush.line({{x, 4}, {x, 6.5f}});
        break;
    case Icon::sound_off:
        brush.line({{3, 9.5f}, {6.5f, 9.5f}, {11, 5.5f}, {11, 18.5f}, {6.5f, 14.5f}, {3, 14.5f}}, true);
        brush.line({{15, 9}, {21, 15}});
        brush.line({{21, 9}, {15, 15}});
        break;
    case Icon::headset:
        brush.arc({12, 13}, 8.5f, 0.5f, 1.0f);
        brush.line({{3.5f, 13}, {3.5f, 16}});
        brush.line({{20.5f, 13}, {20.5f, 16}});
        brush.frame({3, 14, 4.5f, 6.5f}, 2);
        brush.frame({16.5f, 14, 4.5f, 6.5f}, 2);
        break;
    case Icon::tap:
        brush.line({{9, 14}, {9, 4.5f}, {10.5f, 3}, {12, 4.5f}, {12, 10}, {18, 11.5f}, {19, 13}, {18, 20.5f}});
        brush.line({{9, 11.5f}, {5.5f, 13.5f}, {9.5f, 20.5f}, {18, 20.5f}});
        break;
    case Icon::pause:
        brush.line({{9, 6}, {9, 18}});
        brush.line({{15, 6}, {15, 18}});
        break;
    case Icon::key:
        brush.circle({8, 16}, 4.5f);
        brush.line({{11.5f, 12.5f}, {20, 4}});
        brush.line({{16, 8}, {19, 11}});
        break;
    }
}

}
