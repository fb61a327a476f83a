#include "report/case_export.hpp"

namespace report {

core::Result<std::vector<ExportVisit>> visits_of(const CaseExport& input) {
    std::vector<ExportVisit> visits;
    std::size_t placed = 0;
    const auto& newest_first = input.file.visits;
    for (auto at = newest_first.rbegin(); at != newest_first.rend(); ++at) {
        const model::VisitRecord& record = *at;
        if (input.only && record.sitting != *input.only) continue;
        ExportVisit visit{.content = model::content_of(input.content, record), .file = input.file, .visit = record};
        for (const model::PrivateRecord& given : input.private_records) {
            if (given.sitting != record.sitting) continue;
            auto& place = given.partner == model::Partner::a ? visit.private_a : visit.private_b;
            if (place == nullptr) ++placed;
            place = &given;
        }
        visits.push_back(visit);
    }
    if (input.only && visits.empty()) return core::fail(core::ErrorCode::invalid_state, "export: no such visit");
    if (placed != input.private_records.size())
        return core::fail(core::ErrorCode::invalid_state, "export: a private record is of another visit");
    return visits;
}

}
