// The cards that a couple's pictures stand in: a title, what is chosen about the picture, the picture, and over each of
// its points a target that opens the items behind it.
#pragma once
#include "chart/attachment_map.hpp"
#include "chart/paired_dots.hpp"
#include "chart/range_bars.hpp"
#include "ui/kit/chart_canvas.hpp"
#include "ui/therapist/case_parts.hpp"

namespace ui {

chart::Names names_of(const model::CaseFile& file);

float growth_of(const Page& page); // reference pixels for one of a picture's own units
// The room inside a card, in a picture's own units.
chart::Room room_in(const Page& page, Rect inside);
// `id` begins the ids of the targets and is unique on the screen.
void add_targets(Page& page, const ChartCanvas& canvas, Point origin, const chart::Drawn& drawn, const std::string& id);

// With large letters: a picture fills the page, and what can be said elsewhere is.
bool is_crowded(const Page& page);
// Pictures have the room that the ways to the other pages leave; `highest` is what one may take.
float highest_picture(const Page& page, Rect room);
void draw_picture_pages(Page& page, Flow& flow, Rect room, std::size_t wanted);

// Beside every map, whatever was answered.
std::string fear_words();

struct MapCard {
    const model::OnMap& map;
    chart::MapWords words = chart::MapWords::drawn;
    void draw(Page& page, const chart::Names& names, Rect at) const;
};

struct BarsCard {
    chart::RangeBars bars;
    std::string title;
    std::optional<model::Partner> of = {}; // whose they are, where they are one partner's
    chart::Heights heights(Page& page, const chart::Names& names, float width) const; // of the whole card
    void draw(Page& page, const chart::Names& names, Rect at) const;
};

struct PairsCard {
    const model::screen::Case& screen;
    const model::Pairs& pairs;
    bool whole = true;     // rows for a finger, and the order can be chosen
    bool with_head = true; // else the rows alone
    std::size_t first = 0; // the rows shown
    std::size_t count = static_cast<std::size_t>(-1);
    std::size_t rows_that_fit(Page& page, const chart::Names& names, float width, float height) const;
    void add_head(Page& page, Flow& flow) const; // on its own, without the card
    void draw(Page& page, const chart::Names& names, Rect at) const;

private:
    float above(Page& page, float width) const; // the picture
    chart::PairedDots dots(const Page& page) const;
};

}
