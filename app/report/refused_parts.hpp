// Sealed parts of a visit that could not be opened: changed outside the kiosk, damaged, or not locked for this reader.
// Whatever is written of the visit names each of them.
#pragma once
#include "model/case/records.hpp"
#include <string_view>

namespace report {

struct RefusedPart {
    std::optional<model::Partner> whose; // none: the shared page
    core::Message why;
};

std::vector<RefusedPart> refused_parts(const model::VisitRecord& visit); // partner A, partner B, the shared page

// The same in each language, for columns and codes.
inline constexpr std::string_view refused_status = "unreadable";

}
