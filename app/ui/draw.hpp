// Draws the screen that the state says and returns its description. Reports only: what a tap means is in the tree.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

Tree draw(const model::State& state, const View& view, const Surface& surface);

// True while a fade is running, so that the next frame should be drawn soon.
bool moving(const model::State& state, core::Now now);

// Reference size of a panel, and the panel pixels for one reference pixel.
struct Fit {
    Size size;
    float scale;
    bool portrait;
};
Fit fit(int panel_width, int panel_height);

}
