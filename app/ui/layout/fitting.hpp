// Words in a room that may be too small for them.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

// No single word is wider.
bool words_fit(const Page& page, std::string_view text, float width, Style style, Weight weight = Weight::regular);
// The beginning that fits, with "…" where something is left out.
std::string shortened(const Page& page, std::string_view text, Size room, Style style, Weight weight = Weight::regular);

}
