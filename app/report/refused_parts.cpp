#include "report/refused_parts.hpp"

namespace report {

std::vector<RefusedPart> refused_parts(const model::VisitRecord& visit) {
    std::vector<RefusedPart> refused;
    for (const auto partner : {model::Partner::a, model::Partner::b})
        if (const auto& part = model::part_of(visit, partner); !part.problem.empty())
            refused.push_back({partner, part.problem});
    if (!visit.joint.problem.empty()) refused.push_back({std::nullopt, visit.joint.problem});
    return refused;
}

}
