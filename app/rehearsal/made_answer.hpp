// Answers that somebody makes up. What an answer to a kind of item is made of is told here; what they pick is theirs.
#pragma once
#include "model/form/answer.hpp"
#include "model/form/module.hpp"
#include <functional>

namespace rehearsal {

std::chrono::year_month_day a_day_in_march(const model::Item& item);
model::Signed a_line(const model::Item& item);

// How somebody makes up their mind: asked once for each thing that an answer holds, in its order, so that whoever draws
// from a seed gives the same answers again.
struct MadeUp {
    std::function<int(const model::Item&)> value; // one of its choices, or a number of its range
    std::function<std::string(const model::Item&)> words;
    std::function<std::chrono::year_month_day(const model::Item&)> day = a_day_in_march;
    std::function<model::Signed(const model::Item&)> signature = a_line;
};

// Never a skip, but of what nobody answers.
model::Answer made_answer(const model::Item& item, const MadeUp& made_up);

// Somebody who is always at the same place, 0 to 1 from first to last. Numbers that are typed stay in their first
// quarter, as most do whose largest is set so that nobody needs more.
MadeUp always_at(double place, std::function<std::string(const model::Item&)> words);

}
