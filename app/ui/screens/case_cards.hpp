// The cards that a couple's pictures stand in: a title, what is chosen about the picture, the picture, and over each of
// its points a target that opens the items behind it.
#pragma once
#include "chart/attachment_map.hpp"
#include "chart/paired_dots.hpp"
#include "chart/range_bars.hpp"
#include "ui/chart_canvas.hpp"
#include "ui/screens/case_parts.hpp"

namespace ui {

chart::Names names_of(const model::CaseFile& file);

// The room inside a card, in a picture's own units.
chart::Room room_in(const Page& page, Rect inside);
// `id` begins the ids of the targets and is unique on the screen.
void add_targets(Page& page, const ChartCanvas& canvas, Point origin, const chart::Drawn& drawn, const std::string& id);

struct MapCard {
    const model::OnMap& map;
    bool with_words = true; // below the map or beside it
    void draw(Page& page, const chart::Names& names, Rect at) const;
};

struct BarsCard {
    chart::RangeBars bars;
    std::string title;
    std::optional<model::Role> of = {}; // whose they are, where they are one partner's
    chart::Heights heights(Page& page, const chart::Names& names, float width) const; // of the whole card
    void draw(Page& page, const chart::Names& names, Rect at) const;
};

struct PairsCard {
    const model::screen::Case& screen;
    const model::Pairs& pairs;
    bool whole = true;     // rows for a finger, and the order can be chosen
    std::size_t first = 0; // the rows shown
    std::size_t count = static_cast<std::size_t>(-1);
    std::size_t rows_that_fit(Page& page, const chart::Names& names, float width, float height) const;
    float head_height(Page& page, float width) const; // above the picture
    void draw(Page& page, const chart::Names& names, Rect at) const;

private:
    chart::PairedDots dots(const Page& page) const;
};

}
