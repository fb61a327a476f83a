#include "ui/chart_canvas.hpp"

namespace ui {
namespace {

constexpr float note_size = 16; // of a chart's notes, in its own units

chart::Color for_chart(Color color) {
    return {color.r, color.g, color.b, color.a};
}
Color for_page(chart::Color color) {
    return {color.r, color.g, color.b, color.a};
}

Weight weight_of(chart::Weight weight) {
    switch (weight) {
    case chart::Weight::regular:
        return Weight::regular;
    case chart::Weight::bold:
        return Weight::bold;
    }
    return Weight::regular;
}

Style style_of(float size) {
    return size <= note_size ? Style::note : size <= 20 ? Style::body : Style::heading;
}

}

float ChartCanvas::growth() const {
    return m_page.type(Style::note).px / note_size;
}

Point ChartCanvas::place(chart::Point at) const {
    return {m_origin.x + at.x * growth(), m_origin.y + at.y * growth()};
}

void ChartCanvas::fill_rect(chart::Box box, float radius, chart::Color color) {
    const Point at = place({box.x, box.y});
    m_page.box({at.x, at.y, box.width * growth(), box.height * growth()}, for_page(color), radius * growth());
}

void ChartCanvas::line(chart::Point from, chart::Point to, float width, chart::Color color) {
    m_page.line(place(from), place(to), for_page(color), width);
}

void ChartCanvas::curve(std::span<const chart::Point> points, float width, chart::Color color) {
    std::vector<Point> places;
    places.reserve(points.size());
    for (const chart::Point at : points)
        places.push_back(place(at));
    m_page.curve(places, for_page(color), width);
}

void ChartCanvas::disc(chart::Point centre, float radius, chart::Color color) {
    m_page.disc(place(centre), radius * growth(), for_page(color));
}

void ChartCanvas::ring(chart::Point centre, float radius, float stroke, chart::Color color, chart::Color inside) {
    m_page.disc(place(centre), (radius - stroke / 2) * growth(), for_page(inside));
    m_page.ring(place(centre), radius * growth(), stroke * growth(), for_page(color));
}

void ChartCanvas::text(chart::Point at, std::string_view text, float size, chart::Weight weight, chart::Align align,
                       chart::Color color) {
    const Style style = style_of(size);
    const float width = m_page.text_width(text, style, weight_of(weight));
    const Point baseline = place(at);
    const float line = m_page.type(style).line;
    // Capitals are 0.72 of the size and stand in the middle of their line.
    const float top = baseline.y - 0.36f * m_page.type(style).px - line / 2;
    float x = baseline.x;
    switch (align) {
    case chart::Align::left:
        break;
    case chart::Align::centre:
        x -= width / 2;
        break;
    case chart::Align::right:
        x -= width;
        break;
    }
    m_page.text({x, top, width + 2, 0}, text,
                {.style = style, .weight = weight_of(weight), .color = for_page(color), .paper = m_paper});
}

float ChartCanvas::measure(std::string_view text, float size, chart::Weight weight) const {
    return m_page.text_width(text, style_of(size), weight_of(weight)) / growth();
}

chart::ScoreColors chart_colors(const Page& page) {
    const auto& color = page.color;
    return {for_chart(color.ink),     for_chart(color.soft), for_chart(color.line),
            for_chart(color.surface), for_chart(color.a),    for_chart(color.b)};
}

}
