// Wrong tries of a secret, counted across restarts: each makes the next one wait longer. A subject is whose secret it
// is: "desk", "therapist:3", "part:12", "entry", "recovery".
#pragma once
#include "practice/practice_data.hpp"
#include <optional>

namespace practice {

struct Pause {
    int failures = 0;
    core::Milliseconds left{0};
};

// How long ago the last one was, at least. The wall clock can be set, forwards for a free try and back for a door that
// stays shut, so it does not count; after another start of the machine, the time since then does.
core::Milliseconds since_failure(const store::ThrottleRow& row, const store::Moment& now);
// Nothing: the next try is heard.
std::optional<Pause> pause_before(PracticeData& data, std::string_view subject, const store::Moment& now);
// One wrong try more, with its entry in the audit log, and the wait that begins with it. Fails when it cannot be
// counted: that must not be a free try.
[[nodiscard]] core::Result<Pause> count_wrong(PracticeData& data, std::string_view subject, const store::Moment& now);

}
