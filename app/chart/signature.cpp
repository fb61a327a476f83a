#include "chart/signature.hpp"
#include <algorithm>

namespace chart {
namespace {

constexpr int pieces = 5; // of each curve

Point middle(Point a, Point b) {
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

void add_curve(std::vector<Point>& line, Point from, Point by, Point to) {
    for (int piece = 1; piece <= pieces; ++piece) {
        const float t = static_cast<float>(piece) / pieces, s = 1 - t;
        line.push_back(
            {s * s * from.x + 2 * s * t * by.x + t * t * to.x, s * s * from.y + 2 * s * t * by.y + t * t * to.y});
    }
}

}

std::vector<Point> smooth(const model::Stroke& stroke, Box box) {
    const auto place = [&](const model::SignaturePoint& at) {
        return Point{box.x + box.width * static_cast<float>(at.x) / model::signature_width,
                     box.y + box.height * static_cast<float>(at.y) / model::signature_height};
    };
    std::vector<Point> line;
    if (stroke.empty()) return line;
    line.push_back(place(stroke.front()));
    for (std::size_t i = 1; i + 1 < stroke.size(); ++i)
        add_curve(line, line.back(), place(stroke[i]), middle(place(stroke[i]), place(stroke[i + 1])));
    if (stroke.size() > 1) line.push_back(place(stroke.back()));
    return line;
}

void draw_signature(Canvas& canvas, const model::Signed& sign, Box box, Color ink) {
    const float width = std::max(box.height * pen_share, 0.8F);
    for (const model::Stroke& stroke : sign.strokes) {
        if (stroke.empty()) continue;
        const std::vector<Point> line = smooth(stroke, box);
        if (line.size() == 1)
            canvas.disc(line.front(), width, ink);
        else
            canvas.curve(line, width, ink);
    }
}

}
