// A backup tried out: opened as a restore would open it, in memory, and held against the practice as it is now.
#pragma once
#include "practice/backup_file.hpp"
#include "store/whole_copy.hpp"

namespace practice {

struct TriedBackup {
    core::WallTime made_at;
    std::int64_t generation = 0, changes_since = 0;
    store::RowsCompared rows;
    std::string findings; // what was changed by another hand before it was made; empty: nothing
};

// Changes nothing. Whole means: the file as it was signed by this kiosk's device, its database under this device's
// hashes and not newer than the practice's, its audit log the beginning of today's, each form as it is kept
// today, and where nothing was committed since, each row the same. Fails with tampered naming what does not fit, and as
// read_backup(), store::snapshot and Database::open do.
[[nodiscard]] core::Result<TriedBackup> try_backup(const std::filesystem::path& file,
                                                   const std::filesystem::path& data_folder, store::Holder holder);

}
