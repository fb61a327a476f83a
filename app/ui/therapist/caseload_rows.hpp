// The couples of a caseload, one below the other: as a table where its columns fit, else as cards of two lines.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

// Which rows of screen.found stand in `room`, beginning with screen.first, and where the rows before them begin.
struct ShownRows {
    std::size_t begin = 0, end = 0;
    std::size_t before = 0; // the first row of the page before this one
    bool as_table = true;
};
ShownRows rows_in(const Page& page, const model::screen::Caseload& screen, Rect room);
void draw_rows_in(Page& page, const model::screen::Caseload& screen, const ShownRows& shown, Rect room);

}
