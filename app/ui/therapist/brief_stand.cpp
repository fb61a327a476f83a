// Where the two stand, in one card: the alliance, the place on the map, the widest gaps.
#include "chart/pair_words.hpp"
#include "chart/paired_dots.hpp"
#include "chart/score_words.hpp"
#include "chart/unseen.hpp"
#include "core/numbers.hpp"
#include "ui/therapist/brief_cards.hpp"
#include "ui/therapist/brief_parts.hpp"
#include <algorithm>

namespace ui {
namespace {

// One partner's point with its 95 % range between the ends of the scale.
struct Lane {
    model::Partner partner;
    std::optional<model::Score> score;
    chart::Range range;

    void draw(Page& page, Rect at) const {
        const auto place = [&](double value) {
            return at.x + at.w * static_cast<float>((value - range.low) / std::max(1e-9, range.high - range.low));
        };
        const Color own = partner == model::Partner::a ? page.color.a : page.color.b;
        const float middle = at.center().y, half = 4 * growth_of(page);
        if (!score || !score->value) return;
        if (score->band) {
            const float low = place(score->band->low), wide = std::max(2 * half, place(score->band->high) - low);
            page.box({low, middle - half, wide, 2 * half}, mix(page.color.surface, own, 0.35f), half);
        }
        page.partner_mark({place(*score->value), middle}, page.icon_size() * 0.32f, partner);
    }
};

// Rows of name, line and number, and the ends of the scale below.
void add_alliance(Page& page, Flow& flow, const model::SideBySide& side, const chart::Names& names) {
    const auto& row = side.rows.front();
    const auto range = chart::range_of(*row.scale);
    const float line = brief_line(page);
    flow.block(
        3 * line,
        [&page, scores = row.scores, title = row.scale->title, range, names, line](Rect at) {
            const auto first = page.tree.widgets.size();
            std::string heard;
            const float indent = small_mark_indent(page), name_room = std::max(at.w * 0.28f, indent + 8);
            const float number = page.text_width("10.0", Style::small, Weight::bold) + 8;
            const Rect axis{at.x + name_room + 16, at.y, at.w - name_room - number - 32, 2 * line};
            for (int i = 0; i <= 6; ++i) {
                const float x = axis.x + axis.w * static_cast<float>(i) / 6;
                page.line({x, axis.y}, {x, axis.bottom()}, page.color.line, 1);
            }
            float y = at.y;
            for (const auto partner : model::both_partners) {
                const auto& score = scores.of(partner);
                draw_small_mark(page, {at.x, y}, partner);
                page.text({at.x + indent, y, name_room - indent, 0},
                          in_lines(page, names.of(partner), name_room - indent, Style::small, 1), brief_note(page));
                Lane{partner, score, range}.draw(page, {axis.x, y, axis.w, line});
                auto look = brief_strong(page);
                look.align = Align::right;
                page.text({at.right() - number, y, number, 0}, number_words(score ? score->value : std::nullopt, 1),
                          look);
                y += line;
                heard +=
                    (heard.empty() ? "" : " ") +
                    chart::figure_words(names.of(partner), title, heard_number(score ? score->value : std::nullopt));
            }
            auto look = brief_soft(page);
            look.align = Align::center;
            for (const double value : {range.low, (range.low + range.high) / 2, range.high}) {
                const float x = axis.x + axis.w * static_cast<float>((value - range.low) / (range.high - range.low));
                page.text({x - 24, y, 48, 0}, core::plain(value), look);
            }
            page.heard_as(first, at, std::move(heard));
        },
        8);
}

// Whose place it is, and the two scores that make it.
float draw_place(Page& page, Rect at, const model::OnMap& map, const chart::Names& names, model::Partner partner) {
    const float line = brief_line(page), indent = small_mark_indent(page);
    const auto& point = map.points.of(partner);
    draw_small_mark(page, Point{at.x, at.y}, partner);
    page.text({at.x + indent, at.y, at.w - indent, 0},
              in_lines(page, names.of(partner), at.w - indent, Style::small, 1), brief_strong(page));
    float y = at.y + line;
    for (const auto& [scale, value] :
         {std::pair{map.y, point ? point->y : std::nullopt}, std::pair{map.x, point ? point->x : std::nullopt}}) {
        const auto number = number_words(value, 1);
        const float wide = page.text_width(number, Style::small, Weight::bold) + 2;
        page.text({at.x, y, at.w - wide - 8, 0}, in_lines(page, scale->title, at.w - wide - 8, Style::small, 1),
                  brief_soft(page));
        page.text({at.right() - wide, y, wide, 0}, number, brief_strong(page));
        y += line;
    }
    return y - at.y;
}

std::string place_words(const model::OnMap& map, const chart::Names& names) {
    std::string heard;
    for (const auto partner : model::both_partners) {
        const auto& point = map.points.of(partner);
        heard += (heard.empty() ? "" : " ") +
                 chart::figure_words(names.of(partner), map.y->title, heard_number(point ? point->y : std::nullopt)) +
                 " " +
                 chart::figure_words(names.of(partner), map.x->title, heard_number(point ? point->x : std::nullopt)) +
                 " " + chart::map_entry(map, names, partner);
    }
    return heard;
}

void add_map(Page& page, Flow& flow, const model::OnMap& map, const chart::Names& names, float height) {
    flow.block(
        height,
        [&page, map, names](Rect at) {
            const float words = std::min(at.w * 0.34f, page.text_width("M", Style::small) * 9);
            const float left = std::min(at.w - words - 16, at.h * 1.5f);
            const Rect picture{at.x, at.y, left, at.h};
            const auto first = page.tree.widgets.size();
            ChartCanvas canvas(page, {picture.x, picture.y}, page.color.surface);
            // Whose shape is whose stands right of it: the regions' names need the room.
            chart::draw_map(canvas, map, {}, {}, room_in(page, picture), picture_colors(page),
                            chart::MapWords::left_out);
            float y = at.y;
            for (const auto partner : model::both_partners)
                y += draw_place(page, {at.x + left + 16, y, at.w - left - 16, 0}, map, names, partner) + 8;
            page.heard_as(first, at, place_words(map, names));
        },
        8);
}

void add_gaps(Page& page, Flow& flow, const model::Pairs& pairs, const chart::Names& names) {
    const float growth = growth_of(page);
    const chart::PairedDots dots{.pairs = pairs, .count = pairs.pairs.size(), .row = 24, .with_names = false};
    const ChartCanvas ruler(page, {}, page.color.surface);
    chart::Unseen unseen(ruler);
    const float high =
        chart::draw_paired_dots(unseen, dots, names, {}, room_in(page, {0, 0, flow.width(), 0}), picture_colors(page))
            .height;
    flow.block(
        high * growth,
        [&page, pairs, names](Rect at) {
            ChartCanvas canvas(page, {at.x, at.y}, page.color.surface);
            const chart::PairedDots drawn{.pairs = pairs, .count = pairs.pairs.size(), .row = 24, .with_names = false};
            const auto first = page.tree.widgets.size();
            chart::draw_paired_dots(canvas, drawn, names, {}, room_in(page, at), picture_colors(page));
            page.heard_as(first, at, chart::pairs_words(pairs, names));
        },
        0);
}

}

Flow BriefCards::stand(float width, float height) const {
    auto& page = m_page;
    const auto& [brief, names] = *m_shown;
    const auto since = [&](std::size_t visit) { return visit == m_screen.visit ? std::string() : day_of(visit); };
    const auto missing = tr("brief.not-asked", "Not asked yet");
    const auto head = [&](Flow& flow, const std::string& title, const std::string& beside) {
        add_ends(page, flow, title, brief_strong(page), beside, brief_soft(page), 2);
        flow.stay_with_next();
    };
    Flow above(page, width), below(page, width), flow(page, width);
    if (brief.alliance) {
        head(above, brief.alliance->value.rows.front().scale->title, since(brief.alliance->visit));
        add_alliance(page, above, brief.alliance->value, names);
    } else {
        head(above, tr("brief.alliance", "Alliance"), missing);
    }
    head(above, brief.map ? brief.map->value.module->title : tr("brief.attachment", "Attachment"),
         brief.map ? since(brief.map->visit) : missing);
    if (brief.gaps) {
        const auto& pairs = brief.gaps->value;
        head(below, tr("brief.gaps", "Widest gaps"),
             fill(tr("brief.toward", "From {from} to {to}"),
                  {{"from", names.of(other(pairs.toward))}, {"to", names.of(pairs.toward)}}));
        add_gaps(page, below, pairs, names);
    } else {
        head(below, tr("brief.gaps", "Widest gaps"), tr("brief.no-gap", "Nothing that stands out"));
    }
    flow.append(above);
    if (brief.map) {
        const float growth = growth_of(page), usual = 240 * growth;
        const float left = height > 0 ? height - above.height() - below.height() - 16 : usual;
        add_map(page, flow, brief.map->value, names, std::clamp(left, 160 * growth, 320 * growth));
    }
    flow.append(below);
    return flow;
}

}
