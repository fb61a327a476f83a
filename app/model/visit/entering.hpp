// Answers that take more than a tap, as they are entered: what a screen begins with, and what a key or a stroke makes
// of what stands so far. No other file of update() tells numbers, dates and signatures apart.
#pragma once
#include "model/form/module.hpp"
#include "model/visit/known_actions.hpp"

namespace model {

// What the item's screen begins with: the answer in digits, fields or words that can be changed.
void begin_entering(screen::Question& screen, const Item& item, const Answer* answer, const core::Catalogue* catalogue);

// What was typed gives way to another answer.
void clear_entered(screen::Question& screen);

// What a number, date or signature screen holds after `action`, and the answer to keep for it: Skipped while it is not
// complete. Nothing when the action means nothing here.
std::optional<Answer> enter(screen::Question& screen, const Item& item, Among<known::Entering> action);

// What stands in the writing, as an answer to the item.
Answer written(const screen::Question& screen, const Item& item);

// Enter means that all is typed, and leads on.
bool has_keys(const screen::Question& screen, const Item& item);

// Enter goes to the next field that is still open; false when there is none.
bool step_to_open_field(screen::Question& screen);

// To the pen, where there is one. What was typed must be saved already.
void put_keyboard_away(screen::Question& screen, const Item& item);

std::string number_entry(const Item& item, const Answer* answer);

}
