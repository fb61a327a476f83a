// What the kiosk keeps, in the terms of a visit. Everything about people is sealed bytes here: this room holds no key
// and can read nothing. Each function is one transaction; when it returns without error the fact is on disk.
#pragma once
#include "store/database.hpp"
#include "store/kept.hpp"
#include <functional>

namespace store {

class Store {
public:
    explicit Store(Database database);

    // Several of the functions below as one fact: an error that `body` returns undoes them all. Inside of another one:
    // a piece of it.
    [[nodiscard]] core::Done at_once(const std::function<core::Done()>& body);

    // Practice and people.
    [[nodiscard]] core::Done set_practice(const PracticeRow& practice);
    [[nodiscard]] core::Result<PracticeRow> practice();
    [[nodiscard]] core::Result<core::TherapistId> add_therapist(const TherapistRow& therapist);
    [[nodiscard]] core::Result<std::vector<TherapistRow>> therapists(); // those who have a key: not who has left

    // Cases and sittings. new_sitting also makes parts a, b (as expected) and joint (when asked), all not started.
    [[nodiscard]] core::Result<core::CaseId> add_case(const CaseRow& row);
    [[nodiscard]] core::Result<std::optional<CaseRow>> find_case(std::span<const std::uint8_t> chart_code_index);
    [[nodiscard]] core::Result<CaseRow> case_by_id(core::CaseId id);
    // Their own, and those with a sitting for them.
    [[nodiscard]] core::Result<std::vector<CaseRow>> cases_of(core::TherapistId therapist);
    [[nodiscard]] core::Done set_names(core::CaseId id, std::span<const std::uint8_t> sealed_a,
                                       std::span<const std::uint8_t> sealed_b);
    struct NewPart {
        PartOwner owner;
        core::Uuid uuid;
        Bytes sealed_wish;
    };
    [[nodiscard]] core::Result<core::SittingId> new_sitting(const SittingRow& row, std::span<const NewPart> parts);
    [[nodiscard]] core::Result<std::optional<SittingRow>>
    find_open_sitting(std::span<const std::uint8_t> entry_code_index);
    [[nodiscard]] core::Result<SittingRow> sitting(core::SittingId id);
    [[nodiscard]] core::Result<std::vector<SittingRow>> open_sittings(); // waiting, active, parked; oldest plan first
    [[nodiscard]] core::Result<std::vector<SittingRow>> finished_since(core::WallTime since); // the last one first
    [[nodiscard]] core::Result<std::vector<SittingRow>> sittings_of(core::CaseId id); // newest first, all but cancelled
    [[nodiscard]] core::Done set_sitting_status(core::SittingId id, SittingStatus status, core::WallTime at);
    // Only while no part is sealed (invalid_state otherwise); moves the case's therapist as well when it has no sealed
    // part.
    [[nodiscard]] core::Done move_sitting(core::SittingId id, core::TherapistId to, core::WallTime at);
    // Only while no part was started (invalid_state otherwise).
    [[nodiscard]] core::Done cancel_sitting(core::SittingId id, core::WallTime at);

    // Parts.
    [[nodiscard]] core::Result<std::vector<PartRow>> parts_of(core::SittingId id); // a, b, joint, those that exist
    [[nodiscard]] core::Done parts_fit(core::SittingId id); // fails with tampered where the row of one does not
    [[nodiscard]] core::Result<PartRow> part(core::PartId id);
    struct PartKeys {
        core::TherapistId sealed_for;
        Bytes therapist_slot, recovery_slot, resume_slot, sealed_count;
        int code_digits = 4;
        Bytes form = {}; // one that was kept
    };
    [[nodiscard]] core::Done start_part(core::PartId id, const PartKeys& keys, const Progress& progress);
    // After a move: the key slot is for the new therapist now.
    [[nodiscard]] core::Done reseal_part(core::PartId id, core::TherapistId sealed_for,
                                         std::span<const std::uint8_t> therapist_slot);
    // A partner's own part, or the joint one for either of them, under another code.
    [[nodiscard]] core::Done change_resume(const PartRow& part, PartOwner of, std::span<const std::uint8_t> slot,
                                           int code_digits);
    // An open part as it is: its code opens nothing from now on (invalid_state otherwise).
    [[nodiscard]] core::Done close_part(core::PartId id, core::WallTime at);
    [[nodiscard]] core::Result<std::vector<PartRow>> closed_parts(core::TherapistId sealed_for);
    // The joint part gets its resume slots one by one, as each partner sets a code.
    [[nodiscard]] core::Done set_joint_resume(core::PartId id, bool for_b, std::span<const std::uint8_t> slot);
    [[nodiscard]] core::Done set_wish(core::PartId id, std::span<const std::uint8_t> sealed_wish);

    // One committed entry. `sequence` must be the number of entries + 1 (invalid_state otherwise: another hand wrote).
    struct Append {
        core::PartId part;
        std::uint64_t sequence;
        Bytes sealed;
        Bytes sealed_count;
    };
    void expect_entries() { m_database.make_room(); } // before somebody answers: saving is quicker then
    [[nodiscard]] core::Done append(const Append& entry, const std::optional<Progress>& progress);
    [[nodiscard]] core::Result<std::vector<JournalRow>> journal(core::PartId id); // by sequence

    // Writes the packet, deletes journal and resume slots, marks the part sealed, and appends what the author released
    // to the joint part's journal, all in one transaction; then empties the log, which is not part of the fact: a log
    // that cannot be emptied now is emptied by the next checkpoint, closing or opening.
    [[nodiscard]] core::Done seal_part(core::PartId id, const PacketRow& packet, std::span<const Append> to_joint,
                                       core::WallTime at);
    [[nodiscard]] core::Result<PacketRow> packet(core::PartId id);

    // Forms as they are asked (store_forms.cpp): canonical bytes by their hash of 32 bytes, each once. The store does
    // not hold the one against the other. form() fails with not_found.
    [[nodiscard]] core::Done keep_form(std::span<const std::uint8_t> hash, std::span<const std::uint8_t> bytes);
    [[nodiscard]] core::Result<Bytes> form(std::span<const std::uint8_t> hash);
    // Parts begun before forms were kept, for which none was assumed yet, with the packet of their sitting.
    struct FormlessPart {
        core::PartId part;
        std::string packet;
    };
    [[nodiscard]] core::Result<std::vector<FormlessPart>> parts_without_form();
    [[nodiscard]] core::Done assume_form(core::PartId id, std::span<const std::uint8_t> hash); // once

    // A therapist's own note on a visit: one, written over.
    [[nodiscard]] core::Done put_note(const NoteRow& note, core::WallTime at);
    [[nodiscard]] core::Result<std::vector<NoteRow>> notes_of(core::CaseId id, core::TherapistId therapist);

    // The therapist's cases (store_caseload.cpp). `since`: how far back wishes are looked for.
    [[nodiscard]] core::Result<std::vector<CaseLine>> caseload(core::TherapistId therapist, core::WallTime since);
    [[nodiscard]] core::Done mark_read(core::CaseId id, core::TherapistId therapist); // all its sealed parts
    [[nodiscard]] core::Done mark_private_opened(core::PartId id, core::TherapistId therapist);
    struct OpenedPrivate {
        core::SittingId sitting;
        PartOwner owner = PartOwner::a;
    };
    [[nodiscard]] core::Result<std::vector<OpenedPrivate>> private_opened(core::CaseId id, core::TherapistId therapist);
    [[nodiscard]] core::Done set_next_packet(core::CaseId id, std::string_view packet);
    [[nodiscard]] core::Done set_legal_hold(core::CaseId id, bool held);
    // What is read back to the couple at their next visit; empty: nothing.
    [[nodiscard]] core::Done set_read_back(core::CaseId id, std::span<const std::uint8_t> sealed);
    [[nodiscard]] core::Result<Bytes> read_back(core::CaseId id);

    // Of parts of sittings that are over, since that time.
    struct FinishedWish {
        core::SittingId sitting;
        core::Uuid part;
        Bytes sealed;
    };
    [[nodiscard]] core::Result<std::vector<FinishedWish>> wishes_of_finished(core::WallTime since);

    // Readers besides the one it is sealed for (store_readers.cpp). A new part is sealed to all of them.
    struct SharedSlot {
        core::PartId part;
        core::TherapistId therapist;
        Bytes slot;
    };
    [[nodiscard]] core::Result<std::vector<core::TherapistId>> readers_of(core::CaseId id);
    [[nodiscard]] core::Result<std::optional<Bytes>> shared_slot(core::PartId part, core::TherapistId therapist);
    [[nodiscard]] core::Done add_reader(core::CaseId id, core::TherapistId therapist,
                                        std::span<const SharedSlot> slots);
    [[nodiscard]] core::Done remove_reader(core::CaseId id, core::TherapistId therapist);
    [[nodiscard]] core::Done add_shared_slot(const SharedSlot& slot);
    // The whole case with its sittings; `packets` are its sealed parts, sealed anew. Whoever read it by a shared slot
    // and is the new owner does so by the packet from now on.
    struct NewPacket {
        core::PartId part;
        PacketRow packet;
    };
    [[nodiscard]] core::Done hand_over(core::CaseId id, core::TherapistId to, std::span<const NewPacket> packets,
                                       core::WallTime at);
    // A sealed part to another sitting, sealed anew for its new place; an empty place of that owner is made for it.
    // Its shared slots go. It is no longer expected where it was: that sitting is cancelled when it keeps no part, and
    // finished when those it keeps are sealed.
    [[nodiscard]] core::Done move_part(core::PartId id, core::SittingId to, PartOwner as, const PacketRow& packet,
                                       core::WallTime at);
    // An unsealed part with its entries and keys: what was to be in it stands in other parts.
    [[nodiscard]] core::Done drop_part(core::PartId id);
    // Keys first, in a transaction of its own that is durable before the rows go; then the file is written anew, so
    // that no copy of a key stays in it. Fails with invalid_state while the case is held. An end in between leaves a
    // case that nobody can read and that can be erased again.
    [[nodiscard]] core::Done erase_case(core::CaseId id);

    // Keys made anew (store_keys.cpp): after a forgotten passphrase, with a new kit, with a new device key. They are
    // pieces of one fact, run by at_once(); forget_former_keys() comes after it.
    [[nodiscard]] core::Done set_therapist_keys(core::TherapistId id, std::span<const std::uint8_t> public_key,
                                                std::span<const std::uint8_t> wrapped_secret_key);
    [[nodiscard]] core::Result<std::vector<CaseRow>> every_case();
    [[nodiscard]] core::Result<std::vector<SittingRow>> every_sitting(); // cancelled ones too
    [[nodiscard]] core::Result<std::vector<NoteRow>> every_note();
    [[nodiscard]] core::Done set_packet_slots(core::PartId id,
                                              const PacketRow& packet); // and its signature; not its box
    [[nodiscard]] core::Done set_note_slots(const NoteRow& note);       // the same, by its uuid
    // Of an open part.
    [[nodiscard]] core::Done set_part_slots(core::PartId id, std::span<const std::uint8_t> therapist_slot,
                                            std::span<const std::uint8_t> recovery_slot);
    // The parts, sealed anew for `to` before, and all else that was theirs: cases, sittings, what is unread. `leaving`
    // keeps a row without a key, for what names it: the audit log, and notes, which go to nobody.
    [[nodiscard]] core::Done remove_therapist(core::TherapistId leaving, core::TherapistId to,
                                              std::span<const core::PartId> parts, core::WallTime at);
    // What is under the device key in these rows, and nothing else of them.
    [[nodiscard]] core::Done set_sealed_values(const TherapistRow& row);
    [[nodiscard]] core::Done set_sealed_values(const CaseRow& row);
    [[nodiscard]] core::Done set_sealed_values(const SittingRow& row);
    // The links of all rows of the audit log and its end, by sequence; nothing else of it can change.
    [[nodiscard]] core::Done relink_audit(std::span<const Bytes> links, std::span<const std::uint8_t> sealed_end);
    // Writes the file anew, so that none of its pages holds what was replaced. Outside at_once().
    // Every row under another device key; fails with tampered while a set of rows does not fit.
    [[nodiscard]] core::Done sign_rows_anew(RowHash hash);
    [[nodiscard]] core::Done forget_former_keys();

    // The audit log (store_audit.cpp). Rows are only ever added, each with the sealed words for the log's end.
    [[nodiscard]] core::Result<std::optional<AuditRow>> last_audit();
    [[nodiscard]] core::Result<std::optional<AuditRow>> last_audit_of(std::string_view what);
    [[nodiscard]] core::Result<Bytes> audit_end(); // empty before the first row
    [[nodiscard]] core::Done append_audit(const AuditRow& row, std::span<const std::uint8_t> sealed_end);
    [[nodiscard]] core::Done each_audit(const std::function<core::Done(const AuditRow&)>& each); // by sequence

    // Wrong tries. subject: "desk", "therapist:3", "part:12", "entry:5" (a sitting's entry code).
    [[nodiscard]] core::Result<ThrottleRow> throttle(std::string_view subject);
    [[nodiscard]] core::Done count_failure(std::string_view subject, const Moment& at);
    // One more ahead of the pause; it is used up by a wrong one. Only after a wrong try (not_found otherwise).
    [[nodiscard]] core::Done allow_try(std::string_view subject);
    [[nodiscard]] core::Done clear_failures(std::string_view subject);

    [[nodiscard]] core::Done checkpoint(); // inside at_once(): after it
    // What another hand changed: named here, not given by the functions above, refused when written over.
    const Findings& findings() { return m_database.authenticity().findings(); }
    // Counts anew what fits, for a practice that goes on with an earlier or a changed file. `commits_missing`: how many
    // the file has forgotten.
    [[nodiscard]] core::Done accept_rows(std::int64_t commits_missing);
    std::int64_t generation() { return m_database.authenticity().generation(); } // commits so far
    void after_commit(std::function<void(std::int64_t generation)> told) { m_database.after_commit(std::move(told)); }
    // Whole-file check, every protected row included; names the first thing wrong. Free bytes on the disk that holds
    // the file.
    [[nodiscard]] core::Done check();
    // Writes a row and a file and reads them back: disk_full or io where the disk no longer takes them.
    [[nodiscard]] core::Done try_disk();
    // Room for closing a visit on a full disk: see reserve.hpp.
    void keep_reserve();
    bool give_back_reserve();
    [[nodiscard]] core::Result<std::uint64_t> free_bytes() const;

private:
    core::Done forget_tries(std::string_view of, std::int64_t id);
    core::Done write(const std::function<core::Done()>& body); // a transaction, or a piece of the one at_once() runs
    std::filesystem::path file() const;
    Database m_database;
    bool m_at_once = false;
    bool m_empty_log_after = false;
};

}
