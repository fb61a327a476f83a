// `sameside backup`: everything a practice needs to go on elsewhere in one file, made while its kiosk runs.
#pragma once
#include "practice/backup_file.hpp"
#include "store/whole_copy.hpp"
#include <optional>

namespace practice {

struct BackupPlan {
    std::filesystem::path data_folder, content_folder;
    std::optional<std::string> settings; // the text of kiosk.toml; none: the backup has none
    std::filesystem::path file;          // nothing may be there
    store::Holder holder = store::Holder::not_known;
};

struct MadeBackup {
    core::WallTime made_at;
    std::int64_t generation = 0;
    std::string kit_fingerprint; // of the kit that opens it
    std::string findings;        // what was changed by another hand before; empty: nothing
};

// Changes nothing but `file`, which is on the disk when it returns. Fails with not_found (no practice there), tampered
// when device.key is not the database's, and as store::snapshot and write_backup do.
[[nodiscard]] core::Result<MadeBackup> make_backup(const BackupPlan& plan, core::WallTime at);

}
