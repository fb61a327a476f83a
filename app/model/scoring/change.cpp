#include "model/scoring/change.hpp"
#include <algorithm>
#include <cmath>

namespace model {

namespace {

constexpr double reliable_beyond = 1.96;

const TracedItem* find_in(const Score& score, const core::ItemId& item) {
    auto found = std::ranges::find(score.trace, item, &TracedItem::item);
    return found == score.trace.end() ? nullptr : &*found;
}

}

std::optional<Change> change(const Scale& scale, const Score& first, const Score& second) {
    if (!first.value || !second.value) return std::nullopt;
    Tally before, after;
    for (const Key& key : scale.keys) {
        const TracedItem* one = find_in(first, key.item);
        const TracedItem* other = find_in(second, key.item);
        if (!one || !other || !one->scored || !other->scored) continue;
        if (one->reversed != other->reversed) return std::nullopt;
        before.add(*one->scored);
        after.add(*other->scored);
    }
    Figures then = figures(scale, before);
    Figures now = figures(scale, after);
    if (!then.value || !now.value) return std::nullopt;
    Change result{*then.value, *now.value, static_cast<std::size_t>(before.count), std::nullopt, false, std::nullopt};
    if (!then.standard_error || !now.standard_error) return result;
    double difference = std::hypot(*then.standard_error, *now.standard_error);
    if (difference == 0) return result;
    result.index = (result.second - result.first) / difference;
    result.reliable = std::abs(*result.index) > reliable_beyond;
    result.noise = reliable_beyond * difference;
    return result;
}

}
