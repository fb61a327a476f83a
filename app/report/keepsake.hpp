// One page that a couple takes home: who they are and what they stand for together, in their own words. It has no chart
// code, no practice, nothing that was asked and nothing that was not released: only what the joint part holds.
#pragma once
#include "core/result.hpp"
#include "model/case/records.hpp"

namespace report {

struct Keepsake {
    std::string name_a, name_b;           // either may be empty
    model::Statement statement;           // the words both agreed to
    std::string intention_a, intention_b; // what each released, or empty
    core::WallTime agreed_at;
};

// The last words that both agreed to, and what each released of `intention` (my-mission's "intention-me"), when there
// is such an item. Fails with invalid_state while there is nothing that both agreed to.
[[nodiscard]] core::Result<Keepsake> keepsake_of(const model::CaseFile& file, const model::VisitRecord& visit,
                                                 const std::optional<model::ItemRef>& intention);

// US Letter, one page whatever the length: the statement is set in 23 points and in smaller ones until it fits; below
// 14 the picture becomes small, and below 10 the intentions are left out. An intention that needs more room than its
// place has at 8 points is left out. Fails with invalid_state without a sentence; with unsupported when it does not fit
// in 2.5 points, which takes more than a joint part can hold; with out_of_memory.
[[nodiscard]] core::Result<std::string> keepsake_pdf(const Keepsake& keepsake);

}
