#include "chart/move_words.hpp"
#include "ui/therapist/case_cards.hpp"
#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <utility>

namespace ui {
namespace {

constexpr float between = 12;

// What the pictures are drawn from; shared by the blocks of a page, which are drawn after they were laid out.
struct Shown {
    model::Overview view;
    chart::Names names;
};

class Builder {
public:
    Builder(Page& page, Flow& flow, const model::screen::Case& screen, std::shared_ptr<Shown> shown, float highest)
        : m_page(page), m_flow(flow), m_screen(screen), m_shown(std::move(shown)), m_highest(highest) {}

    // `first_room`: what is left of the first page.
    void add(float first_room) {
        const auto& view = m_shown->view;
        const bool wide = !m_page.portrait() && !m_page.text_at_least(125);
        std::size_t map = 0, side = 0;
        if (wide && !view.maps.empty() && !(view.sides.empty() && view.both_ways.empty())) {
            side_by_side(first_room);
            map = 1;
            side = std::min<std::size_t>(1, view.sides.size());
        } else if (m_page.portrait() && !m_page.text_at_least(150) && stacks(first_room)) {
            map = side = 1;
        }
        for (; map < view.maps.size(); ++map)
            add_map(view.maps[map], std::exchange(first_room, m_highest));
        for (; side < view.sides.size(); ++side)
            add_bars(view.sides[side]);
        for (const auto& moves : view.moves)
            add_moves(moves);
        for (std::size_t i = 0; i < view.both_ways.size(); ++i)
            add_pairs(i);
        add_profiles();
    }

private:
    const model::Pairs& pairs_at(std::size_t index) const {
        return m_shown->view.both_ways[index][m_screen.dots_toward == model::Partner::a ? 0 : 1];
    }
    PairsCard card_of(std::size_t index, bool whole) const {
        return {.screen = m_screen, .pairs = pairs_at(index), .whole = whole};
    }
    static BarsCard card_of(const model::SideBySide& side) {
        return {.bars = chart::range_bars(side), .title = side.module->title};
    }

    // The map left, the bars and the widest gaps right of it.
    void side_by_side(float height) {
        const float left = std::floor(m_flow.width() * 0.44f), right = m_flow.width() - left - 24;
        const auto& view = m_shown->view;
        float bars = 0;
        if (!view.sides.empty()) {
            const auto heights = card_of(view.sides.front()).heights(m_page, m_shown->names, right);
            bars = std::min(heights.least, height);
        }
        const bool pairs = has_room_for_pairs(right, height - bars - between);
        if (!pairs) bars = height;
        m_flow.block(
            height,
            [this_copy = *this, left, right, bars, pairs](Rect at) {
                this_copy.draw_beside(at, left, right, bars, pairs);
            },
            between);
    }
    void draw_beside(Rect at, float left, float right, float bars, bool pairs) const {
        const auto& view = m_shown->view;
        MapCard{.map = view.maps.front(), .words = chart::MapWords::brief}.draw(m_page, m_shown->names,
                                                                                {at.x, at.y, left, at.h});
        const float x = at.right() - right;
        if (!view.sides.empty()) card_of(view.sides.front()).draw(m_page, m_shown->names, {x, at.y, right, bars});
        const float top = bars > 0 ? bars + between : 0;
        if (pairs) draw_few_pairs({x, at.y + top, right, at.h - top});
    }

    bool has_room_for_pairs(float width, float height) const {
        if (m_shown->view.both_ways.empty()) return false;
        constexpr std::size_t worth_it = 4;
        const auto card = card_of(0, false);
        return height > 0 &&
               card.rows_that_fit(m_page, m_shown->names, width, height) >= std::min(worth_it, card.pairs.pairs.size());
    }
    void draw_few_pairs(Rect at) const {
        auto card = card_of(0, false);
        card.count = card.rows_that_fit(m_page, m_shown->names, at.w, at.h);
        card.draw(m_page, m_shown->names, at);
    }

    // On a standing panel: the map above, the bars below it, and the widest gaps where there is room for them.
    bool stacks(float height) {
        const auto& view = m_shown->view;
        if (view.maps.empty() || view.sides.empty() || m_page.text_at_least(150)) return false;
        const auto bars = card_of(view.sides.front()).heights(m_page, m_shown->names, m_flow.width());
        const float least_map = m_flow.width() * 0.62f, best_map = m_flow.width() * 0.95f;
        if (least_map + between + bars.least > height) return false;
        constexpr float least_pairs = 360;
        const bool pairs = least_map + bars.least + 2 * between + least_pairs <= height &&
                           has_room_for_pairs(m_flow.width(), height - least_map - bars.least - 2 * between);
        const float below_map = height - between - (pairs ? least_pairs + between : 0);
        const float map = std::min(best_map, below_map - bars.least);
        const float of_bars = std::min(bars.best, below_map - map);
        m_flow.block(
            height,
            [this_copy = *this, map, of_bars, pairs](Rect at) { this_copy.draw_stack(at, map, of_bars, pairs); },
            between);
        return true;
    }
    void draw_stack(Rect at, float map, float bars, bool pairs) const {
        const auto& shown = *m_shown;
        MapCard{.map = shown.view.maps.front()}.draw(m_page, shown.names, {at.x, at.y, at.w, map});
        card_of(shown.view.sides.front()).draw(m_page, shown.names, {at.x, at.y + map + between, at.w, bars});
        const float top = map + bars + 2 * between;
        if (pairs) draw_few_pairs({at.x, at.y + top, at.w, at.h - top});
    }

    // In large letters the words stand on their own, where a page can be turned.
    void add_map(const model::OnMap& map, float height) {
        const bool apart = is_crowded(m_page);
        const auto draw = [this_copy = *this, &map, apart](Rect at) {
            MapCard{.map = map, .words = apart ? chart::MapWords::left_out : chart::MapWords::drawn}.draw(
                this_copy.m_page, this_copy.m_shown->names, at);
        };
        m_flow.block(height, draw, between);
        if (!apart) return;
        m_flow.heading(map.module->title);
        for (const auto partner : {model::Partner::a, model::Partner::b})
            m_flow.text(chart::map_entry(map, m_shown->names, partner), {.style = Style::body}, 8);
        m_flow.text(chart::map_guide(), {.style = Style::body, .color = m_page.color.soft}, 8);
        m_flow.text(fear_words(), {.style = Style::body, .color = m_page.color.soft}, between);
    }

    // As many rows in a card as a page has room for.
    std::vector<BarsCard> cut(const BarsCard& whole, float width, float highest) const {
        std::vector<BarsCard> cards;
        for (const auto& row : whole.bars.rows) {
            if (!cards.empty()) {
                auto longer = cards.back();
                longer.bars.rows.push_back(row);
                if (longer.heights(m_page, m_shown->names, width).least <= highest) {
                    cards.back() = std::move(longer);
                    continue;
                }
            }
            cards.push_back(whole);
            cards.back().bars.rows = {row};
        }
        return cards;
    }
    float height_of(const BarsCard& card, float width, float highest) const {
        return std::min(card.heights(m_page, m_shown->names, width).best, highest);
    }

    void add_bars(const model::SideBySide& side) { add_cards(card_of(side), m_highest); }
    void add_cards(const BarsCard& whole, float highest) {
        for (const auto& card : cut(whole, m_flow.width(), highest))
            m_flow.block(
                height_of(card, m_flow.width(), highest),
                [this_copy = *this, card](Rect at) { card.draw(this_copy.m_page, this_copy.m_shown->names, at); },
                between);
    }

    // The picture, and in words who does what more, on one page where there is room for both.
    void add_moves(const model::Moves& moves) {
        Flow words(m_page, m_flow.width());
        for (const auto& sentence : chart::move_words(moves, m_shown->names))
            words.text(sentence, {.style = Style::body}, 4);
        words.text(chart::moves_guide(), {.style = Style::small, .color = m_page.color.soft}, between);
        const float left = m_highest - words.height() - between;
        const BarsCard card{.bars = chart::range_bars(moves, m_shown->names), .title = moves.module->title};
        const bool beside = card.heights(m_page, m_shown->names, m_flow.width()).least <= left;
        add_cards(card, beside ? left : m_highest);
        if (beside) m_flow.stay_with_next();
        m_flow.append(words);
    }

    // All of them, a page after another. In large letters what can be chosen has a page of its own.
    void add_pairs(std::size_t index) {
        const bool apart = is_crowded(m_page);
        if (apart) card_of(index, true).add_head(m_page, m_flow);
        const std::size_t all = pairs_at(index).pairs.size();
        for (std::size_t first = 0; first < all;) {
            auto card = card_of(index, true);
            card.with_head = !apart;
            card.first = first;
            const std::size_t most = card.rows_that_fit(m_page, m_shown->names, m_flow.width(), m_highest);
            const std::size_t sheets = (all - first + most - 1) / most; // with as many rows as each other
            card.count = (all - first + sheets - 1) / sheets;
            m_flow.block(
                m_highest,
                [this_copy = *this, index, apart, first, count = card.count](Rect at) {
                    auto drawn = this_copy.card_of(index, true);
                    drawn.with_head = !apart;
                    drawn.first = first;
                    drawn.count = count;
                    drawn.draw(this_copy.m_page, this_copy.m_shown->names, at);
                },
                between);
            first += card.count;
        }
    }

    BarsCard card_of(const model::Profile& profile) const {
        return {.bars = chart::range_bars(profile),
                .title = fill(tr("case.about", "{name} with {person}"),
                              {{"name", m_shown->names.of(profile.partner)}, {"person", profile.name}}),
                .of = profile.partner};
    }

    // Of each partner a column where there is room, else below each other.
    void add_profiles() {
        const auto& profiles = m_shown->view.profiles;
        if (profiles.empty()) return;
        m_flow.heading(profiles.front().module->title);
        const bool wide = !m_page.portrait() && !is_crowded(m_page);
        const float width = wide ? (m_flow.width() - 24) / 2 : m_flow.width();
        const float highest = m_highest - m_page.type(Style::heading).line - 8;
        std::vector<BarsCard> of_a, of_b;
        for (const auto& profile : profiles) {
            auto& cards = profile.partner == model::Partner::a || !wide ? of_a : of_b;
            std::ranges::move(cut(card_of(profile), width, highest), std::back_inserter(cards));
        }
        for (std::size_t i = 0; i < std::max(of_a.size(), of_b.size()); ++i)
            add_row(i < of_a.size() ? std::optional(of_a[i]) : std::nullopt,
                    i < of_b.size() ? std::optional(of_b[i]) : std::nullopt, width, highest);
    }
    void add_row(const std::optional<BarsCard>& left, const std::optional<BarsCard>& right, float width,
                 float highest) {
        m_flow.block(
            std::max(left ? height_of(*left, width, highest) : 0, right ? height_of(*right, width, highest) : 0),
            [this_copy = *this, left, right, width](Rect at) {
                const auto& names = this_copy.m_shown->names;
                if (left) left->draw(this_copy.m_page, names, {at.x, at.y, width, at.h});
                if (right) right->draw(this_copy.m_page, names, {at.right() - width, at.y, width, at.h});
            },
            between);
    }

    Page& m_page;
    Flow& m_flow;
    const model::screen::Case& m_screen;
    std::shared_ptr<Shown> m_shown;
    float m_highest;
};

}

void add_overview(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                  float highest, bool private_note) {
    Flow notes(page, flow.width());
    // In large letters a picture fills a page, and a line before it would be a page of its own.
    if (private_note && !is_crowded(page)) add_private_note(notes, screen.file);
    add_part_notes(page, notes, screen, visit);
    const float taken = notes.height() > 0 ? notes.height() + 12 : 0;
    flow.append(notes);
    auto shown = std::make_shared<Shown>(
        Shown{model::overview_of(*page.state.content, screen.file, screen.visit), names_of(screen.file)});
    if (shown->view.empty()) {
        if (visit.a.content || visit.b.content)
            flow.text(tr("case.nothing-scored", "Nothing in this visit is scored. The answers are under Answers."),
                      {.style = Style::heading});
        return;
    }
    for (auto& directions : shown->view.both_ways)
        for (auto& pairs : directions)
            if (screen.dots_by_level) model::put_in_order(pairs.pairs, model::PairOrder::by_level);
    const float first = is_crowded(page) || taken > highest / 3 ? highest : highest - taken;
    Builder(page, flow, screen, std::move(shown), highest).add(first);
    if (private_note && is_crowded(page)) add_private_note(flow, screen.file);
}

}
