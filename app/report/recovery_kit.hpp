// The recovery kit of a practice, as a PDF of one page to print and lock away: the recovery words, the same as a QR
// code, and what they are for. It is as secret as the key it holds.
#pragma once
#include "core/result.hpp"
#include "core/time.hpp"
#include <filesystem>
#include <string>

namespace report {

struct KitInput {
    std::string practice;
    std::string words;       // with spaces between
    std::string fingerprint; // of the public key, for comparing the page with its kiosk
    core::WallTime made_at;
};

// Never over a file that is there (invalid_state). Fails with disk_full, io or out_of_memory; invalid_state without
// words.
[[nodiscard]] core::Done write_recovery_kit(const KitInput& input, const std::filesystem::path& file);

}
