// An answer in the words its giver saw, in the language being spoken: for the therapist's screens
// and paper.
#pragma once
#include "model/form/answer.hpp"
#include "model/form/module.hpp"

namespace chart {

// A text is given as written. A skip is "Skipped"; a value the item no longer offers is given with its number.
std::string answer_words(const model::Item& item, const model::Answer& answer);

}
