#include "store/rows.hpp"

namespace store {

core::Done Store::put_note(const NoteRow& note, core::WallTime at) {
    return write([&] {
        return run(
            m_database,
            "INSERT INTO notes (uuid, sitting, therapist, therapist_slot, recovery_slot, signature, box, "
            "changed_at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (sitting, therapist) DO UPDATE "
            "SET uuid = ?1, therapist_slot = ?4, recovery_slot = ?5, signature = ?6, box = ?7, changed_at_ms = ?8",
            note.uuid, note.sitting, note.therapist, note.packet.therapist_slot, note.packet.recovery_slot,
            note.packet.signature, note.packet.box, at);
    });
}

core::Result<std::vector<NoteRow>> Store::notes_of(core::CaseId id, core::TherapistId therapist) {
    return read_all(query(m_database,
                          "SELECT notes.uuid, notes.sitting, notes.therapist, therapist_slot, recovery_slot, box, "
                          "signature FROM notes JOIN sittings ON sittings.id = notes.sitting "
                          "WHERE sittings.in_case = ? AND notes.therapist = ? AND fits('notes', notes.id)",
                          id, therapist),
                    [](const Statement& row) -> core::Result<NoteRow> {
                        NoteRow note{.sitting = {row.integer(1)},
                                     .therapist = {row.integer(2)},
                                     .packet = {row.blob(3), row.blob(4), row.blob(5), row.blob(6)}};
                        if (auto done = read_uuid(row, 0, note.uuid); !done) return core::pass(done.error());
                        return note;
                    });
}

}
