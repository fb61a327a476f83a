// A pair of answers in words.
#pragma once
#include "chart/picture.hpp"
#include "model/case/overview.hpp"

namespace chart {

const std::string& label_of(const model::Item& item);
// Why a point is not there; empty when both are, or when its partner had no part.
std::string missing_words(const model::Pair& pair, const Names& names);
// All of it: "Kindness. Maya: often. Jordan: rarely."
std::string pair_words(const model::Pair& pair, const Names& names);
std::string pairs_words(const model::Pairs& pairs, const Names& names); // of each, as they stand

}
