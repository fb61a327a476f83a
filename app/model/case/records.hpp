// What effects read out of the vault and the store for a screen: plain values, no keys, no rows.
#pragma once
#include "core/i18n.hpp"
#include "model/case/self_check.hpp"
#include "model/form/answer.hpp"
#include "model/form/asked_form.hpp"
#include <chrono>

namespace model {

template<class Value>
struct OfBoth {
    Value a{}, b{};
    Value& of(Partner partner) { return partner == Partner::a ? a : b; }
    const Value& of(Partner partner) const { return partner == Partner::a ? a : b; }
    bool operator==(const OfBoth&) const = default;
};

enum class PartStatus { absent, not_started, open, sealed };
enum class SittingStatus { waiting, active, parked, finished, cancelled };

struct Progress { // counts screens, the same whatever was said on them
    int screens_done = 0;
    int screens_total = 0;
    std::chrono::seconds left{0};
    bool operator==(const Progress&) const = default;
};

// What the couple's screens know of a sitting.
struct Sitting {
    core::SittingId id;
    core::PacketId packet;
    std::string therapist;
    std::vector<std::string> colleagues; // who reads the case beside them, by name
    std::string name_a;                  // empty until known
    std::string name_b;
    OfBoth<bool> own_names{false, false}; // given by whose they are; else the other's proposal
    PartStatus a = PartStatus::absent;
    PartStatus b = PartStatus::absent;
    PartStatus joint = PartStatus::absent;
    std::vector<std::string> read_back;    // sentences they agreed on, to be asked about; none: not this time
    OfBoth<int> code_digits{4, 4};         // of the codes they chose; of a part not begun, that they will be asked for
    std::shared_ptr<const AskedForm> form; // what is asked in it, from its first answer on; none yet: the content's
};
inline const Content& content_of(const Content& today, const Sitting& sitting) {
    return content_of(today, sitting.form);
}
inline PartStatus status_of(const Sitting& sitting, Partner partner) {
    return partner == Partner::a ? sitting.a : sitting.b;
}
inline const std::string& name_of(const Sitting& sitting, Partner partner) {
    return partner == Partner::a ? sitting.name_a : sitting.name_b;
}

struct TherapistName {
    core::TherapistId id;
    std::string name;
};

// What the desk may know of a chart code: nothing about the people, but whether it is the one that was meant.
struct KnownCode {
    std::string chart_code; // as it was typed
    bool is_case = false;
    std::optional<core::WallTime> last_here; // when the newest finished visit was finished
    bool has_open = false;                   // a sitting that is not finished
    core::PacketId next_packet;              // chosen by the therapist; empty: none
    core::TherapistId therapist;             // whose case it is
};

// The desk's board. Nothing in these types can hold an answer or a score.
struct BoardPart {
    PartStatus status = PartStatus::absent;
    Progress progress;
    bool locked_out = false; // wrong codes: the next try must wait
};
struct BoardRow {
    core::SittingId sitting;
    std::string chart_code;
    std::string therapist;
    core::PacketId packet;
    std::string packet_title; // in the source language, or the id of a packet that is no longer here
    std::string entry_code;
    core::WallTime planned_at;
    core::WallTime changed_at; // of one that is over: when it was finished
    SittingStatus status = SittingStatus::waiting;
    BoardPart a, b, joint;
    bool code_closed = false; // tried out: the entry code opens nothing until the desk opens the sitting
    bool marked = false;      // somebody would like a word; who it is opens only after the PIN again
    bool can_move = false;
    bool can_cancel = false;
};
struct Board {
    std::vector<BoardRow> rows; // by the time they are planned for; those that were finished today last
    Checks checks;
    std::vector<TherapistName> therapists;
};
// Whether the desk may close a part as it is: one that is being answered; the joint one (none), once neither of the two
// is answering any more.
inline bool can_close(const BoardRow& row, std::optional<Partner> partner) {
    const auto over = [](const BoardPart& part) {
        return part.status == PartStatus::sealed || part.status == PartStatus::absent;
    };
    if (partner) return (*partner == Partner::a ? row.a : row.b).status == PartStatus::open;
    return !over(row.joint) && over(row.a) && over(row.b);
}

struct Asked {                  // who would like a word
    std::optional<Partner> who; // none: one of the couple, from the shared page
    std::string name;           // empty until known
};

// The therapist's side.
enum class PrivateAnswers {
    none,       // no part is sealed yet
    not_opened, // by the therapist who reads, of one visit or more; the same whatever was asked and answered
    opened,     // of every visit
};

struct CaseSummary {
    core::CaseId id;
    std::string chart_code;
    std::string name_a, name_b; // empty until known
    std::string folded;         // what a search looks at: see fold_for_search
    std::optional<core::WallTime> last_visit;
    int visits = 0;
    bool unread_a = false, unread_b = false, unread_joint = false; // sealed and not yet opened by this therapist
    OfBoth<PrivateAnswers> private_answers;
    bool wish_a = false, wish_b = false, wish_joint = false; // would like a word, at a visit of late
    bool legal_hold = false;
};
// What the forms after a session say that no couple is shown: see session_report().
struct SessionSigns {
    bool split = false;   // the two rate the latest session apart, by more than noise
    OfBoth<bool> falling; // rates each of the latest three lower, and all in all by more than noise
    bool operator==(const SessionSigns&) const = default;
};
// The shape of one score over the visits, oldest first; a visit without it is left out.
struct Glance {
    core::CaseId id;
    double low = 0, high = 0; // what the score can be
    std::vector<OfBoth<std::optional<double>>> points = {};
    SessionSigns session = {};
};
struct PartRecord {
    PartStatus status = PartStatus::absent;
    std::optional<core::WallTime> sealed_at;
    std::optional<PartContent> content; // without private items; those come in PrivateRecord, on their own
    core::Message problem;              // why a sealed part could not be opened; empty when it could
    bool wish = false;
    bool private_opened = false; // its private answers, by the therapist who reads
};
struct JointRecord {
    PartStatus status = PartStatus::absent;
    std::optional<core::WallTime> sealed_at;
    std::optional<JointContent> content;
    core::Message problem;
};
struct VisitRecord {
    core::SittingId sitting;
    core::PacketId packet;
    core::WallTime date;
    PartRecord a, b;
    JointRecord joint;
    std::string note; // the reading therapist's own
    core::Message note_problem;
    std::shared_ptr<const AskedForm> form; // as it was asked; none: nothing was answered, or no form is there for it
    bool form_not_recorded = false;        // answered before forms were kept: `form` is of a later day
};
inline const Content& content_of(const Content& today, const VisitRecord& visit) {
    return content_of(today, visit.form);
}
struct CaseFile {
    core::CaseId id;
    std::string chart_code;
    std::string name_a, name_b;
    std::string therapist;
    std::vector<VisitRecord> visits;        // newest first
    bool own = true;                        // theirs to share, hand over and delete; else it was shared with them
    std::vector<TherapistName> shared_with; // who else can read it
    std::vector<TherapistName> colleagues;  // all others on this kiosk
    std::vector<std::string> read_back;     // sentences they agreed on, for each of them at the next visit
    core::PacketId next_packet;             // offered to the desk for the next visit; empty: the usual one
    bool legal_hold = false;                // is not deleted
};
// A USB stick that can be written to.
struct ExportPlace {
    std::string name;
    std::string folder;
    bool operator==(const ExportPlace&) const = default;
};
// One partner's private items of one visit.
struct PrivateRecord {
    core::SittingId sitting;
    Partner partner = Partner::a;
    Answers answers;
};

inline const PartRecord& part_of(const VisitRecord& visit, Partner partner) {
    return partner == Partner::a ? visit.a : visit.b;
}
inline const std::string& name_of(const CaseFile& file, Partner partner) {
    return partner == Partner::a ? file.name_a : file.name_b;
}

}
