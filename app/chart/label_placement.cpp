#include "chart/label_placement.hpp"
#include <algorithm>
#include <array>
#include <cmath>

namespace chart {
namespace {

constexpr float air = 4; // between an outline and words

// How far the point lies from the centre, in reaches: the outline is at 1.
float depth(const Ellipse& ellipse, Point at) {
    const float x = (at.x - ellipse.centre.x) / std::max(ellipse.reach_x, 0.5F);
    const float y = (at.y - ellipse.centre.y) / std::max(ellipse.reach_y, 0.5F);
    return std::hypot(x, y);
}

Point nearest(const Box& box, Point at) {
    return {std::clamp(at.x, box.x, box.x + box.width), std::clamp(at.y, box.y, box.y + box.height)};
}

bool touches(const Ellipse& ellipse, const Box& box) {
    const Ellipse wider{ellipse.centre, ellipse.reach_x + air, ellipse.reach_y + air};
    return depth(wider, nearest(box, ellipse.centre)) < 0.999F;
}

bool crosses(const Ellipse& ellipse, const Box& box) {
    const std::array<Point, 4> corners{{{box.x, box.y},
                                        {box.x + box.width, box.y},
                                        {box.x, box.y + box.height},
                                        {box.x + box.width, box.y + box.height}}};
    const bool all_inside = std::ranges::all_of(corners, [&](Point at) { return depth(ellipse, at) < 0.97F; });
    return touches(ellipse, box) && !all_inside;
}

float apart(const Ellipse& ellipse, const Box& box) {
    const Point at = nearest(box, ellipse.centre);
    const float away = std::hypot(at.x - ellipse.centre.x, at.y - ellipse.centre.y);
    return away * std::max(0.0F, 1 - 1 / std::max(depth(ellipse, at), 0.01F));
}

}

bool holds(const Box& outer, const Box& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width &&
           inner.y + inner.height <= outer.y + outer.height;
}

bool overlap(const Box& a, const Box& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

bool FreePlace::is_free(const Box& box) const {
    return holds(m_within, box) && std::ranges::none_of(m_taken, [&](const Box& taken) { return overlap(box, taken); });
}

std::optional<Box> FreePlace::first(const std::vector<Box>& wanted) const {
    const Box* second_best = nullptr;
    for (const Box& box : wanted) {
        if (!is_free(box)) continue;
        if (std::ranges::none_of(m_ellipses, [&](const Ellipse& one) { return crosses(one, box); })) return box;
        if (!second_best) second_best = &box;
    }
    return second_best ? std::optional(*second_best) : std::nullopt;
}

std::vector<Box> FreePlace::around(const Ellipse& ellipse, float width, float height) const {
    const Point centre = ellipse.centre;
    const float x = ellipse.reach_x + air, y = ellipse.reach_y + air;
    std::vector<Box> places{{centre.x - width / 2, centre.y - y - height, width, height},
                            {centre.x - width / 2, centre.y + y, width, height},
                            {centre.x + x, centre.y - height / 2, width, height},
                            {centre.x - x - width, centre.y - height / 2, width, height}};
    constexpr float step = 8;
    for (float top = m_within.y; top + height <= m_within.y + m_within.height; top += step)
        for (float left = m_within.x; left + width <= m_within.x + m_within.width; left += step)
            places.push_back({left, top, width, height});
    return places;
}

std::optional<Box> FreePlace::beside(std::size_t own, float width, float height, const Box& home) const {
    std::optional<Box> best;
    float least = 0;
    const auto places = around(m_ellipses[own], width, height);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Box& box = places[i];
        if (!is_free(box)) continue;
        float cost = 2 * apart(m_ellipses[own], box) + (i < 4 ? static_cast<float>(i) : 6.0F);
        if (!holds(home, box)) cost += 100;
        for (std::size_t other = 0; other < m_ellipses.size(); ++other) {
            if (crosses(m_ellipses[other], box)) cost += 200;
            if (touches(m_ellipses[other], box)) cost += other == own ? 600.0F : 300.0F;
        }
        if (best && cost >= least) continue;
        best = box;
        least = cost;
    }
    return best;
}

}
