// What comes from one partner to the other, as each of them sees it: two points a row and the gap between them. One
// answer alone stands as one point, and why the other is not there is said in words.
#pragma once
#include "chart/picture.hpp"
#include "model/case/overview.hpp"

namespace chart {

struct PairedDots {
    const model::Pairs& pairs;
    model::PairOrder order = model::PairOrder::by_gap; // the one they are in
    std::size_t first = 0;                             // the rows shown
    std::size_t count = static_cast<std::size_t>(-1);
    float row = 24;         // high at least; as high as a target it is one, below that the whole picture is one
    bool with_names = true; // who is who and in which order; else the answers alone stand above the rows
};

// Width at least 320.
Drawn draw_paired_dots(Canvas& canvas, const PairedDots& dots, const Names& names, Point at, const Room& room,
                       const PictureColors& colors);
// How many rows from `first` on fit into the room, and at least one.
std::size_t rows_that_fit(const Ruler& ruler, const PairedDots& dots, const Names& names, const Room& room);

}
