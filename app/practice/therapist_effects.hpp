// The therapist's orders: their caseload, what they read of it, and what is done with a case as a whole.
#pragma once
#include "practice/answers.hpp"
#include "practice/case_reader.hpp"
#include "practice/effect_context.hpp"
#include "practice/export_effects.hpp"
#include "practice/figures_effects.hpp"

namespace practice {

class TherapistEffects {
public:
    TherapistEffects(EffectContext& context, ExportEffects& exports, FiguresEffects& figures)
        : m_context(context), m_data(context.data), m_keys(context.keys), m_exports(exports), m_figures(figures) {}

    Answers on(const model::effect::UnlockTherapist&);
    // A forgotten passphrase (recovery_effects.cpp).
    Answers on(const model::effect::TryKit&);
    Answers on(const model::effect::TryPassphrase&);
    Answers on(const model::effect::RecoverKeys&);
    Answers on(const model::effect::ReadCaseload&);
    Answers on(const model::effect::ReadGlances&);
    Answers on(const model::effect::OpenCase&);
    Answers on(const model::effect::ReadPrivate&);
    Answers on(const model::effect::LockTherapist&);
    Answers on(const model::effect::LetChooseCode&); // therapist_parts.cpp
    // The case as a whole (therapist_case_effects.cpp).
    Answers on(const model::effect::SaveNote&);
    Answers on(const model::effect::ChooseFollowUp&);
    Answers on(const model::effect::ShareCase&);
    Answers on(const model::effect::HandOverCase&);
    Answers on(const model::effect::MovePart&);
    Answers on(const model::effect::HoldCase&);
    Answers on(const model::effect::SetReadBack&);
    Answers on(const model::effect::EraseCase&);

private:
    struct Readable {
        core::PartId id;
        vault::AssociatedData associated_data;
        store::PacketRow packet;
        core::SecretBytes key;
    };
    core::Result<store::CaseRow> own_case(core::CaseId id);
    core::Result<std::vector<Readable>> readable_parts(core::CaseId id);
    // The change and its entry in the audit log, or neither.
    core::Done change_case(core::CaseId id, std::string_view what, std::string about,
                           const std::function<core::Done()>& body);
    Answers changed(core::CaseId id, const core::Done& done);
    // Parts that are being answered (therapist_parts.cpp).
    core::Result<OpenPart> open_part(const store::PartRow& part, const store::SittingRow& sitting);
    core::Done seal_closed(const store::PartRow& part);
    void seal_closed_parts(); // those that this therapist can
    // Of a sitting that one of the two is gone from.
    core::Done end_joint(const std::vector<store::PartRow>& parts, const store::SittingRow& sitting,
                         model::Partner gone);
    CaseReader reader() {
        return {m_data, m_context.forms, *m_keys.therapist, m_context.unsaved.notes_of(m_keys.therapist->who.id)};
    }

    EffectContext& m_context;
    PracticeData& m_data;
    OpenKeys& m_keys;
    ExportEffects& m_exports;  // locking ends what is being written
    FiguresEffects& m_figures; // and counted
};

}
