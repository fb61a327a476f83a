// What is kept, row by row. Everything about people is sealed bytes.
#pragma once
#include "core/ids.hpp"
#include "core/time.hpp"
#include "store/database.hpp"
#include <string>

namespace store {

enum class PartOwner { a, b, joint };
enum class PartStatus { not_started, open, sealed }; // parked is an open part of a sitting that is parked
enum class SittingStatus { waiting, active, parked, finished, cancelled };

struct PracticeRow {
    Bytes device_public_key;
    Bytes desk_pin_verifier;
    Bytes recovery_public_key;
    std::int64_t created_at_ms = 0;
};
struct TherapistRow {
    core::TherapistId id;
    core::Uuid uuid{};
    Bytes sealed_name;
    Bytes public_key;
    Bytes wrapped_secret_key;
};
struct CaseRow {
    core::CaseId id;
    core::Uuid uuid{};
    core::TherapistId therapist;
    Bytes sealed_chart_code;
    Bytes chart_code_index; // unique
    Bytes sealed_name_a;    // what they are called; empty until known
    Bytes sealed_name_b;
    std::string next_packet; // chosen for the next visit; empty: none
    bool legal_hold = false; // may not be erased
};
// A line of a therapist's caseload.
struct CaseLine {
    CaseRow row;
    int visits = 0; // sittings that were not cancelled
    std::int64_t last_planned_ms = 0;
    bool unread_a = false, unread_b = false, unread_joint = false;
    struct Sealed {                // a partner's own parts, over all visits
        bool any = false;          // one is there
        bool private_left = false; // the private answers of one were not opened by this therapist yet
    };
    Sealed sealed_a, sealed_b;
    struct Wish {
        core::Uuid part{};
        PartOwner owner = PartOwner::a;
        Bytes sealed;
    };
    std::vector<Wish> wishes; // of the visits since a day
};
struct SittingRow {
    core::SittingId id;
    core::Uuid uuid{};
    core::CaseId in_case;
    core::TherapistId therapist;
    std::string packet; // packet id: which modules
    bool expects_a = true;
    bool expects_b = true;
    SittingStatus status = SittingStatus::waiting;
    Bytes sealed_entry_code;
    Bytes entry_code_index; // unique among sittings that are not finished or cancelled
    std::int64_t planned_at_ms = 0;
    std::int64_t changed_at_ms = 0;
};
struct Progress { // the same for every answer: counts screens, not what was said on them
    int screens_done = 0;
    int screens_total = 0;
    int seconds_left = 0;
};
struct PartRow {
    core::PartId id;
    core::Uuid uuid{};
    core::SittingId sitting;
    PartOwner owner = PartOwner::a;
    PartStatus status = PartStatus::not_started;
    core::TherapistId sealed_for; // whose key slot it is; 0 until started
    Bytes therapist_slot, recovery_slot;
    Bytes resume_slot;   // partner's code + device; empty once sealed
    Bytes resume_slot_b; // joint part only: by B's code (resume_slot: by A's)
    Bytes sealed_count;  // of journal entries
    Bytes sealed_wish;   // "would like a word", under the device key, same size either way
    Progress progress;
    std::int64_t sealed_at_ms = 0;
    int code_digits = 4; // of the partner's code
    bool closed = false; // by the desk, unread: no entry and no code any more; sealed by the therapist's next unlocking
    Bytes form;          // the hash of what it asks; empty until started, and in parts begun before forms were kept
    Bytes assumed_form;  // what these are read with instead
};
struct JournalRow {
    std::uint64_t sequence = 0; // from 1
    Bytes sealed;
};
struct PacketRow {
    Bytes therapist_slot, recovery_slot, box, signature;
};
struct NoteRow {
    core::Uuid uuid{};
    core::SittingId sitting;
    core::TherapistId therapist;
    PacketRow packet;
};
struct AuditRow {              // words of ours and row ids; no name, no code, no answer
    std::int64_t sequence = 0; // from 1, without a gap
    std::int64_t at_ms = 0;
    std::string who, what, about;
    Bytes link; // 32 bytes, over this row and the link before it
};
struct ThrottleRow {
    int failures = 0;
    std::int64_t failed_at_ms = 0; // wall clock
    std::string boot;              // the start of the machine it was in
    std::int64_t failed_at_steady_ms = 0;
    int allowed = 0, used = 0; // tries ahead of the pause: given, and wrong
};
struct Moment { // of a wrong try
    core::WallTime wall;
    core::SteadyTime steady; // since the machine was started
    std::string boot;        // which start that was; empty where it cannot be told
};

}
