// The screen as a canvas for charts. `origin` is where the chart's own (0, 0) stands; its lengths grow with the text
// size, so that a chart's words are as large as all notes. Each of its words is in the page's tree. The page outlives
// it.
#pragma once
#include "chart/picture.hpp"
#include "ui/kit/page.hpp"

namespace ui {

class ChartCanvas final : public chart::Canvas {
public:
    // `paper` is what the chart stands on.
    ChartCanvas(Page& page, Point origin, Color paper) : m_page(page), m_origin(origin), m_paper(paper) {}

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

    // Reference pixels for one unit of the chart.
    float growth() const;

private:
    Point place(chart::Point at) const;
    std::vector<Point> places(std::span<const chart::Point> points) const;
    Page& m_page;
    Point m_origin;
    Color m_paper;
};

chart::ScoreColors chart_colors(const Page& page);
chart::PictureColors picture_colors(const Page& page);

}
