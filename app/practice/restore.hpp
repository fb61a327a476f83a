// `sameside restore`: a practice from a backup, in a folder that has none.
#pragma once
#include "practice/backup_file.hpp"
#include "practice/set_up.hpp"

namespace practice {

// Fails with not_found when there is no such folder, with invalid_state when a practice, or a piece of one, is there.
[[nodiscard]] core::Done check_restore_folder(const std::filesystem::path& folder);
// The key pair of a kit's 18 words. Fails with wrong_secret, naming the word, or the kit that is needed.
[[nodiscard]] core::Result<vault::KeyPair> kit_for(const Backup& backup, const core::SecretText& words);

struct RestoreKey { // one of these
    const vault::KeyPair* kit = nullptr;
    std::filesystem::path device_key; // a copy of the kiosk's own
};

struct Restored {
    std::string findings; // what was changed by another hand before the backup was made; empty: nothing
    bool audit_whole = true;
};

// Puts device.key, device.count, sameside.db and `restored/` (content and settings) in their places. Whoever is cut off
// at any instant has all of it or nothing. `passed` is told of the last three steps of a setup. Fails as
// check_restore_folder(); with tampered when the key is not the backup's; with disk_full, io.
[[nodiscard]] core::Result<Restored> restore(const Backup& backup, const RestoreKey& key,
                                             const std::filesystem::path& folder, core::WallTime at,
                                             const std::function<void(SetUpStep)>& passed = {});

}
