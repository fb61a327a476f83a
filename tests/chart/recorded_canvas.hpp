// A canvas that writes down what is drawn; every letter is half as wide as its size.
#pragma once
#include "chart/score_bars.hpp"
#include "core/utf8.hpp"
#include <algorithm>

struct RecordedCanvas final : chart::Canvas {
    struct Shape {
        chart::Point centre;
        float radius;
        chart::Color color;
    };
    struct Bar {
        chart::Box box;
        chart::Color color;
    };
    struct Words {
        chart::Point at;
        std::string text;
        float size;
        chart::Weight weight;
        float left, right;
    };
    std::vector<Shape> discs, rings;
    std::vector<Bar> bars;
    std::vector<Words> words;
    std::vector<std::vector<chart::Point>> curves;
    struct Curve {
        float width;
        chart::Color color;
    };
    std::vector<Curve> curve_looks; // of each of `curves`
    struct Polygon {
        std::vector<chart::Point> corners;
        chart::Color color;
    };
    std::vector<Polygon> polygons, bands; // a band's corners: the upper line, then the lower one
    struct Line {
        chart::Point from, to;
        chart::Color color;
    };
    std::vector<Line> lines;
    float left = 1e9F, right = -1e9F, bottom = -1e9F;

    void fill_rect(chart::Box box, float, chart::Color color) override {
        bars.push_back({box, color});
        reach(box.x, box.x + box.width, box.y + box.height);
    }
    void line(chart::Point from, chart::Point to, float, chart::Color color) override {
        lines.push_back({from, to, color});
        reach(std::min(from.x, to.x), std::max(from.x, to.x), std::max(from.y, to.y));
    }
    void curve(std::span<const chart::Point> points, float width, chart::Color color) override {
        curves.emplace_back(points.begin(), points.end());
        curve_looks.push_back({width, color});
        for (const auto at : points)
            reach(at.x, at.x, at.y);
    }
    void fill_polygon(std::span<const chart::Point> corners, chart::Color color) override {
        polygons.push_back({{corners.begin(), corners.end()}, color});
        for (const auto at : corners)
            reach(at.x, at.x, at.y);
    }
    void fill_band(std::span<const chart::Point> upper, std::span<const chart::Point> lower,
                   chart::Color color) override {
        Polygon band{{upper.begin(), upper.end()}, color};
        band.corners.insert(band.corners.end(), lower.begin(), lower.end());
        bands.push_back(band);
        for (const auto at : band.corners)
            reach(at.x, at.x, at.y);
    }
    void disc(chart::Point centre, float radius, chart::Color color) override {
        discs.push_back({centre, radius, color});
        reach(centre.x - radius, centre.x + radius, centre.y + radius);
    }
    void ring(chart::Point centre, float radius, float, chart::Color color, chart::Color) override {
        rings.push_back({centre, radius, color});
        reach(centre.x - radius, centre.x + radius, centre.y + radius);
    }
    void text(chart::Point at, std::string_view text, float size, chart::Weight weight, chart::Align align,
              chart::Color) override {
        const float width = measure(text, size, weight);
        const float start = align == chart::Align::left    ? at.x
                            : align == chart::Align::right ? at.x - width
                                                           : at.x - width / 2;
        words.push_back({at, std::string(text), size, weight, start, start + width});
        reach(start, start + width, at.y);
    }
    float measure(std::string_view text, float size, chart::Weight) const override {
        return static_cast<float>(core::utf8::length(text)) * size / 2;
    }

    bool says(std::string_view text) const {
        return std::ranges::any_of(words, [&](const Words& said) { return said.text == text; });
    }
    // Marks beside numbers and names are smaller than the points on the scale line.
    static std::vector<Shape> points(const std::vector<Shape>& shapes) {
        std::vector<Shape> found;
        std::ranges::copy_if(shapes, std::back_inserter(found), [](const Shape& shape) { return shape.radius == 8; });
        return found;
    }

private:
    void reach(float from, float to, float low) {
        left = std::min(left, from);
        right = std::max(right, to);
        bottom = std::max(bottom, low);
    }
};

inline const chart::ScoreColors some_colors{{1, 1, 1}, {2, 2, 2}, {3, 3, 3}, {4, 4, 4}, {5, 5, 5}, {6, 6, 6}};

// Items q1 to q4 on 1..7, one scale over all of them.
model::Module a_scored_module(std::size_t least = 3);

model::Answers chosen(const std::vector<int>& values);
