// Scores as points on their bars, without columns of numbers: a whole with its facets, both partners in each row, the
// scores about one person, or one partner's moves as both see them. A score that was not made is said in words in its
// place.
#pragma once
#include "chart/picture.hpp"
#include "model/case/overview.hpp"

namespace chart {

struct RangeBars {
    struct Row {
        core::ScaleId scale;
        std::string title;
        bool facet = false;
        Range range;
        model::OfBoth<std::optional<model::Score>> scores;
    };
    core::ModuleId module;
    bool of_answers = false; // how much answers differ makes a bar of at least one row
    bool with_counts = true; // who is who, and how many each answered of the first row
    bool as_told = false;    // a shape stands for who says it, and the row's title for whom it is about
    std::vector<Row> rows;
};
RangeBars range_bars(const model::SideBySide& side);
RangeBars range_bars(const model::Profile& profile);
// For each move and partner a row: what they say of themselves beside what the other says of them.
RangeBars range_bars(const model::Moves& moves, const Names& names);

// Width at least 280. Rows spread over the room's height; one as high as a target is one, in less room the whole
// picture is one for the first row.
Drawn draw_range_bars(Canvas& canvas, const RangeBars& bars, const Names& names, Point at, const Room& room,
                      const PictureColors& colors);
// The least and the best height for them: a smaller room is exceeded.
struct Heights {
    float least = 0, best = 0;
};
Heights range_bars_heights(const Ruler& ruler, const RangeBars& bars, const Names& names, const Room& room);

}
