// A canvas that shows nothing: takes a picture's measures without drawing it. The ruler outlives it.
#pragma once
#include "chart/canvas.hpp"

namespace chart {

class Unseen final : public Canvas {
public:
    explicit Unseen(const Ruler& ruler) : m_ruler(ruler) {}
    void fill_rect(Box, float, Color) override {}
    void line(Point, Point, float, Color) override {}
    void curve(std::span<const Point>, float, Color) override {}
    void fill_polygon(std::span<const Point>, Color) override {}
    void fill_band(std::span<const Point>, std::span<const Point>, Color) override {}
    void disc(Point, float, Color) override {}
    void ring(Point, float, float, Color, Color) override {}
    void text(Point, std::string_view, float, Weight, Align, Color) override {}
    float measure(std::string_view text, float size, Weight weight) const override {
        return m_ruler.measure(text, size, weight);
    }

private:
    const Ruler& m_ruler;
};

}
