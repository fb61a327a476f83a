#include "model/case/whose_file.hpp"
#include "model/form/privacy.hpp"

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

namespace {

bool is_authors_only(const Content& content, const ItemRef& ref) {
    const Module* module = find_module(content, ref.module);
    const Item* item = module == nullptr ? nullptr : find_item(*module, ref.item);
    return item != nullptr && item->author_only;
}

}

CaseFile for_both(const Content& today, CaseFile file) {
    std::map<core::FormHash, std::shared_ptr<const AskedForm>> made; // visits share their forms
    for (auto& visit : file.visits) {
        const Content& content = content_of(today, visit);
        const auto hidden = [&](const auto& entry) { return is_authors_only(content, entry.first); };
        for (PartRecord* part : {&visit.a, &visit.b}) {
            if (!part->content) continue;
            std::erase_if(part->content->answers, hidden);
            std::erase_if(part->content->first_at, hidden);
        }
        if (!visit.form) continue;
        auto& form = made[visit.form->hash];
        if (!form) {
            auto copy = std::make_shared<AskedForm>(*visit.form);
            for (auto& [tag, words] : copy->in)
                words = with_authors_private(std::move(words));
            form = std::move(copy);
        }
        visit.form = form;
    }
    return file;
}

std::vector<const VisitRecord*> notes_for_file(const CaseFile& file, std::optional<core::SittingId> only,
                                               ExportFormat format, std::optional<Partner> whose) {
    std::vector<const VisitRecord*> visits;
    if (whose || facts_of(format).is_joint) return visits;
    for (const auto& visit : file.visits) {
        const bool meant = !only || visit.sitting == *only;
        if (meant && (!visit.note.empty() || !visit.note_problem.empty())) visits.push_back(&visit);
    }
    return visits;
}

}
