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
    Answers on(const model::effect::PrintMission&);
    Answers on(const model::effect::ForgetKeys&);
    Answers on(const model::effect::TryUnsaved&);
    Answers on(const model::effect::RaiseWish&);
    Answers on(const model::effect::NoteTouch&);

    // Of parts that a therapist opened (couple_closing.cpp). One that the desk closed is sealed as it stands, for who
    // has the sitting now.
    core::Done seal_closed(OpenPart& part, const store::SittingRow& sitting);
    // The joint part that nobody will finish, because the desk closed it or a partner's part went elsewhere: what the
    // two wrote is sealed as it stands; texts alone that one of them released stand in their own part.
    core::Done end_joint(OpenPart& joint, const store::SittingRow& sitting, std::optional<model::Partner> gone);

private:
    // Who has the sitting now is named in what is sealed for them.
    core::Done name_reader(model::Basis& basis, const store::SittingRow& sitting);
    // Parts (couple_parts.cpp).
    core::Result<OpenPart> start(const store::PartRow& part, const store::SittingRow& sitting,
                                 const std::optional<core::SecretText>& code, const model::Progress& progress);
    // What is asked in this sitting: the form of the part that was begun first, else today's.
    core::Result<store::Bytes> form_for(const store::SittingRow& sitting);
    // Writes down those who read it now and were not named in it; whether there are such. `pending` is what the disk
    // has not taken yet.
    core::Result<bool> note_readers(OpenPart& part, const store::SittingRow& sitting, model::Basis& basis, bool changed,
                                    std::vector<vault::Bytes> pending);
    core::Result<OpenPart> resume_row(const store::PartRow& part, const store::SittingRow& sitting,
                                      std::span<const std::uint8_t> slot, const core::SecretText& code,
                                      bool& therapist_changed);
    core::Result<OpenPart> opened_row(const store::PartRow& part, const store::SittingRow& sitting,
                                      core::SecretBytes key, bool& therapist_changed);
    // One entry, with what at_once() has in hand; undone with it.
    core::Done put(OpenPart& part, const model::Begun& entry);
    // All of them are on disk, or none. They are wiped.
    core::Done keep(OpenPart& part, std::vector<vault::Bytes> entries, const std::optional<store::Progress>& progress);
    // What the disk refused when its author left, as what is still to be saved.
    template<class Entry, class Content>
    core::Result<std::vector<Entry>> take_back(OpenPart& part, Content& content,
                                               core::Result<Entry> (*decode)(std::span<const std::uint8_t>));
    core::Done take_back(model::Session& session);
    // Slots for those the case is shared with.
    core::Done share(const OpenPart& part, core::CaseId id);
    // The sitting as it is afterwards; finished with its last part, in the same transaction.
    struct Released {
        std::vector<store::Store::Append> drafts; // for the shared page
        vault::Bytes share;                       // or what the author's share is from now on
    };
    core::Done seal(const OpenPart& part, core::SittingId id, const store::PacketRow& packet, const Released& shared,
                    model::Sitting& sitting);
    // The shared page (couple_joint.cpp). By a code its key is opened, or the second one's share.
    std::vector<std::string> read_back_of(const store::CaseRow& in_case);
    core::Done start_joint(const store::SittingRow& sitting, model::Partner partner, const core::SecretText& code);
    core::Done open_joint_of(const store::PartRow& joint, const store::SittingRow& sitting, model::Partner partner,
                             const core::SecretText& code);
    core::Done open_joint_by_either(const store::PartRow& joint, const store::SittingRow& sitting,
                                    const core::SecretText& code);
    // What stands in place of a partner's slot when their code is another.
    core::Result<vault::Bytes> new_joint_slot(const OpenPart& joint, const store::PartRow& row, model::Partner partner,
                                              const core::SecretText& code);
    // True when the page can be read now. What the second released comes onto it with the first's key and their own.
    core::Result<bool> join(const store::PartRow& joint);
    core::Result<Released> released(std::vector<vault::Bytes> entries); // which are wiped
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
