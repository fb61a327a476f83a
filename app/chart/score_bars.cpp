#include "chart/score_bars.hpp"
#include "chart/small_text.hpp"
#include "chart/unseen.hpp"
#include "core/i18n.hpp"
#include "core/numbers.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>

namespace chart {
namespace {

constexpr float lane = 24; // one partner's line of a row
constexpr float row_gap = 20;
constexpr float head = 40; // names and column titles
constexpr float axis = 32;
constexpr float column_gap = 24;
constexpr float mark_column = 20;
constexpr std::size_t most_name_lines = 3;
constexpr float value_width = 84, band_width = 104, count_width = 80;

struct Columns {
    float title, axis_left, axis_right, value, band, count; // the last three are left ends
    float title_width;
};

Columns columns_of(float left, float width) {
    const float title_width = std::clamp(width * 0.25F, 130.0F, 260.0F);
    const float count = left + width - count_width;
    const float band = count - band_width;
    const float value = band - value_width;
    return {left, left + title_width + column_gap, value - column_gap - 8, value, band, count, title_width};
}

class Drawing {
public:
    Drawing(Canvas& canvas, const ScoreBars& bars, float left, float width, const ScoreColors& colors)
        : m_canvas(canvas), m_bars(bars), m_columns(columns_of(left, width)), m_colors(colors) {}

    float run(float top) {
        float y = top;
        y += heads(y);
        for (std::size_t i = 0; i < m_bars.rows.size(); ++i) {
            const ScoreRow& row = m_bars.rows[i];
            y += one_row(row, y);
            const bool last = i + 1 == m_bars.rows.size();
            if (last || !(m_bars.rows[i + 1].range == row.range)) y += axis_below(row.range, y);
        }
        return y - top;
    }

private:
    bool anyone(model::Partner partner) const {
        return std::ranges::any_of(m_bars.rows, [&](const ScoreRow& row) {
            return (partner == model::Partner::a ? row.a : row.b).has_value();
        });
    }

    void note_text(float x, float middle, std::string_view text, Align align, Color color,
                   Weight weight = Weight::regular) {
        m_canvas.text({x, middle + to_baseline}, text, small, weight, align, color);
    }

    // Both names on one line where they fit, else one below the other.
    float heads(float y) {
        const float middle = y + line_height / 2;
        const float left = m_columns.axis_left - 8, right = m_columns.axis_right + 8;
        float x = left;
        float lines_used = 0;
        for (const model::Partner partner : {model::Partner::a, model::Partner::b}) {
            if (!anyone(partner)) continue;
            const std::string& name = partner == model::Partner::a ? m_bars.name_a : m_bars.name_b;
            auto lines = wrapped(m_canvas, name, right - left - mark_column - small, small, Weight::bold);
            if (lines.size() > most_name_lines) {
                lines.resize(most_name_lines);
                lines.back() += "…";
            }
            const float width = mark_column + m_canvas.measure(name, small, Weight::bold);
            if (x > left && x + width > right) {
                x = left;
                ++lines_used;
            }
            float name_middle = middle + lines_used * line_height;
            draw_mark(m_canvas, partner, {x, name_middle + to_baseline}, small, m_colors);
            for (const std::string& line : lines) {
                note_text(x + mark_column, name_middle, line, Align::left, m_colors.ink, Weight::bold);
                name_middle += line_height;
            }
            if (lines.size() > 1) lines_used += static_cast<float>(lines.size() - 1);
            x += width + column_gap;
        }
        note_text(m_columns.value + mark_column, middle, core::tr("score.column-score", "Score"), Align::left,
                  m_colors.soft);
        note_text(m_columns.band, middle, core::tr("score.column-range", "95 % range"), Align::left, m_colors.soft);
        note_text(m_columns.count + count_width, middle, core::tr("score.column-answered", "Answered"), Align::right,
                  m_colors.soft);
        return head + lines_used * line_height;
    }

    float place(const Range& range, double value) const {
        const double share = range.high > range.low ? (value - range.low) / (range.high - range.low) : 0.5;
        return m_columns.axis_left + static_cast<float>(share) * (m_columns.axis_right - m_columns.axis_left);
    }

    float one_row(const ScoreRow& row, float y) {
        const float indent = row.facet ? 16.0F : 0.0F;
        const Weight weight = row.facet ? Weight::regular : Weight::bold;
        const auto title = wrapped(m_canvas, row.title, m_columns.title_width - indent, small, weight);
        const float lanes = (row.a ? lane : 0) + (row.b ? lane : 0);
        const float title_height = line_height * static_cast<float>(title.size());
        const float height = std::max({lanes, title_height, lane}) + row_gap;
        for (const double tick : ticks_of(row.range))
            m_canvas.line({place(row.range, tick), y}, {place(row.range, tick), y + height}, 1, m_colors.line);

        float middle = y + height / 2 - title_height / 2 + line_height / 2;
        for (const std::string& text : title) {
            note_text(m_columns.title + indent, middle, text, Align::left, m_colors.ink, weight);
            middle += line_height;
        }
        middle = y + height / 2 - lanes / 2 + lane / 2;
        if (row.a) {
            one_lane(model::Partner::a, *row.a, row.range, middle);
            middle += lane;
        }
        if (row.b) one_lane(model::Partner::b, *row.b, row.range, middle);
        return height;
    }

    void one_lane(model::Partner partner, const model::Score& score, const Range& range, float middle) {
        const Color color = partner == model::Partner::a ? m_colors.a : m_colors.b;
        draw_mark(m_canvas, partner, {m_columns.value, middle + to_baseline}, small * 0.85F, m_colors);
        note_text(m_columns.count + count_width, middle, count_words(score), Align::right, m_colors.soft);
        if (!score.value) {
            std::string words = value_words(score);
            if (m_canvas.measure(words, small, Weight::regular) > m_columns.axis_right - m_columns.axis_left)
                words = core::tr("score.not-scored", "Not scored");
            const float width = m_canvas.measure(words, small, Weight::regular);
            const float x = (m_columns.axis_left + m_columns.axis_right - width) / 2;
            m_canvas.fill_rect({x - 8, middle - 11, width + 16, 22}, 4, m_colors.surface);
            note_text(x, middle, words, Align::left, m_colors.soft);
            note_text(m_columns.value + mark_column, middle, "–", Align::left, m_colors.soft);
            return;
        }
        if (score.band) {
            const float low = place(range, score.band->low), high = place(range, score.band->high);
            m_canvas.fill_rect({low, middle - 4, std::max(high - low, 8.0F), 8}, 4, faded(color, 0.35));
        }
        const float x = place(range, *score.value);
        if (partner == model::Partner::a)
            m_canvas.disc({x, middle}, 8, color);
        else
            m_canvas.ring({x, middle}, 8, 3.5F, color, m_colors.surface);
        note_text(m_columns.value + mark_column, middle, value_words(score), Align::left, m_colors.ink, Weight::bold);
        note_text(m_columns.band, middle, score.band ? band_words(score) : core::tr("score.no-range", "no range"),
                  Align::left, m_colors.ink);
    }

    float axis_below(const Range& range, float y) {
        const double ends[] = {range.low, (range.low + range.high) / 2, range.high};
        for (const double value : ends)
            note_text(place(range, value), y + 14, core::plain(value), Align::centre, m_colors.soft);
        return axis;
    }

    Canvas& m_canvas;
    const ScoreBars& m_bars;
    Columns m_columns;
    const ScoreColors& m_colors;
};

}

ScoreBars score_bars(const model::Module& module, const std::string& name_a, const model::Answers* a,
                     const std::string& name_b, const model::Answers* b) {
    ScoreBars bars{.name_a = name_a, .name_b = name_b, .rows = {}};
    for (const model::Scale& scale : module.scales) {
        if (model::is_private(module, scale)) continue;
        const auto who_a = a ? model::person_named(module, scale.person, *a) : std::nullopt;
        const auto who_b = b ? model::person_named(module, scale.person, *b) : std::nullopt;
        if (scale.person && !who_a && !who_b) continue;
        ScoreRow row{.title = title_words(scale, name_a, who_a, name_b, who_b),
                     .facet = scale.facet_of.has_value(),
                     .range = range_of(scale),
                     .a = {},
                     .b = {}};
        if (a && (who_a || !scale.person)) row.a = model::score(module, scale, *a);
        if (b && (who_b || !scale.person)) row.b = model::score(module, scale, *b);
        bars.rows.push_back(std::move(row));
    }
    return bars;
}

float draw_score_bars(Canvas& canvas, const ScoreBars& bars, Point at, float width, const ScoreColors& colors) {
    return Drawing(canvas, bars, at.x, width, colors).run(at.y);
}

std::string bars_words(const ScoreBars& bars) {
    std::string words;
    for (const auto& row : bars.rows)
        for (const auto& [name, score] : {std::pair{&bars.name_a, &row.a}, {&bars.name_b, &row.b}})
            if (*score) words += (words.empty() ? "" : " ") + figure_words(*name, row.title, value_words(**score));
    return words;
}

float score_bars_height(const Ruler& ruler, const ScoreBars& bars, float width) {
    Unseen unseen(ruler);
    const ScoreColors colors{};
    return draw_score_bars(unseen, bars, {}, width, colors);
}

float draw_mark(Canvas& canvas, model::Partner partner, Point at, float size, const ScoreColors& colors) {
    const float radius = size * 0.36F; // a capital of Lato is 0.72 of its size
    const Point centre{at.x + radius, at.y - radius};
    if (partner == model::Partner::a)
        canvas.disc(centre, radius, colors.a);
    else
        canvas.ring(centre, radius, radius * 0.44F, colors.b, colors.surface);
    return 2 * radius;
}

}
