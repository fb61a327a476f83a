// What stands around the words of a keepsake: the two circles of the welcome screen, and a line along the paper's edge.
#pragma once
#include "report/pdf_canvas.hpp"

namespace report {

struct Picture {
    float radius, centre, bottom; // from the top of the page; `bottom` is where the words begin
};
inline constexpr Picture large{.radius = 76, .centre = 176, .bottom = 322},
    small{.radius = 40, .centre = 116, .bottom = 188};

void draw_circles(PdfCanvas& canvas, const Picture& picture);
void draw_frame(PdfCanvas& canvas);

}
