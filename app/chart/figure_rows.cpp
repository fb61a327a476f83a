#include "chart/figure_rows.hpp"
#include "chart/small_text.hpp"
#include "chart/unseen.hpp"
#include <algorithm>

namespace chart {
namespace {

constexpr float gap = 24, padding = 6, tick_height = 8;
constexpr float least_beside = 640; // narrower: the label stands above its point and words

struct Columns {
    float label, axis, words; // left ends
    float label_width, axis_width, words_width;
};

Columns columns_of(float left, float width) {
    const bool beside = width >= least_beside;
    const float label = beside ? width * 0.36F : 0;
    const float axis = left + label + (beside ? gap : 0);
    const float rest = left + width - axis;
    const float axis_width = rest * 0.42F;
    return {left, axis + 8, axis + axis_width + gap, beside ? label : width, axis_width - 16, rest - axis_width - gap};
}

class Drawing {
public:
    Drawing(Canvas& canvas, const FigureRow& row, Point at, float width, const ScoreColors& colors)
        : m_canvas(canvas), m_row(row), m_at(at), m_columns(columns_of(at.x, width)), m_width(width), m_colors(colors) {
    }

    float run() {
        if (m_row.head) return head();
        const bool beside = m_width >= least_beside;
        const auto label = wrapped(m_canvas, m_row.label, m_columns.label_width, small, Weight::regular);
        const auto words = wrapped(m_canvas, m_row.words, m_columns.words_width, small, Weight::regular);
        const float above = beside ? 0 : height_of(label);
        const float height = above + std::max({height_of(words), beside ? height_of(label) : 0, line_height});
        put(label, m_columns.label, beside ? middle_of(above, height, label) : padding, m_colors.ink);
        draw_axis(above, height);
        put(words, m_columns.words, middle_of(above, height, words), m_colors.ink);
        return height + 2 * padding;
    }

private:
    static float height_of(const std::vector<std::string>& lines) {
        return line_height * static_cast<float>(lines.size());
    }
    static float middle_of(float above, float height, const std::vector<std::string>& lines) {
        return padding + above + (height - above - height_of(lines)) / 2;
    }
    void put(const std::vector<std::string>& lines, float x, float top, Color color, Weight weight = Weight::regular) {
        float middle = m_at.y + top + line_height / 2;
        for (const auto& line : lines) {
            put_small(m_canvas, x, middle, line, Align::left, color, weight);
            middle += line_height;
        }
    }

    // Who the rows below are about, and how they scored.
    float head() {
        const auto label = wrapped(m_canvas, m_row.label, m_width, small, Weight::bold);
        const auto words = wrapped(m_canvas, m_row.words, m_width, small, Weight::regular);
        put(label, m_at.x, 2 * padding, m_colors.ink, Weight::bold);
        put(words, m_at.x, 2 * padding + height_of(label), m_colors.soft);
        return 3 * padding + height_of(label) + height_of(words);
    }

    float place(double value) const {
        return m_columns.axis + static_cast<float>(std::clamp(value, 0.0, 1.0)) * m_columns.axis_width;
    }

    void draw_axis(float above, float height) {
        if (!m_row.range && !m_row.point) return;
        const float top = m_at.y + padding + above, middle = top + (height - above) / 2;
        m_canvas.line({place(0), middle}, {place(1), middle}, 1, m_colors.line);
        for (const double tick : {0.0, 0.5, 1.0})
            m_canvas.line({place(tick), middle - tick_height}, {place(tick), middle + tick_height}, 1, m_colors.line);
        if (m_row.range) {
            const float low = place(m_row.range->low), high = place(m_row.range->high);
            m_canvas.fill_rect({low, middle - 4, std::max(high - low, 8.0F), 8}, 4, faded(m_colors.ink, 0.25));
        }
        m_canvas.disc({place(m_row.range ? m_row.range->value : *m_row.point), middle}, 6, m_colors.ink);
    }

    Canvas& m_canvas;
    const FigureRow& m_row;
    Point m_at;
    Columns m_columns;
    float m_width;
    const ScoreColors& m_colors;
};

}

float draw_figure_row(Canvas& canvas, const FigureRow& row, Point at, float width, const ScoreColors& colors) {
    return Drawing(canvas, row, at, width, colors).run();
}

float figure_row_height(const Ruler& ruler, const FigureRow& row, float width) {
    Unseen unseen(ruler);
    return draw_figure_row(unseen, row, {}, width, {});
}

}
