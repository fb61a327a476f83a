// The stories of a demo, played through the effects that a couple, the desk and a therapist bring about: real keys,
// real sealing, in the order of the days.
#pragma once
#include "practice/effect_runner.hpp"
#include "rehearsal/demo_stories.hpp"

namespace rehearsal {

struct StaffSecrets {
    std::string_view desk_pin, passphrase;
};
// `world` with the clock turned back while it lasts.
[[nodiscard]] core::Done play(std::vector<Story> stories, practice::PracticeData data, const practice::World& world,
                              const StaffSecrets& secrets);

}
