#include "chart/trend_lines.hpp"
#include "chart/legend.hpp"
#include "chart/small_text.hpp"
#include "chart/strokes.hpp"
#include "core/i18n.hpp"
#include "core/numbers.hpp"
#include "core/when.hpp"
#include <algorithm>

namespace chart {
namespace {

using core::fill;
using core::tr;

constexpr float beside_date = 8;   // A left of its visit's date, B right of it
constexpr float bracket_room = 44; // for each
constexpr float most_inset = 40;   // from the ends of the axis to the first and last visit

class Drawing {
public:
    Drawing(Canvas& canvas, const model::Trend& trend, const Names& names, const PictureColors& colors,
            const std::string& title)
        : m_canvas(canvas), m_trend(trend), m_names(names), m_colors(colors.score), m_band(colors.band),
          m_edged(colors.edged), m_title(title) {}

    Drawn run(Point at, const Room& room) {
        m_target = room.target;
        const float head = legend(at, room) + (room.height < 240 ? 0 : 12);
        m_range = {m_trend.range.low, m_trend.range.high};
        float numbers = 0;
        for (const double tick : ticks_of(m_range))
            numbers = std::max(numbers, small_width(m_canvas, core::plain(tick)));
        const float brackets =
            bracket_room * static_cast<float>(stands_out(model::Partner::a) + stands_out(model::Partner::b));
        const float dates = 8 + line_height * (one_year() ? 1.0F : 2.0F);
        m_box = {at.x + numbers + 12, at.y + head + line_height / 2, room.width - numbers - 12 - brackets,
                 std::max(room.height - head - line_height / 2 - dates, 48.0F)};
        draw_axes();
        for (const model::Partner partner : model::both_partners)
            draw_bands(partner);
        float bracket_x = m_box.x + m_box.width + 16;
        for (const model::Partner partner : model::both_partners)
            if (stands_out(partner)) {
                draw_bracket(partner, bracket_x);
                bracket_x += bracket_room;
            }
        for (const model::Partner partner : model::both_partners)
            draw_line(partner);
        draw_points();
        return {m_box.y + m_box.height + dates - at.y, hits()};
    }

private:
    const model::TrendLine& line(model::Partner partner) const { return m_trend.lines.of(partner); }
    bool stands_out(model::Partner partner) const { return line(partner).change && line(partner).change->stands_out; }
    bool one_year() const {
        return m_trend.visits.empty() ||
               core::year_of(m_trend.visits.front().date) == core::year_of(m_trend.visits.back().date);
    }

    std::string shaded() const {
        return m_trend.scale->uncertainty == model::Uncertainty::own_mean
                   ? tr("trend.shaded-answers", "Shaded: how answers differ (95 %)")
                   : tr("trend.shaded", "Shaded: 95 % range");
    }

    float legend(Point at, const Room& room) {
        std::vector<LegendEntry> entries;
        if (!m_title.empty()) entries.push_back({{}, m_title});
        for (const model::Partner partner : model::both_partners)
            if (!line(partner).points.empty()) entries.push_back({partner, m_names.of(partner), true});
        if (m_title.empty()) entries.push_back({{}, shaded()});
        return draw_legend(m_canvas, entries, at, room, m_title.empty() ? Stand::right : Stand::left, m_colors);
    }

    float x_of(std::size_t visit) const {
        const float inset = std::min(most_inset, m_box.width / 6);
        const std::size_t steps = m_trend.visits.size() - 1;
        if (steps == 0) return m_box.x + m_box.width / 2;
        return m_box.x + inset + (m_box.width - 2 * inset) * static_cast<float>(visit) / static_cast<float>(steps);
    }
    float y_of(double value) const {
        const double share = m_range.high > m_range.low ? (value - m_range.low) / (m_range.high - m_range.low) : 0.5;
        return m_box.y + m_box.height * (1 - static_cast<float>(share));
    }
    Point place(model::Partner partner, const model::TrendPoint& point) const {
        return {x_of(point.visit) + (partner == model::Partner::a ? -beside_date : beside_date), y_of(point.value)};
    }

    void draw_axes() {
        float above = -1e9F;
        const auto ticks = ticks_of(m_range);
        for (std::size_t i = ticks.size(); i-- > 0;) {
            const float y = y_of(ticks[i]);
            m_canvas.line({m_box.x, y}, {m_box.x + m_box.width, y}, 1, m_colors.line);
            const bool lowest = i == 0;
            const bool fits = y - above >= line_height && (lowest || y_of(ticks[0]) - y >= line_height);
            if (!fits && !lowest) continue;
            put_small(m_canvas, m_box.x - 12, y, core::plain(ticks[i]), Align::right, m_colors.soft);
            above = y;
        }
        draw_dates();
    }

    // The last date always stands; of the others those with room, and the year where it begins.
    void draw_dates() {
        const float middle = m_box.y + m_box.height + 8 + line_height / 2;
        float room_to = m_box.x + m_box.width + 8;
        std::vector<std::size_t> shown;
        for (std::size_t i = m_trend.visits.size(); i-- > 0;) {
            const auto words = core::short_day_words(m_trend.visits[i].date);
            const float width = std::max(small_width(m_canvas, words), one_year() ? 0 : small_width(m_canvas, "2000"));
            const float centre = std::min(x_of(i), m_box.x + m_box.width + 8 - width / 2);
            if (centre + width / 2 > room_to) continue;
            put_small(m_canvas, centre, middle, words, Align::centre, m_colors.soft);
            room_to = centre - width / 2 - 12;
            shown.push_back(i);
        }
        if (one_year()) return;
        int year = 0;
        for (std::size_t i = shown.size(); i-- > 0;) {
            const int its_year = core::year_of(m_trend.visits[shown[i]].date);
            if (its_year != year)
                put_small(m_canvas, x_of(shown[i]), middle + line_height, std::to_string(its_year), Align::centre,
                          m_colors.soft);
            year = its_year;
        }
    }

    void draw_bands(model::Partner partner) {
        std::vector<Point> upper, lower;
        const auto finish = [&] {
            const Color color = color_of(m_colors, partner);
            if (upper.size() > 1) {
                m_canvas.fill_band(upper, lower, faded(color, m_band));
                if (m_edged) draw_edges(partner, upper, lower);
            }
            upper.clear();
            lower.clear();
        };
        for (const auto& point : line(partner).points) {
            if (!point.band) {
                finish();
                continue;
            }
            const float x = place(partner, point).x;
            upper.push_back({x, y_of(point.band->high)});
            lower.push_back({x, y_of(point.band->low)});
        }
        finish();
    }

    void draw_edges(model::Partner partner, const std::vector<Point>& upper, const std::vector<Point>& lower) {
        const Color color = faded(color_of(m_colors, partner), 0.6);
        for (const auto& side : {upper, lower})
            if (partner == model::Partner::a)
                m_canvas.curve(side, 1.5F, color);
            else
                draw_dashed(m_canvas, side, line_dash, 1.5F, color);
    }

    void draw_line(model::Partner partner) {
        std::vector<Point> points;
        for (const auto& point : line(partner).points)
            points.push_back(place(partner, point));
        if (points.size() < 2) return;
        if (partner == model::Partner::a)
            m_canvas.curve(points, 3, m_colors.a);
        else
            draw_dashed(m_canvas, points, line_dash, 3, m_colors.b);
    }

    void draw_points() {
        for (const model::Partner partner : model::both_partners)
            for (const auto& point : line(partner).points)
                draw_point(m_canvas, partner, place(partner, point), m_colors);
    }

    void draw_bracket(model::Partner partner, float x) {
        const auto& points = line(partner).points;
        const Color color = color_of(m_colors, partner);
        const Point first = place(partner, points.front());
        const float latest = place(partner, points.back()).y, middle = (first.y + latest) / 2;
        const Point rule[] = {first, {m_box.x + m_box.width, first.y}};
        draw_dashed(m_canvas, rule, dots, 2, color);
        const Point bracket[] = {{x - 16, first.y}, {x, first.y}, {x, latest}, {x - 16, latest}};
        m_canvas.curve(bracket, 3, color);
        const Point tick[] = {{x, middle}, {x + 16, middle}};
        m_canvas.curve(tick, 3, color);
    }

    // A visit's column, where visits are far enough apart for a finger.
    std::vector<Hit> hits() const {
        std::vector<Hit> found;
        const float apart = m_trend.visits.size() > 1 ? x_of(1) - x_of(0) : m_box.width;
        if (apart < m_target) return found;
        for (std::size_t i = 0; i < m_trend.visits.size(); ++i)
            found.push_back({.box = {x_of(i) - m_target / 2, m_box.y, m_target, m_box.height},
                             .partner = model::Partner::a,
                             .module = m_trend.module->id,
                             .scale = m_trend.scale->id,
                             .item = {},
                             .words = visit_words(i)});
        return found;
    }
    std::string visit_words(std::size_t visit) const {
        model::OfBoth<std::string> values;
        for (const model::Partner partner : model::both_partners)
            for (const auto& point : line(partner).points)
                if (point.visit == visit) values.of(partner) = core::decimal(point.value, 1);
        const auto day = core::short_day_words(m_trend.visits[visit].date);
        if (!values.a.empty() && !values.b.empty())
            return fill(tr("trend.visit-both", "{day}: {name_a} {a}, {name_b} {b}"),
                        {{"day", day}, {"name_a", m_names.a}, {"a", values.a}, {"name_b", m_names.b}, {"b", values.b}});
        return fill(tr("trend.visit-one", "{day}: {name} {value}"),
                    {{"day", day}, {"name", values.a.empty() ? m_names.b : m_names.a}, {"value", values.a + values.b}});
    }

    Canvas& m_canvas;
    const model::Trend& m_trend;
    const Names& m_names;
    const ScoreColors& m_colors;
    double m_band;
    bool m_edged;
    const std::string& m_title;
    Range m_range;
    Box m_box;
    float m_target = 48;
};

}

Drawn draw_trend(Canvas& canvas, const model::Trend& trend, const Names& names, Point at, const Room& room,
                 const PictureColors& colors, const std::string& title) {
    return Drawing(canvas, trend, names, colors, title).run(at, room);
}

}
