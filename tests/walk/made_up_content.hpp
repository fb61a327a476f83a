// What a walked kiosk asks: the shipped articles and short forms, and forms of its own with an item of every kind and
// words that tell what is private wherever they turn up.
#pragma once
#include "model/form/module.hpp"
#include <memory>

namespace walk {

// Stands in every sentence and choice of a private item, and nowhere else.
inline constexpr std::string_view private_mark = "qzpriv";

std::shared_ptr<const model::Content> whole_content();
// The same without a form that the usual packet needs, as after a mistake in its file.
std::shared_ptr<const model::Content> content_with_a_mistake();

}
