#include "chart/attachment_map.hpp"
#include "chart/move_words.hpp"
#include "chart/pair_words.hpp"
#include "chart/paired_dots.hpp"
#include "chart/range_bars.hpp"
#include "chart/trend_lines.hpp"
#include "chart/unseen.hpp"
#include "report/visit_pages.hpp"
#include <algorithm>
#include <memory>
#include <utility>

namespace report {
namespace {

constexpr float width = content_width / chart_scale; // of a picture across the page, in its own units
constexpr float between = 32;
constexpr chart::Room map_room{.width = width, .height = 360};
constexpr chart::Room trend_room{.width = width, .height = 320};
constexpr chart::Room moves_room{.width = width, .height = 0};
constexpr float beside = 8; // between a picture and what stands above it

using Draw = std::function<chart::Drawn(chart::Canvas&)>;

float height_of(const Flow& flow, const Draw& draw) {
    chart::Unseen unseen(flow.typesetter());
    return draw(unseen).height * chart_scale;
}

Draw map_picture(const model::OnMap& on_map, chart::Names names) {
    return [on_map, names = std::move(names)](chart::Canvas& canvas) {
        return chart::draw_map(canvas, on_map, names, {}, map_room, picture_colors);
    };
}

void put(Flow& flow, const Draw& draw, std::string spoken) {
    flow.picture(
        height_of(flow, draw),
        [draw](PdfCanvas& canvas, chart::Point at) {
            canvas.scaled(at, chart_scale, [&](chart::Canvas& scaled) { draw(scaled); });
        },
        std::move(spoken));
}

void say(std::string& words, const std::string& sentence) {
    if (!sentence.empty()) words += (words.empty() ? "" : " ") + sentence;
}

float chart_height(const Flow& flow, const chart::ScoreBars& bars) {
    return chart::score_bars_height(flow.typesetter(), bars, content_width / chart_scale) * chart_scale;
}

std::string reading_words(const std::vector<const model::Module*>& forms) {
    const bool any_norms = std::ranges::any_of(forms, [](const model::Module* module) {
        return std::ranges::any_of(module->scales, [](const model::Scale& scale) { return !scale.norms.empty(); });
    });
    return any_norms
               ? tr("pdf.reading-with-norms",
                    "How to read this: a point stands for the person's own answers; the bar is its 95 % range, by how "
                    "much these answers differ from item to item or by the form's published error. It is not how sure "
                    "the truth is. Where two bars overlap, the difference may be chance. A skipped item is left out "
                    "and never counted as zero. Scores are a start for talking, not a verdict.")
               : tr("pdf.reading",
                    "How to read this: a point stands for the person's own answers; the bar is its 95 % range: how "
                    "much these answers differ from item to item, not how sure the truth is. Where two bars overlap, "
                    "the difference may be chance. There are no norms. A skipped item is left out and never counted as "
                    "zero. Scores are a start for talking, not a verdict.");
}

// A module with more scales than a page holds is drawn in pieces.
void draw_chart(Flow& flow, chart::ScoreBars bars) {
    constexpr float width = content_width / chart_scale;
    while (!bars.rows.empty()) {
        chart::ScoreBars piece = bars;
        while (chart_height(flow, piece) > content_bottom - content_top && piece.rows.size() > 1)
            piece.rows.resize((piece.rows.size() + 1) / 2);
        bars.rows.erase(bars.rows.begin(), bars.rows.begin() + static_cast<std::ptrdiff_t>(piece.rows.size()));
        flow.picture(
            chart_height(flow, piece),
            [piece](PdfCanvas& canvas, chart::Point at) {
                canvas.scaled(at, chart_scale, [&](chart::Canvas& scaled) {
                    chart::draw_score_bars(scaled, piece, {}, width, score_colors);
                });
            },
            chart::bars_words(piece));
    }
}

}

// Both directions beside each other: as many rows as a page has room for.
struct VisitPages::Ways {
    std::size_t rows = 0;
    Draw draw;
};

void VisitPages::module_pictures() const {
    const model::Answers of_a = public_answers(model::Partner::a), of_b = public_answers(model::Partner::b);
    const auto view = model::overview_of(input.content, input.file, input.visit);
    bool first = true;
    for (const model::Module* module : forms()) {
        const auto bars =
            chart::score_bars(*module, name(model::Partner::a), part(model::Partner::a).content ? &of_a : nullptr,
                              name(model::Partner::b), part(model::Partner::b).content ? &of_b : nullptr);
        const auto of_module = [&](const auto& shown) { return shown.module == module; };
        const auto paired = [&](const auto& directions) { return directions.front().module == module; };
        const bool has_pairs = std::ranges::any_of(view.both_ways, paired);
        if (bars.rows.empty() && !has_pairs) continue;
        flow.space(first ? 24.0F : 14.0F);
        first = false;
        float together = type::heading.line + 8 + (bars.rows.empty() ? 0 : chart_height(flow, bars));
        for (const auto& directions : view.both_ways)
            if (paired(directions) && bars.rows.empty())
                together +=
                    beside + 40 +
                    height_of(flow, ways_from(std::make_shared<const std::array<model::Pairs, 2>>(directions), 0).draw);
        for (const model::OnMap& on_map : view.maps)
            if (of_module(on_map)) together += beside + height_of(flow, map_picture(on_map, names()));
        flow.keep_room(together);
        flow.bookmark(module->title, 1);
        flow.text(module->title, type::heading);
        flow.space(8);
        draw_chart(flow, bars);
        for (const model::OnMap& on_map : view.maps)
            if (of_module(on_map)) map(on_map);
        for (const model::Moves& made : view.moves)
            if (of_module(made)) moves(made);
        for (const auto& directions : view.both_ways)
            if (paired(directions)) both_ways(directions);
    }
    trends();
    if (first) return;
    flow.space(12);
    flow.text(reading_words(forms()), type::small);
}

void VisitPages::reading() const {
    flow.new_page();
    flow.text(reading_words(forms()), type::body);
}

void VisitPages::map(const model::OnMap& on_map) const {
    flow.space(beside);
    std::string spoken;
    for (const auto partner : both_partners)
        say(spoken, chart::map_entry(on_map, names(), partner));
    put(flow, map_picture(on_map, names()), spoken);
}

void VisitPages::moves(const model::Moves& made) const {
    const Draw draw = [bars = chart::range_bars(made, names()), names = names()](chart::Canvas& canvas) {
        return chart::draw_range_bars(canvas, bars, names, {}, moves_room, picture_colors);
    };
    const auto sentences = chart::move_words(made, names());
    std::string spoken;
    for (const std::string& sentence : sentences)
        say(spoken, sentence);
    flow.space(beside);
    put(flow, draw, spoken);
    flow.space(beside);
    for (const std::string& sentence : sentences)
        flow.text(sentence, type::body);
    flow.text(chart::moves_guide(), type::small);
}

VisitPages::Ways VisitPages::ways_from(const std::shared_ptr<const std::array<model::Pairs, 2>>& held,
                                       std::size_t first) const {
    const chart::Room room{.width = (width - between) / 2, .height = (content_bottom - content_top - 60) / chart_scale};
    std::size_t rows = held->front().pairs.size();
    for (const auto& pairs : *held)
        rows = std::min(rows, chart::rows_that_fit(flow.typesetter(), {.pairs = pairs, .first = first}, names(), room));
    return {rows, [held, first, rows, room, names = names()](chart::Canvas& canvas) {
                chart::Drawn whole;
                for (std::size_t i = 0; i < 2; ++i) {
                    const chart::PairedDots dots{.pairs = (*held)[i], .first = first, .count = rows};
                    const chart::Point at{static_cast<float>(i) * (room.width + between), 0};
                    const auto drawn = chart::draw_paired_dots(canvas, dots, names, at, room, picture_colors);
                    whole.height = std::max(whole.height, drawn.height);
                }
                return whole;
            }};
}

void VisitPages::both_ways(const std::array<model::Pairs, 2>& directions) const {
    const auto held = std::make_shared<const std::array<model::Pairs, 2>>(directions);
    const auto toward = [&](model::Partner partner) {
        return fill(tr("pdf.toward", "From {from} toward {to}"),
                    {{"from", name(model::other(partner))}, {"to", name(partner)}});
    };
    for (std::size_t first = 0; first < held->front().pairs.size();) {
        const auto [rows, draw] = ways_from(held, first);
        flow.space(beside);
        flow.keep_room(height_of(flow, draw) + 40);
        flow.row({Cell{0, content_width / 2 - 12, toward(held->front().toward), type::strong},
                  Cell{(width + between) / 2 * chart_scale, content_width / 2 - 12, toward(held->back().toward),
                       type::strong}});
        flow.space(4);
        std::string spoken;
        for (const auto& pairs : *held) {
            say(spoken, toward(pairs.toward) + ":");
            for (std::size_t i = first; i < std::min(first + rows, pairs.pairs.size()); ++i)
                say(spoken, chart::pair_words(pairs.pairs[i], names()));
        }
        put(flow, draw, spoken);
        first += rows;
    }
}

void VisitPages::trends() const {
    const auto list = model::trends_of(input.content, input.file, input.visit);
    if (list.empty()) return;
    bool first = true;
    for (const model::Trend& trend : list) {
        const Draw draw = [trend, names = names()](chart::Canvas& canvas) {
            return chart::draw_trend(canvas, trend, names, {}, trend_room, picture_colors);
        };
        flow.space(first ? 18.0F : 14.0F);
        flow.keep_room(type::heading.line + beside + height_of(flow, draw) + 50);
        if (first) flow.bookmark(tr("pdf.over-visits", "Over the visits"), 1);
        first = false;
        flow.text(chart::trend_title(trend, names()), type::heading);
        flow.space(beside);
        put(flow, draw, chart::trend_title(trend, names()));
        flow.space(9);
        for (const model::Partner partner : both_partners) {
            const auto words = chart::trend_words(trend, partner);
            std::string said = words.verdict;
            for (const std::string& sentence : words.sentences)
                said += (said.back() == '.' ? " " : ". ") + sentence;
            flow.row({Cell{16, 110, name(partner), type::small_strong, Cut::never, partner},
                      Cell{130, 34, words.change, type::small_strong},
                      Cell{168, content_width - 168, std::move(said), type::small}});
            flow.space(2);
        }
    }
}

}
