// An answer in the words its giver saw, for the therapist's screens and paper.
#pragma once
#include "model/answer.hpp"
#include "model/module.hpp"

namespace model {

// A text is given as written. A skip is "Skipped"; a value the item no longer offers is given with its number.
std::string answer_words(const Item& item, const Answer& answer);

}
