#include "practice/figures_job.hpp"

namespace practice {

namespace {

// As many as can be read while a finger waits.
constexpr std::size_t cases_a_step = 20;

bool is_of_the_disk(const core::Error& error) {
    return error.code == core::ErrorCode::io || error.code == core::ErrorCode::busy ||
           error.code == core::ErrorCode::out_of_memory;
}

}

core::Done FiguresJob::add(CaseReader& reader, core::CaseId id) {
    const auto file = reader.visits_of(id);
    if (!file && is_of_the_disk(file.error())) return core::pass(file.error());
    if (!file) {
        m_sums.leave_out();
        return {};
    }
    std::vector<model::PrivateRecord> opened;
    for (const auto& visit : file->visits)
        for (const auto partner : model::both_partners) {
            if (!m_with_private || !model::part_of(visit, partner).content) continue;
            auto record = reader.private_record(visit.sitting, partner);
            if (!record) return core::pass(record.error()); // it was open a moment ago
            opened.push_back(std::move(*record));
        }
    m_sums.add(*file, opened);
    return {};
}

core::Done FiguresJob::go_on(CaseReader& reader) {
    for (std::size_t i = 0; i < cases_a_step && m_done < m_cases.size(); ++i, ++m_done)
        if (auto done = add(reader, m_cases[m_done]); !done) return done;
    return {};
}

}
