// Finding a couple in the therapist's list.
#pragma once
#include "model/records.hpp"
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace model {

// Indexes of the cases whose chart code or names hold every word of `search`, in the order given. Capitals and the
// accents of Latin letters make no difference; an empty search matches all.
std::vector<std::size_t> matching_cases(std::span<const CaseSummary> cases, std::string_view search);

}
