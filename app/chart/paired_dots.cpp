#include "chart/paired_dots.hpp"
#include "chart/legend.hpp"
#include "chart/pair_words.hpp"
#include "chart/small_text.hpp"
#include "chart/unseen.hpp"
#include "core/i18n.hpp"
#include <algorithm>

namespace chart {
namespace {

using core::fill;
using core::tr;
using model::Said;

constexpr float most_label_share = 0.42F, of_little_room = 0.46F;
constexpr float column_gap = 24, little_gap = 12;
constexpr float little_room = 400; // a width
constexpr float point = 8;         // radius

class Drawing {
public:
    Drawing(Canvas& canvas, const PairedDots& dots, const Names& names, Point at, const Room& room,
            const PictureColors& colors)
        : m_canvas(canvas), m_dots(dots), m_names(names), m_at(at), m_room(room), m_colors(colors) {
        float label = 100;
        for (const model::Pair& pair : dots.pairs.pairs)
            label = std::max(label, small_width(canvas, label_of(*pair.item)) + 1);
        const bool little = room.width < little_room;
        m_label_width = std::min(label, room.width * (little ? of_little_room : most_label_share));
        m_left = at.x + m_label_width + (little ? little_gap : column_gap) + point;
        m_right = at.x + room.width - point - 8;
        const auto& choices = *dots.pairs.choices;
        m_low = choices.front().value;
        m_high = choices.back().value;
    }

    Drawn run() {
        float y = m_at.y + head();
        Drawn drawn;
        const auto end =
            std::min(m_dots.pairs.pairs.size(), m_dots.count > m_dots.pairs.pairs.size() ? m_dots.pairs.pairs.size()
                                                                                         : m_dots.first + m_dots.count);
        for (std::size_t i = m_dots.first; i < end; ++i) {
            const model::Pair& pair = m_dots.pairs.pairs[i];
            const float height = one_row(pair, y);
            if (m_dots.row >= m_room.target) drawn.hits.push_back(hit(pair, {m_at.x, y, m_room.width, height}));
            y += height;
        }
        drawn.height = y - m_at.y;
        if (m_dots.row < m_room.target) drawn.hits = {whole({m_at.x, m_at.y, m_room.width, drawn.height})};
        return drawn;
    }

    float head() {
        if (!m_dots.with_names) return choice_labels(m_at.y);
        float y = m_at.y;
        const auto order = m_dots.order == model::PairOrder::by_gap
                               ? tr("pairs.by-gap", "As each sees it, widest gap first")
                               : tr("pairs.by-level", "As each sees it, most often first");
        std::vector<LegendEntry> entries;
        for (const model::Partner partner : model::both_partners)
            if (!m_dots.pairs.pairs.empty() && m_dots.pairs.pairs.front().sides.of(partner))
                entries.push_back({partner, fill(tr("pairs.count", "{name} {answered} of {of}"),
                                                 {{"name", m_names.of(partner)},
                                                  {"answered", std::to_string(m_dots.pairs.answered_by(partner))},
                                                  {"of", std::to_string(m_dots.pairs.pairs.size())}})});
        const auto lines = wrapped(m_canvas, order, m_room.width, small, Weight::regular);
        float middle = y + line_height / 2;
        for (const std::string& line : lines) {
            put_small(m_canvas, m_at.x, middle, line, Align::left, m_colors.score.soft);
            middle += line_height;
        }
        Room beside = m_room;
        beside.kept_left = 0;
        const float order_width = widest(m_canvas, lines);
        float legend = 16;
        for (const LegendEntry& entry : entries)
            legend += small_width(m_canvas, entry.words) + 36;
        if (lines.size() == 1 && order_width + legend <= m_room.width) {
            beside.width -= order_width;
            y += draw_legend(m_canvas, entries, {m_at.x + order_width, y}, beside, Stand::right, m_colors.score);
        } else {
            y += line_height * static_cast<float>(lines.size());
            y += draw_legend(m_canvas, entries, {m_at.x, y}, beside, Stand::left, m_colors.score);
        }
        y += choice_labels(y);
        return y - m_at.y;
    }

    float row_height(const model::Pair& pair) const {
        const float label = line_height * static_cast<float>(label_lines(pair).size());
        const float words = line_height * static_cast<float>(words_of(pair).lines.size());
        return std::max({m_dots.row, label, words});
    }

private:
    float place(int value) const {
        const int span = m_high - m_low;
        const float share = span == 0 ? 0.5F : static_cast<float>(value - m_low) / static_cast<float>(span);
        return m_left + std::clamp(share, 0.0F, 1.0F) * (m_right - m_left);
    }

    // Of the first, the middle and the last answer, those that have room.
    float choice_labels(float y) {
        const auto& choices = *m_dots.pairs.choices;
        struct Label {
            std::vector<std::string> lines;
            float left = 0, width = 0, centre = 0;
        };
        // On one line each where both have room, else each in its half.
        const float across = m_at.x + m_room.width - m_left + point;
        const bool one_line =
            small_width(m_canvas, choices.front().label) + 12 + small_width(m_canvas, choices.back().label) <= across;
        const auto label = [&](const model::Choice& choice) {
            const float most = one_line ? across : (m_right - m_left + 2 * point) / 2 - 8;
            Label made{.lines = wrapped(m_canvas, choice.label, most, small, Weight::regular)};
            made.width = widest(m_canvas, made.lines);
            const float highest = std::max(m_at.x + m_room.width - made.width, m_at.x);
            made.left = std::clamp(place(choice.value) - made.width / 2, m_at.x, highest);
            made.centre = made.left + made.width / 2;
            return made;
        };
        std::vector<Label> labels{label(choices.front()), label(choices.back())};
        if (labels[0].left + labels[0].width + 12 > labels[1].left) { // towards the outside, then
            labels[0].centre = m_left - point + labels[0].width / 2;
            labels[1].centre = m_at.x + m_room.width - labels[1].width / 2;
        } else if (choices.size() % 2 == 1 && choices.size() > 2) {
            Label middle = label(choices[choices.size() / 2]);
            const bool whole = small_width(m_canvas, choices[choices.size() / 2].label) <= middle.width + 1;
            const bool fits = whole && middle.left > labels[0].left + labels[0].width + 12 &&
                              middle.left + middle.width + 12 < labels[1].left;
            if (fits) labels.push_back(std::move(middle));
        }
        std::size_t most = 0;
        for (const Label& one : labels)
            most = std::max(most, one.lines.size());
        for (const Label& one : labels) {
            float middle = y + line_height / 2;
            for (const std::string& line : one.lines) {
                put_small(m_canvas, one.centre, middle, line, Align::centre, m_colors.score.soft);
                middle += line_height;
            }
        }
        return line_height * static_cast<float>(most) + 4;
    }

    std::vector<std::string> label_lines(const model::Pair& pair) const {
        return wrapped(m_canvas, label_of(*pair.item), m_label_width, small, Weight::regular);
    }

    // Right of the one point, or left of it where there is more room.
    struct Words {
        std::vector<std::string> lines;
        float left = 0;
    };
    Words words_of(const model::Pair& pair) const {
        const auto words = missing_words(pair, m_names);
        if (words.empty()) return {};
        float from = m_left - point, to = m_right + point;
        for (const model::Partner partner : model::both_partners) {
            const auto& side = pair.sides.of(partner);
            if (!side || side->said != Said::value) continue;
            const float x = place(side->value), right = to - (x + point + 10), left = x - point - 10 - from;
            const bool on_right = right >= std::min(small_width(m_canvas, words), left);
            (on_right ? from : to) = on_right ? to - right : from + left;
            const auto lines = wrapped(m_canvas, words, to - from, small, Weight::regular);
            return {lines, on_right ? from : to - widest(m_canvas, lines)};
        }
        return {wrapped(m_canvas, words, to - from, small, Weight::regular), from};
    }

    float one_row(const model::Pair& pair, float y) {
        const float height = row_height(pair), centre = y + height / 2;
        for (const model::Choice& choice : *m_dots.pairs.choices)
            m_canvas.line({place(choice.value), y}, {place(choice.value), y + height}, 1, m_colors.score.line);
        const auto label = label_lines(pair);
        float middle = centre - line_height * static_cast<float>(label.size() - 1) / 2;
        for (const std::string& line : label) {
            put_small(m_canvas, m_at.x, middle, line, Align::left, m_colors.score.ink);
            middle += line_height;
        }
        draw_points(pair, centre);
        const Words words = words_of(pair);
        if (words.lines.empty()) return height;
        const float lines = line_height * static_cast<float>(words.lines.size());
        m_canvas.fill_rect({words.left - 4, centre - lines / 2 + 1, widest(m_canvas, words.lines) + 8, lines - 2}, 4,
                           m_colors.score.surface);
        middle = centre - lines / 2 + line_height / 2;
        for (const std::string& line : words.lines) {
            put_small(m_canvas, words.left, middle, line, Align::left, m_colors.score.soft);
            middle += line_height;
        }
        return height;
    }

    void draw_points(const model::Pair& pair, float centre) {
        if (const auto gap = pair.gap()) {
            const Point a{place(pair.sides.a->value), centre}, b{place(pair.sides.b->value), centre};
            if (*gap == 0) return draw_both_points(m_canvas, a, b, m_colors.score);
            m_canvas.line({std::min(a.x, b.x), centre}, {std::max(a.x, b.x), centre}, 3, m_colors.edge);
        }
        for (const model::Partner partner : model::both_partners)
            if (const auto& side = pair.sides.of(partner); side && side->said == Said::value)
                draw_point(m_canvas, partner, {place(side->value), centre}, m_colors.score);
    }

    Hit hit(const model::Pair& pair, const Box& box) const {
        return {box, m_dots.pairs.toward, m_dots.pairs.module->id, {}, pair.item->id, pair_words(pair, m_names)};
    }
    Hit whole(const Box& box) const {
        const auto words = fill(tr("pairs.whole", "{module}: what comes from {from} to {to}"),
                                {{"module", m_dots.pairs.module->title},
                                 {"from", m_names.of(model::other(m_dots.pairs.toward))},
                                 {"to", m_names.of(m_dots.pairs.toward)}});
        return {box, m_dots.pairs.toward, m_dots.pairs.module->id, {}, {}, words};
    }

    Canvas& m_canvas;
    const PairedDots& m_dots;
    const Names& m_names;
    Point m_at;
    Room m_room;
    const PictureColors& m_colors;
    float m_label_width = 0, m_left = 0, m_right = 0;
    int m_low = 0, m_high = 0;
};

}

Drawn draw_paired_dots(Canvas& canvas, const PairedDots& dots, const Names& names, Point at, const Room& room,
                       const PictureColors& colors) {
    return Drawing(canvas, dots, names, at, room, colors).run();
}

std::size_t rows_that_fit(const Ruler& ruler, const PairedDots& dots, const Names& names, const Room& room) {
    Unseen unseen(ruler);
    const PictureColors colors{};
    Drawing drawing(unseen, dots, names, {}, room, colors);
    float height = drawing.head();
    std::size_t rows = 0;
    for (std::size_t i = dots.first; i < dots.pairs.pairs.size(); ++i, ++rows) {
        height += drawing.row_height(dots.pairs.pairs[i]);
        if (height > room.height && rows > 0) break;
    }
    return std::max<std::size_t>(rows, 1);
}

}
