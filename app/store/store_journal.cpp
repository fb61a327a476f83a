#include "store/erase.hpp"
#include "store/rows.hpp"

namespace store {

namespace {

// The keys of one part's entries: see the schema.
constexpr std::string_view of_part = "entry BETWEEN ?1 * 1048576 AND ?1 * 1048576 + 1048575";

core::Result<PartStatus> status_of(Database& database, core::PartId id) {
    return read_one("part", query(database, "SELECT status FROM parts WHERE id = ?", id),
                    [](const Statement& row) -> core::Result<PartStatus> {
                        PartStatus status{};
                        if (auto done = read_word(row.text(0), PartStatus::sealed, status); !done)
                            return core::pass(done.error());
                        return status;
                    });
}

core::Done require_open(Database& database, core::PartId id) {
    const auto status = status_of(database, id);
    if (!status) return core::pass(status.error());
    if (*status == PartStatus::open) return {};
    return core::fail(core::ErrorCode::invalid_state,
                      *status == PartStatus::sealed ? "the part is sealed" : "the part was not started");
}

core::Done append_entry(Database& database, const Store::Append& entry) {
    if (auto done = require_open(database, entry.part); !done) return done;
    if (auto done = refuse_if(database, "an entry out of sequence",
                              "SELECT max(sequence) FROM journal WHERE " + std::string(of_part) +
                                  " HAVING coalesce(max(sequence), 0) + 1 <> ?2",
                              entry.part, static_cast<std::int64_t>(entry.sequence));
        !done)
        return done;
    if (auto done =
            run(database, "INSERT INTO journal (entry, part, sequence, sealed) VALUES (?1 * 1048576 + ?2, ?1, ?2, ?3)",
                entry.part, static_cast<std::int64_t>(entry.sequence), entry.sealed);
        !done)
        return done;
    return change(database, "part", "UPDATE parts SET sealed_count = ? WHERE id = ?", entry.sealed_count, entry.part);
}

core::Done release_to_joint(Database& database, core::PartId from, const Store::Append& entry) {
    const auto belongs = exists(database,
                                "SELECT 1 FROM parts AS joint JOIN parts AS own ON own.sitting = joint.sitting "
                                "WHERE joint.id = ? AND own.id = ? AND joint.role = 'joint' AND own.role <> 'joint'",
                                entry.part, from);
    if (!belongs) return core::pass(belongs.error());
    if (!*belongs) return core::fail(core::ErrorCode::invalid_state, "not the joint part of the same sitting");
    return append_entry(database, entry);
}

}

core::Done Store::append(const Append& entry, const std::optional<Progress>& progress) {
    return write([&]() -> core::Done {
        if (auto done = append_entry(m_database, entry); !done || !progress) return done;
        return change(m_database, "part",
                      "UPDATE parts SET screens_done = ?, screens_total = ?, seconds_left = ? WHERE id = ?",
                      progress->screens_done, progress->screens_total, progress->seconds_left, entry.part);
    });
}

core::Result<std::vector<JournalRow>> Store::journal(core::PartId id) {
    return read_all(
        query(m_database, "SELECT sequence, sealed FROM journal WHERE " + std::string(of_part) + " ORDER BY entry", id),
        [](const Statement& row) {
            return core::Result<JournalRow>(JournalRow{static_cast<std::uint64_t>(row.integer(0)), row.blob(1)});
        });
}

core::Done Store::seal_part(core::PartId id, const PacketRow& packet, std::span<const Append> to_joint,
                            core::WallTime at) {
    auto done = write([&]() -> core::Done {
        if (auto fits = require_open(m_database, id); !fits) return fits;
        if (auto put =
                run(m_database,
                    "INSERT INTO packets (part, therapist_slot, recovery_slot, signature, box) VALUES (?, ?, ?, ?, ?)",
                    id, packet.therapist_slot, packet.recovery_slot, packet.signature, packet.box);
            !put)
            return put;
        if (auto gone = run(m_database, "DELETE FROM journal WHERE " + std::string(of_part), id); !gone) return gone;
        if (auto gone = change(m_database, "part keys", "DELETE FROM part_keys WHERE part = ?", id); !gone) return gone;
        if (auto erased = rewrite_journal(m_database); !erased) return erased;
        if (auto erased = rewrite_part_keys(m_database); !erased) return erased;
        for (const auto& entry : to_joint)
            if (auto put = release_to_joint(m_database, id, entry); !put) return put;
        return change(m_database, "part", "UPDATE parts SET status = 'sealed', sealed_at_ms = ? WHERE id = ?", at, id);
    });
    // The part is sealed once the commit is durable, and an error here would say otherwise. A log that cannot be
    // emptied now is emptied by the next checkpoint: another seal, the sitting's end, closing or opening.
    if (done) (void)checkpoint();
    return done;
}

core::Result<PacketRow> Store::packet(core::PartId id) {
    return read_one(
        "packet",
        query(m_database, "SELECT therapist_slot, recovery_slot, box, signature FROM packets WHERE part = ?", id),
        [](const Statement& row) {
            return core::Result<PacketRow>(PacketRow{row.blob(0), row.blob(1), row.blob(2), row.blob(3)});
        });
}

}
