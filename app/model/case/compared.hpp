// A score beside the same person's score of an earlier visit.
#pragma once
#include "model/case/records.hpp"
#include "model/scoring/change.hpp"

namespace model {

struct Compared {
    core::WallTime since; // the earlier visit's date
    Change change;
};

// The same form, or forms of which one asks the other's items again.
bool comparable(const Module& one, const Module& other);

// Scores of the same measure: over the same answers, made in the same way.
bool measure_alike(const Scale& one, const Scale& other);

// The latest visit before `visit` (an index into file.visits, newest first) in which this partner's score can be
// compared; see comparable(). Only the same items count; see change().
// Nothing without such a visit, and for private scales, whose records hold no answers here.
std::optional<Compared> compared_with_earlier(const Content& content, const CaseFile& file, std::size_t visit,
                                              Partner partner, const Module& module, const Scale& scale);

}
