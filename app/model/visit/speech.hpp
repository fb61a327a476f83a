// Reading aloud: what the person at the screen has chosen of it, and what is said to a headset alone. Others wait in
// the same room: without a headset they hear whatever is said.
#pragma once
#include <optional>

namespace model {

class Action;
struct State;

enum class Speed { slow, usual, fast };
inline constexpr int least_volume = 1, most_volume = 5;
struct Speech { // as it is made here, it is as usual
    bool on = false;
    int volume = 3;
    Speed speed = Speed::usual;
    std::optional<bool> wears_headset; // as they said, where the machine cannot tell
    bool operator==(const Speech&) const = default;
};

bool has_headset(const State& state);
// Of the machine and of the person nobody knows yet whether there is one.
bool must_ask_for_headset(const State& state);
// Private forms, codes, own words, help lines and all that staff see.
bool for_headset_alone(const State& state);
// This page is read aloud: what is touched first speaks, and is chosen by the second touch.
bool reads_page(const State& state);
// Whether what means this is said when it is touched. Hiding never waits for a second touch.
bool says_before_doing(const State& state, const Action& action);

// What a person or the machine has said about reading aloud; false where the fact is about something else.
bool handled_as_speech(State& state, const Action& action);

}
