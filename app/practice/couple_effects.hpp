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
    Answers on(const model::effect::ChangeCode&);
    Answers on(const model::effect::ResumeJoint&);
    Answers on(const model::effect::OpenJoint&);
    Answers on(const model::effect::SaveEntries&);
    Answers on(const model::effect::SaveJointEntries&);
    Answers on(const model::effect::SealPart&);
    Answers on(const model::effect::SealJoint&);
    Answers on(const model::effect::ForgetKeys&);
    Answers on(const model::effect::RaiseWish&);

    // Of parts that a therapist opened (couple_closing.cpp). One that the desk closed is sealed as it stands, for the
    // therapist that its partner was told of.
    core::Done seal_closed(OpenPart& part, store::SittingRow sitting, core::TherapistId told_of);
    // The joint part of a sitting whose other partner's part went elsewhere: what the two wrote is sealed as it stands;
    // texts alone that one of them released stand in their own part.
    core::Done end_joint(OpenPart& joint, const store::SittingRow& sitting, model::Partner gone);

private:
    // Parts (couple_parts.cpp).
    core::Result<OpenPart> start(const store::PartRow& part, const store::SittingRow& sitting,
                                 const std::optional<core::SecretText>& code, const model::Progress& progress);
    core::Done start_joint(const store::SittingRow& sitting, model::Partner partner, const core::SecretText& code);
    core::Result<OpenPart> resume_row(const store::PartRow& part, const store::SittingRow& sitting,
                                      std::span<const std::uint8_t> slot, const core::SecretText& code,
                                      bool& therapist_changed);
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
