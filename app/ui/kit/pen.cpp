#include "ui/kit/pen.hpp"
#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

ImVec2 Pen::snapped(float x, float y) const {
    return {std::round(x * m_scale), std::round(y * m_scale)};
}

void Pen::box(Rect rect, Color fill, float radius) const {
    if (rect.w <= 0 || rect.h <= 0) return;
    const float half = std::min(rect.w, rect.h) / 2;
    if (radius >= half) { // dots and pills: the draw list's own corners stop one pixel short of round
        const ImVec2 from = snapped(rect.x, rect.y), to = snapped(rect.right(), rect.bottom());
        const float round = std::min(to.x - from.x, to.y - from.y) / 2;
        constexpr float quarter = 1.57079633f;
        m_list.PathArcTo({from.x + round, from.y + round}, round, 2 * quarter, 3 * quarter);
        m_list.PathArcTo({to.x - round, from.y + round}, round, 3 * quarter, 4 * quarter);
        m_list.PathArcTo({to.x - round, to.y - round}, round, 0, quarter);
        m_list.PathArcTo({from.x + round, to.y - round}, round, quarter, 2 * quarter);
        m_list.PathFillConvex(packed(fill));
        return;
    }
    m_list.AddRectFilled(snapped(rect.x, rect.y), snapped(rect.right(), rect.bottom()), packed(fill), size(radius));
}

void Pen::outline(Rect rect, Color color, float thickness, float radius) const {
    const float stroke = std::max(1.0f, std::round(size(thickness)));
    const ImVec2 from = snapped(rect.x, rect.y), to = snapped(rect.right(), rect.bottom());
    // The draw list moves a path by half a pixel inwards by itself.
    const float inward = stroke / 2 - 0.5f;
    m_list.AddRect({from.x + inward, from.y + inward}, {to.x - inward, to.y - inward}, packed(color),
                   std::max(0.0f, size(radius) - inward), 0, stroke);
}

namespace {

// So many sides that none is further than a tenth of a pixel from the circle; the draw list's own number shows on large
// ones.
int sides(float radius) {
    if (radius < 2) return 12;
    return std::clamp(static_cast<int>(std::ceil(3.14159265f / std::acos(1 - 0.1f / radius))), 16, 256);
}

}

void Pen::disc(Point center, float radius, Color fill) const {
    m_list.AddCircleFilled(at(center), size(radius), packed(fill), sides(size(radius)));
}

void Pen::ring(Point center, float radius, float stroke, Color color) const {
    // The draw list leaves half a pixel off a circle's radius.
    m_list.AddCircle(at(center), size(radius - stroke / 2) + 0.5f, packed(color), sides(size(radius)), size(stroke));
}

void Pen::line(Point from, Point to, Color color, float thickness) const {
    const float stroke = std::max(1.0f, size(thickness));
    if (from.x == to.x || from.y == to.y) { // level or upright: a box with sharp edges
        const float half = thickness / 2;
        const Rect rect = from.y == to.y
                              ? Rect{std::min(from.x, to.x), from.y - half, std::abs(to.x - from.x), thickness}
                              : Rect{from.x - half, std::min(from.y, to.y), thickness, std::abs(to.y - from.y)};
        const ImVec2 corner = snapped(rect.x, rect.y);
        const ImVec2 end = snapped(rect.right(), rect.bottom());
        m_list.AddRectFilled(corner, {std::max(end.x, corner.x + 1), std::max(end.y, corner.y + 1)}, packed(color));
        return;
    }
    m_list.AddLine(at(from), at(to), packed(color), stroke);
}

void Pen::lens(Point a, float radius_a, Point b, float radius_b, Color fill) const {
    const float dx = b.x - a.x, dy = b.y - a.y, distance = std::hypot(dx, dy);
    if (distance >= radius_a + radius_b || distance <= std::abs(radius_a - radius_b)) return;
    const float along = (distance * distance + radius_a * radius_a - radius_b * radius_b) / (2 * distance);
    const float direction = std::atan2(dy, dx);
    const float half_a = std::acos(std::clamp(along / radius_a, -1.0f, 1.0f));
    const float half_b = std::acos(std::clamp((distance - along) / radius_b, -1.0f, 1.0f));
    constexpr int steps = 48;
    std::array<ImVec2, 2 * steps> points;
    constexpr float half_circle = 3.14159265f;
    for (int step = 0; step < steps; ++step) {
        const float share = static_cast<float>(step) / steps;
        const float angle_a = direction - half_a + 2 * half_a * share;
        const float angle_b = direction + half_circle - half_b + 2 * half_b * share;
        points[static_cast<std::size_t>(step)] =
            at({a.x + radius_a * std::cos(angle_a), a.y + radius_a * std::sin(angle_a)});
        points[static_cast<std::size_t>(step) + steps] =
            at({b.x + radius_b * std::cos(angle_b), b.y + radius_b * std::sin(angle_b)});
    }
    m_list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), packed(fill));
}

}
