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

// One statement each for the entry and for the part's row: this is what a person waits for after each tap. Why nothing
// could be put is asked only then.
core::Done append_entry(Database& database, const Store::Append& entry, const std::optional<Progress>& progress) {
    const auto counted =
        progress ? run(database,
                       "UPDATE parts SET sealed_count = ?2, screens_done = ?3, screens_total = ?4, seconds_left = ?5 "
                       "WHERE id = ?1 AND status = 'open' AND closed_at_ms IS NULL",
                       entry.part, entry.sealed_count, progress->screens_done, progress->screens_total,
                       progress->seconds_left)
                 : run(database,
                       "UPDATE parts SET sealed_count = ?2 WHERE id = ?1 AND status = 'open' AND closed_at_ms IS NULL",
                       entry.part, entry.sealed_count);
    if (!counted) return counted;
    if (changed_rows(database) == 0) {
        if (auto open = require_open(database, entry.part); !open) return open;
        return core::fail(core::ErrorCode::invalid_state, "the part was closed");
    }
    const auto put = run(database,
                         "INSERT INTO journal (entry, part, sequence, sealed) SELECT ?1 * 1048576 + ?2, ?1, ?2, ?3 "
                         "WHERE ?2 = 1 + coalesce((SELECT max(entry) - ?1 * 1048576 FROM journal WHERE " +
                             std::string(of_part) + "), 0)",
                         entry.part, static_cast<std::int64_t>(entry.sequence), entry.sealed);
    if (!put) return put;
    if (changed_rows(database) == 0) return core::fail(core::ErrorCode::invalid_state, "an entry out of sequence");
    return {};
}

core::Done release_to_joint(Database& database, core::PartId from, const Store::Append& entry) {
    const auto belongs = exists(database,
                                "SELECT 1 FROM parts AS joint JOIN parts AS own ON own.sitting = joint.sitting "
                                "WHERE joint.id = ? AND own.id = ? AND joint.role = 'joint' AND own.role <> 'joint'",
                                entry.part, from);
    if (!belongs) return core::pass(belongs.error());
    if (!*belongs) return core::fail(core::ErrorCode::invalid_state, "not the joint part of the same sitting");
    return append_entry(database, entry, std::nullopt);
}

}

core::Done Store::append(const Append& entry, const std::optional<Progress>& progress) {
    return write([&] { return append_entry(m_database, entry, progress); });
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
        if (auto told = run(m_database,
                            "INSERT INTO unread (therapist, part) SELECT sealed_for, id FROM parts WHERE id = ?1 UNION "
                            "SELECT case_readers.therapist, parts.id FROM parts JOIN sittings ON sittings.id = "
                            "parts.sitting JOIN case_readers ON case_readers.in_case = sittings.in_case "
                            "WHERE parts.id = ?1",
                            id);
            !told)
            return told;
        return change(m_database, "part", "UPDATE parts SET status = 'sealed', sealed_at_ms = ? WHERE id = ?", at, id);
    });
    // The part is sealed once the commit is durable, and an error here would say otherwise. A log that cannot be
    // emptied now is emptied by the next checkpoint: another seal, the sitting's end, closing or opening.
    if (done) (void)checkpoint();
    return done;
}

core::Result<PacketRow> Store::packet(core::PartId id) {
    auto packet =
        read_one("packet",
                 query(m_database,
                       "SELECT therapist_slot, recovery_slot, box, signature FROM packets WHERE part = ? AND "
                       "fits('packets', part)",
                       id),
                 [](const Statement& row) {
                     return core::Result<PacketRow>(PacketRow{row.blob(0), row.blob(1), row.blob(2), row.blob(3)});
                 });
    return unless_changed(m_database, "packets", id.value, std::move(packet));
}

}
