// What practice guidance says to do with private answers (chart/guide_words.hpp).
#pragma once
#include "ui/layout/flow.hpp"

namespace ui {

void add_guide(Page& page, Flow& flow, const std::string& name); // below what else there is
// As a card of its own beside it, where all of it fits.
bool guide_fits(Page& page, const std::string& name, Size room);
void draw_guide(Page& page, const std::string& name, Rect at);

}
