// Looks at a kiosk's file before anything opens it for writing.
#pragma once
#include "store/schema.hpp"

namespace store {

// The version of the file when it is ours, whole and not newer than `steps`. Leaves the file and its log byte for byte
// as they are. Fails with not_found, not_sameside, newer_version, damaged, io, busy. check_header needs no lock;
// inspect wants the folder's lock held.
[[nodiscard]] core::Done check_header(const std::filesystem::path& file, std::span<const Step> steps);
[[nodiscard]] core::Result<int> inspect(const std::filesystem::path& file, std::span<const Step> steps, LogIndex index);

}
