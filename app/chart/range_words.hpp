// What a 95 % range says and what it does not, and where its least width is from; the same on the screen, on paper and
// in what leaves the kiosk.
#pragma once
#include "model/form/module.hpp"
#include <span>
#include <string>

namespace chart {

// What the range of any such scale says: for our own, how much the person's answers differ; for a published one, that
// its error is printed is said by published_words(). Empty where every scale is published.
std::string range_words(std::span<const model::Scale* const> scales);
// How far the range reaches at least, in the unit of the score, where that is from, and whether it is borrowed from
// another form. Empty for a published scale.
std::string floor_words(const model::Scale& scale);
// That a least width is borrowed, where one of them is; else empty.
std::string borrowed_words(std::span<const model::Scale* const> scales);

}
