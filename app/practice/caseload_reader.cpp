// The therapist's list and what stands beside each couple in it.
#include "model/case/caseload.hpp"
#include "model/case/trend.hpp"
#include "practice/case_reader.hpp"
#include "practice/row_values.hpp"
#include <algorithm>

namespace practice {

namespace {

constexpr std::size_t most_glanced_at = 8; // visits

model::PrivateAnswers private_answers(const store::CaseLine::Sealed& sealed) {
    if (!sealed.any) return model::PrivateAnswers::none;
    return sealed.private_left ? model::PrivateAnswers::not_opened : model::PrivateAnswers::opened;
}

}

core::Result<model::CaseSummary> CaseReader::summary(const store::CaseLine& line) {
    auto chart_code = chart_code_of(m_data.device, line.row);
    if (!chart_code) return core::pass(chart_code.error());
    auto names = names_of(m_data.device, line.row);
    if (!names) return core::pass(names.error());
    model::CaseSummary summary{.id = line.row.id,
                               .chart_code = std::move(*chart_code),
                               .name_a = std::move(names->a),
                               .name_b = std::move(names->b),
                               .visits = line.visits,
                               .unread_a = line.unread_a,
                               .unread_b = line.unread_b,
                               .unread_joint = line.unread_joint,
                               .private_answers = {private_answers(line.sealed_a), private_answers(line.sealed_b)},
                               .legal_hold = line.row.legal_hold};
    if (line.visits > 0) summary.last_visit = time_of(line.last_planned_ms);
    for (const auto& wish : line.wishes) {
        const auto open = open_wish(m_data.device, wish.sealed, wish.part);
        if (!open) return core::pass(open.error());
        const bool raised = *open != Wish::none;
        switch (wish.owner) {
        case store::PartOwner::a:
            summary.wish_a = summary.wish_a || raised;
            break;
        case store::PartOwner::b:
            summary.wish_b = summary.wish_b || raised;
            break;
        case store::PartOwner::joint:
            summary.wish_joint = summary.wish_joint || raised;
            break;
        }
    }
    summary.folded = model::fold_for_search(summary);
    return summary;
}

core::Result<std::vector<model::CaseSummary>> CaseReader::caseload(core::WallTime now) {
    const auto lines = m_data.store.caseload(m_who.id, now - wishes_of_late);
    if (!lines) return core::pass(lines.error());
    std::vector<model::CaseSummary> cases;
    cases.reserve(lines->size());
    for (const auto& line : *lines) {
        auto read = summary(line);
        if (!read) return core::pass(read.error());
        cases.push_back(std::move(*read));
    }
    std::ranges::sort(cases, [](const auto& a, const auto& b) {
        return a.last_visit != b.last_visit ? a.last_visit > b.last_visit : a.id < b.id;
    });
    return cases;
}

std::vector<model::Glance> CaseReader::glances(std::span<const core::CaseId> ids) {
    std::vector<model::Glance> glances;
    for (const auto id : ids) {
        const auto sittings = m_data.store.sittings_of(id);
        if (!sittings) continue;
        model::CaseFile file{.id = id};
        for (const auto& sitting : *sittings) {
            if (file.visits.size() == most_glanced_at) break;
            if (auto read = visit(sitting)) file.visits.push_back(std::move(*read));
        }
        glances.push_back(model::glance_of(m_forms.today(), file));
    }
    return glances;
}

}
