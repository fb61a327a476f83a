// The icons, drawn from lines and discs in a box of 24 (2 px round lines).
#pragma once
#include "ui/kit/theme.hpp"

struct ImDrawList;

namespace ui {

enum class Icon {
    none,
    tick,
    back,
    next,
    hide,
    eye,
    eye_off,
    lock,
    skip,
    clock,
    book,
    globe,
    text_size,
    sound,
    contrast,
    phone,
    plus,
    screen,
    storage,
    upload,
    speech,
    pass_turn,
    search,
    arrow_right,
    arrow_up,
    shift,
    backspace,
    person,
    edit,
    download,
    alert,
    motion,
    dot,
    more, // what there was no room for
    down, // opens a list
    cup,  // a break
    sound_off,
    headset,
    tap,
    pause,
    key,
};

// rect is in reference pixels; scale is panel pixels for one of them.
void draw_icon(ImDrawList& list, Rect rect, Icon icon, Color color, float scale);

}
