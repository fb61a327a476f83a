// The one description of a screen: what stands where, what it is called and what a tap on it means. Touch, keys,
// speech, the layout checks and the tests read this; nothing else knows where a button is.
#pragma once
#include "model/visit/action.hpp"
#include "ui/kit/geometry.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Color&) const = default;
};

using Meaning = std::optional<model::Action>; // of a tap: an action, or nothing

enum class Role {
    text,
    heading,
    picture,
    status, // not tappable
    button,
    answer,
    toggle,
    tab,
    row,
    field,
    link,
    key,        // of a keyboard or keypad: never held up by the settle time, may repeat
    writing,    // the text area; a tap places the caret
    drawing,    // takes lines drawn with one finger
    background, // takes taps that hit nothing else ("Tap anywhere"); excluded from overlap checks
};

struct Widget {
    std::string id; // stable within a screen and unique in it: "answer:5", "hide", "key:q"
    Role role = Role::text;
    std::string name;       // what it says, or says aloud
    std::string value = {}; // of a field; of a toggle "on"/"off"; empty otherwise
    std::string about = {}; // what it is for, where a page has that more than once; heard, and not seen on it
    Rect rect;              // the target of a tap, or the extent of a text
    bool enabled = true;
    bool chosen = false;
    bool secret = false; // its value is never spoken, logged or printed
    Meaning action = {};
    Color ink = {}, paper = {}; // for contrast checks; equal where nothing is read
    float text_px = 0;          // drawn text height at reference scale; 0 where there is none
    Rect label = {}; // where its words stand, inside rect unless they are too long for it; empty where there are none
    bool typing = false;           // what is typed on a keyboard of keys appears here, whatever is tapped on the screen
    bool primary = false;          // the one step that goes on
    bool drawn = false;            // a letter of a picture: seen alone, and the picture's own words are heard for it
    bool aside = false;            // of the header: keys come to it after what the page is about
    Rect frame = {};               // what the ring round the focus stands around, where that is not rect
    float round = 16;              // radius of its corners
    std::vector<Rect> carets = {}; // writing: the place of each caret stop, with byte offsets in caret_bytes
    std::vector<std::size_t> caret_bytes = {};
};

struct Tree {
    std::string screen; // "welcome", "question:same-side:turning-1", ...: the name of its model::PageId
    Size size;
    std::vector<Widget> widgets; // reading order
    std::string focus = {};      // id of what the ring stands around, or empty

    const Widget* find_id(std::string_view id) const;
    const Widget* find_name(std::string_view name) const; // the first widget with exactly this name that can be seen
    bool says(std::string_view words) const;              // in any name or value, part of it
    const Widget* at(Point point) const;                  // topmost enabled widget with an action, or the background
    // What a finger is on that does not see the screen: the same, or words that stand there. A page that is touched
    // anywhere is one place, whatever words stand on it.
    const Widget* thing_at(Point point) const;
};

// What a tap at `point` on this widget means: its action, or for a writing widget the nearest caret place.
std::optional<model::Action> tap(const Widget& widget, Point point);

}
