// The couple's orders: their sitting, their parts and the keys of these.
#pragma once
#include "practice/answers.hpp"
#include "practice/effect_context.hpp"

namespace practice {

class CoupleEffects {
public:
    explicit CoupleEffects(EffectContext& context) : m_context(context), m_data(context.data), m_keys(context.keys) {}

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

private:
    // Parts (couple_parts.cpp).
    core::Result<OpenPart> start(const store::PartRow& part, const store::SittingRow& sitting,
                                 const std::optional<core::SecretText>& code, const model::Progress& progress);
    // What is asked in this sitting: the form of the part that was begun first, else today's.
    core::Result<store::Bytes> form_for(const store::SittingRow& sitting);
    // The part is gone on with for another reader, who has been named.
    core::Done note_reader(OpenPart& part, const store::SittingRow& sitting, model::PartContent& content);
    core::Done start_joint(const store::SittingRow& sitting, model::Partner partner, const core::SecretText& code);
    core::Result<OpenPart> resume_row(const store::PartRow& part, const store::SittingRow& sitting,
                                      std::span<const std::uint8_t> slot, const core::SecretText& code,
                                      bool& therapist_changed);
    // Appends to what at_once() has in hand; undone with it. The entries are wiped.
    core::Done put(OpenPart& part, std::vector<vault::Bytes> entries, const std::optional<store::Progress>& progress);
    // All of them are on disk, or none. They are wiped.
    core::Done keep(OpenPart& part, std::vector<vault::Bytes> entries, const std::optional<store::Progress>& progress);
    // Slots for those the case is shared with.
    core::Done share(const OpenPart& part, core::CaseId id);
    // The sitting as it is afterwards; finished with its last part, in the same transaction.
    core::Done seal(const OpenPart& part, core::SittingId id, const store::PacketRow& packet,
                    std::span<const store::Store::Append> drafts, model::Sitting& sitting);
    core::Result<model::PartContent> read_part(OpenPart& part);
    core::Result<model::JointContent> read_joint(OpenPart& part);
    core::Result<model::JointSession> joint_session(core::SittingId id);
    core::Result<store::PacketRow> packet_for(const OpenPart& part, const store::SittingRow& sitting,
                                              std::span<const std::uint8_t> content);

    EffectContext& m_context;
    PracticeData& m_data;
    OpenKeys& m_keys;
};

}
