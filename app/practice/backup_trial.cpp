#include "practice/backup_trial.hpp"
#include "practice/device_rotation.hpp"
#include "practice/held_copy.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace practice {

namespace {

// The key that signed the backup: device.key, or where it could not be put there, the one beside.
core::Result<vault::Device> signer_of(const Backup& backup, const std::filesystem::path& data_folder) {
    const auto key = data_folder / "device.key";
    for (const auto& each : {key, next_key(key)}) {
        auto device = vault::Device::open(each);
        if (!device && each == key) return device;
        if (device && std::ranges::equal(device->public_key(), backup.device_public_key)) return device;
    }
    return core::fail(core::ErrorCode::tampered,
                      "the backup is another kiosk's, or was made before this one's device key was replaced");
}

}

core::Result<TriedBackup> try_backup(const std::filesystem::path& file, const std::filesystem::path& data_folder,
                                     store::Holder holder) {
    auto backup = read_backup(file);
    if (!backup) return core::pass(backup.error());
    const auto device = signer_of(*backup, data_folder);
    if (!device) return core::pass(device.error());
    const auto differs = [&](std::string_view what) {
        return core::fail(core::ErrorCode::tampered, fmt::format("{}: {}", file.string(), what));
    };
    auto earlier = HeldCopy::open(find_entry(*backup, backup_database_name)->bytes, device->row_hash());
    if (!earlier) return core::pass(earlier.error());
    backup->entries = {}; // a practice's whole database: it is held once
    auto bytes = store::snapshot(data_folder / "sameside.db", holder);
    if (!bytes) return core::pass(bytes.error());
    auto later = HeldCopy::open(*bytes, device->row_hash());
    if (!later) return core::pass(later.error());
    bytes->clear();
    bytes->shrink_to_fit();
    TriedBackup tried{.made_at = backup->made_at,
                      .generation = backup->generation,
                      .changes_since = later->store().generation() - earlier->store().generation(),
                      .rows = {},
                      .findings = earlier->store().findings().empty() ? "" : earlier->store().findings().words()};
    if (earlier->store().generation() != backup->generation) return differs("its database is of another time");
    if (tried.changes_since < 0) return differs("it is newer than the practice: an earlier copy stands there");
    const auto compared = store::compare_rows(earlier->file(), later->file());
    if (!compared) return core::pass(compared.error());
    tried.rows = *compared;
    if (compared->audit_differs > 0) return differs("its audit log is not the beginning of the practice's");
    if (compared->forms_differ > 0) return differs("its forms are not those of the practice");
    if (tried.changes_since == 0 && (compared->differ != 0 || compared->added != 0))
        return differs("its rows are not those of the practice, which has not changed since");
    return tried;
}

}
