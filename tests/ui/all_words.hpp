// What a case says to whoever turns its pages.
#pragma once
#include "model/visit/state.hpp"
#include "support/snapshot.hpp"
#include <set>

namespace samples {

// All that may be chosen about an overview's pictures; none where there is one kind at most.
std::set<model::Pictures> kinds_of(model::State state);

// The case as it is, and as it may be looked at on the same tab: each kind of picture, each order of the answers.
std::vector<model::State> ways_to_look(const model::State& state);

// What is said on all pages of the case, from the first on.
std::string all_words(const model::State& looked_at);
bool says(const std::string& words, std::string_view part);

}
