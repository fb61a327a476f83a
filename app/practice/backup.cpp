#include "practice/backup.hpp"
#include "practice/device_rotation.hpp"
#include "practice/held_copy.hpp"
#include "vault/backup_keys.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace practice {

namespace {

namespace fs = std::filesystem;

core::Error unreadable(const fs::path& file) {
    return {core::ErrorCode::io, file.string() + " cannot be read"};
}

core::Result<std::string> text_in(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.is_open() || in.bad()) return core::pass(unreadable(file));
    return text;
}

core::Done add_content(std::vector<BackupEntry>& entries, const fs::path& folder) {
    std::error_code problem;
    std::vector<BackupEntry> found;
    for (fs::recursive_directory_iterator file(folder, problem), end; !problem && file != end;
         file.increment(problem)) {
        if (!file->is_regular_file(problem)) continue;
        auto text = text_in(file->path());
        if (!text) return core::pass(text.error());
        found.push_back({std::string(backup_content_prefix) + file->path().lexically_relative(folder).generic_string(),
                         std::move(*text)});
    }
    if (problem) return core::pass(unreadable(folder));
    std::ranges::sort(found, {}, &BackupEntry::name);
    std::ranges::move(found, std::back_inserter(entries));
    return {};
}

// The practice's row under the key in this file.
struct UnderKey {
    vault::Device device;
    store::PracticeRow practice;
    std::int64_t generation;
    std::string findings;
};
core::Result<UnderKey> read_under(const fs::path& key, std::string_view database) {
    auto device = vault::Device::open(key);
    if (!device) return core::pass(device.error());
    auto copy = HeldCopy::open(database, device->row_hash());
    if (!copy) return core::pass(copy.error());
    auto practice = copy->store().practice();
    if (!practice && practice.error().code != core::ErrorCode::tampered) return core::pass(practice.error());
    if (!practice || !std::ranges::equal(practice->device_public_key, device->public_key()))
        return core::fail(core::ErrorCode::tampered,
                          "device.key does not belong to sameside.db, or the practice's row was changed");
    return UnderKey{std::move(*device), std::move(*practice), copy->store().generation(),
                    copy->store().findings().empty() ? "" : copy->store().findings().words()};
}

}

core::Result<MadeBackup> make_backup(const BackupPlan& plan, core::WallTime at) {
    auto key = plan.data_folder / "device.key";
    const auto database_file = plan.data_folder / "sameside.db";
    std::error_code problem;
    if (!fs::exists(key, problem) || !fs::exists(database_file, problem))
        return core::fail(core::ErrorCode::not_found,
                          fmt::format("--data {}: no practice has been set up here", plan.data_folder.string()));
    if (fs::exists(fs::symlink_status(plan.file, problem)))
        return core::fail(core::ErrorCode::invalid_state,
                          plan.file.string() + ": something is there already; name another file");
    Backup backup{.made_at = at,
                  .generation = 0,
                  .device_public_key = {},
                  .recovery_public_key = {},
                  .sealed_device_key = {},
                  .entries = {}};
    auto bytes = store::snapshot(database_file, plan.holder);
    if (!bytes) return core::pass(bytes.error());
    backup.entries.push_back({std::string(backup_database_name), std::move(*bytes)});
    auto read = read_under(key, backup.entries.front().bytes);
    if (!read && read.error().code == core::ErrorCode::tampered && fs::exists(next_key(key), problem)) {
        key = next_key(key); // of a key that is being replaced
        read = read_under(key, backup.entries.front().bytes);
    }
    if (!read) return core::pass(read.error());
    backup.generation = read->generation;
    backup.device_public_key.assign(read->device.public_key().begin(), read->device.public_key().end());
    backup.recovery_public_key = read->practice.recovery_public_key;
    auto sealed = vault::seal_key_file(key, public_key_of(backup.recovery_public_key));
    if (!sealed) return core::pass(sealed.error());
    backup.sealed_device_key = std::move(*sealed);
    if (plan.settings) backup.entries.push_back({std::string(backup_settings_name), *plan.settings});
    if (auto added = add_content(backup.entries, plan.content_folder); !added) return core::pass(added.error());
    if (auto written = write_backup(plan.file, backup, read->device); !written) return core::pass(written.error());
    return MadeBackup{at, backup.generation, fingerprint(backup.recovery_public_key), std::move(read->findings)};
}

}
