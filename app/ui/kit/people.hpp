// What people are called on screens.
#pragma once
#include "model/visit/state.hpp"

namespace ui {

// The name, or "First partner" / "Second partner" while it is not known.
std::string called(const std::string& name, model::Partner partner);
std::string called(const model::Sitting& sitting, model::Partner partner);
// The name, with who is first where both have the same; empty while it is not known.
std::string name_words(const model::Sitting& sitting, model::Partner partner);
// The name, or "your partner" within a sentence.
std::string partner_words(const model::Sitting& sitting, model::Partner partner);
// All who can read what is answered in this sitting: "Dr. Okafor", "Dr. Okafor and M. Reyes".
std::string readers_words(const model::Sitting& sitting);
// The same within a sentence, where some languages want an article before a title.
std::string readers_within(const model::Sitting& sitting);
// One of them within a sentence: "la Dra. Okafor".
std::string therapist_within(const std::string& name);
// How many they are, for sentences with a plural.
long readers_count(const model::Sitting& sitting);

}
