#include "model/scoring/error_floor.hpp"
#include "model/scoring/scoring.hpp"
#include <cmath>

namespace model {

namespace {

struct Known {
    double items;
    double error; // of their mean, on 1 to 7
};
constexpr Known few{3, 0.85}, some{4, 0.7}, many{7, 0.55};

double inverse_root(double items) {
    return 1 / std::sqrt(items);
}

double as_the_root(const Known& known, double items) {
    return known.error * std::sqrt(known.items / items);
}

double between(const Known& fewer, const Known& more, double items) {
    const double share =
        (inverse_root(items) - inverse_root(more.items)) / (inverse_root(fewer.items) - inverse_root(more.items));
    return more.error + share * (fewer.error - more.error);
}

double on_one_to_seven(double items) {
    if (items <= few.items) return as_the_root(few, items);
    if (items <= some.items) return between(few, some, items);
    if (items <= many.items) return between(some, many, items);
    return as_the_root(many, items);
}

constexpr double day_on_one_to_seven = 0.4;

double in_the_unit_of(const Scale& scale, double on_one_to_seven) {
    const ScoreRange range = score_range(scale);
    return on_one_to_seven * (range.high - range.low) / (7 - 1);
}

// 0 for a scale without items, which has no score.
double borrowed_error(const Scale& scale) {
    return scale.keys.empty() ? 0 : in_the_unit_of(scale, on_one_to_seven(static_cast<double>(scale.keys.size())));
}
double borrowed_day(const Scale& scale) {
    return in_the_unit_of(scale, day_on_one_to_seven);
}

}

ErrorFloor borrowed_floor(const Scale& scale) {
    return {.value = borrowed_error(scale), .day = borrowed_day(scale), .source = borrowed_source, .borrowed = true};
}

ErrorFloor floor_of(const Scale& scale) {
    return scale.error_floor ? *scale.error_floor : borrowed_floor(scale);
}

double least_standard_error(const Scale& scale, std::size_t answered) {
    const double whole = scale.error_floor ? scale.error_floor->value : borrowed_error(scale);
    return whole * std::sqrt(static_cast<double>(scale.keys.size()) / static_cast<double>(answered));
}

double day_error(const Scale& scale) {
    return scale.error_floor ? scale.error_floor->day : borrowed_day(scale);
}

}
