// `sameside export --all --format study`: everybody whose answers a therapist can read, as tables for a study. The
// kiosk must not be running, for it holds the data. The passphrase is asked at the terminal; wrong ones are counted and
// waited for as on the kiosk's own screen, and what was read and written stands in the audit log.
#pragma once
#include "core/secret.hpp"
#include "practice/study_files.hpp"

namespace commands {

struct StudyOrder {
    std::filesystem::path data_folder;
    std::string therapist; // the name; empty where there is one
    practice::StudyPlan plan;
};

// Fails with not_found for a folder or a therapist that is not there; with wrong_secret or throttled; as
// open_practice() and write_study() do.
[[nodiscard]] core::Result<practice::StudyFiles> export_study(const StudyOrder& order,
                                                              const core::SecretText& passphrase);

// Asks for the passphrase, writes, and prints the files' names. 0; 1 when something could not be opened, which is said
// on standard error; or 2 with one line there.
int run_study(const StudyOrder& order);

}
