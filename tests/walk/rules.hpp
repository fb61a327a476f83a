// What must be true of a kiosk after anything that is done to it. Each throws Failure.
#pragma once
#include "ui/kit/tree.hpp"
#include "walk/witness.hpp"

namespace walk {

// No word is shown to anybody it was not written for, and nothing private where two people may look.
void check_words(const model::State& state, const ui::Tree& tree, const Witness& witness);
// The page has a name, and all that stands on it can be read, told apart and reached.
void check_page(const model::State& state, const ui::Tree& tree);
// Nothing waits for an answer that was given, or never comes.
void check_waiting(const model::State& state);

bool calls_saved(const ui::Tree& tree);

// All that can be seen of it.
std::string described(const ui::Tree& tree);
// The name of the page without what differs from couple to couple: "question", "case:scores", "recover:words".
std::string place_of(const ui::Tree& tree);

}
