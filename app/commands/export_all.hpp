// `sameside export --all` in a format of charts: every case that a therapist can read, each in files of its own. One of
// them is in memory at a time.
#pragma once
#include "commands/export_case.hpp"

namespace commands {

struct ExportedAll {
    std::size_t cases = 0, files = 0;
    std::vector<std::string> refused;  // "RG-2041: 2026-03-02, part a: This part was changed ..."
    std::vector<std::string> left_out; // chart codes of cases that could not be read at all
};

// `plan` without a chart code. Tells of each file as soon as it is there; what was written before a failure stays. As
// export_case() does; not_found where there is no case.
[[nodiscard]] core::Result<ExportedAll> export_all(const practice::ExportPlan& plan, const ExportSecrets& secrets,
                                                   const std::function<void(const std::filesystem::path&)>& tell);

// As run_export(), with status 1 also where a case was left out.
int run_export_all(const practice::ExportPlan& plan);

}
