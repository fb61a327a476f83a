#include "report/pdf_canvas.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace report {

constexpr double pi = std::numbers::pi;

PdfCanvas::PdfCanvas(cairo_t* page, const Typesetter& typesetter, chart::Point origin, float scale)
    : m_page(page), m_typesetter(typesetter) {
    cairo_save(m_page);
    cairo_translate(m_page, origin.x, origin.y);
    cairo_scale(m_page, scale, scale);
}

PdfCanvas::~PdfCanvas() {
    cairo_restore(m_page);
}

void PdfCanvas::use(chart::Color color) {
    cairo_set_source_rgba(m_page, color.r / 255.0, color.g / 255.0, color.b / 255.0, color.a / 255.0);
}

void PdfCanvas::fill_rect(chart::Box box, float radius, chart::Color color) {
    const double r = std::min({radius, box.width / 2, box.height / 2});
    const double left = box.x, top = box.y, right = box.x + box.width, bottom = box.y + box.height;
    cairo_new_path(m_page);
    if (r <= 0) {
        cairo_rectangle(m_page, left, top, box.width, box.height);
    } else {
        cairo_arc(m_page, right - r, top + r, r, -pi / 2, 0);
        cairo_arc(m_page, right - r, bottom - r, r, 0, pi / 2);
        cairo_arc(m_page, left + r, bottom - r, r, pi / 2, pi);
        cairo_arc(m_page, left + r, top + r, r, pi, 3 * pi / 2);
        cairo_close_path(m_page);
    }
    use(color);
    cairo_fill(m_page);
}

void PdfCanvas::line(chart::Point from, chart::Point to, float width, chart::Color color) {
    cairo_new_path(m_page);
    cairo_move_to(m_page, from.x, from.y);
    cairo_line_to(m_page, to.x, to.y);
    cairo_set_line_width(m_page, width);
    use(color);
    cairo_stroke(m_page);
}

void PdfCanvas::curve(std::span<const chart::Point> points, float width, chart::Color color) {
    cairo_save(m_page);
    cairo_new_path(m_page);
    for (const chart::Point at : points)
        cairo_line_to(m_page, at.x, at.y);
    cairo_set_line_width(m_page, width);
    cairo_set_line_cap(m_page, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(m_page, CAIRO_LINE_JOIN_ROUND);
    use(color);
    cairo_stroke(m_page);
    cairo_restore(m_page);
}

void PdfCanvas::fill_polygon(std::span<const chart::Point> corners, chart::Color color) {
    cairo_new_path(m_page);
    for (const chart::Point at : corners)
        cairo_line_to(m_page, at.x, at.y);
    cairo_close_path(m_page);
    use(color);
    cairo_fill(m_page);
}

void PdfCanvas::fill_band(std::span<const chart::Point> upper, std::span<const chart::Point> lower,
                          chart::Color color) {
    std::vector<chart::Point> corners(upper.begin(), upper.end());
    corners.insert(corners.end(), lower.rbegin(), lower.rend());
    fill_polygon(corners, color);
}

void PdfCanvas::disc(chart::Point centre, float radius, chart::Color color) {
    cairo_new_path(m_page);
    cairo_arc(m_page, centre.x, centre.y, radius, 0, 2 * pi);
    use(color);
    cairo_fill(m_page);
}

void PdfCanvas::ring(chart::Point centre, float radius, float stroke, chart::Color color, chart::Color inside) {
    disc(centre, radius - stroke / 2, inside);
    cairo_new_path(m_page);
    cairo_arc(m_page, centre.x, centre.y, radius - stroke / 2, 0, 2 * pi);
    cairo_set_line_width(m_page, stroke);
    use(color);
    cairo_stroke(m_page);
}

void PdfCanvas::text(chart::Point at, std::string_view text, float size, chart::Weight weight, chart::Align align,
                     chart::Color color) {
    const SetLine line = m_typesetter.one_line(text, size, weight);
    const float width = align == chart::Align::left ? 0 : m_typesetter.measure(text, size, weight);
    const float shift = align == chart::Align::centre ? width / 2 : width;
    set(line, {align == chart::Align::left ? at.x : at.x - shift, at.y}, color);
}

float PdfCanvas::measure(std::string_view text, float size, chart::Weight weight) const {
    return m_typesetter.measure(text, size, weight);
}

void PdfCanvas::set(const SetLine& line, chart::Point baseline, chart::Color color) {
    use(color);
    cairo_move_to(m_page, baseline.x, baseline.y);
    pango_cairo_show_layout_line(m_page, line.line.get());
    // What follows stands elsewhere, and a reader of the PDF would join the words; but not where a word was broken.
    PangoLayoutLine& drawn = *line.line;
    const std::string_view text = pango_layout_get_text(drawn.layout);
    const auto end = static_cast<std::size_t>(drawn.start_index + drawn.length);
    if (end == 0 || (end < text.size() && text[end - 1] != ' ' && text[end] != '\n')) return;
    PangoRectangle box{};
    pango_layout_line_get_extents(&drawn, nullptr, &box);
    const bool from_right = drawn.resolved_dir == PANGO_DIRECTION_RTL;
    cairo_move_to(m_page, baseline.x + (from_right ? 0 : static_cast<double>(box.width) / PANGO_SCALE), baseline.y);
    pango_cairo_show_layout_line(m_page, m_typesetter.space().line.get());
}

void PdfCanvas::scaled(chart::Point origin, float scale, const std::function<void(chart::Canvas&)>& draw) {
    PdfCanvas canvas(m_page, m_typesetter, origin, scale);
    draw(canvas);
}

void PdfCanvas::lens(chart::Point a, float radius_a, chart::Point b, float radius_b, chart::Color color) {
    const double dx = b.x - a.x, dy = b.y - a.y, distance = std::hypot(dx, dy);
    if (distance >= radius_a + radius_b || distance <= std::abs(radius_a - radius_b)) return;
    const double along = (distance * distance + radius_a * radius_a - radius_b * radius_b) / (2 * distance);
    const double direction = std::atan2(dy, dx);
    const double half_a = std::acos(std::clamp(along / radius_a, -1.0, 1.0));
    const double half_b = std::acos(std::clamp((distance - along) / radius_b, -1.0, 1.0));
    cairo_new_path(m_page);
    cairo_arc(m_page, a.x, a.y, radius_a, direction - half_a, direction + half_a);
    cairo_arc(m_page, b.x, b.y, radius_b, direction + pi - half_b, direction + pi + half_b);
    cairo_close_path(m_page);
    use(color);
    cairo_fill(m_page);
}

void PdfCanvas::fill_squares(const std::vector<chart::Box>& squares, chart::Color color) {
    cairo_new_path(m_page);
    for (const chart::Box& box : squares)
        cairo_rectangle(m_page, box.x, box.y, box.width, box.height);
    use(color);
    cairo_fill(m_page);
}

}
