// What somebody does at the screen of a question to give an answer. Plain values: whoever drives a kiosk, with a window
// or without, only needs to know how to tap, type and draw on it.
#pragma once
#include "model/visit/state.hpp"

namespace rehearsal {

enum class Act {
    choose,           // a tap on a widget that is shown as chosen from then on
    choose_other_way, // the same, of the other direction: large text has it on a screen of its own, after Next
    tap,              // on any other widget
    keys,             // digits, maybe with a point, on the pad that stands there
    write,            // on the keyboard
    sign,             // with a finger in the box
};
struct AnswerStep {
    Act act;
    std::string what; // the widget's id, the digits or the words
};

// What leads on after the last step: nothing where the practice lets the screen move on by itself.
enum class WayOn { itself, next, done, skip };

struct AnswerSteps {
    std::vector<AnswerStep> steps;
    WayOn way_on = WayOn::next;
};

// For an item that stands on the screen unanswered. `order` is that of a date there.
AnswerSteps answer_steps(const model::Item& item, const model::Answer& answer,
                         const model::DateOrder& order = model::month_first);

}
