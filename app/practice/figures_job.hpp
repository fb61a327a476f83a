// Reads the cases of a therapist, one after the other, for the practice's own figures. Of a case that was added only
// sums stay in memory. Holds no key: each step is given a reader.
#pragma once
#include "model/case/practice_figures.hpp"
#include "practice/case_reader.hpp"

namespace practice {

class FiguresJob {
public:
    // `today`, in the source language, outlives it.
    FiguresJob(const model::Content& today, std::vector<core::CaseId> cases, bool with_private)
        : m_sums(today), m_cases(std::move(cases)), m_with_private(with_private) {}

    std::size_t done() const { return m_done; } // cases
    std::size_t of() const { return m_cases.size(); }
    // The next few. What was changed or damaged is left out and counted; fails where the disk does.
    [[nodiscard]] core::Done go_on(CaseReader& reader);
    model::PracticeFigures figures(core::WallTime at) const { return m_sums.figures(at, m_with_private); }

private:
    core::Done add(CaseReader& reader, core::CaseId id);

    model::FigureSums m_sums;
    std::vector<core::CaseId> m_cases;
    bool m_with_private;
    std::size_t m_done = 0;
};

}
