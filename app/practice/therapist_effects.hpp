// The therapist's orders: their caseload, what they read of it, and what is done with a case as a whole.
#pragma once
#include "practice/answers.hpp"
#include "practice/case_reader.hpp"
#include "practice/effect_context.hpp"
#include "practice/export_effects.hpp"

namespace practice {

class TherapistEffects {
public:
    TherapistEffects(EffectContext& context, ExportEffects& exports)
        : m_context(context), m_data(context.data), m_keys(context.keys), m_exports(exports) {}

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
    // The case as a whole (therapist_case_effects.cpp).
    Answers on(const model::effect::SaveNote&);
    Answers on(const model::effect::ChooseFollowUp&);
    Answers on(const model::effect::ShareCase&);
    Answers on(const model::effect::HandOverCase&);
    Answers on(const model::effect::MovePart&);
    Answers on(const model::effect::HoldCase&);
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
    CaseReader reader() { return {m_data, *m_context.world.content, *m_keys.therapist}; }

    EffectContext& m_context;
    PracticeData& m_data;
    OpenKeys& m_keys;
    ExportEffects& m_exports; // locking ends what is being written
};

}
