#include "ui/therapist/case_pictures.hpp"
#include "chart/move_words.hpp"
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace ui {
namespace {

constexpr float between = 12;
constexpr float map_share = 0.44f;                        // of the width, lying
constexpr float least_map = 0.62f, best_map = 0.95f;      // its height, standing, of the width
constexpr float least_pairs = 360;                        // standing
constexpr std::size_t worth_it = 4, rows_beside_head = 2; // rows of gaps

BarsCard card_of(const model::SideBySide& side) {
    return {.bars = chart::range_bars(side), .title = side.module->title};
}

}

bool CasePictures::fits_glance(Page& page, const ShownPictures& shown, float width, float height) {
    const auto& view = shown.view;
    const bool standing = page.portrait();
    if (view.maps.empty() || page.text_at_least(standing ? 150 : 125)) return false;
    if (!standing) return !(view.sides.empty() && view.both_ways.empty());
    if (view.sides.empty()) return false;
    const auto bars = ui::card_of(view.sides.front()).heights(page, shown.names, width);
    return width * least_map + between + bars.least <= height;
}

void CasePictures::add_glance(float height) {
    m_flow.block(
        height,
        [self = *this](Rect at) {
            if (self.m_page.portrait())
                self.draw_stack(at);
            else
                self.draw_beside(at);
        },
        between);
}

// The map left, the bars and the widest gaps right of it.
void CasePictures::draw_beside(Rect at) const {
    const auto& view = m_shown->view;
    const float left = std::floor(at.w * map_share), right = at.w - left - 24, x = at.right() - right;
    MapCard{.map = view.maps.front(), .words = chart::MapWords::brief}.draw(m_page, m_shown->names,
                                                                            {at.x, at.y, left, at.h});
    float taken = 0;
    if (!view.sides.empty()) {
        const auto bars = cut(ui::card_of(view.sides.front()), right, at.h).front();
        taken = std::min(bars.heights(m_page, m_shown->names, right).least, at.h);
        if (!has_room_for_pairs(right, at.h - taken - between)) taken = at.h;
        bars.draw(m_page, m_shown->names, {x, at.y, right, taken});
        taken += between;
    }
    if (has_room_for_pairs(right, at.h - taken)) draw_few_pairs({x, at.y + taken, right, at.h - taken});
}

// The map above, the bars below it, and the widest gaps where there is room for them.
void CasePictures::draw_stack(Rect at) const {
    const auto& [view, names] = *m_shown;
    const auto card = ui::card_of(view.sides.front());
    const auto heights = card.heights(m_page, names, at.w);
    const float least = at.w * least_map;
    const bool pairs = least + heights.least + 2 * between + least_pairs <= at.h &&
                       has_room_for_pairs(at.w, at.h - least - heights.least - 2 * between);
    const float above = at.h - between - (pairs ? least_pairs + between : 0);
    const float map = std::max(least, std::min(at.w * best_map, above - heights.least));
    const float bars = std::min(heights.best, above - map);
    MapCard{.map = view.maps.front()}.draw(m_page, names, {at.x, at.y, at.w, map});
    card.draw(m_page, names, {at.x, at.y + map + between, at.w, bars});
    const float top = map + bars + 2 * between;
    if (pairs) draw_few_pairs({at.x, at.y + top, at.w, at.h - top});
}

bool CasePictures::has_room_for_pairs(float width, float height) const {
    if (m_shown->view.both_ways.empty() || height <= 0) return false;
    const auto card = card_of(0, false);
    return card.rows_that_fit(m_page, m_shown->names, width, height) >= std::min(worth_it, card.pairs.pairs.size());
}

void CasePictures::draw_few_pairs(Rect at) const {
    auto card = card_of(0, false);
    card.count = card.rows_that_fit(m_page, m_shown->names, at.w, at.h);
    card.draw(m_page, m_shown->names, at);
}

// In large letters the words stand on their own, where a page can be turned.
void CasePictures::add_maps(float first_room) {
    const bool apart = is_crowded(m_page);
    for (const auto& map : m_shown->view.maps) {
        m_flow.block(
            std::exchange(first_room, m_highest),
            [self = *this, &map, apart](Rect at) {
                MapCard{.map = map, .words = apart ? chart::MapWords::left_out : chart::MapWords::drawn}.draw(
                    self.m_page, self.m_shown->names, at);
            },
            between);
        if (!apart) continue;
        m_flow.heading(map.module->title);
        for (const auto partner : model::both_partners)
            m_flow.text(chart::map_entry(map, m_shown->names, partner), {.style = Style::body}, 8);
        m_flow.text(chart::map_guide(), {.style = Style::body, .color = m_page.color.soft}, 8);
        m_flow.text(fear_words(), {.style = Style::body, .color = m_page.color.soft}, between);
    }
}

// As many rows in a card as a page has room for.
std::vector<BarsCard> CasePictures::cut(const BarsCard& whole, float width, float highest) const {
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

float CasePictures::height_of(const BarsCard& card, float width, float highest) const {
    return std::min(card.heights(m_page, m_shown->names, width).best, highest);
}

void CasePictures::add_cards(const BarsCard& whole, float highest) {
    for (const auto& card : cut(whole, m_flow.width(), highest))
        m_flow.block(
            height_of(card, m_flow.width(), highest),
            [self = *this, card](Rect at) { card.draw(self.m_page, self.m_shown->names, at); }, between);
}

void CasePictures::add_bars() {
    for (const auto& side : m_shown->view.sides)
        add_cards(ui::card_of(side), m_highest);
}

// The picture, and in words who does what more, on one page where there is room for both.
void CasePictures::add_moves() {
    for (const auto& moves : m_shown->view.moves) {
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
}

void CasePictures::add_gaps() {
    for (std::size_t i = 0; i < m_shown->view.both_ways.size(); ++i)
        add_pairs(i);
}

// All of them, a page after another. In large letters what can be chosen stands above the first rows.
void CasePictures::add_pairs(std::size_t index) {
    const bool apart = is_crowded(m_page);
    float room = m_highest;
    if (apart) {
        Flow head(m_page, m_flow.width());
        card_of(index, true).add_head(m_page, head);
        m_flow.append(head);
        auto first = card_of(index, true);
        first.with_head = false;
        const float left = m_highest - head.height() - 8;
        const auto rows = left > 0 ? first.rows_that_fit(m_page, m_shown->names, m_flow.width(), left) : 0;
        if (rows >= rows_beside_head) room = left;
    }
    const std::size_t all = pairs_at(index).pairs.size();
    for (std::size_t first = 0; first < all;) {
        auto card = card_of(index, true);
        card.with_head = !apart;
        card.first = first;
        const std::size_t most = card.rows_that_fit(m_page, m_shown->names, m_flow.width(), room);
        // With as many rows as each other.
        const std::size_t sheets = room < m_highest ? 1 : (all - first + most - 1) / most;
        card.count = room < m_highest ? most : (all - first + sheets - 1) / sheets;
        m_flow.block(
            room,
            [self = *this, index, apart, first, count = card.count](Rect at) {
                auto drawn = self.card_of(index, true);
                drawn.with_head = !apart;
                drawn.first = first;
                drawn.count = count;
                drawn.draw(self.m_page, self.m_shown->names, at);
            },
            between);
        first += card.count;
        room = m_highest;
    }
}

// Of each partner a column where there is room, else below each other.
void CasePictures::add_people() {
    const auto& profiles = m_shown->view.profiles;
    const auto card_of_one = [&](const model::Profile& profile) {
        return BarsCard{.bars = chart::range_bars(profile),
                        .title = fill(tr("case.about", "{name} with {person}"),
                                      {{"name", m_shown->names.of(profile.partner)}, {"person", profile.name}}),
                        .of = profile.partner};
    };
    m_flow.heading(profiles.front().module->title);
    const bool wide = !m_page.portrait() && !is_crowded(m_page);
    const float width = wide ? (m_flow.width() - 24) / 2 : m_flow.width();
    const float highest = m_highest - m_page.type(Style::heading).line - 8;
    std::vector<BarsCard> of_a, of_b;
    for (const auto& profile : profiles) {
        auto& cards = profile.partner == model::Partner::a || !wide ? of_a : of_b;
        std::ranges::move(cut(card_of_one(profile), width, highest), std::back_inserter(cards));
    }
    for (std::size_t i = 0; i < std::max(of_a.size(), of_b.size()); ++i)
        add_row(i < of_a.size() ? std::optional(of_a[i]) : std::nullopt,
                i < of_b.size() ? std::optional(of_b[i]) : std::nullopt, width, highest);
}

void CasePictures::add_row(const std::optional<BarsCard>& left, const std::optional<BarsCard>& right, float width,
                           float highest) {
    m_flow.block(
        std::max(left ? height_of(*left, width, highest) : 0, right ? height_of(*right, width, highest) : 0),
        [self = *this, left, right, width](Rect at) {
            const auto& names = self.m_shown->names;
            if (left) left->draw(self.m_page, names, {at.x, at.y, width, at.h});
            if (right) right->draw(self.m_page, names, {at.right() - width, at.y, width, at.h});
        },
        between);
}

}
