#include "practice/restore.hpp"
#include "practice/audit.hpp"
#include "practice/commit_count.hpp"
#include "report/whole_file.hpp"
#include "store/folder.hpp"
#include "vault/backup_keys.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace practice {

namespace {

namespace fs = std::filesystem;

core::Done write_restored_files(const Backup& backup, const fs::path& folder) {
    std::set<fs::path> folders{folder};
    for (const auto& entry : backup.entries) {
        if (entry.name == backup_database_name) continue;
        const auto file = folder / fs::path(entry.name);
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        if (error) return core::fail(core::ErrorCode::io, fmt::format("{}: {}", file.string(), error.message()));
        for (auto above = file.parent_path(); folders.insert(above).second;)
            above = above.parent_path();
        if (auto written = report::write_whole_file(file, entry.bytes, report::Existing::kept); !written)
            return written;
    }
    for (const auto& each : folders)
        if (std::error_code error; fs::is_directory(each, error))
            if (auto flushed = store::flush(each); !flushed) return flushed;
    return {};
}

core::Done place_key(const Backup& backup, const RestoreKey& key, const fs::path& to) {
    const auto done = key.kit != nullptr ? vault::unseal_key_file(backup.sealed_device_key, *key.kit, to)
                                         : vault::copy_key_file(key.device_key, to);
    if (!done) return done;
    const auto device = vault::Device::open(to);
    if (!device) return core::pass(device.error());
    if (std::ranges::equal(device->public_key(), backup.device_public_key)) return {};
    return core::fail(core::ErrorCode::tampered, "this device key is not the one that the backup was made with");
}

core::Result<Restored> make_restored(const Backup& backup, const RestoreKey& key, const fs::path& making,
                                     core::WallTime at) {
    if (auto placed = place_key(backup, key, making / "device.key"); !placed) return core::pass(placed.error());
    const auto* database = find_entry(backup, backup_database_name);
    if (database == nullptr) return core::fail(core::ErrorCode::tampered, "the backup has no database");
    if (auto written = report::write_whole_file(making / "sameside.db", database->bytes, report::Existing::kept);
        !written)
        return core::pass(written.error());
    {
        const auto device = vault::Device::open(making / "device.key");
        if (!device) return core::pass(device.error());
        auto count = CommitCount::open(making / "device.count", *device);
        if (!count) return core::pass(count.error());
        count->put(backup.generation);
    }
    Restored restored;
    {
        auto data = open_practice(making);
        if (!data) return core::pass(data.error());
        if (const auto& found = data->store.findings(); !found.empty()) restored.findings = found.words();
        const auto log = audit::verify(*data, [](const store::AuditRow&) {});
        restored.audit_whole = log && log->broken.empty();
        if (auto noted = audit::append(*data, at, "setup", "restored", fmt::format("generation:{}", backup.generation));
            !noted)
            return core::pass(noted.error());
    } // the database is closed: all of it is in its file
    if (auto written = write_restored_files(backup, making / restored_name); !written)
        return core::pass(written.error());
    if (auto flushed = store::flush(making / "device.count"); !flushed) return core::pass(flushed.error());
    if (auto flushed = store::flush(making); !flushed) return core::pass(flushed.error());
    return restored;
}

}

core::Done check_restore_folder(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return core::fail(core::ErrorCode::not_found,
                          fmt::format("--data {}: there is no such folder", folder.string()));
    for (const char* name : {"sameside.db", "sameside.db-wal", "sameside.db-journal", "device.key", "device.key.next",
                             "device.count", restored_name})
        if (fs::exists(fs::symlink_status(folder / name, error)))
            return core::fail(core::ErrorCode::invalid_state,
                              fmt::format("--data {}: {} is there; a backup is restored into an empty folder only",
                                          folder.string(), name));
    return {};
}

core::Result<vault::KeyPair> kit_for(const Backup& backup, const core::SecretText& words) {
    auto pair = vault::key_pair_from_words(words.view());
    if (!pair) return core::fail(pair.error().code, pair.error().detail + ": please compare it with the kit");
    if (!std::ranges::equal(pair->public_key, backup.recovery_public_key))
        return core::fail(core::ErrorCode::wrong_secret,
                          fmt::format("this is the kit {}; this backup needs the kit {}", fingerprint(pair->public_key),
                                      fingerprint(backup.recovery_public_key)));
    return pair;
}

core::Result<Restored> restore(const Backup& backup, const RestoreKey& key, const fs::path& folder, core::WallTime at,
                               const std::function<void(SetUpStep)>& passed) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) return core::pass(check_restore_folder(folder).error());
    settle_set_up(folder);
    if (auto is_free = check_restore_folder(folder); !is_free) return core::pass(is_free.error());
    auto lock = store::FolderLock::take(folder / "sameside.db");
    if (!lock) return core::pass(lock.error());
    if (auto is_free = check_restore_folder(folder); !is_free) return core::pass(is_free.error());
    const auto making = making_folder(folder);
    if (!fs::create_directory(making, error))
        return core::fail(core::ErrorCode::io, fmt::format("{}: {}", making.string(), error.message()));
    fs::permissions(making, fs::perms::owner_all, error);
    auto restored = make_restored(backup, key, making, at);
    if (restored) {
        if (passed) passed(SetUpStep::practice_made);
        if (auto placed = place_practice(folder, passed); !placed) restored = core::pass(placed.error());
    }
    // Once the key is in its place, the next opening goes on with the rest.
    if (!restored && !fs::exists(folder / "device.key", error)) {
        fs::remove_all(making, error);
        fs::remove(folder / "kiosk.lock", error);
    }
    if (!restored) return restored;
    if (passed) passed(SetUpStep::practice_placed);
    fs::remove_all(making, error);
    return restored;
}

}
