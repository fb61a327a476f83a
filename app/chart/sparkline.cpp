#include "chart/small_text.hpp"
#include "chart/strokes.hpp"
#include "chart/trend_lines.hpp"

namespace chart {
namespace {

constexpr float radius = 7.5F;
constexpr float b_further = 16; // so that neither partner's latest point hides the other's

}

void draw_sparkline(Canvas& canvas, const model::Glance& glance, const Box& box, const ScoreColors& colors) {
    for (const model::Partner partner : model::both_partners) {
        const float left = box.x + radius + (partner == model::Partner::b ? b_further : 0);
        const float width = box.width - 2 * radius - b_further;
        std::vector<Point> points;
        for (std::size_t i = 0; i < glance.points.size(); ++i) {
            const auto& value = glance.points[i].of(partner);
            if (!value) continue;
            const float along =
                glance.points.size() > 1 ? static_cast<float>(i) / static_cast<float>(glance.points.size() - 1) : 1.0F;
            const double share = glance.high > glance.low ? (*value - glance.low) / (glance.high - glance.low) : 0.5;
            points.push_back(
                {left + along * width, box.y + radius + (1 - static_cast<float>(share)) * (box.height - 2 * radius)});
        }
        if (points.empty()) continue;
        if (partner == model::Partner::a) {
            if (points.size() > 1) canvas.curve(points, 2.5F, colors.a);
            canvas.disc(points.back(), 7, colors.a);
        } else {
            draw_dashed(canvas, points, {6, 5}, 2.5F, colors.b);
            canvas.ring(points.back(), radius, 3, colors.b, colors.surface);
        }
    }
}

}
