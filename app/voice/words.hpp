// The tree of a screen in words, in the language that the thread speaks: what somebody hears who does not see it.
#pragma once
#include "ui/kit/tree.hpp"
#include "voice/voice.hpp"

namespace voice {

// A part of the screen that does something when it is touched, or would if it were not shut.
bool is_control(const ui::Widget& widget);

// What somebody typed is said to a headset alone, and what is secret never.
enum class Typed { said, kept };

// Name, role and state: "Agree. Answer 5 of 7. Chosen."
Sentence words_of(const ui::Tree& tree, const ui::Widget& widget, Typed typed = Typed::said);
// Its state alone, for after it changed; empty where it has none.
std::string state_of(const ui::Widget& widget, Typed typed = Typed::said);
// Headings, the other words, what is asked for, and the ways off the page. Keys of a keyboard are said together.
std::vector<Sentence> words_of_page(const ui::Tree& tree, Typed typed = Typed::said);
// A touch on it is heard before a second one does what it means.
bool heard_first(const model::State& state, const ui::Widget& widget);

}
