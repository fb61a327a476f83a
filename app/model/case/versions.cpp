#include "model/case/versions.hpp"

namespace model {

std::vector<Version> versions_of(const CaseFile& file, std::size_t visit) {
    std::vector<Version> versions;
    if (visit >= file.visits.size() || !file.visits[visit].joint.content) return versions;
    const auto& joint = *file.visits[visit].joint.content;
    const bool agreed = !joint.versions.empty() && joint.versions.back().statement == joint.statement;
    const bool anything = !joint.statement.sentences.empty() || !joint.versions.empty();
    if (!agreed && anything) versions.push_back({.statement = &joint.statement});
    for (std::size_t i = joint.versions.size(); i-- > 0;)
        versions.push_back({&joint.versions[i].statement, i + 1, joint.versions[i].at});
    if (versions.empty()) return versions;
    for (std::size_t before = visit + 1; before < file.visits.size(); ++before) {
        const auto& content = file.visits[before].joint.content;
        if (!content || content->versions.empty()) continue;
        const auto& last = content->versions.back();
        versions.push_back({&last.statement, content->versions.size(), last.at, false});
        break;
    }
    return versions;
}

}
