// The overview's pictures, each kind laid out in a column of its own: what is longer than a page goes on upon the next.
#pragma once
#include "ui/therapist/case_cards.hpp"
#include <memory>

namespace ui {

// What the pictures are drawn from; shared by the blocks of a page, which are drawn after they were laid out.
struct ShownPictures {
    model::Overview view;
    chart::Names names;
};

class CasePictures {
public:
    CasePictures(Page& page, Flow& flow, const model::screen::Case& screen, std::shared_ptr<const ShownPictures> shown,
                 float highest)
        : m_page(page), m_flow(flow), m_screen(screen), m_shown(std::move(shown)), m_highest(highest) {}

    // Map, bars and widest gaps on one page: beside each other lying, below each other standing.
    static bool fits_glance(Page& page, const ShownPictures& shown, float width, float height);
    void add_glance(float height);
    void add_maps(float first_room); // what is left of the first page
    void add_bars();
    void add_moves();
    void add_gaps();
    void add_people();

private:
    const model::Pairs& pairs_at(std::size_t index) const {
        return m_shown->view.both_ways[index][m_screen.dots_toward == model::Partner::a ? 0 : 1];
    }
    PairsCard card_of(std::size_t index, bool whole) const {
        return {.screen = m_screen, .pairs = pairs_at(index), .whole = whole};
    }
    bool has_room_for_pairs(float width, float height) const;
    void draw_few_pairs(Rect at) const;
    void draw_beside(Rect at) const;
    void draw_stack(Rect at) const;
    std::vector<BarsCard> cut(const BarsCard& whole, float width, float highest) const;
    float height_of(const BarsCard& card, float width, float highest) const;
    void add_cards(const BarsCard& whole, float highest);
    void add_pairs(std::size_t index);
    void add_row(const std::optional<BarsCard>& left, const std::optional<BarsCard>& right, float width, float highest);

    Page& m_page;
    Flow& m_flow;
    const model::screen::Case& m_screen;
    std::shared_ptr<const ShownPictures> m_shown;
    float m_highest;
};

}
