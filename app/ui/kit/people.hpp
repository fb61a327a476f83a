// What people are called on screens.
#pragma once
#include "model/visit/state.hpp"

namespace ui {

// The name, or "First partner" / "Second partner" while it is not known.
std::string called(const std::string& name, model::Partner partner);
std::string called(const model::Sitting& sitting, model::Partner partner);
// The name, or "your partner" within a sentence.
std::string partner_words(const model::Sitting& sitting, model::Partner partner);

}
