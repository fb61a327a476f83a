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

// Nothing: the next try is heard. `running`: for how long this program has run, which is all that counts where the
// clock was set back.
std::optional<Pause> pause_before(PracticeData& data, std::string_view subject, core::WallTime now,
                                  core::Milliseconds running);
// One wrong try more, with its entry in the audit log, and the wait that begins with it. Fails when it cannot be
// counted: that must not be a free try.
[[nodiscard]] core::Result<Pause> count_wrong(PracticeData& data, std::string_view subject, core::WallTime now);

}
