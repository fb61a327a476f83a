// How long the people of a practice took, as comma-separated values: a row for each form and one for each kind of item
// in it. There is no row about fewer than thirty people, and none of private items, whose times nobody is given.
//
// Columns: module, module_version, kind (empty: the whole form), people, median_minutes (of a form), median_seconds (of
// one item of the kind). What counts as time taken: model/case/time_taken.hpp.
#pragma once
#include "model/case/practice_times.hpp"
#include <span>

namespace report {

std::string figure_times_csv(std::span<const model::FormTimes> times);

}
