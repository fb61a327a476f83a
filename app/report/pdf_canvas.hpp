// A page of a PDF as a canvas. `origin` is in points; lengths on the canvas are multiplied by `scale`, so that a chart
// in reference units comes out in a size for paper. The page and the typesetter outlive it.
#pragma once
#include "report/typesetter.hpp"
#include <functional>

namespace report {

class PdfCanvas final : public chart::Canvas {
public:
    PdfCanvas(cairo_t* page, const Typesetter& typesetter, chart::Point origin = {}, float scale = 1);
    PdfCanvas(const PdfCanvas&) = delete;
    PdfCanvas& operator=(const PdfCanvas&) = delete;
    ~PdfCanvas() override;

    void fill_rect(chart::Box box, float radius, chart::Color color) override;
    void line(chart::Point from, chart::Point to, float width, chart::Color color) override;
    void curve(std::span<const chart::Point> points, float width, chart::Color color) override;
    void fill_polygon(std::span<const chart::Point> corners, chart::Color color) override;
    void fill_band(std::span<const chart::Point> upper, std::span<const chart::Point> lower,
                   chart::Color color) override;
    void disc(chart::Point centre, float radius, chart::Color color) override;
    void ring(chart::Point centre, float radius, float stroke, chart::Color color, chart::Color inside) override;
    void text(chart::Point at, std::string_view text, float size, chart::Weight weight, chart::Align align,
              chart::Color color) override;
    float measure(std::string_view text, float size, chart::Weight weight) const override;

    void set(const SetLine& line, chart::Point baseline, chart::Color color);
    // Runs `draw` on this page with its own origin and scale.
    void scaled(chart::Point origin, float scale, const std::function<void(chart::Canvas&)>& draw);
    // Where two discs lie over each other; nothing where they do not cross.
    void lens(chart::Point a, float radius_a, chart::Point b, float radius_b, chart::Color color);
    void fill_squares(const std::vector<chart::Box>& squares, chart::Color color); // as one shape, without seams

private:
    void use(chart::Color color);
    cairo_t* m_page;
    const Typesetter& m_typesetter;
};

}
