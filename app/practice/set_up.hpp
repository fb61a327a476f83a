// A practice made so that whoever is cut off at any instant has either nothing or all of it: what is made stands in a
// folder of its own until the recovery kit is on the disk.
#pragma once
#include "practice/kit.hpp"
#include <functional>

namespace practice {

enum class SetUpStep { key_made, practice_made, kit_written, key_placed, practice_placed }; // in this order

// Makes device.key and sameside.db in an existing folder, never over existing ones (invalid_state), and the kit.
// `passed` is told of each step. What failed leaves nothing behind.
[[nodiscard]] core::Done set_up_practice(const std::filesystem::path& folder, const NewPractice& practice,
                                         const KitPlan& kit, core::WallTime at,
                                         const std::function<void(SetUpStep)>& passed = {});

// For what makes a practice otherwise: the folder it is made in, inside of `folder` and under its lock, and the step
// that puts the whole of it in its place, the key first. Once the key is there, settle_set_up() goes on where this is
// cut off.
inline constexpr auto restored_name = "restored"; // a folder that may come with it
std::filesystem::path making_folder(const std::filesystem::path& folder);
[[nodiscard]] core::Done place_practice(const std::filesystem::path& folder,
                                        const std::function<void(SetUpStep)>& passed);

// What was cut off: a practice whose kit was written is put in its place, anything less is removed. For whoever opens
// the folder or makes a practice in it.
void settle_set_up(const std::filesystem::path& folder);

}
