#include "ui/kit/chart_canvas.hpp"
#include "ui/kit/pen.hpp"
#include <algorithm>
#include <imgui_internal.h>

namespace ui {
namespace {

constexpr float small_size = 16; // of a chart's notes, in its own units

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
    return size <= small_size ? Style::small : size <= 20 ? Style::body : Style::heading;
}

}

float ChartCanvas::growth() const {
    return m_page.type(Style::small).px / small_size;
}

Point ChartCanvas::place(chart::Point at) const {
    return {m_origin.x + at.x * growth(), m_origin.y + at.y * growth()};
}

std::vector<Point> ChartCanvas::places(std::span<const chart::Point> points) const {
    std::vector<Point> found;
    found.reserve(points.size());
    for (const chart::Point at : points)
        found.push_back(place(at));
    return found;
}

void ChartCanvas::fill_rect(chart::Box box, float radius, chart::Color color) {
    const Point at = place({box.x, box.y});
    m_page.box({at.x, at.y, box.width * growth(), box.height * growth()}, for_page(color), radius * growth());
}

void ChartCanvas::line(chart::Point from, chart::Point to, float width, chart::Color color) {
    m_page.line(place(from), place(to), for_page(color), width);
}

void ChartCanvas::curve(std::span<const chart::Point> points, float width, chart::Color color) {
    m_page.curve(places(points), for_page(color), width);
}

void ChartCanvas::fill_polygon(std::span<const chart::Point> corners, chart::Color color) {
    const Pen pen(*m_page.list(), m_page.scale());
    std::vector<ImVec2> on_panel;
    for (const Point point : places(corners))
        on_panel.push_back(pen.at(point));
    // The draw list smooths the outside of a polygon that goes round like the hands of a clock.
    float winding = 0;
    for (std::size_t i = 0; i < on_panel.size(); ++i) {
        const ImVec2 one = on_panel[i], next = on_panel[(i + 1) % on_panel.size()];
        winding += one.x * next.y - next.x * one.y;
    }
    if (winding < 0) std::reverse(on_panel.begin(), on_panel.end());
    m_page.list()->AddConvexPolyFilled(on_panel.data(), static_cast<int>(on_panel.size()), packed(for_page(color)));
}

void ChartCanvas::fill_band(std::span<const chart::Point> upper, std::span<const chart::Point> lower,
                            chart::Color color) {
    const Pen pen(*m_page.list(), m_page.scale());
    const auto above = places(upper), below = places(lower);
    auto& list = *m_page.list();
    // One strip of triangles that share their edges, and half a pixel to nothing on both long sides.
    struct Edge {
        ImVec2 inner, outer;
    };
    const auto edge = [&](const std::vector<Point>& line, std::size_t i, float outwards) {
        const ImVec2 at = pen.at(line[i]);
        return Edge{{at.x, at.y - outwards * 0.5f}, {at.x, at.y + outwards * 0.5f}};
    };
    const ImVec2 white = list._Data->TexUvWhitePixel;
    const ImU32 full = packed(for_page(color)), none = full & ~IM_COL32_A_MASK;
    const auto quad = [&](ImVec2 a, ImVec2 b, ImVec2 c, ImVec2 d, ImU32 ab, ImU32 cd) {
        list.PrimReserve(6, 4);
        const auto first = static_cast<ImDrawIdx>(list._VtxCurrentIdx);
        for (const int corner : {0, 1, 2, 0, 2, 3})
            list.PrimWriteIdx(static_cast<ImDrawIdx>(first + corner));
        list.PrimWriteVtx(a, white, ab);
        list.PrimWriteVtx(b, white, ab);
        list.PrimWriteVtx(c, white, cd);
        list.PrimWriteVtx(d, white, cd);
    };
    for (std::size_t i = 0; i + 1 < above.size() && i + 1 < below.size(); ++i) {
        const Edge top = edge(above, i, -1), next_top = edge(above, i + 1, -1);
        const Edge foot = edge(below, i, 1), next_foot = edge(below, i + 1, 1);
        quad(top.outer, next_top.outer, next_top.inner, top.inner, none, full);
        quad(top.inner, next_top.inner, next_foot.inner, foot.inner, full, full);
        quad(foot.inner, next_foot.inner, next_foot.outer, foot.outer, full, none);
    }
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
    // The marks of an axis say nothing one by one.
    const auto first = m_page.tree.widgets.size() - 1;
    if (text.find_first_not_of("0123456789") == std::string_view::npos) m_page.heard_as(first, {}, {});
}

float ChartCanvas::measure(std::string_view text, float size, chart::Weight weight) const {
    return m_page.text_width(text, style_of(size), weight_of(weight)) / growth();
}

chart::ScoreColors chart_colors(const Page& page) {
    const auto& color = page.color;
    return {for_chart(color.ink),     for_chart(color.soft), for_chart(color.line),
            for_chart(color.surface), for_chart(color.a),    for_chart(color.b)};
}

chart::PictureColors picture_colors(const Page& page) {
    const auto& color = page.color;
    const bool strong = page.state.appearance.theme == model::Theme::high_contrast;
    const bool dark = page.state.appearance.theme != model::Theme::day;
    return {.score = chart_colors(page),
            .edge = for_chart(color.edge),
            .low_low = for_chart(color.map_secure),
            .low_high = for_chart(color.map_anxious),
            .high_low = for_chart(color.map_avoidant),
            .high_high = for_chart(color.map_fearful),
            // Where the regions have no tints, the lines between them are all there is.
            .cross = for_chart(strong ? color.edge : color.surface),
            .cross_width = strong ? 2.0f : 4.0f,
            .framed = strong,
            .band = dark ? 0.07 : 0.16,
            .edged = dark};
}

}
