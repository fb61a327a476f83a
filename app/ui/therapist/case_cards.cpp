#include "ui/therapist/case_cards.hpp"
#include "chart/unseen.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/pages.hpp"
#include "ui/therapist/card_head.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float padding = 24;
float padding_above(const Page& page) {
    return page.portrait() ? 20.f : is_crowded(page) ? 10.f : 12.f;
}
Rect inside_of(const Page& page, Rect card) {
    return card.inset(padding, padding_above(page));
}
constexpr float below_title = 8;
constexpr float finger = 48;
constexpr float most_spread = 24; // of a row beyond what it needs, in a picture's own units

float mark_room(const Page& page, const std::optional<model::Partner>& partner) {
    return partner ? page.icon_size() + 8 : 0;
}

// Draws the picture with what is held under it.
void draw_picture(Page& page, Point origin, const std::string& id,
                  const std::function<chart::Drawn(chart::Canvas&)>& draw) {
    ChartCanvas canvas(page, origin, page.color.surface);
    add_targets(page, canvas, origin, draw(canvas), id);
}

Segments directions(const PairsCard& card) {
    Segments segments;
    for (const auto partner : {model::Partner::a, model::Partner::b}) {
        segments.parts.push_back(
            {.id = partner == model::Partner::a ? "toward:a" : "toward:b",
             .name = fill(tr("overview.toward", "Toward {name}"), {{"name", called(card.screen.file, partner)}}),
             .on = card.pairs.toward == partner,
             .action = model::action::DotsToward{partner}});
        if (card.whole) segments.marks.push_back(partner); // else the picture right below says whose they are
    }
    return segments;
}
Segments orders(const PairsCard& card) {
    const bool by_level = card.screen.dots_by_level;
    return {{{.id = "order:gap",
              .name = tr("overview.by-gap", "Widest gap"),
              .on = !by_level,
              .action = model::action::DotsOrdered{false}},
             {.id = "order:level",
              .name = tr("overview.by-level", "Most often"),
              .on = by_level,
              .action = model::action::DotsOrdered{true}}},
            {}};
}
CardHead head_of(const PairsCard& card) {
    CardHead head{card.pairs.module->title, {directions(card)}};
    if (card.whole) head.rows.push_back(orders(card));
    return head;
}

}

float growth_of(const Page& page) {
    return page.type(Style::small).px / 16;
}

chart::Names names_of(const model::CaseFile& file) {
    return {called(file, model::Partner::a), called(file, model::Partner::b)};
}

chart::Room room_in(const Page& page, Rect inside) {
    const float growth = growth_of(page);
    return {.width = inside.w / growth, .height = inside.h / growth, .target = finger / growth};
}

void add_targets(Page& page, const ChartCanvas& canvas, Point origin, const chart::Drawn& drawn,
                 const std::string& id) {
    for (const auto& hit : drawn.hits) {
        const float growth = canvas.growth();
        Rect at{origin.x + hit.box.x * growth, origin.y + hit.box.y * growth, hit.box.width * growth,
                hit.box.height * growth};
        if (hit.box.x <= 0) at = at.inset(-4, 0); // a row: as wide as its words and a little more
        const auto which = hit.scale ? hit.scale->value : hit.item ? hit.item->value : std::string();
        const auto its_id =
            id + ":" + hit.module.value + ":" + which + (hit.partner == model::Partner::a ? ":a" : ":b");
        page.add({.id = its_id,
                  .role = Role::row,
                  .name = hit.words,
                  .rect = at,
                  .action = model::action::BehindOpened{{hit.module, hit.scale, hit.item, hit.partner}},
                  .frame = at.inset(8, 8),
                  .round = 8});
        if (page.view.pressed == its_id) page.outline(at, page.color.edge, 2, 12);
    }
}

bool is_crowded(const Page& page) {
    return page.text_at_least(page.portrait() ? 175 : 150);
}

namespace {

struct Ways { // to the other pages
    float height, gap;
};
Ways ways(const Page& page) {
    if (page.portrait()) return {turner_height(page), 24};
    return {std::max(finger, page.type(Style::body).line), 12};
}

}

float highest_picture(const Page& page, Rect room) {
    const auto below = ways(page);
    return room.h - below.height - below.gap;
}

void draw_picture_pages(Page& page, Flow& flow, Rect room, std::size_t wanted) {
    const Rect above{room.x, room.y, room.w, highest_picture(page, room)};
    const bool one = flow.fits(room.h);
    const std::size_t count = one ? 1 : flow.pages(above.h), shown = shown_page(wanted, count);
    flow.draw_page(one ? room : above, shown);
    const float height = ways(page).height;
    if (count > 1) draw_pager(page, {room.x, room.bottom() - height, room.w, height}, pager_of(shown, count));
}

std::string fear_words() {
    return tr("map.fear", "Fear of a partner can raise both. Read Private first.");
}

void MapCard::draw(Page& page, const chart::Names& names, Rect at) const {
    page.card(at);
    auto inside = inside_of(page, at);
    if (!is_crowded(page)) {
        const float top = draw_card_title(page, inside, map.module->title) + below_title;
        const auto words_below = fear_words();
        const float below = page.text_height(words_below, inside.w, Style::small);
        page.text({inside.x, inside.bottom() - below, inside.w, 0}, words_below,
                  {.style = Style::small, .color = page.color.soft, .paper = page.color.surface});
        inside = {inside.x, inside.y + top, inside.w, inside.h - top - below - 4};
    }
    draw_picture(page, {inside.x, inside.y}, "map", [&](chart::Canvas& canvas) {
        return chart::draw_map(canvas, map, names, {}, room_in(page, inside), picture_colors(page), words);
    });
}

chart::Heights BarsCard::heights(Page& page, const chart::Names& names, float width) const {
    const float inner = width - 2 * padding, growth = growth_of(page);
    const ChartCanvas ruler(page, {}, page.color.surface);
    auto room = room_in(page, {0, 0, inner, 0});
    const float indent = mark_room(page, of);
    const float words = page.text_width(title, Style::heading, Weight::bold) + indent;
    const bool kept = bars.with_counts && words <= inner;
    if (kept) room.kept_left = words / growth;
    const auto of_bars = chart::range_bars_heights(ruler, bars, names, room);
    const float above = kept ? 0 : card_title_height(page, title, inner - indent) + below_title;
    const float round = 2 * padding_above(page) + above;
    return {of_bars.least * growth + round, of_bars.best * growth + round};
}

void BarsCard::draw(Page& page, const chart::Names& names, Rect at) const {
    page.card(at);
    auto inside = inside_of(page, at);
    const float indent = mark_room(page, of), words = page.text_width(title, Style::heading, Weight::bold) + indent;
    const float line = page.type(Style::heading).line;
    if (of) page.partner_mark({inside.x + indent / 2 - 4, inside.y + line / 2}, page.icon_size() * 0.4f, *of);
    const float high = draw_card_title(page, {inside.x + indent, inside.y, inside.w - indent, 0}, title);
    const bool kept = bars.with_counts && words <= inside.w;
    if (!kept) inside = {inside.x, inside.y + high + below_title, inside.w, inside.h - high - below_title};
    auto room = room_in(page, inside);
    if (kept) room.kept_left = words / growth_of(page);
    const auto id = "bars:" + (bars.rows.empty() ? std::string() : bars.rows.front().scale.value);
    draw_picture(page, {inside.x, inside.y}, id, [&](chart::Canvas& canvas) {
        return chart::draw_range_bars(canvas, bars, names, {}, room, picture_colors(page));
    });
}

chart::PairedDots PairsCard::dots(const Page& page) const {
    return {.pairs = pairs,
            .order = screen.dots_by_level ? model::PairOrder::by_level : model::PairOrder::by_gap,
            .first = first,
            .count = count,
            .row = whole ? std::max(24.f, finger / growth_of(page)) : 24.f,
            .with_names = with_head || first == 0};
}

void PairsCard::add_head(Page& page, Flow& flow) const {
    head_of(*this).add(page, flow);
}

float PairsCard::above(Page& page, float width) const {
    return with_head ? head_of(*this).height(page, width - 2 * padding) + below_title / 2 : 0;
}

std::size_t PairsCard::rows_that_fit(Page& page, const chart::Names& names, float width, float height) const {
    const ChartCanvas ruler(page, {}, page.color.surface);
    const float left = height - above(page, width) - 2 * padding_above(page);
    return chart::rows_that_fit(ruler, dots(page), names, room_in(page, {0, 0, width - 2 * padding, left}));
}

void PairsCard::draw(Page& page, const chart::Names& names, Rect at) const {
    page.card(at);
    const auto inside = inside_of(page, at);
    if (with_head) head_of(*this).draw(page, inside);
    const float top = above(page, at.w);
    const Rect below{inside.x, inside.y + top, inside.w, inside.h - top};
    const auto room = room_in(page, below);
    auto shown = dots(page);
    if (whole) { // the rows spread over what room there is
        const ChartCanvas ruler(page, {}, page.color.surface);
        chart::Unseen unseen(ruler);
        const auto rows = static_cast<float>(std::max<std::size_t>(1, std::min(count, pairs.pairs.size() - first)));
        const float used = chart::draw_paired_dots(unseen, shown, names, {}, room, picture_colors(page)).height;
        shown.row += std::clamp((room.height - used) / rows, 0.f, most_spread);
    }
    draw_picture(page, {below.x, below.y}, "pairs", [&](chart::Canvas& canvas) {
        return chart::draw_paired_dots(canvas, shown, names, {}, room, picture_colors(page));
    });
}

}
