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
struct StaffListed {
    std::vector<TherapistName> therapists;
    std::string kit = {}; // the fingerprint of this kiosk's recovery kit
};
struct BoardRead {
    Board board;
};
struct CaseKnown { // whether a couple of this chart code has a finished visit
    std::string chart_code;
    bool been_here = false;
    core::PacketId next_packet; // chosen by the therapist; empty: none
};
struct SittingMade {
    Board board;
    BoardRow row;
};
struct DeskFailed {
    core::Error error;
}; // a desk order that could not be done
struct Parked {};
struct WishShown {
    std::vector<Asked> who;
};
struct Unlocked {
    TherapistName therapist;
    std::vector<CaseSummary> cases;
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
};
struct TherapistFailed {
    core::Error error;
};
struct Broke {
    core::Error error;
}; // nothing can go on: OutOfOrder

using FromEffect =
    FactList<SittingFound, Refused, PartOpened, JointOpened, Saved, SaveFailed, PartSealed, JointSealed, SealFailed,
             StaffListed, BoardRead, CaseKnown, SittingMade, DeskFailed, Parked, WishShown, Unlocked, KeysTaken,
             KeysRefused, KeysRecovered, GlancesRead, CaseOpened, CaseErased, NoteSaved, NoteFailed, PrivateRead,
             UsbDrivesFound, ExportGoesOn, ExportWritten, TherapistFailed, Broke>;

}
}
