// The versions of a couple's joint statement that a visit can be read in, and what each is compared with.
#pragma once
#include "model/case/records.hpp"

namespace model {

struct Version {
    const Statement* statement; // in the file
    std::size_t number = 0;     // of its visit, from 1; 0: as it stands, not agreed by both
    core::WallTime at{};        // when it was agreed, where it was
    bool of_this_visit = true;
};
// Newest first: the statement as it stands where it differs from the last one agreed, those agreed at the visit, and
// last the newest one agreed at an earlier visit. Each but the last is compared with the one after it. `visit` is a
// place in the file.
std::vector<Version> versions_of(const CaseFile& file, std::size_t visit);

}
