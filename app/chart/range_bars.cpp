#include "chart/range_bars.hpp"
#include "chart/legend.hpp"
#include "chart/move_words.hpp"
#include "chart/small_text.hpp"
#include "chart/unseen.hpp"
#include "core/i18n.hpp"
#include "core/numbers.hpp"
#include <algorithm>

namespace chart {
namespace {

using core::fill;
using core::tr;

constexpr float least_row = 36, best_row = 56;
constexpr float point_room = 18; // of a lane without words
constexpr float column_gap = 24;
constexpr float between_lanes = 17; // two points above each other
constexpr float title_share = 0.36F;

bool has_words(const std::optional<model::Score>& score) {
    return score && !score->value;
}

std::string score_words(const model::Score& score) {
    if (!score.value || !score.band) return value_words(score);
    return fill(tr("bars.score", "{value}, 95 % range {band}"),
                {{"value", value_words(score)}, {"band", band_words(score)}});
}

std::string row_words(const RangeBars::Row& row, const Names& names) {
    const auto& [a, b] = row.scores;
    if (a && b)
        return fill(tr("bars.of-both", "{scale}. {name_a}: {score_a}. {name_b}: {score_b}."),
                    {{"scale", row.title},
                     {"name_a", names.a},
                     {"score_a", score_words(*a)},
                     {"name_b", names.b},
                     {"score_b", score_words(*b)}});
    return fill(tr("bars.of-one", "{scale}. {name}: {score}."),
                {{"scale", row.title},
                 {"name", a ? names.a : names.b},
                 {"score", a || b ? score_words(a ? *a : *b) : std::string()}});
}

class Drawing {
public:
    Drawing(Canvas& canvas, const RangeBars& bars, const Names& names, Point at, const Room& room,
            const PictureColors& colors)
        : m_canvas(canvas), m_bars(bars), m_names(names), m_at(at), m_room(room), m_colors(colors.score) {
        float end = 8;
        for (const auto& row : bars.rows)
            end = std::max(end, small_width(canvas, core::plain(row.range.high)) / 2);
        m_title_width = std::clamp(room.width * title_share, 110.0F, 280.0F);
        m_axis_left = at.x + m_title_width + column_gap;
        m_axis_right = at.x + room.width - end;
    }

    Drawn run(float row_height) {
        float y = m_at.y + head();
        Drawn drawn;
        for (std::size_t i = 0; i < m_bars.rows.size(); ++i) {
            const auto& row = m_bars.rows[i];
            const float height = std::max(row_height, needed(row));
            one_row(row, y, height);
            if (height >= m_room.target) drawn.hits.push_back(hit(row, {m_at.x, y, m_room.width, height}));
            y += height;
            if (i + 1 == m_bars.rows.size() || !(m_bars.rows[i + 1].range == row.range))
                y += axis_below(row.range, y, i + 1 == m_bars.rows.size());
        }
        drawn.height = y - m_at.y;
        if (drawn.hits.size() < m_bars.rows.size() && !m_bars.rows.empty())
            drawn.hits = {hit(m_bars.rows.front(), {m_at.x, m_at.y, m_room.width, drawn.height})};
        return drawn;
    }

private:
    float head() {
        if (!m_bars.with_counts || m_bars.rows.empty()) return 0;
        std::vector<LegendEntry> entries;
        for (const model::Partner partner : model::both_partners)
            if (const auto& score = m_bars.rows.front().scores.of(partner)) {
                const auto words =
                    m_bars.as_told ? tr("bars.says", "{name} says") : tr("bars.count", "{name} {answered} of {of}");
                entries.push_back({partner, fill(words, {{"name", m_names.of(partner)},
                                                         {"answered", std::to_string(score->answered)},
                                                         {"of", std::to_string(score->of)}})});
            }
        return draw_legend(m_canvas, entries, m_at, m_room, Stand::right, m_colors) + 8;
    }

    std::vector<std::string> title_lines(const RangeBars::Row& row) const {
        return wrapped(m_canvas, row.title, m_title_width, small, row.facet ? Weight::regular : Weight::bold);
    }
    float between(const RangeBars::Row& row) const {
        return has_words(row.scores.a) || has_words(row.scores.b) ? line_height : between_lanes;
    }
    float needed(const RangeBars::Row& row) const {
        const bool words = has_words(row.scores.a) || has_words(row.scores.b);
        const float lanes = (row.scores.a && row.scores.b ? between(row) : 0) + (words ? line_height : point_room);
        return std::max(line_height * static_cast<float>(title_lines(row).size()), lanes);
    }

    float place(const Range& range, double value) const {
        const double share = range.high > range.low ? (value - range.low) / (range.high - range.low) : 0.5;
        return m_axis_left + static_cast<float>(share) * (m_axis_right - m_axis_left);
    }

    void one_row(const RangeBars::Row& row, float y, float height) {
        for (const double tick : ticks_of(row.range))
            m_canvas.line({place(row.range, tick), y}, {place(row.range, tick), y + height}, 1, m_colors.line);
        const auto title = title_lines(row);
        const float centre = y + height / 2;
        float middle = centre - line_height * static_cast<float>(title.size() - 1) / 2;
        for (const std::string& line : title) {
            put_small(m_canvas, m_at.x, middle, line, Align::left, m_colors.ink,
                      row.facet ? Weight::regular : Weight::bold);
            middle += line_height;
        }
        const float apart = row.scores.a && row.scores.b ? between(row) / 2 : 0;
        if (row.scores.a) one_lane(model::Partner::a, *row.scores.a, row.range, centre - apart);
        if (row.scores.b) one_lane(model::Partner::b, *row.scores.b, row.range, centre + apart);
    }

    void one_lane(model::Partner partner, const model::Score& score, const Range& range, float middle) {
        if (!score.value) return not_made(score, middle);
        if (score.band) {
            const float low = place(range, score.band->low), high = place(range, score.band->high);
            m_canvas.fill_rect({low, middle - 4, std::max(high - low, 8.0F), 8}, 4,
                               faded(color_of(m_colors, partner), 0.35));
        }
        draw_point(m_canvas, partner, {place(range, *score.value), middle}, m_colors);
    }

    void not_made(const model::Score& score, float middle) {
        std::string words = value_words(score);
        const float room = m_axis_right - m_axis_left;
        if (small_width(m_canvas, words) + 16 > room) words = tr("score.not-scored", "Not scored");
        const float width = small_width(m_canvas, words);
        const float x = m_axis_left + (room - width) / 2;
        m_canvas.fill_rect({x - 8, middle - 11, width + 16, 22}, 4, m_colors.surface);
        put_small(m_canvas, x, middle, words, Align::left, m_colors.soft);
    }

    float axis_below(const Range& range, float y, bool last) {
        const float middle = y + 4 + line_height / 2;
        for (const double value : {range.low, (range.low + range.high) / 2, range.high})
            put_small(m_canvas, place(range, value), middle, core::plain(value), Align::centre, m_colors.soft);
        if (!last) return 4 + line_height + 8;
        const auto what = m_bars.of_answers ? tr("bars.what-answers", "Bars: answers vary (95 %)")
                                            : tr("bars.what", "Bars: 95 % range");
        const bool beside = small_width(m_canvas, what) <= m_title_width;
        float words = beside ? middle : middle + line_height;
        for (const auto& line :
             wrapped(m_canvas, what, beside ? m_title_width : m_room.width, small, Weight::regular)) {
            put_small(m_canvas, m_at.x, words, line, Align::left, m_colors.soft);
            words += line_height;
        }
        return words - y - line_height / 2;
    }

    Hit hit(const RangeBars::Row& row, const Box& box) const {
        return {.box = box,
                .partner = row.scores.a ? model::Partner::a : model::Partner::b,
                .module = m_bars.module,
                .scale = row.scale,
                .item = {},
                .words = row_words(row, m_names)};
    }

    Canvas& m_canvas;
    const RangeBars& m_bars;
    const Names& m_names;
    Point m_at;
    Room m_room;
    const ScoreColors& m_colors;
    float m_title_width = 0, m_axis_left = 0, m_axis_right = 0;
};

bool is_own(const model::Scale& scale) {
    return scale.uncertainty == model::Uncertainty::own_mean;
}

float height_with(const Ruler& ruler, const RangeBars& bars, const Names& names, const Room& room, float row) {
    Unseen unseen(ruler);
    const PictureColors colors{};
    return Drawing(unseen, bars, names, {}, room, colors).run(row).height;
}

}

RangeBars range_bars(const model::SideBySide& side) {
    RangeBars bars{.module = side.module->id, .rows = {}};
    for (const auto& row : side.rows) {
        bars.of_answers = bars.of_answers || is_own(*row.scale);
        bars.rows.push_back(
            {row.scale->id, row.scale->title, row.scale->facet_of.has_value(), range_of(*row.scale), row.scores});
    }
    return bars;
}

RangeBars range_bars(const model::Profile& profile) {
    RangeBars bars{.module = profile.module->id, .with_counts = false, .rows = {}};
    for (const auto& row : profile.rows) {
        bars.of_answers = bars.of_answers || is_own(*row.scale);
        // One pattern is as much as another: none is the whole of the rest.
        bars.rows.push_back({row.scale->id, row.scale->title, true, range_of(*row.scale), {}});
        bars.rows.back().scores.of(profile.partner) = row.score;
    }
    return bars;
}

RangeBars range_bars(const model::Moves& moves, const Names& names) {
    RangeBars bars{.module = moves.module->id, .as_told = true, .rows = {}};
    for (const auto& move : moves.moves)
        for (const model::Partner about : model::both_partners) {
            bars.of_answers = bars.of_answers || is_own(*move.own);
            const auto& told = move.of.of(about);
            // Behind a row stands the scale by which the first who tells of it does so.
            const auto teller = told.a ? model::Partner::a : model::Partner::b;
            const auto* scale = about == teller ? move.own : move.seen;
            bars.rows.push_back({scale->id, move_title(move, names.of(about)), true, range_of(*scale), {}});
            bars.rows.back().scores = told;
        }
    return bars;
}

Drawn draw_range_bars(Canvas& canvas, const RangeBars& bars, const Names& names, Point at, const Room& room,
                      const PictureColors& colors) {
    const auto rows = static_cast<float>(std::max<std::size_t>(bars.rows.size(), 1));
    const float spare = room.height - height_with(canvas, bars, names, room, least_row);
    const float row = std::clamp(least_row + spare / rows, least_row, best_row);
    return Drawing(canvas, bars, names, at, room, colors).run(row);
}

Heights range_bars_heights(const Ruler& ruler, const RangeBars& bars, const Names& names, const Room& room) {
    return {height_with(ruler, bars, names, room, least_row), height_with(ruler, bars, names, room, best_row)};
}

}
