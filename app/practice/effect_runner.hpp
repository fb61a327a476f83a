// The one place where orders touch the world: runs an effect to its end and answers with actions. Each effect is run by
// the class of the person it is for.
#pragma once
#include "practice/couple_effects.hpp"
#include "practice/desk_effects.hpp"
#include "practice/export_effects.hpp"
#include "practice/figures_effects.hpp"
#include "practice/therapist_effects.hpp"

namespace practice {

class EffectRunner {
public:
    EffectRunner(PracticeData data, World world);
    EffectRunner(const EffectRunner&) = delete; // the classes below refer to the context
    EffectRunner& operator=(const EffectRunner&) = delete;

    Answers run(const model::Effect& effect);
    // Whether the disk refused something that somebody wrote, and still does.
    bool has_unsaved() const { return !m_context.unsaved.none(); }
    // For what no screen orders.
    EffectContext& context() { return m_context; }

private:
    EffectContext m_context;
    CoupleEffects m_couple;
    DeskEffects m_desk;
    ExportEffects m_export;
    FiguresEffects m_figures;
    TherapistEffects m_therapist;
};

}
