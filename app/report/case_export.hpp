// A whole case, or one visit of it, to be written out as JSON or FHIR.
#pragma once
#include "core/result.hpp"
#include "report/export_rows.hpp"

namespace report {

struct CaseExport {
    const model::Content& content;
    const model::CaseFile& file;
    std::string practice;
    core::WallTime made_at;
    std::vector<model::PrivateRecord> private_records; // only of the visits and partners that were asked for
    std::optional<core::SittingId> only;               // this visit alone; none: every visit
    std::string identifier_system = {};  // of the chart code in a health record; empty: one is made of the practice
    std::optional<model::Partner> whose; // this partner alone, of a file that holds nothing else: see model::only_of
};

// Oldest first. What is returned points into `input`. Fails with invalid_state when there is no such visit, or when a
// private record belongs to none that is exported.
[[nodiscard]] core::Result<std::vector<ExportVisit>> visits_of(const CaseExport& input);

}
