#include "practice/backup_schedule.hpp"
#include "core/hex.hpp"
#include "practice/backup_trial.hpp"
#include "report/iso_time.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace practice {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view stick_prefix = "usb:", backup_ending = ".backup";

core::Result<fs::path> target_of(const ScheduledBackups& backups) {
    const auto& folder = backups.schedule.folder;
    if (folder.starts_with(stick_prefix)) {
        const auto label = folder.substr(stick_prefix.size());
        const auto drives = backups.usb_drives ? backups.usb_drives() : std::vector<model::ExportPlace>();
        const auto found = std::ranges::find(drives, label, &model::ExportPlace::name);
        if (found == drives.end()) return core::fail(core::ErrorCode::not_found, folder + " is not in the kiosk");
        return fs::path(found->folder);
    }
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return core::fail(core::ErrorCode::not_found, folder + ": there is no such folder");
    return fs::path(folder);
}

// Two kiosks may share a folder.
std::string own_prefix(const vault::Device& device) {
    return fmt::format("sameside-{}-", core::hex(device.public_key().first(4)));
}

// Where the moment begins in a name, behind the mark of a device.
constexpr std::size_t stamp_at = 18;

bool is_named_as_one(std::string_view name) {
    return name.size() > stamp_at && name.starts_with("sameside-") && name[stamp_at - 1] == '-' &&
           name.ends_with(backup_ending);
}

// This practice's, in the order of time. A device key that was replaced left its mark on those of before: they are
// known by the kit that opens them, and through each other where that was replaced as well.
std::vector<fs::path> own_backups(const fs::path& folder, const std::string& prefix, const Backup& newest) {
    struct Found {
        fs::path file;
        vault::Bytes device, kit;
        bool own = false;
    };
    std::vector<Found> all;
    std::error_code error;
    for (fs::directory_iterator file(folder, error), end; !error && file != end; file.increment(error)) {
        const auto name = file->path().filename().string();
        if (!is_named_as_one(name)) continue;
        Found found{.file = file->path(), .device = {}, .kit = {}, .own = name.starts_with(prefix)};
        if (auto head = read_backup_head(file->path())) {
            found.device = std::move(head->device_public_key);
            found.kit = std::move(head->recovery_public_key);
        }
        all.push_back(std::move(found));
    }
    std::set<vault::Bytes> keys{newest.device_public_key, newest.recovery_public_key};
    for (auto known = std::size_t{0}; known != keys.size();) {
        known = keys.size();
        for (auto& each : all) {
            if (each.device.empty() || (!keys.contains(each.device) && !keys.contains(each.kit))) continue;
            each.own = true;
            keys.insert(each.device);
            keys.insert(each.kit);
        }
    }
    std::erase_if(all, [](const Found& each) { return !each.own; });
    std::ranges::sort(all, {}, [](const Found& each) { return each.file.filename().string().substr(stamp_at); });
    std::vector<fs::path> files;
    for (auto& each : all)
        files.push_back(std::move(each.file));
    return files;
}

core::Done make_and_try(const ScheduledBackups& backups, const vault::Device& device, core::WallTime now,
                        BackupState& state) {
    const auto folder = target_of(backups);
    if (!folder) return core::pass(folder.error());
    const auto prefix = own_prefix(device);
    auto stamp = report::utc_stamp(now);
    std::erase(stamp, ':'); // which sticks do not take in a name
    const auto file = *folder / (prefix + stamp + std::string(backup_ending));
    const auto made = make_backup({.data_folder = backups.data_folder,
                                   .content_folder = backups.content_folder,
                                   .settings = backups.settings,
                                   .file = file,
                                   .holder = backups.holder},
                                  now);
    if (!made) return core::pass(made.error());
    std::error_code ignored;
    if (const auto tried = try_backup(file, backups.data_folder, backups.holder); !tried) {
        fs::remove(file, ignored); // one an hour would fill the disk
        return core::pass(tried.error());
    }
    state = {.made_at = made->made_at, .rehearsed_at = now, .generation = made->generation, .failed_at = std::nullopt};
    const auto newest = read_backup_head(file);
    if (!newest) return core::pass(newest.error());
    auto all = own_backups(*folder, prefix, *newest);
    std::erase(all, file);
    const auto others = static_cast<std::size_t>(std::max(backups.schedule.keep, 1) - 1);
    for (std::size_t i = 0; i + others < all.size(); ++i)
        fs::remove(all[i], ignored);
    return {};
}

}

bool is_due(const std::optional<BackupState>& state, core::WallTime now, std::chrono::hours every) {
    if (!state) return true;
    if (state->failed_at) return now >= *state->failed_at + std::chrono::hours(1) || now < *state->failed_at;
    return !state->made_at || now >= *state->made_at + every || now < *state->made_at;
}

core::Result<BackupState> go_on_with(const ScheduledBackups& backups, core::WallTime now) {
    const auto device = vault::Device::open(backups.data_folder / "device.key");
    if (!device) return core::pass(device.error());
    const auto known = read_backup_state(backups.data_folder, *device);
    if (!is_due(known, now, backups.schedule.every)) return *known;
    auto state = known.value_or(BackupState{});
    state.failed_at.reset();
    if (const auto done = make_and_try(backups, *device, now, state); !done) {
        state.failed_at = now;
        fmt::print(stderr, "sameside: backup: {}\n", done.error().detail);
    }
    if (const auto written = write_backup_state(backups.data_folder, state, *device); !written)
        return core::pass(written.error());
    return state;
}

BackupsAside::BackupsAside(ScheduledBackups backups) : m_backups(std::move(backups)), m_thread([this] { run(); }) {}

BackupsAside::~BackupsAside() {
    {
        const std::scoped_lock lock(m_mutex);
        m_over = true;
    }
    m_woken.notify_all();
    m_thread.join();
}

void BackupsAside::run() {
    std::unique_lock lock(m_mutex);
    while (!m_over) {
        lock.unlock();
        const auto now = std::chrono::time_point_cast<core::Milliseconds>(std::chrono::system_clock::now());
        (void)go_on_with(m_backups, now);
        lock.lock();
        m_woken.wait_for(lock, std::chrono::minutes(1), [this] { return m_over; });
    }
}

}
