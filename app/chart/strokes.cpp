#include "chart/strokes.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace chart {
namespace {

float distance(Point a, Point b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}
Point between(Point a, Point b, float share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}
bool inside(const Box& box, Point at) {
    return at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height;
}

// Keeps what lies on the side of `limit` where sign * (value - limit) >= 0.
std::vector<Point> cut(const std::vector<Point>& corners, float Point::*axis, float limit, float sign) {
    std::vector<Point> kept;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Point from = corners[i], to = corners[(i + 1) % corners.size()];
        const float before = sign * (from.*axis - limit), after = sign * (to.*axis - limit);
        if (before >= 0) kept.push_back(from);
        if ((before < 0) != (after < 0)) kept.push_back(between(from, to, before / (before - after)));
    }
    return kept;
}

}

void draw_dashed(Canvas& canvas, std::span<const Point> line, Dash dash, float width, Color color) {
    std::vector<Point> piece;
    bool on = true;
    float left = dash.on;
    if (!line.empty()) piece.push_back(line.front());
    const auto finish = [&] {
        if (piece.size() > 1) canvas.curve(piece, width, color);
        piece.clear();
    };
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        Point at = line[i];
        for (float rest = distance(at, line[i + 1]); rest > 0;) {
            const float step = std::min(rest, left);
            at = between(at, line[i + 1], step / rest);
            rest -= step;
            left -= step;
            if (on) piece.push_back(at);
            if (left > 0) continue;
            if (on) finish();
            on = !on;
            left = on ? dash.on : dash.off;
            if (on) piece.push_back(at);
        }
    }
    if (on) finish();
}

void draw_arrow(Canvas& canvas, Point from, Point to, Color color) {
    const float length = distance(from, to);
    if (length <= 0) return;
    constexpr float head = 6, width = 2;
    const Point along{(to.x - from.x) / length, (to.y - from.y) / length};
    const Point back{to.x - along.x * head, to.y - along.y * head};
    const Point barbs[] = {
        {back.x - along.y * head, back.y + along.x * head}, to, {back.x + along.y * head, back.y - along.x * head}};
    const Point shaft[] = {from, to};
    canvas.curve(shaft, width, color);
    canvas.curve(barbs, width, color);
}

std::vector<Point> outline_of(const Ellipse& ellipse) {
    constexpr int points = 64;
    std::vector<Point> line;
    for (int i = 0; i < points; ++i) {
        const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / points;
        line.push_back({ellipse.centre.x + ellipse.reach_x * std::cos(angle),
                        ellipse.centre.y + ellipse.reach_y * std::sin(angle)});
    }
    line.push_back(line.front());
    return line;
}

std::vector<Point> within(std::span<const Point> corners, const Box& box) {
    std::vector<Point> kept(corners.begin(), corners.end());
    kept = cut(kept, &Point::x, box.x, 1);
    kept = cut(kept, &Point::x, box.x + box.width, -1);
    kept = cut(kept, &Point::y, box.y, 1);
    return cut(kept, &Point::y, box.y + box.height, -1);
}

std::vector<std::vector<Point>> pieces_within(std::span<const Point> line, const Box& box) {
    // A step as short as a hair, so that a piece ends where the box does.
    constexpr float hair = 0.5F;
    std::vector<std::vector<Point>> pieces;
    std::vector<Point> piece;
    const auto add = [&](Point at) {
        if (inside(box, at))
            piece.push_back(at);
        else if (!piece.empty())
            pieces.push_back(std::exchange(piece, {}));
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        add(line[i]);
        if (i + 1 == line.size() || (inside(box, line[i]) && inside(box, line[i + 1]))) continue;
        const float length = distance(line[i], line[i + 1]);
        for (float along = hair; along < length; along += hair)
            add(between(line[i], line[i + 1], along / length));
    }
    if (!piece.empty()) pieces.push_back(std::move(piece));
    std::erase_if(pieces, [](const auto& one) { return one.size() < 2; });
    // A closed line that was begun in the middle of a piece is put together again.
    const bool closed = pieces.size() > 1 && distance(pieces.front().front(), pieces.back().back()) < hair / 10;
    if (closed) {
        pieces.back().insert(pieces.back().end(), pieces.front().begin() + 1, pieces.front().end());
        pieces.erase(pieces.begin());
    }
    return pieces;
}

}
