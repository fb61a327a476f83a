// Keys made anew: what was sealed for a lost key, a former recovery kit or a former device key.
#include "store/erase.hpp"
#include "store/rows.hpp"

namespace store {

namespace {

core::Result<std::vector<std::int64_t>> ids(Database& database, std::string_view sql) {
    return read_all(query(database, sql),
                    [](const Statement& row) { return core::Result<std::int64_t>(row.integer(0)); });
}

// Trigger by trigger, as the schema has them.
core::Result<std::vector<std::string>> audit_guards(Database& database, std::string_view column) {
    return read_all(query(database, "SELECT " + std::string(column) +
                                        " FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'"),
                    [](const Statement& row) { return core::Result<std::string>(row.text(0)); });
}

}

core::Done Store::set_therapist_keys(core::TherapistId id, std::span<const std::uint8_t> public_key,
                                     std::span<const std::uint8_t> wrapped_secret_key) {
    return write([&] {
        return change(m_database, "therapist",
                      "UPDATE therapists SET public_key = ?, wrapped_secret_key = ? WHERE id = ?", public_key,
                      wrapped_secret_key, id);
    });
}

core::Result<std::vector<CaseRow>> Store::every_case() {
    const auto found = ids(m_database, "SELECT id FROM cases WHERE fits('cases', id) ORDER BY id");
    if (!found) return core::pass(found.error());
    std::vector<CaseRow> rows;
    for (const auto id : *found) {
        auto row = case_by_id({id});
        if (!row) return core::pass(row.error());
        rows.push_back(std::move(*row));
    }
    return rows;
}

core::Result<std::vector<SittingRow>> Store::every_sitting() {
    const auto found = ids(m_database, "SELECT id FROM sittings WHERE fits('sittings', id) ORDER BY id");
    if (!found) return core::pass(found.error());
    std::vector<SittingRow> rows;
    for (const auto id : *found) {
        auto row = sitting({id});
        if (!row) return core::pass(row.error());
        rows.push_back(std::move(*row));
    }
    return rows;
}

core::Result<std::vector<NoteRow>> Store::every_note() {
    return read_all(query(m_database, "SELECT uuid, sitting, therapist, therapist_slot, recovery_slot, box, signature "
                                      "FROM notes WHERE fits('notes', id) ORDER BY id"),
                    [](const Statement& row) -> core::Result<NoteRow> {
                        NoteRow note{.sitting = {row.integer(1)},
                                     .therapist = {row.integer(2)},
                                     .packet = {row.blob(3), row.blob(4), row.blob(5), row.blob(6)}};
                        if (auto done = read_uuid(row, 0, note.uuid); !done) return core::pass(done.error());
                        return note;
                    });
}

core::Done Store::set_packet_slots(core::PartId id, const PacketRow& packet) {
    return write([&] {
        return change(m_database, "packet",
                      "UPDATE packets SET therapist_slot = ?2, recovery_slot = ?3, signature = ?4 WHERE part = ?1", id,
                      packet.therapist_slot, packet.recovery_slot, packet.signature);
    });
}

core::Done Store::set_note_slots(const NoteRow& note) {
    return write([&] {
        return change(m_database, "note",
                      "UPDATE notes SET therapist_slot = ?2, recovery_slot = ?3, signature = ?4 WHERE uuid = ?1",
                      note.uuid, note.packet.therapist_slot, note.packet.recovery_slot, note.packet.signature);
    });
}

core::Done Store::set_part_slots(core::PartId id, std::span<const std::uint8_t> therapist_slot,
                                 std::span<const std::uint8_t> recovery_slot) {
    return write([&] {
        return change(m_database, "part",
                      "UPDATE part_keys SET therapist_slot = ?2, recovery_slot = ?3 WHERE part = ?1", id,
                      therapist_slot, recovery_slot);
    });
}

core::Done Store::remove_therapist(core::TherapistId leaving, core::TherapistId to, std::span<const core::PartId> parts,
                                   core::WallTime at) {
    return write([&]() -> core::Done {
        for (const auto part : parts) {
            if (auto put = change(m_database, "part", "UPDATE parts SET sealed_for = ? WHERE id = ?", to, part); !put)
                return put;
            if (auto told = run(m_database,
                                "INSERT OR IGNORE INTO unread (therapist, part) "
                                "SELECT ?1, id FROM parts WHERE id = ?2 AND status = 'sealed'",
                                to, part);
                !told)
                return told;
            if (auto gone = run(m_database, "DELETE FROM shared_slots WHERE part = ? AND therapist = ?", part, to);
                !gone)
                return gone;
        }
        for (const auto* table : {"unread", "opened_private", "shared_slots", "case_readers"})
            if (auto gone =
                    run(m_database,
                        "DELETE FROM " + std::string(table) + " WHERE therapist = ? AND fits('" + table + "', rowid)",
                        leaving);
                !gone)
                return gone;
        if (auto moved = run(
                m_database,
                "UPDATE sittings SET therapist = ?2, changed_at_ms = ?3 WHERE therapist = ?1 AND fits('sittings', id)",
                leaving, to, at);
            !moved)
            return moved;
        if (auto moved = run(m_database, "UPDATE cases SET therapist = ?2 WHERE therapist = ?1 AND fits('cases', id)",
                             leaving, to);
            !moved)
            return moved;
        if (auto gone = run(m_database,
                            "DELETE FROM case_readers WHERE therapist = ?1 AND in_case IN "
                            "(SELECT id FROM cases WHERE therapist = ?1)",
                            to);
            !gone)
            return gone;
        return change(m_database, "therapist",
                      "UPDATE therapists SET public_key = x'', wrapped_secret_key = x'' WHERE id = ?", leaving);
    });
}

core::Done Store::set_sealed_values(const TherapistRow& row) {
    return write([&] {
        return change(m_database, "therapist", "UPDATE therapists SET sealed_name = ? WHERE id = ?", row.sealed_name,
                      row.id);
    });
}

core::Done Store::set_sealed_values(const CaseRow& row) {
    return write([&] {
        return change(m_database, "case",
                      "UPDATE cases SET sealed_chart_code = ?, chart_code_index = ?, sealed_name_a = ?, "
                      "sealed_name_b = ? WHERE id = ?",
                      row.sealed_chart_code, row.chart_code_index, row.sealed_name_a, row.sealed_name_b, row.id);
    });
}

core::Done Store::set_sealed_values(const SittingRow& row) {
    return write([&] {
        return change(m_database, "sitting",
                      "UPDATE sittings SET sealed_entry_code = ?, entry_code_index = ? WHERE id = ?",
                      row.sealed_entry_code, row.entry_code_index, row.id);
    });
}

core::Done Store::relink_audit(std::span<const Bytes> links, std::span<const std::uint8_t> sealed_end) {
    return write([&]() -> core::Done {
        // The triggers that keep the log append-only stand aside within the transaction and come back word for word.
        const auto names = audit_guards(m_database, "name");
        if (!names) return core::pass(names.error());
        const auto guards = audit_guards(m_database, "sql");
        if (!guards) return core::pass(guards.error());
        for (const auto& name : *names)
            if (auto done = m_database.execute("DROP TRIGGER main." + name); !done) return done;
        const auto sequences = ids(m_database, "SELECT sequence FROM audit ORDER BY sequence");
        if (!sequences) return core::pass(sequences.error());
        if (sequences->size() != links.size())
            return core::fail(core::ErrorCode::invalid_state, "a link for each entry of the audit log");
        for (std::size_t i = 0; i < links.size(); ++i)
            if (auto done = run(m_database, "UPDATE audit SET link = ? WHERE sequence = ?", links[i], (*sequences)[i]);
                !done)
                return done;
        for (const auto& guard : *guards)
            if (auto done = m_database.execute(guard); !done) return done;
        if (links.empty()) return {};
        return run(m_database,
                   "INSERT INTO audit_end (id, sealed) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET sealed = ?1",
                   sealed_end);
    });
}

core::Done Store::sign_rows_anew(RowHash hash) {
    return write([&] { return m_database.authenticity().sign_anew(m_database, std::move(hash)); });
}

core::Done Store::forget_former_keys() {
    if (auto done = write_anew(m_database); !done) return done;
    m_database.forget_former_files();
    return m_database.checkpoint();
}

}
