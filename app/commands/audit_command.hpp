// `sameside audit`: whether the log is whole, and what is in it.
#pragma once
#include <filesystem>

namespace commands {

struct AuditPlan {
    std::filesystem::path data_folder;
    bool list = false; // print every entry, as CSV
};
// `sameside audit`. 0: whole. 1: something does not fit. 2: cannot be read.
int run_audit(const AuditPlan& plan);

}
