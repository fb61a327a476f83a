// Beginnings of a sentence, as pills beside what is written.
#pragma once
#include "ui/couple/question_parts.hpp"

namespace ui {

float chip_height(const Page& page);
// A row of those that have room, with the way to the others; from the left of `room`, in the middle of its height.
void draw_starters(Page& page, const Asked& asked, Rect room, bool with_label);

}
