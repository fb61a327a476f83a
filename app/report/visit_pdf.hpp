// One visit as a PDF for the therapist's records: US Letter, selectable text. Public pages are numbered
// among themselves and read the same whether or not private answers exist or are added; each partner's private answers
// stand on pages of their own, headed as such, and only when their record is given.
#pragma once
#include "core/result.hpp"
#include "model/case/records.hpp"

namespace report {

struct VisitPdfInput {
    const model::Content& content;
    const model::CaseFile& file;
    std::size_t visit = 0; // index in file.visits
    std::string practice;
    std::optional<model::Partner> whose; // this partner alone, of a file that holds nothing else: see model::only_of
    std::optional<model::PrivateRecord> private_a, private_b;
    core::WallTime printed_at;
};

// Fails with out_of_memory or unsupported; with invalid_state when there is no such visit or a private record is of
// another visit or partner.
[[nodiscard]] core::Result<std::string> visit_pdf(const VisitPdfInput& input);

}
