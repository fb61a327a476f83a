// An answer in the words its giver saw, for the therapist's screens and paper.
#pragma once
#include "model/form/answer.hpp"
#include "model/form/module.hpp"

namespace model {

// A text is given as written. A skip is "Skipped"; a value the item no longer offers is given with its number.
std::string answer_words(const Item& item, const Answer& answer);

// A number as it was typed: 125 with one decimal is "12.5".
std::string number_words(int value, int decimals);

}
