// How somebody went through a form, for the therapist to see beside the scores. Nothing of it is scored, and nothing of
// it tells whether an answer was meant: somebody sure, tired or in a hurry may look alike.
#pragma once
#include "model/form/answer.hpp"
#include "model/form/module.hpp"
#include <span>

namespace model {

struct HowAnswered {
    std::size_t asked = 0; // the items that the scales count, of those that applied
    std::size_t answered = 0;
    std::size_t skipped = 0; // "I prefer not to say" is no skip
    // The longest run of one answer, in the form's order, skips passed over, that goes across items of which some are
    // counted in reverse and some are not. Nothing where the scales count none in reverse, or none but these: then a
    // run says nothing.
    std::optional<std::size_t> longest_run;
    // Half of the items took so long or less, each from the answer to the item before it in the form. Nothing with
    // fewer than least_timed of them: items are timed where both answers, or skips, have a time and came in that order.
    std::optional<core::Milliseconds> usual_time;
};
inline constexpr std::size_t least_timed = 3;

// Over the items that `scales` of the module count. Times are those of PartContent::first_at.
HowAnswered how_answered(const Module& module, std::span<const Scale* const> scales, const Answers& answers,
                         const FirstTimes& times);

// One answer to nearly everything, whichever way an item counts: a run of at least five that makes up three quarters of
// what was answered.
bool is_straight_line(const HowAnswered& how);

}
