// One file that holds a practice: its database, its device key sealed to the recovery kit, its content and settings.
// All about people in it is sealed; the rest is signed by the device. Layout: a line that names format and version, the
// size of the manifest (8 bytes, little-endian), the manifest (JSON), the device's signature over line and manifest (64
// bytes), and the bytes of each entry in the manifest's order.
#pragma once
#include "core/time.hpp"
#include "vault/reader.hpp"
#include <filesystem>

namespace practice {

struct BackupEntry {
    std::string name; // "sameside.db", "kiosk.toml" or "content/...", with / between folders
    std::string bytes;
};

struct Backup {
    core::WallTime made_at;
    std::int64_t generation = 0; // commits the database had seen
    vault::Bytes device_public_key, recovery_public_key, sealed_device_key;
    std::vector<BackupEntry> entries;
};

inline constexpr std::string_view backup_database_name = "sameside.db", backup_settings_name = "kiosk.toml",
                                  backup_content_prefix = "content/";

// Below the folder it is unpacked in, whatever it says: no "..", nothing absolute, no sign a file system may not take.
bool is_entry_name(std::string_view name);
const BackupEntry* find_entry(const Backup& backup, std::string_view name);

// On the disk when it returns; a new file (invalid_state when something is there). Fails with disk_full or io; with
// unsupported when there is more than a backup can take (1 GiB an entry, 10000 entries).
[[nodiscard]] core::Done write_backup(const std::filesystem::path& file, const Backup& backup,
                                      const vault::Device& signer);
// Whole, unchanged and signed by the device that it names. Fails with not_found, io, not_sameside, newer_version, or
// tampered naming what does not fit.
[[nodiscard]] core::Result<Backup> read_backup(const std::filesystem::path& file);
// What it says of itself, signed by the device that it names: no entry is read. Fails as read_backup() does.
[[nodiscard]] core::Result<Backup> read_backup_head(const std::filesystem::path& file);

}
