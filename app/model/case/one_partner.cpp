#include "model/case/one_partner.hpp"

namespace model {

CaseFile only_of(CaseFile file, Partner partner) {
    for (auto& visit : file.visits) {
        (partner == Partner::a ? visit.b : visit.a) = PartRecord{};
        if (!visit.joint.content) continue;
        std::erase_if(visit.joint.content->drafts, [&](const Draft& draft) { return draft.author != partner; });
        // What stands on the shared page and is not agreed may be the other's alone.
        const auto& versions = visit.joint.content->versions;
        visit.joint.content->statement = versions.empty() ? Statement{} : versions.back().statement;
    }
    return file;
}

}
