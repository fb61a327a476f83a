// The one place where orders touch the world. Runs an effect to its end and answers with actions; holds the keys that
// are open now and nothing else about people.
#pragma once
#include "model/visit/effect.hpp"
#include "model/visit/update.hpp"
#include "practice/case_reader.hpp"
#include "practice/practice_data.hpp"
#include "vault/part.hpp"
#include <functional>
#include <memory>

namespace practice {

struct World {
    std::shared_ptr<const model::Content> content;
    std::shared_ptr<const model::Practice> practice;
    std::vector<model::Locale> locales; // for what is written in the language of whoever asks for it
    std::function<core::Now()> now;
    std::function<model::SelfCheck()> screen_check;                   // from the platform; empty: not checked
    std::filesystem::path export_folder;                              // where charts are written
    std::function<std::vector<model::ExportPlace>()> usb_drives = {}; // those in the kiosk now; empty: none ever
    vault::KdfCost code_cost = vault::code_cost();
};

struct OpenedCase;
class ExportJob;

class EffectRunner {
public:
    EffectRunner(PracticeData data, World world);
    std::vector<model::Action> run(const model::Effect& effect);

private:
    struct OpenPart {
        core::PartId id;
        vault::AssociatedData place;
        core::SecretBytes key;
        std::uint64_t count = 0;
    };
    struct OpenTherapist {
        model::TherapistName who;
        vault::KeyPair keys;
    };
    using Answers = std::vector<model::Action>;

    // Couple (effects_couple.cpp).
    Answers on(const model::effect::FindSitting&);
    Answers on(const model::effect::StartPart&);
    Answers on(const model::effect::ResumePart&);
    Answers on(const model::effect::ResumeJoint&);
    Answers on(const model::effect::OpenJoint&);
    Answers on(const model::effect::SaveEntries&);
    Answers on(const model::effect::SaveJointEntries&);
    Answers on(const model::effect::SealPart&);
    Answers on(const model::effect::SealJoint&);
    Answers on(const model::effect::ForgetKeys&);
    Answers on(const model::effect::RaiseWish&);
    // Desk (effects_desk.cpp).
    Answers on(const model::effect::ListStaff&);
    Answers on(const model::effect::UnlockDesk&);
    Answers on(const model::effect::ReadBoard&);
    Answers on(const model::effect::AskAboutCase&);
    Answers on(const model::effect::MakeSitting&);
    Answers on(const model::effect::OpenSitting&);
    Answers on(const model::effect::ParkAndReset&);
    Answers on(const model::effect::MoveToTherapist&);
    Answers on(const model::effect::CancelSitting&);
    Answers on(const model::effect::ShowWish&);
    // Therapist (effects_therapist.cpp).
    Answers on(const model::effect::UnlockTherapist&);
    Answers on(const model::effect::ReadCaseload&);
    Answers on(const model::effect::ReadGlances&);
    Answers on(const model::effect::OpenCase&);
    Answers on(const model::effect::ReadPrivate&);
    Answers on(const model::effect::LockTherapist&);
    // effects_export.cpp
    Answers on(const model::effect::FindUsbDrives&);
    Answers on(const model::effect::WriteExport&);
    Answers on(const model::effect::GoOnWriting&);
    Answers on(const model::effect::StopWriting&);
    core::Result<OpenedCase> case_to_export(const model::effect::WriteExport& order);
    core::Result<ExportJob> begin_export(const model::effect::WriteExport& order);

    // The case as a whole (effects_case.cpp).
    struct Readable {
        core::PartId id;
        vault::AssociatedData place;
        store::PacketRow packet;
        core::SecretBytes key;
    };
    Answers on(const model::effect::SaveNote&);
    Answers on(const model::effect::ChooseFollowUp&);
    Answers on(const model::effect::ShareCase&);
    Answers on(const model::effect::HandOverCase&);
    Answers on(const model::effect::MovePart&);
    Answers on(const model::effect::HoldCase&);
    Answers on(const model::effect::EraseCase&);
    core::Result<store::CaseRow> own_case(core::CaseId id);
    core::Result<std::vector<Readable>> readable_parts(core::CaseId id);
    // The change and its entry in the audit log, or neither.
    core::Done change_case(core::CaseId id, std::string_view what, std::string about,
                           const std::function<core::Done()>& body);
    Answers changed(core::CaseId id, const core::Done& done);

    // Shared by these (effects.cpp).
    // An entry in the audit log, by whoever is unlocked.
    core::Done note(std::string_view what, std::string_view about = {});
    core::Result<model::Sitting> sitting_of(core::SittingId id);
    core::Result<std::vector<model::TherapistName>> therapist_names();
    core::Result<store::TherapistRow> therapist(core::TherapistId id);
    std::optional<model::Refusal> paused(const std::string& subject);
    model::Refusal wrong(const std::string& subject);
    core::WallTime wall() const { return m_world.now().wall; }

    // Parts (effects_parts.cpp).
    core::Result<OpenPart> start(const store::PartRow& part, const store::SittingRow& sitting,
                                 const std::optional<core::SecretText>& code, const model::Progress& progress);
    core::Done start_joint(const store::SittingRow& sitting, model::Role role, const core::SecretText& code);
    core::Result<OpenPart> resume_row(const store::PartRow& part, const store::SittingRow& sitting,
                                      std::span<const std::uint8_t> slot, const core::SecretText& code,
                                      bool& therapist_changed);
    // All of them are on disk, or none. They are wiped.
    core::Done keep(OpenPart& part, std::vector<vault::Bytes> entries, const std::optional<store::Progress>& progress);
    // The sitting as it is afterwards; finished with its last part, in the same transaction.
    // Slots for those the case is shared with.
    core::Done share(const OpenPart& part, core::CaseId id);
    core::Done seal(const OpenPart& part, core::SittingId id, const store::PacketRow& packet,
                    std::span<const store::Store::Append> drafts, model::Sitting& sitting);
    core::Result<model::PartContent> read_part(OpenPart& part);
    core::Result<model::JointContent> read_joint(OpenPart& part);
    core::Result<model::JointSession> joint_session(core::SittingId id);
    core::Result<store::PacketRow> packet_for(const OpenPart& part, const store::SittingRow& sitting,
                                              std::span<const std::uint8_t> content);

    core::Result<model::Board> board();
    CaseReader reader() { return {m_data, *m_world.content, m_therapist->who, m_therapist->keys}; }

    PracticeData m_data;
    World m_world;
    core::SteadyTime m_started;
    std::optional<OpenPart> m_part, m_joint;
    std::optional<OpenTherapist> m_therapist;
    std::shared_ptr<ExportJob> m_export; // being written
    bool m_desk_open = false;
    model::SelfCheck m_storage_check;
};

}
