// What a case can be turned to and what is done with it: beside each other in small letters, in two lists in large
// ones.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

std::vector<Page::Segment> case_tabs(const model::screen::Case& screen);
std::vector<ButtonSpec> case_buttons(const model::screen::Case& screen);
ButtonSpec visit_step(int by, bool enabled); // 1: to the visit before, -1: to the one after

// In large letters: Back, the names, the tab that is open, More, Lock now. Returns the bottom.
float draw_short_top(Page& page, const model::screen::Case& screen, const std::string& title);
// The open list, in the room below the banner.
void draw_case_menu(Page& page, const model::screen::Case& screen, Rect room);

}
