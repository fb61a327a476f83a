// A practice to try the kiosk with: a desk PIN, two therapists, eight couples with their stories (demo_stories.hpp),
// and one sitting that waits. Real keys, real sealing, real files; only the people and the codes are made up.
#pragma once
#include "practice/open_kiosk.hpp"

namespace rehearsal {

struct Demo {
    practice::PracticeData data;
    model::DemoCodes codes;
};

// Makes the demo in `folder`, or opens the one that is there.
[[nodiscard]] core::Result<practice::OpenKiosk> open_demo_kiosk(const practice::KioskPlan& plan, practice::Clock now,
                                                                practice::ScreenCheck screen_check);
[[nodiscard]] core::Result<Demo> open_demo(const std::filesystem::path& folder, const practice::World& world);
model::Practice demo_practice(model::Practice practice); // a name and lines of its own

}
