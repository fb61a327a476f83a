// How a score went over the visits: each partner's points with their 95 % range, partner A a solid line and partner B a
// dashed one. A change that stands out has a bracket from the first value to the latest.
#pragma once
#include "chart/picture.hpp"
#include "model/case/trend.hpp"

namespace chart {

// Fills the room; width at least 320, height at least 150. With `title` it is called by it where else it would be said
// what is shaded.
Drawn draw_trend(Canvas& canvas, const model::Trend& trend, const Names& names, Point at, const Room& room,
                 const PictureColors& colors, const std::string& title = {});

std::string trend_title(const model::Trend& trend, const Names& names); // "Alliance over five visits"
// What the picture says of one partner.
struct TrendWords {
    std::string change; // "+1.5"; empty without two scores
    bool stands_out = false;
    std::string verdict; // see change_verdict()
    std::vector<std::string> sentences;
};
TrendWords trend_words(const model::Trend& trend, model::Partner partner);

// The same in the size of a word: lines alone, and each partner's latest point.
void draw_sparkline(Canvas& canvas, const model::Glance& glance, const Box& box, const ScoreColors& colors);

}
