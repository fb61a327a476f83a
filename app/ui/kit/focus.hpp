// Where keys lead on a page: what they stop at, in which order, and where the ring round the focus stands. All of it is
// read from the tree, so that whatever can be tapped can be reached.
#pragma once
#include "ui/kit/tree.hpp"

namespace ui {

class Page;

enum class KeyStep {
    next, // in reading order, and from the last stop to the first
    previous,
    right, // in the order of rows, and from the end of one to the beginning of the next
    left,
    up, // to what stands nearest there
    down,
};

bool is_stop(const Widget& widget);

// Where keys begin on a page: at the place to type in, at the first answer, at the first of what may be chosen, at the
// step that goes on. For who comes by arrows the place to type in is the first key of the keyboard on the screen.
const Widget* first_stop(const Tree& tree, bool by_arrows);
const Widget* typing_place(const Tree& tree);

// From what is not there: first_stop(). Where nothing stands that way: the same. Null on a page without stops.
const Widget* step_from(const Tree& tree, std::string_view id, KeyStep step, bool by_arrows);
const Widget* nearest_stop(const Tree& tree, Point place);

// What Escape taps: what closes that which stands over a page, else the way back.
const Widget* way_out(const Tree& tree);

// Its outer edge, inside the panel also where the widget is as large as that.
Rect ring_around(const Widget& widget, Size panel);
void draw_focus(Page& page);

}
