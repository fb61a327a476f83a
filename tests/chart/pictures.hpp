// The pictures of a couple's visits, drawn into a record.
#pragma once
#include "a_couple.hpp"
#include "chart/attachment_map.hpp"
#include "chart/paired_dots.hpp"
#include "chart/range_bars.hpp"
#include "chart/trend_lines.hpp"
#include "recorded_canvas.hpp"
#include "support/languages.hpp"

namespace pictures {

inline const chart::PictureColors colors{.score = some_colors,
                                         .edge = {7, 7, 7},
                                         .low_low = {10, 10, 10},
                                         .low_high = {11, 11, 11},
                                         .high_low = {12, 12, 12},
                                         .high_high = {13, 13, 13},
                                         .cross = {14, 14, 14}};
inline const chart::Names short_names{"Maya", "Jordan"};
inline const chart::Names long_names{"Maximiliana-Josefina von der Heide", "Bartholomew-Emmanuel Featherstone"};

struct Picture {
    RecordedCanvas canvas;
    chart::Drawn drawn;
};

// Words within the width, none over another, and targets large enough that hold what they cover.
void check_picture(const Picture& picture, chart::Point at, float width);

// Runs `check` in English and in the shipped Spanish, whose content has Spanish words too.
template<class Check>
void in_both_languages(couple::ACouple made, Check check) {
    check(made);
    const auto spanish = support::spanish();
    const core::Speaking speaking(spanish.get());
    made.content = content::translated(made.content, *spanish);
    check(made);
}

}
