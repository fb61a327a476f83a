// `sameside export`: a case in files, for the therapist who can open it. The kiosk must not be running, for it holds
// the data. Passphrases are asked at the terminal, never taken from arguments; wrong ones are counted and waited for as
// on the kiosk's own screen, and what was read and exported stands in the audit log.
#pragma once
#include "practice/export_job.hpp"
#include <vector>

namespace commands {

struct ExportSecrets {
    core::SecretText passphrase;
    core::SecretText archive; // of the zip file
};

// The files written: "CODE answers.csv" and "CODE scores.csv"; "CODE.json"; "CODE.fhir.json"; "CODE DAY.pdf" for each
// visit; or all of them, and the page to take home, in "CODE.zip". All are whole or none is there; older ones are
// replaced. CODE is the chart code with a hyphen for all but letters and digits, then "-A" or "-B" where it is one
// partner's, then " private" where private items are in it. Fails with not_found for a case, a folder or a therapist
// that is not there; with invalid_state for private items of both; with wrong_secret or throttled; as open_practice()
// and the writers do.
struct Exported {
    std::vector<std::filesystem::path> files;
    std::vector<practice::RefusedInExport> refused; // named in the files, and not in them
};
[[nodiscard]] core::Result<Exported> export_case(const practice::ExportPlan& plan, const ExportSecrets& secrets);

// "2026-03-02, part a: This part was changed ...", in the source language.
std::string words_of(const practice::RefusedInExport& refused);

// What run_export() does beside it, also for all cases: fails with not_found where there is no such folder; asks for
// the secrets, after that; prints one line on standard error, and gives 2.
[[nodiscard]] core::Done check_export_folder(const practice::ExportPlan& plan);
[[nodiscard]] core::Result<ExportSecrets> ask_export_secrets(const practice::ExportPlan& plan);
int refuse_export(const core::Error& why);

// Asks for the secrets, writes, and prints the files' names. 0; 1 when a part could not be opened, which is named on
// standard error; or 2 with one line there.
int run_export(const practice::ExportPlan& plan);

}
