// The whole behaviour of the kiosk as one pure function: no clock, no disk, no randomness, no screen.
#pragma once
#include "model/visit/action.hpp"
#include "model/visit/effect.hpp"

namespace model {

struct Step {
    State state;
    Effects effects;
};

[[nodiscard]] Step update(State state, const Action& action, core::Now now);

// Takes content, practice and catalogue from the locale of the language that was chosen; update() does it by itself.
void speak_as_chosen(State& state);
// Of the language that was chosen; none where the kiosk speaks its source language alone.
const Locale* locale_spoken(const State& state);
const KeyboardLayout& keyboard_of(const State& state);

// When TimePassed must be sent next, if nothing happens before: idle question, cover, lock, moving on, saving what is
// typed, a minute passing on a screen that shows the time. Empty: the kiosk may sleep until it is touched.
std::optional<core::SteadyTime> next_deadline(const State& state, core::Now now);

// Presses that begin before this are dropped (see settle_time). Keys of a keyboard or keypad are never held up.
core::SteadyTime settled_at(const State& state);

// Where a session stands: counts the packet's screens and estimates the rest from the items left.
Progress progress_of(const Content& today, const Session& session);
Progress progress_at_start(const Content& today, const Sitting& sitting);

// They gave their name at a visit before, and the first form is not private: one page says what they must know, and the
// first question follows their code.
bool knows_the_way(const Content& today, const Seat& seat);

// True when somebody is there to hear of it: the screen, what stands over it, or update() itself. What is not known
// changes nothing; no widget may mean it.
bool knows(const State& state, const Action& action);

// Digits of the code that is asked for; 0: as many as are typed until Done.
std::size_t digits_of_code(const screen::ReturnCode& screen);

// True on screens where a client reads terms, answers or writes: Hide screen is there.
bool can_hide(const Screen& screen);

}
