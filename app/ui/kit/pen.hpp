// Reference pixels to panel pixels, and our colours to the draw list's.
#pragma once
#include "ui/kit/tree.hpp"
#include <imgui.h>

namespace ui {

inline ImU32 packed(Color color) {
    return IM_COL32(color.r, color.g, color.b, color.a);
}
inline Color faded(Color color, float share) {
    color.a = static_cast<std::uint8_t>(static_cast<float>(color.a) * share);
    return color;
}

class Pen {
public:
    Pen(ImDrawList& list, float scale) : m_list(list), m_scale(scale) {}
    ImVec2 at(Point point) const { return {point.x * m_scale, point.y * m_scale}; }
    float size(float value) const { return value * m_scale; }

    // Edges on whole panel pixels, so that straight lines are sharp.
    void box(Rect rect, Color fill, float radius) const;
    void outline(Rect rect, Color color, float thickness, float radius) const; // inside the rect
    void disc(Point center, float radius, Color fill) const;
    void ring(Point center, float radius, float stroke, Color color) const; // radius: the outer edge
    void line(Point from, Point to, Color color, float thickness) const;
    // What lies within both circles.
    void lens(Point a, float radius_a, Point b, float radius_b, Color fill) const;

private:
    ImVec2 snapped(float x, float y) const;
    ImDrawList& m_list;
    float m_scale;
};

}
