#include "commands/audit_command.hpp"
#include "commands/terminal.hpp"
#include "practice/audit.hpp"
#include "report/iso_time.hpp"
#include <fmt/format.h>

namespace commands {

int run_audit(const AuditPlan& plan) {
    auto data = practice::open_practice(plan.data_folder);
    if (!data) return refuse(data.error());
    if (plan.list) fmt::print("entry,time,who,what,about\n");
    const auto report = practice::audit::verify(*data, [&](const store::AuditRow& row) {
        if (!plan.list) return;
        const auto at = report::utc_stamp(core::WallTime(core::Milliseconds(row.at_ms)));
        fmt::print("{},{},{},{},{}\n", row.sequence, at, row.who, row.what, row.about);
    });
    if (!report) return refuse(report.error());
    if (!report->broken.empty()) {
        fmt::print(stderr, "sameside: the audit log is not whole: {}\n", report->broken);
        return 1;
    }
    fmt::print(stderr, "The audit log is whole: {} entries.\n", report->entries);
    return 0;
}

}
