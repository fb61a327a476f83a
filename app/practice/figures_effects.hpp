// The practice's own figures, for a therapist who is unlocked. What cannot be logged in the audit log is not read, and
// not written.
#pragma once
#include "practice/answers.hpp"
#include "practice/effect_context.hpp"
#include "practice/figures_job.hpp"

namespace practice {

// Where they are written, over what was there: "figures.csv", "figures items.csv", "figures.pdf".
// Fails as the writers of report/ do.
[[nodiscard]] core::Result<std::vector<std::filesystem::path>> write_figures(const model::PracticeFigures& figures,
                                                                             const std::filesystem::path& to,
                                                                             const model::Locale& locale,
                                                                             std::span<const model::Locale> locales);

class FiguresEffects {
public:
    explicit FiguresEffects(EffectContext& context) : m_context(context) {}

    Answers on(const model::effect::GatherFigures&);
    Answers on(const model::effect::GoOnGathering&);
    Answers on(const model::effect::StopGathering&);
    Answers on(const model::effect::WriteFigures&);
    void stop() { m_job.reset(); }

private:
    Answers go_on();
    CaseReader reader() { return {m_context.data, m_context.forms, *m_context.keys.therapist}; }

    EffectContext& m_context;
    std::optional<FiguresJob> m_job;
};

}
