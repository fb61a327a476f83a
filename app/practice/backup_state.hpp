// What is known of the last backup, in the file backup.state beside the data, under the device's hash: what another
// hand wrote there counts as nothing. For the board, and for the next backup.
#pragma once
#include "core/time.hpp"
#include "model/case/records.hpp"
#include "vault/device.hpp"
#include <filesystem>

namespace practice {

struct BackupState {
    std::optional<core::WallTime> made_at, rehearsed_at; // of the newest one; rehearsed: it was tried out and is whole
    std::int64_t generation = 0;                         // of that one
    std::optional<core::WallTime> failed_at;             // the last try, where it failed
    bool operator==(const BackupState&) const = default;
};

std::optional<BackupState> read_backup_state(const std::filesystem::path& data_folder, const vault::Device& device);
// Whole or not at all. Fails with disk_full or io.
[[nodiscard]] core::Done write_backup_state(const std::filesystem::path& data_folder, const BackupState& state,
                                            const vault::Device& device);

// For `sameside backup`: a new one, or one that was tried out. Keeps what else is known.
[[nodiscard]] core::Done note_backup(const std::filesystem::path& data_folder, core::WallTime made_at,
                                     std::int64_t generation, std::optional<core::WallTime> rehearsed_at);

// Good: made within twice `every`, tried out, and nothing failed since.
model::SelfCheck backup_check(const std::optional<BackupState>& state, core::WallTime now, std::chrono::hours every);

}
