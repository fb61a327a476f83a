// Who can read a case: sharing it, handing it over, moving a part, and erasing it.
#include "store/erase.hpp"
#include "store/rows.hpp"

namespace store {

namespace {

// Parts of a case, by its id as ?1.
constexpr std::string_view parts_of_case =
    "(SELECT parts.id FROM parts JOIN sittings ON sittings.id = parts.sitting WHERE sittings.in_case = ?1)";

core::Done put_slot(Database& database, const Store::SharedSlot& slot) {
    return run(database,
               "INSERT INTO shared_slots (part, therapist, slot) VALUES (?1, ?2, ?3) "
               "ON CONFLICT (part, therapist) DO UPDATE SET slot = ?3",
               slot.part, slot.therapist, slot.slot);
}

core::Done put_packet(Database& database, core::PartId part, const PacketRow& packet) {
    return change(
        database, "packet",
        "UPDATE packets SET therapist_slot = ?2, recovery_slot = ?3, signature = ?4, box = ?5 WHERE part = ?1", part,
        packet.therapist_slot, packet.recovery_slot, packet.signature, packet.box);
}

// Whoever's part went elsewhere is not waited for. What is left says whether the sitting is over.
core::Done no_longer_expected(Database& database, core::SittingId id, PartOwner owner, core::WallTime at) {
    const std::string expects = owner == PartOwner::a ? "expects_a" : "expects_b";
    if (auto set = change(database, "sitting", "UPDATE sittings SET " + expects + " = 0 WHERE id = ?", id); !set)
        return set;
    return run(database,
               "UPDATE sittings SET changed_at_ms = ?2, status = "
               "CASE WHEN EXISTS (SELECT 1 FROM parts WHERE sitting = ?1) THEN 'finished' ELSE 'cancelled' END "
               "WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM parts WHERE sitting = ?1 AND status <> 'sealed' "
               "AND closed_at_ms IS NULL)",
               id, at);
}

core::Done drop_reader(Database& database, core::CaseId id, core::TherapistId therapist) {
    for (const auto* table : {"unread", "opened_private", "shared_slots"})
        if (auto gone = run(database,
                            "DELETE FROM " + std::string(table) + " WHERE therapist = ?2 AND part IN " +
                                std::string(parts_of_case),
                            id, therapist);
            !gone)
            return gone;
    return run(database, "DELETE FROM case_readers WHERE in_case = ? AND therapist = ?", id, therapist);
}

}

core::Result<std::vector<core::TherapistId>> Store::readers_of(core::CaseId id) {
    return read_all(
        query(m_database,
              "SELECT therapist FROM case_readers WHERE in_case = ? AND fits('case_readers', rowid) ORDER BY therapist",
              id),
        [](const Statement& row) { return core::Result<core::TherapistId>(core::TherapistId{row.integer(0)}); });
}

core::Result<std::optional<Bytes>> Store::shared_slot(core::PartId part, core::TherapistId therapist) {
    return read_first(
        query(m_database,
              "SELECT slot FROM shared_slots WHERE part = ? AND therapist = ? AND fits('shared_slots', rowid)", part,
              therapist),
        [](const Statement& row) { return core::Result<Bytes>(row.blob(0)); });
}

core::Done Store::add_reader(core::CaseId id, core::TherapistId therapist, std::span<const SharedSlot> slots) {
    return write([&]() -> core::Done {
        if (auto done = refuse_if(m_database, "the case is theirs",
                                  "SELECT 1 FROM cases WHERE id = ? AND therapist = ?", id, therapist);
            !done)
            return done;
        if (auto done =
                run(m_database, "INSERT OR IGNORE INTO case_readers (in_case, therapist) VALUES (?, ?)", id, therapist);
            !done)
            return done;
        for (const auto& slot : slots) {
            if (auto done = put_slot(m_database, slot); !done) return done;
            if (auto done = run(m_database, "INSERT OR IGNORE INTO unread (therapist, part) VALUES (?, ?)", therapist,
                                slot.part);
                !done)
                return done;
        }
        return {};
    });
}

core::Done Store::remove_reader(core::CaseId id, core::TherapistId therapist) {
    auto done = write([&] { return drop_reader(m_database, id, therapist); });
    if (done) (void)checkpoint(); // their slots leave the log now, or at the next opening
    return done;
}

core::Done Store::add_shared_slot(const SharedSlot& slot) {
    return write([&] { return put_slot(m_database, slot); });
}

core::Done Store::hand_over(core::CaseId id, core::TherapistId to, std::span<const NewPacket> packets,
                            core::WallTime at) {
    auto done = write([&]() -> core::Done {
        if (auto gone = drop_reader(m_database, id, to); !gone) return gone;
        for (const auto& moved : packets) {
            if (auto put = put_packet(m_database, moved.part, moved.packet); !put) return put;
            if (auto put = change(m_database, "part", "UPDATE parts SET sealed_for = ? WHERE id = ?", to, moved.part);
                !put)
                return put;
            if (auto told =
                    run(m_database, "INSERT OR IGNORE INTO unread (therapist, part) VALUES (?, ?)", to, moved.part);
                !told)
                return told;
        }
        if (auto gone = run(m_database,
                            "DELETE FROM unread WHERE therapist = (SELECT therapist FROM cases WHERE id = ?1) AND "
                            "therapist <> ?2 AND part IN " +
                                std::string(parts_of_case),
                            id, to);
            !gone)
            return gone;
        if (auto moved =
                run(m_database,
                    "UPDATE sittings SET therapist = ?2, changed_at_ms = ?3 WHERE in_case = ?1 AND therapist = "
                    "(SELECT therapist FROM cases WHERE id = ?1)",
                    id, to, at);
            !moved)
            return moved;
        return change(m_database, "case", "UPDATE cases SET therapist = ?2 WHERE id = ?1", id, to);
    });
    if (done) (void)checkpoint(); // the former therapist's slots
    return done;
}

core::Done Store::move_part(core::PartId id, core::SittingId to, PartOwner as, const PacketRow& packet,
                            core::WallTime at) {
    auto done = write([&]() -> core::Done {
        if (auto fits = refuse_if(m_database, "the part is not sealed",
                                  "SELECT 1 FROM parts WHERE id = ? AND status <> 'sealed'", id);
            !fits)
            return fits;
        const auto was = part(id);
        if (!was) return core::pass(was.error());
        if (auto gone = run(m_database, "DELETE FROM shared_slots WHERE part = ?", id); !gone) return gone;
        // The place that waits for it there, made with the sitting.
        if (auto gone =
                run(m_database, "DELETE FROM parts WHERE sitting = ? AND role = ? AND status = 'not_started'", to, as);
            !gone)
            return gone;
        if (auto put = change(m_database, "part", "UPDATE parts SET sitting = ?, role = ? WHERE id = ?", to, as, id);
            !put)
            return put;
        if (auto put = put_packet(m_database, id, packet); !put) return put;
        return no_longer_expected(m_database, was->sitting, was->owner, at);
    });
    if (done) (void)checkpoint();
    return done;
}

core::Done Store::drop_part(core::PartId id) {
    auto done = write([&]() -> core::Done {
        if (auto fits = refuse_if(m_database, "the part is sealed",
                                  "SELECT 1 FROM parts WHERE id = ? AND status = 'sealed'", id);
            !fits)
            return fits;
        for (const auto* sql : {"DELETE FROM journal WHERE entry BETWEEN ?1 * 1048576 AND ?1 * 1048576 + 1048575",
                                "DELETE FROM part_keys WHERE part = ?1", "DELETE FROM shared_slots WHERE part = ?1"})
            if (auto gone = run(m_database, sql, id); !gone) return gone;
        if (auto gone = change(m_database, "part", "DELETE FROM parts WHERE id = ?", id); !gone) return gone;
        if (auto erased = rewrite_journal(m_database); !erased) return erased;
        return rewrite_part_keys(m_database);
    });
    if (done) (void)checkpoint();
    return done;
}

core::Done Store::erase_case(core::CaseId id) {
    constexpr std::string_view first[] = {
        "UPDATE packets SET therapist_slot = zeroblob(length(therapist_slot)), "
        "recovery_slot = zeroblob(length(recovery_slot)) WHERE part IN ",
        "DELETE FROM shared_slots WHERE part IN ",
        "DELETE FROM part_keys WHERE part IN ",
        "DELETE FROM journal WHERE part IN ",
        // Slots in packets are under no hash of ours: without this the commit would not count as one.
        "UPDATE parts SET sealed_wish = sealed_wish WHERE id IN ",
        "UPDATE parts SET status = 'not_started', sealed_for = NULL, closed_at_ms = NULL WHERE status = 'open' AND id "
        "IN ",
    };
    constexpr std::string_view then[] = {
        "DELETE FROM unread WHERE part IN ",
        "DELETE FROM opened_private WHERE part IN ",
        "DELETE FROM packets WHERE part IN ",
        "DELETE FROM parts WHERE id IN ",
    };
    const auto of_its_parts = [&](std::span<const std::string_view> statements) -> core::Done {
        for (const auto sql : statements)
            if (auto done = run(m_database, std::string(sql) + std::string(parts_of_case), id); !done) return done;
        return {};
    };
    auto keys_gone = write([&]() -> core::Done {
        const auto there = exists(m_database, "SELECT 1 FROM cases WHERE id = ?", id);
        if (!there) return core::pass(there.error());
        if (!*there) return core::fail(core::ErrorCode::not_found, "case");
        if (auto held =
                refuse_if(m_database, "the case is held", "SELECT 1 FROM cases WHERE id = ? AND legal_hold = 1", id);
            !held)
            return held;
        if (auto gone = of_its_parts(first); !gone) return gone;
        if (auto gone =
                run(m_database,
                    "UPDATE notes SET therapist_slot = zeroblob(length(therapist_slot)), recovery_slot = "
                    "zeroblob(length(recovery_slot)) WHERE sitting IN (SELECT id FROM sittings WHERE in_case = ?)",
                    id);
            !gone)
            return gone;
        return rewrite_part_keys(m_database);
    });
    if (!keys_gone) return keys_gone;
    (void)m_database.checkpoint();
    auto rows_gone = write([&]() -> core::Done {
        if (auto gone =
                run(m_database, "DELETE FROM notes WHERE sitting IN (SELECT id FROM sittings WHERE in_case = ?)", id);
            !gone)
            return gone;
        if (auto gone = of_its_parts(then); !gone) return gone;
        for (const auto* sql : {"DELETE FROM sittings WHERE in_case = ?", "DELETE FROM case_readers WHERE in_case = ?",
                                "DELETE FROM read_backs WHERE in_case = ?"})
            if (auto gone = run(m_database, sql, id); !gone) return gone;
        return change(m_database, "case", "DELETE FROM cases WHERE id = ?", id);
    });
    if (!rows_gone) return rows_gone;
    // The b-tree leaves copies of a cell in the unused middle of a page; written anew, the file has none. The case is
    // gone whether or not the disk has room for this; if not, the next case that is erased takes them along.
    (void)write_anew(m_database);
    m_database.forget_former_files();
    (void)m_database.checkpoint();
    return {};
}

}
