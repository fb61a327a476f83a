// What is being typed on the on-screen keyboard and keypad: its switched keys, and secrets.
#pragma once
#include "core/secret.hpp"
#include "core/time.hpp"
#include "model/visit/text_edit.hpp"
#include <optional>

namespace model {

// The keys of the on-screen keyboard that are switched.
struct Keyboard {
    bool shift = false;
    bool symbols = false;
    // Letters with marks are chosen: of which letter is asked while this is empty, then one of those that it bears.
    std::optional<std::string> marks_of = {};
    bool operator==(const Keyboard&) const = default;
};

// Why a code, PIN or passphrase was not taken.
struct Refusal {
    // gone: sealed already, finished or cancelled meanwhile. other_too: right, and the other's is needed as well.
    enum class Why { wrong, paused, gone, other_too } why = Why::wrong;
    int failures = 0;
    std::optional<core::SteadyTime> until; // paused: when it may be tried again
};

// A typed secret and what came of it.
struct SecretEntry {
    core::SecretText typed;
    std::optional<Refusal> refusal;
    bool working = false; // an effect is checking it
    bool shown = false;   // passphrases: letters instead of dots
    bool cut = false;     // the last that was typed had no room
    Keyboard keyboard;
};

}
