// A slip with a sitting's entry code, for the couple to carry from the desk to the kiosk. It names nobody: whoever
// finds it reads a code that opens nothing once the visit is over.
#pragma once
#include "core/result.hpp"
#include "core/time.hpp"

namespace report {

struct EntrySlip {
    std::string practice, entry_code;
    std::string chart_code; // so that the desk hands it to those it is for
    core::WallTime planned_at;
};

// US Letter, all of it in the upper third, to be cut or folded there. Fails with invalid_state without a code; with
// out_of_memory or unsupported.
[[nodiscard]] core::Result<std::string> entry_slip_pdf(const EntrySlip& slip);

}
