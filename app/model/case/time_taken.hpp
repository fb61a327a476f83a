// How long somebody took, from the times at which their items were first answered or skipped. For the therapist alone:
// how long one partner took is nothing that the other, the desk or a page for both is told.
//
// The rule: the times of a part in their order. From each to the next counts what is no longer than longest_active; a
// longer gap is a pause, and nothing of it counts. Of 760 timed answers to statements one took over two minutes, and it
// took more than twelve (the data of model/form/pace.hpp); writing takes longer than a tap, so the bound is five. What
// came before the first answer is not known and does not count. Private items have no times where a case is read
// (model/case/records.hpp): what they took lies in the gap between their neighbours and counts by the same rule.
#pragma once
#include "model/form/answer.hpp"
#include "model/form/module.hpp"

namespace model {

inline constexpr core::Milliseconds longest_active = std::chrono::minutes(5);

// Nothing with fewer than two times. Of one form: of its own items alone.
std::optional<core::Milliseconds> active_time(const FirstTimes& times);
std::optional<core::Milliseconds> active_time(const FirstTimes& times, const core::ModuleId& form);

// What each item took after the one asked before it in the form. Not there: the first, one whose time or whose
// neighbour's is missing, one that was answered before its neighbour, and one behind a pause.
using TimesOfKinds = std::map<ItemKind, std::vector<core::Milliseconds>>;
TimesOfKinds times_of_kinds(const Module& form, const Answers& answers, const FirstTimes& times);

core::Milliseconds median(std::vector<core::Milliseconds> times); // the lower one of two; `times` is not empty

}
