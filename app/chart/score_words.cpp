#include "chart/score_words.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace chart {
namespace {

const model::Scale* find_scale(const model::Module& module, const core::ScaleId& id) {
    const auto found = std::ranges::find(module.scales, id, &model::Scale::id);
    return found == module.scales.end() ? nullptr : &*found;
}

// One axis of the map: how far the point lies above the line, and how far the ellipse reaches.
struct Axis {
    double above = 0;
    double reach = 0;
    // The distance to that half of the map, in reaches; 0 when the point is in it.
    double steps_to(bool high) const {
        const double distance = high ? std::max(-above, 0.0) : std::max(above, 0.0);
        if (distance == 0) return 0;
        return reach > 0 ? distance / reach : std::numeric_limits<double>::infinity();
    }
};

constexpr double joint_95 = 2.448; // sqrt of chi-square's 0.95 quantile with 2 degrees of freedom, 5.991

Axis axis_of(const model::Scale& scale, const model::Score& score) {
    const Range range = range_of(scale);
    return {*score.value - (range.low + range.high) / 2, joint_95 * score.band->standard_error};
}

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
        list += "“" + names[i] + "”";
    }
    return list;
}

}

Range range_of(const model::Scale& scale) {
    const double items = scale.method == model::Method::sum ? static_cast<double>(scale.keys.size()) : 1.0;
    return {items * scale.minimum, items * scale.maximum};
}

std::string count_words(const model::Score& score) {
    return fmt::format("{} of {}", score.answered, score.of);
}

std::string value_words(const model::Score& score) {
    if (!score.value) return fmt::format("Not scored ({} answered)", count_words(score));
    return fmt::format("{:.1f}", *score.value);
}

std::string band_words(const model::Score& score) {
    if (!score.value || !score.band) return {};
    return fmt::format("{:.1f} to {:.1f}", score.band->low, score.band->high);
}

std::string map_words(const model::Module& module, const model::Answers& answers) {
    if (!module.map) return {};
    const model::Map& map = *module.map;
    const model::Scale* x_scale = find_scale(module, map.x);
    const model::Scale* y_scale = find_scale(module, map.y);
    if (!x_scale || !y_scale) return {};
    const model::Score x_score = model::score(module, *x_scale, answers);
    const model::Score y_score = model::score(module, *y_scale, answers);
    if (!x_score.band || !y_score.band) return "No place on the map: too few answers.";
    const Axis x = axis_of(*x_scale, x_score);
    const Axis y = axis_of(*y_scale, y_score);

    struct Region {
        const std::string* name;
        double steps; // the point of the region nearest to ours, in ellipse radii
    };
    std::array<Region, 4> regions{{{&map.low_low, std::hypot(x.steps_to(false), y.steps_to(false))},
                                   {&map.low_high, std::hypot(x.steps_to(false), y.steps_to(true))},
                                   {&map.high_low, std::hypot(x.steps_to(true), y.steps_to(false))},
                                   {&map.high_high, std::hypot(x.steps_to(true), y.steps_to(true))}}};
    std::ranges::stable_sort(regions, {}, &Region::steps);
    std::vector<std::string> touched;
    for (const Region& region : regions)
        if (region.steps <= 1) touched.push_back(*region.name);
    if (touched.size() == 1) return fmt::format("On the map, the point and its 95 % range lie in {}.", listed(touched));
    return fmt::format("On the map, the 95 % range crosses the middle of the scale: it could be {} of these {}, {}.",
                       touched.size() == 2 ? "either" : "any",
                       touched.size() == 2   ? "two"
                       : touched.size() == 3 ? "three"
                                             : "four",
                       listed(touched));
}

}
