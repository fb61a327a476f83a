// How far a form has come for one who stops before the end: what was answered, and whether that is enough for a score.
// Of what is private only whether it was reached counts here: somebody may stand behind who reads it.
#pragma once
#include "model/form/answer.hpp"
#include "model/form/module.hpp"

namespace model {

enum class Standing {
    complete, // every item was answered
    enough,   // every score can be made
    partly,   // some scores can
    too_few,  // none can
    unscored, // the form has no scores, and something is left out
};

struct FormStanding {
    core::ModuleId module;
    std::size_t answered = 0; // "I prefer not to say" is no answer, and no gap either
    std::size_t of = 0;       // items that apply, can be answered and are not private; none in a private form
    Standing standing = Standing::unscored;
    std::optional<ItemRef> first_open; // the first that was not reached, or that was skipped and is not private
};
FormStanding standing_of(const Module& module, const Answers& answers);

// The place of the first item that applies and was never reached: nothing is on record, not even a skip.
std::optional<std::size_t> first_not_reached(const Module& module, const Answers& answers);
inline bool stops_early(const Module& module, const Answers& answers) {
    return first_not_reached(module, answers).has_value();
}

}
