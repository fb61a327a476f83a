// All that the desk can reach of the practice: who works here, the sittings of the day, how far each part is and
// whether somebody would like a word. No function here gives a packet, a journal or a key, and practice/desk_effects.*
// knows nothing else of the practice: tests/architecture_test.sh holds both.
#pragma once
#include "core/secret.hpp"
#include "model/form/module.hpp"
#include "model/visit/effect.hpp"

namespace store {
struct PartRow;
struct SittingRow;
}

namespace practice {

struct EffectContext;

struct DeskPart {
    std::optional<model::Partner> partner; // none: the joint part
    model::BoardPart shown;
    bool wish = false; // would like a word
};

struct DeskSitting {
    core::SittingId id;
    std::string chart_code, entry_code;
    core::TherapistId therapist;
    core::PacketId packet;
    core::WallTime planned_at, changed_at;
    model::SittingStatus status = model::SittingStatus::waiting;
    std::vector<DeskPart> parts;
    bool code_closed = false;
};

class DeskBook {
public:
    explicit DeskBook(EffectContext& context) : m_context(context) {}

    // Why the desk stays locked: a wrong PIN, which is counted, or too many of them. Nothing: it is the right one.
    [[nodiscard]] core::Result<std::optional<model::Refusal>> try_pin(const core::SecretText& pin);
    bool is_open() const;
    void set_open(bool open);
    void forget_part_keys(); // of a couple that is parked
    // What was written in this sitting and the disk refused is tried again; false where it still refuses it.
    [[nodiscard]] core::Result<bool> save_unsaved(core::SittingId id);
    bool has_unsaved() const; // of any sitting

    [[nodiscard]] core::Result<std::vector<model::TherapistName>> therapists();
    // Of this kiosk's recovery kit, which anybody may compare; empty where it cannot be told.
    std::string kit_fingerprint();
    // Oldest plan first; then those that were finished today, or whose couple would like a word still.
    [[nodiscard]] core::Result<std::vector<DeskSitting>> sittings();
    [[nodiscard]] core::Result<std::vector<DeskPart>> parts_of(core::SittingId id);
    [[nodiscard]] core::Result<model::Sitting> sitting(core::SittingId id);
    std::optional<model::KnownCode> known_code(const std::string& chart_code); // nothing where it cannot be told

    // Lists of a day's chart codes (desk_day.cpp), newest file first. read_day() fails as content::read_table does.
    std::vector<model::DayFile> day_files();
    [[nodiscard]] core::Result<model::DayPlan> read_day(const model::DayFile& file);
    [[nodiscard]] core::Done take_day(const std::vector<model::PlannedSitting>& sittings); // all of them, or none
    // The entry code on paper (desk_slip.cpp). Fails with not_found without a printer, io where it takes nothing.
    [[nodiscard]] core::Done print_slip(core::SittingId id, const model::Language& language);

    // Each of these is one fact with its entry in the audit log.
    [[nodiscard]] core::Result<core::SittingId> make_sitting(const model::effect::MakeSitting& order, bool with_joint);
    [[nodiscard]] core::Done park(core::SittingId id); // waiting still, when no part was begun
    [[nodiscard]] core::Done move(core::SittingId id, core::TherapistId to);
    [[nodiscard]] core::Done cancel(core::SittingId id);
    [[nodiscard]] core::Done allow_try(core::SittingId id, std::optional<model::Partner> partner);
    [[nodiscard]] core::Done close_part(core::SittingId id, std::optional<model::Partner> partner);
    [[nodiscard]] core::Done acknowledge(core::SittingId id); // of those who would like a word: seen to
    [[nodiscard]] core::Done reopen_entry_code(core::SittingId id);
    // An entry on its own.
    [[nodiscard]] core::Done append_audit(std::string_view what, std::optional<core::SittingId> about = std::nullopt);

    const model::Content& content() const;
    bool reads_same_day() const; // see model::Practice
    core::WallTime wall() const;
    // The morning check (desk_checks.cpp). The audit log is read whole, which after years takes a breath: it is done
    // once in twelve hours, and where the desk asks for it.
    model::SelfCheck check_audit();
    model::Checks check_anew(); // what takes a moment, but for the audit log
    model::Checks check_now();  // the rest

private:
    model::SelfCheck backup_check(); // of the last one; it is in the audit log then
    core::Done add_finished(std::vector<store::SittingRow>& rows);
    bool may_have_try(core::PartId id);
    core::Done add_waiting_for_a_word(std::vector<store::SittingRow>& rows);
    core::Done close_joint(core::SittingId id, const std::vector<store::PartRow>& parts);
    core::Result<core::PartId> part_of(core::SittingId id, std::optional<model::Partner> partner);
    EffectContext& m_context;
};

}
