// Backups of a visit's practice, and another machine to bring them back on.
#pragma once
#include "practice/backup.hpp"
#include "practice/restore.hpp"
#include "visits/a_kit.hpp"

namespace visits {

inline BackupPlan backup_plan(const Visit& visit, const std::filesystem::path& file) {
    return {.data_folder = visit.folder.path(),
            .content_folder = std::filesystem::path(SAMESIDE_SOURCE_DIR) / "content",
            .settings = "name = \"Rivergate\"\n",
            .file = file};
}

// While the kiosk runs.
inline MadeBackup backed_up(const Visit& visit, const std::filesystem::path& file) {
    const auto made = make_backup(backup_plan(visit, file), visit.clock.now().wall);
    REQUIRE_MESSAGE(made.has_value(), made.error().detail);
    return *made;
}

inline Backup read_whole(const std::filesystem::path& file) {
    auto read = read_backup(file);
    REQUIRE_MESSAGE(read.has_value(), read.error().detail);
    return std::move(*read);
}

inline vault::KeyPair kit_of(const Visit& visit, const Backup& backup) {
    auto pair = kit_for(backup, core::SecretText(visit.kit_words));
    REQUIRE_MESSAGE(pair.has_value(), pair.error().detail);
    return std::move(*pair);
}

// A machine with nothing on it: its visit starts once something was restored.
inline void clear(Visit& machine) {
    machine.kiosk.reset();
    for (const auto& each : std::filesystem::directory_iterator(machine.folder.path()))
        std::filesystem::remove_all(each.path());
}

inline void overwrite(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

}
