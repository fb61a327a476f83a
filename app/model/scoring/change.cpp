#include "model/scoring/change.hpp"
#include "model/scoring/error_floor.hpp"
#include <algorithm>
#include <cmath>

namespace model {

namespace {

constexpr double beyond_noise = 1.96;

const TracedItem* find_in(const Score& score, const core::ItemId& item) {
    auto found = std::ranges::find(score.trace, item, &TracedItem::item);
    return found == score.trace.end() ? nullptr : &*found;
}

void take(Tally& tally, const TracedItem& item) {
    item.answer ? tally.add(*item.scored) : tally.add_unanswered(*item.scored);
}

Against against(const Scale& scale) {
    if (scale.retest) return Against::retest;
    if (scale.uncertainty == Uncertainty::none) return Against::nothing;
    return scale.uncertainty == Uncertainty::sem ? Against::published : Against::own_answers;
}

// S_diff, where there is one.
std::optional<double> error_of_difference(const Scale& scale, std::size_t items, const Figures& then,
                                          const Figures& now) {
    if (scale.retest)
        return scale.retest->value *
               std::sqrt(2.0 * static_cast<double>(scale.keys.size()) / static_cast<double>(items));
    if (!then.standard_error || !now.standard_error) return std::nullopt;
    const double day = against(scale) == Against::own_answers ? std::sqrt(2.0) * day_error(scale) : 0;
    return std::hypot(*then.standard_error, *now.standard_error, day);
}

}

std::optional<Change> change(const Scale& scale, const Score& first, const Score& second) {
    if (!first.value || !second.value) return std::nullopt;
    Tally before, after;
    for (const Key& key : scale.keys) {
        const TracedItem* one = find_in(first, key.item);
        const TracedItem* other = find_in(second, key.item);
        if (!one || !other || !one->scored || !other->scored) continue;
        if (one->reversed != other->reversed || one->way != other->way) return std::nullopt;
        take(before, *one);
        take(after, *other);
    }
    const Figures then = figures(scale, before), now = figures(scale, after);
    if (!then.value || !now.value) return std::nullopt;
    Change result{.first = *then.value,
                  .second = *now.value,
                  .items = static_cast<std::size_t>(before.count),
                  .against = Against::nothing};
    const auto error = error_of_difference(scale, result.items, then, now);
    if (!error) return result;
    result.against = against(scale);
    result.noise = beyond_noise * *error;
    result.stands_out = std::abs(result.second - result.first) > result.noise;
    if (*error > 0) result.index = (result.second - result.first) / *error;
    return result;
}

}
