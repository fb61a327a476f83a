#include "ui/kit/ground.hpp"
#include "ui/kit/pen.hpp"
#include <algorithm>

namespace ui {
namespace {

// A curve through the points, y at x (Catmull-Rom, points in rising x).
float curve(std::span<const Point> points, float x) {
    std::size_t i = 1;
    while (i + 1 < points.size() && points[i].x < x)
        ++i;
    const auto& b = points[i - 1];
    const auto& c = points[i];
    const auto& a = i >= 2 ? points[i - 2] : b;
    const auto& d = i + 1 < points.size() ? points[i + 1] : c;
    const float t = std::clamp((x - b.x) / (c.x - b.x), 0.f, 1.f);
    return 0.5f * (2 * b.y + (c.y - a.y) * t + (2 * a.y - 5 * b.y + 4 * c.y - d.y) * t * t +
                   (3 * b.y - a.y - 3 * c.y + d.y) * t * t * t);
}

}

void draw_ground(Page& page, const Canvas& canvas, const Ground& ground, Color color, std::optional<Color> ridge) {
    constexpr int steps = 160;
    const Pen pen(*page.list(), page.scale());
    auto& list = *page.list();
    const auto flags = list.Flags;
    std::vector<ImVec2> edge;
    for (int i = 0; i <= steps; ++i) {
        const float x = ground.left + (ground.right - ground.left) * static_cast<float>(i) / steps;
        edge.push_back(pen.at(canvas.at({x, std::min(curve(ground.points, x), ground.bottom)})));
    }
    list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
    const float bottom = pen.at(canvas.at({0, ground.bottom})).y;
    for (std::size_t i = 0; i + 1 < edge.size(); ++i)
        list.AddQuadFilled(edge[i], edge[i + 1], {edge[i + 1].x, bottom}, {edge[i].x, bottom}, packed(color));
    list.Flags = flags;
    list.AddPolyline(edge.data(), static_cast<int>(edge.size()), packed(ridge.value_or(color)), ImDrawFlags_None,
                     pen.size(ridge ? 2 : 1));
}

}
