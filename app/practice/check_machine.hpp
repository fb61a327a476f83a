// What the morning check can tell of the machine by looking at it, with no rights of its own. `root` is where the
// system's files are: "/", and another folder in tests. What cannot be told is not complained of.
#pragma once
#include "model/case/self_check.hpp"
#include "practice/kiosk_signs.hpp"

namespace practice {

bool has_touch_panel(const std::filesystem::path& root);
// Of a panel that was touched last at that time. A kiosk may be worked with keys alone.
model::SelfCheck touch_check(std::optional<core::WallTime> touched_at, core::WallTime now, bool has_panel,
                             bool has_keys);
model::SelfCheck display_check(const std::filesystem::path& root);
// Against the newest thing that the practice's file knows, and against the machine's own clock.
model::SelfCheck clock_check(const std::filesystem::path& root, core::WallTime now, core::WallTime newest);

Guard guard_of_this_process(const std::filesystem::path& root);
model::SelfCheck unit_check(const std::optional<Guard>& guard); // none: no kiosk has told

// `waiting`: how many packages have a newer version; none: nobody asked.
model::SelfCheck updates_check(const std::filesystem::path& root, core::WallTime now, std::optional<int> waiting);
std::optional<int> count_updates(); // asks apt, which takes a second or two; none where there is no apt

// The disk that a folder is on, as it judges itself (eMMC), or as smartctl reads it where this process may.
// None where nothing can be told.
std::optional<model::SelfCheck> wear_check(const std::filesystem::path& root, const std::filesystem::path& folder);

}
