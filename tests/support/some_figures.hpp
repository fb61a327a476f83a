// A practice's figures of the forms of some content: what can be told, what cannot, and what is told by language.
#pragma once
#include "model/case/practice_figures.hpp"

namespace support {

model::ScaleFigures some_scale_figures(std::size_t people, std::size_t items);

// Of every scale that is not private: the first in two languages, one of which cannot be told; the last of fewer than
// thirty people.
std::shared_ptr<const model::PracticeFigures> some_figures(const model::Content& content, core::WallTime at);

}
