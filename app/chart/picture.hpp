// What all pictures of results share: what they are called with and what they hand back.
#pragma once
#include "chart/score_bars.hpp"
#include "core/ids.hpp"

namespace chart {

struct Names {
    std::string a, b;
    const std::string& of(model::Partner partner) const { return partner == model::Partner::a ? a : b; }
};

struct PictureColors {
    ScoreColors score;
    Color edge;                                   // rules between points
    Color low_low, low_high, high_low, high_high; // regions of a map, x first
    Color cross;                                  // the lines between the regions
    float cross_width = 4;
    bool framed = false; // the map has a line round it
    double band = 0.16;  // how much of its colour a partner's range is filled with
    bool edged = false;  // and has lines along it, where two fills over each other would be one grey
};

// The room a picture may take.
struct Room {
    float width = 0, height = 0;
    float kept_left = 0; // stays free in the first line, for a title of that width
    float target = 48;   // what a finger needs
};

// A part of a picture that stands for something: at least a target wide and high, and none over another. `words` say
// what is there.
struct Hit {
    Box box;
    model::Partner partner = model::Partner::a;
    core::ModuleId module;
    std::optional<core::ScaleId> scale;
    std::optional<core::ItemId> item;
    std::string words;
};
struct Drawn {
    float height = 0;
    std::vector<Hit> hits;
};

}
