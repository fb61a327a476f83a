// What effects answer. It reaches the screen whatever stands over it, and keeps nothing awake.
#pragma once
#include "model/visit/fact_list.hpp"
#include "model/visit/state.hpp"

namespace model {
namespace action {

struct SittingFound {
    Sitting sitting;
};
struct Refused {
    Refusal refusal;
}; // to whatever secret is being checked
struct PartOpened {
    Session session;
    bool therapist_changed;
    int wrong_tries = 0; // since they left
};
struct CodeAwaited { // the therapist is locked, and whoever forgot their code may choose another
    Seat seat;
};
struct CodeChanged {
    Sitting sitting;
};
struct JointOpened {
    JointSession session;
};
struct Saved {
    core::PartId part;
    std::size_t count;
}; // so many pending facts are on disk
struct SaveFailed {
    core::PartId part;
    core::Error error;
};
struct PartSealed {
    Sitting sitting;
    Partner partner;
};
struct JointSealed {
    Sitting sitting;
};
struct SealFailed {
    core::Error error;
};
struct MissionPrinted {}; // it is on its way to the printer
struct PrintFailed {};
struct StaffListed {
    std::vector<TherapistName> therapists;
    std::string kit = {}; // the fingerprint of this kiosk's recovery kit
};
struct BoardRead {
    Board board;
};
struct CaseKnown {
    KnownCode code;
};
struct SittingMade {
    Board board;
    BoardRow row;
};
struct DeskFailed { // a desk order that could not be done
    core::Error error;
    bool unsaved = false; // for what somebody wrote last is not on the disk
};
struct Parked {};
struct SlipPrinted {};
struct SlipFailed {};
struct DayFilesFound {
    std::vector<DayFile> files;
};
struct DayRead {
    DayPlan plan;
};
struct WishShown {
    std::vector<Asked> who;
};
struct Unlocked {
    TherapistName therapist;
    std::vector<CaseSummary> cases;
    bool note_unsaved = false; // one they wrote is not on the disk yet
};
struct KeysTaken {};
struct KeysRefused { // of a forgotten passphrase: what is typed stays, to be mended
    core::Message why;
};
struct KeysRecovered {
    std::string path; // of the new kit
    std::string kit;  // its fingerprint
    int parts = 0, left = 0;
};
struct GlancesRead {
    std::vector<Glance> glances;
};
struct CaseOpened { // or changed
    CaseFile file;
};
struct CaseErased {};
struct NoteSaved {
    core::SittingId visit;
};
struct NoteFailed {
    core::Error error;
    core::SittingId visit;
};
struct PrivateRead {
    PrivateRecord record;
};
struct UsbDrivesFound {
    std::vector<ExportPlace> usb_drives;
};
struct ExportGoesOn {
    std::size_t done, of; // pieces
};
struct ExportWritten {
    std::string path;
    bool incomplete = false; // parts that could not be opened are named in it, and not in it
};
struct FiguresGoOn {
    std::size_t done, of; // cases
};
struct FiguresRead {
    std::shared_ptr<const PracticeFigures> figures;
};
struct FiguresWritten {
    std::string path;
};
struct TherapistFailed {
    core::Error error;
};
// Of the machine, unasked.
struct VoiceFound {
    bool can_speak;
};
struct HeadsetChanged {
    std::optional<bool> plugged; // none: it cannot be told
};
struct Broke { // nothing can go on: OutOfOrder
    core::Error error;
    bool unsaved = false; // and what the person at the screen wrote last is not on the disk
};

using FromEffect =
    FactList<SittingFound, Refused, PartOpened, CodeAwaited, CodeChanged, JointOpened, Saved, SaveFailed, PartSealed,
             JointSealed, SealFailed, MissionPrinted, PrintFailed, StaffListed, BoardRead, CaseKnown, SittingMade,
             DeskFailed, Parked, SlipPrinted, SlipFailed, DayFilesFound, DayRead, WishShown, Unlocked, KeysTaken,
             KeysRefused, KeysRecovered, GlancesRead, CaseOpened, CaseErased, NoteSaved, NoteFailed, PrivateRead,
             UsbDrivesFound, ExportGoesOn, ExportWritten, FiguresGoOn, FiguresRead, FiguresWritten, TherapistFailed,
             VoiceFound, HeadsetChanged, Broke>;

}
}
