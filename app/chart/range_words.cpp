#include "chart/range_words.hpp"
#include "core/i18n.hpp"
#include "core/numbers.hpp"
#include "model/scoring/error_floor.hpp"
#include "model/scoring/scoring.hpp"
#include <algorithm>

namespace chart {
namespace {

using core::fill;
using core::tr;

bool is_own(const model::Scale* scale) {
    return scale->uncertainty == model::Uncertainty::own_mean;
}

}

std::string range_words(std::span<const model::Scale* const> scales) {
    if (std::ranges::none_of(scales, is_own)) return {};
    return tr("range.what",
              "A 95 % range says how much this person's answers differ from item to item. It does not say "
              "how sure the truth is.");
}

std::string floor_words(const model::Scale& scale) {
    if (!is_own(&scale)) return {};
    const auto floor = model::floor_of(scale);
    const auto words = floor.borrowed
                           ? tr("range.floor-borrowed",
                                "A range reaches at least {reach} to either side. This is borrowed from answers "
                                "to another form, until enough people answered this one. Source: {source}")
                           : tr("range.floor", "A range reaches at least {reach} to either side. Source: {source}");
    return fill(words, {{"reach", core::decimal(model::reach_95 * floor.value, 1)}, {"source", floor.source}});
}

std::string borrowed_words(std::span<const model::Scale* const> scales) {
    const auto borrowed = [](const model::Scale* scale) { return is_own(scale) && model::floor_of(*scale).borrowed; };
    if (std::ranges::none_of(scales, borrowed)) return {};
    return tr("range.borrowed",
              "How narrow a range may be is borrowed from answers to another form, until enough people "
              "answered this one.");
}

}
