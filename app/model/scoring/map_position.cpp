#include "model/scoring/map_position.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace model {

namespace {

// One axis of the map: how far the point lies above the line, and how far the ellipse reaches.
struct Axis {
    double at = 0;
    double above = 0;
    double reach = 0;
    // The distance to that half of the map, in reaches; 0 when the point is in it.
    double steps_to(bool high) const {
        const double distance = high ? std::max(-above, 0.0) : std::max(above, 0.0);
        if (distance == 0) return 0;
        return reach > 0 ? distance / reach : std::numeric_limits<double>::infinity();
    }
};

std::optional<Axis> axis_of(const Module& module, const core::ScaleId& id, const Answers& answers) {
    const auto scale = std::ranges::find(module.scales, id, &Scale::id);
    if (scale == module.scales.end()) return std::nullopt;
    const Score made = score(module, *scale, answers);
    if (!made.value || !made.band) return std::nullopt;
    const ScoreRange range = score_range(*scale);
    return Axis{*made.value, *made.value - (range.low + range.high) / 2, joint_95 * made.band->standard_error};
}

}

std::optional<MapPosition> position_on_map(const Module& module, const Answers& answers) {
    if (!module.map) return std::nullopt;
    const auto x = axis_of(module, module.map->x, answers);
    const auto y = axis_of(module, module.map->y, answers);
    if (!x || !y) return std::nullopt;

    struct Near {
        Region region;
        double steps; // the point of the region nearest to ours, in ellipse radii
    };
    std::array<Near, 4> regions{{{Region::low_low, std::hypot(x->steps_to(false), y->steps_to(false))},
                                 {Region::low_high, std::hypot(x->steps_to(false), y->steps_to(true))},
                                 {Region::high_low, std::hypot(x->steps_to(true), y->steps_to(false))},
                                 {Region::high_high, std::hypot(x->steps_to(true), y->steps_to(true))}}};
    std::ranges::stable_sort(regions, {}, &Near::steps);
    MapPosition position{x->at, y->at, x->reach, y->reach, {}};
    for (const Near& near : regions)
        if (near.steps <= 1) position.touched.push_back(near.region);
    return position;
}

const std::string& region_name(const Map& map, Region region) {
    switch (region) {
    case Region::low_low:
        return map.low_low;
    case Region::low_high:
        return map.low_high;
    case Region::high_low:
        return map.high_low;
    case Region::high_high:
        break;
    }
    return map.high_high;
}

}
