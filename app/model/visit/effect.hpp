// Orders: what update() wants done to the world. Each one that asks something is answered by an action.
#pragma once
#include "model/visit/one_of.hpp"
#include "model/visit/state.hpp"

namespace model {
namespace effect {

struct FindSitting {
    core::SecretText entry_code;
}; // SittingFound | Refused
struct StartPart {
    Seat seat;
    core::SecretText code;
    Progress progress;
}; // PartOpened | Refused | Broke
struct ResumePart {
    core::SittingId sitting;
    Partner partner;
    core::SecretText code;
};                  // PartOpened | Refused | Broke
struct ChangeCode { // after LetChooseCode
    Seat seat;
    core::SecretText code;
}; // CodeChanged | Refused | Broke
struct ResumeJoint {
    core::SittingId sitting;
    core::SecretText code;
}; // JointOpened | Refused | Broke
struct OpenJoint {
    core::SittingId sitting;
}; // straight after a seal, with the key still held: JointOpened | Refused{gone}
struct SaveEntries {
    core::PartId part;
    std::vector<Entry> entries;
    Progress progress;
}; // Saved | SaveFailed
struct SaveJointEntries {
    core::PartId part;
    std::vector<JointEntry> entries;
}; // Saved | SaveFailed
struct SealPart {
    Seat seat;
    core::PartId part;
    PartContent content;
}; // PartSealed | SealFailed
struct SealJoint {
    core::SittingId sitting;
    core::PartId part;
    JointContent content;
}; // JointSealed | SealFailed
struct PrintMission {
    Sitting sitting; // whose names stand on it
    AgreedVersion mission;
    Language language;
};                    // MissionPrinted | PrintFailed
struct ForgetKeys {}; // part keys in memory are wiped
struct TryUnsaved {}; // what the disk refused before, and its key is gone: nothing answers
struct RaiseWish {
    core::SittingId sitting;
    std::optional<Partner> partner;
};                   // nothing answers: nothing may be seen
struct ListStaff {}; // StaffListed
struct NoteTouch {}; // the panel was touched: nothing answers

struct UnlockDesk {
    core::SecretText pin;
};                    // BoardRead | Refused
struct ReadBoard {};  // BoardRead | DeskFailed
struct AskAboutCase { // CaseKnown; nothing answers where it cannot be told
    std::string chart_code;
};
struct MakeSitting { // SittingMade | DeskFailed
    std::string chart_code;
    core::TherapistId therapist;
    core::PacketId packet;
    bool expects_a, expects_b;
    std::optional<core::WallTime> planned_at = {}; // none: now
};
struct CheckAgain {}; // BoardRead | DeskFailed
struct PrintSlip {    // of its entry code
    core::SittingId sitting;
    Language language;
};                      // SlipPrinted | SlipFailed
struct FindDayFiles {}; // DayFilesFound
struct ReadDayFile {
    DayFile file;
};               // DayRead | DeskFailed
struct TakeDay { // all of them, or none
    std::vector<PlannedSitting> sittings;
}; // BoardRead | DeskFailed
struct OpenSitting {
    core::SittingId sitting;
};                // SittingFound | DeskFailed
struct AllowTry { // one, before a pause for wrong codes is over
    core::SittingId sitting;
    std::optional<Partner> partner; // none: of the joint part
};                                  // BoardRead | DeskFailed
struct ParkAndReset {
    core::SittingId sitting;
};                 // Parked | DeskFailed
struct ClosePart { // as it is, unread; sealed by the therapist's next unlocking
    core::SittingId sitting;
    std::optional<Partner> partner; // none: the joint part, once neither of the two is answering any more
};                                  // BoardRead | DeskFailed
struct MoveToTherapist {
    core::SittingId sitting;
    core::TherapistId to;
}; // BoardRead | DeskFailed
struct CancelSitting {
    core::SittingId sitting;
}; // BoardRead | DeskFailed
struct ShowWish {
    core::SittingId sitting;
    core::SecretText pin;
};                       // WishShown | Refused
struct AcknowledgeWish { // of those who would like a word: seen to
    core::SittingId sitting;
}; // BoardRead | DeskFailed

struct UnlockTherapist {
    TherapistName therapist;
    core::SecretText passphrase;
}; // Unlocked | Refused
// A forgotten passphrase. The opened kit is kept until LockTherapist.
struct TryKit {
    core::SecretText words;
};                     // KeysTaken | KeysRefused
struct TryPassphrase { // as one to be set
    core::SecretText passphrase;
}; // KeysTaken | KeysRefused
struct RecoverKeys {
    core::TherapistId therapist;
    core::SecretText passphrase;
    std::string to;     // a stick's folder; empty: the kiosk's export folder
    Language language;  // of the new kit's page
};                      // KeysRecovered | KeysRefused
struct ReadCaseload {}; // Unlocked | TherapistFailed
struct ReadGlances {
    std::vector<core::CaseId> ids;
}; // GlancesRead; nothing answers where they cannot be read
struct OpenCase {
    core::CaseId id;
}; // CaseOpened | TherapistFailed
struct SaveNote {
    core::SittingId visit;
    std::string text;
}; // NoteSaved | NoteFailed
struct ChooseFollowUp {
    core::CaseId id;
    core::PacketId packet; // empty: the usual one
};                         // CaseOpened | TherapistFailed
struct ShareCase {
    core::CaseId id;
    core::TherapistId with;
    bool shared;
}; // CaseOpened | TherapistFailed
struct HandOverCase {
    core::CaseId id;
    core::TherapistId to;
}; // CaseErased (from this caseload) | TherapistFailed
struct MovePart {
    core::SittingId from;
    Partner partner;        // whose part it is here
    Partner as;             // and there
    std::string chart_code; // of the case it belongs to
};                          // CaseOpened | TherapistFailed
struct LetChooseCode {      // locks the therapist; of the part, only its keys stay open, for ChangeCode
    core::SittingId sitting;
    Partner partner;
}; // CodeAwaited | TherapistFailed
struct HoldCase {
    core::CaseId id;
    bool held;
}; // CaseOpened | TherapistFailed
struct SetReadBack {
    core::CaseId id;
    std::vector<std::string> sentences; // none: nothing is read back
};                                      // CaseOpened | TherapistFailed
struct EraseCase {
    core::CaseId id;
    std::string chart_code; // typed, as a confirmation
};                          // CaseErased | TherapistFailed
struct ReadPrivate {
    core::SittingId sitting;
    Partner partner;
    bool for_file = false; // written out, which nobody has read
};                         // PrivateRead | TherapistFailed
struct FindUsbDrives {};   // UsbDrivesFound
// An export is written piece by piece, so that it can be seen going on, and stopped.
struct WriteExport {
    core::SittingId sitting;
    ExportFormat format = ExportFormat::visit_pdf;
    std::optional<Partner> whose; // none: of both partners
    bool with_private = false;    // of whose it is
    bool with_notes = false;      // the therapist's own, in a file of their own
    std::string to;               // a stick's folder; empty: the kiosk's export folder
    core::SecretText archive;     // its passphrase
    Language language;            // the one in which it was asked for
};                                // ExportGoesOn | ExportWritten | TherapistFailed
struct GoOnWriting {};            // the same
struct StopWriting {};            // nothing of it stays
// The practice's own figures, over every case that this therapist can read; counted a few cases at a time.
struct GatherFigures {
    bool with_private = false;
};                       // FiguresGoOn | TherapistFailed
struct GoOnGathering {}; // FiguresGoOn, or FiguresRead after the last case | TherapistFailed
struct StopGathering {}; // nothing of it stays
struct WriteFigures {
    std::shared_ptr<const PracticeFigures> figures;
    std::string to; // a folder; empty: the kiosk's export folder
    Language language;
};                                                        // FiguresWritten | TherapistFailed
struct LockTherapist {                                    // the secret key is wiped
    std::optional<core::SittingId> turned_to_couple = {}; // why: the visit they look at together
};

}

using AnyEffect =
    std::variant<effect::FindSitting, effect::StartPart, effect::ResumePart, effect::ChangeCode, effect::ResumeJoint,
                 effect::OpenJoint, effect::SaveEntries, effect::SaveJointEntries, effect::SealPart, effect::SealJoint,
                 effect::PrintMission, effect::ForgetKeys, effect::TryUnsaved, effect::RaiseWish, effect::ListStaff,
                 effect::NoteTouch, effect::UnlockDesk, effect::ReadBoard, effect::AskAboutCase, effect::MakeSitting,
                 effect::CheckAgain, effect::PrintSlip, effect::FindDayFiles, effect::ReadDayFile, effect::TakeDay,
                 effect::OpenSitting, effect::AllowTry, effect::ParkAndReset, effect::ClosePart,
                 effect::MoveToTherapist, effect::CancelSitting, effect::ShowWish, effect::AcknowledgeWish,
                 effect::UnlockTherapist, effect::TryKit, effect::TryPassphrase, effect::RecoverKeys,
                 effect::ReadCaseload, effect::ReadGlances, effect::OpenCase, effect::SaveNote, effect::ChooseFollowUp,
                 effect::ShareCase, effect::HandOverCase, effect::MovePart, effect::LetChooseCode, effect::HoldCase,
                 effect::SetReadBack, effect::EraseCase, effect::ReadPrivate, effect::FindUsbDrives,
                 effect::WriteExport, effect::GoOnWriting, effect::StopWriting, effect::GatherFigures,
                 effect::GoOnGathering, effect::StopGathering, effect::WriteFigures, effect::LockTherapist>;
struct Effect : OneOf<AnyEffect> {
    using OneOf::OneOf;
};
using Effects = std::vector<Effect>;

}
