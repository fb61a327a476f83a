#include "store/rows.hpp"
#include <algorithm>

namespace store {

namespace {

core::Result<Statement> query_sittings(Database& database, std::string_view rest, const auto&... values) {
    return query(database,
                 "SELECT id, uuid, in_case, therapist, packet, expects_a, expects_b, status, sealed_entry_code, "
                 "entry_code_index, planned_at_ms, changed_at_ms FROM sittings WHERE fits('sittings', id) AND " +
                     std::string(rest),
                 values...);
}

core::Result<SittingRow> read_sitting(const Statement& row) {
    SittingRow sitting;
    sitting.id.value = row.integer(0);
    sitting.in_case.value = row.integer(2);
    sitting.therapist.value = row.integer(3);
    sitting.packet = row.text(4);
    sitting.expects_a = row.integer(5) != 0;
    sitting.expects_b = row.integer(6) != 0;
    sitting.sealed_entry_code = row.blob(8);
    sitting.entry_code_index = row.blob(9);
    sitting.planned_at_ms = row.integer(10);
    sitting.changed_at_ms = row.integer(11);
    if (auto done = read_uuid(row, 1, sitting.uuid); !done) return core::pass(done.error());
    if (auto done = read_word(row.text(7), SittingStatus::cancelled, sitting.status); !done)
        return core::pass(done.error());
    return sitting;
}

constexpr std::string_view is_open = "status IN ('waiting', 'active', 'parked')";

bool is_expected(const SittingRow& row, PartOwner owner) {
    switch (owner) {
    case PartOwner::a:
        return row.expects_a;
    case PartOwner::b:
        return row.expects_b;
    case PartOwner::joint:
        return true;
    }
    return false;
}

core::Done set_status(Database& database, core::SittingId id, SittingStatus status, core::WallTime at) {
    return change(database, "sitting", "UPDATE sittings SET status = ?, changed_at_ms = ? WHERE id = ?", status, at,
                  id);
}

}

// A number that was somebody else's once brings none of their wrong tries along.
core::Done Store::forget_tries(std::string_view of, std::int64_t id) {
    return run(m_database, "DELETE FROM throttle WHERE subject = ? AND fits('throttle', subject)",
               std::string(of) + std::to_string(id));
}

core::Result<core::SittingId> Store::new_sitting(const SittingRow& row, std::span<const NewPart> parts) {
    for (const auto owner : {PartOwner::a, PartOwner::b}) {
        const bool given =
            std::any_of(parts.begin(), parts.end(), [&](const NewPart& part) { return part.owner == owner; });
        if (is_expected(row, owner) && !given)
            return core::fail(core::ErrorCode::invalid_state, "a partner is expected and has no part");
    }
    core::SittingId id;
    auto done = write([&]() -> core::Done {
        auto added = run(m_database,
                         "INSERT INTO sittings (uuid, in_case, therapist, packet, expects_a, expects_b, status, "
                         "sealed_entry_code, entry_code_index, planned_at_ms, changed_at_ms) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         row.uuid, row.in_case, row.therapist, row.packet, row.expects_a, row.expects_b, row.status,
                         row.sealed_entry_code, row.entry_code_index, row.planned_at_ms, row.changed_at_ms);
        if (!added) return added;
        id.value = m_database.last_row_id();
        if (auto done = forget_tries("entry:", id.value); !done) return done;
        for (const auto& part : parts) {
            if (!is_expected(row, part.owner)) continue;
            added = run(m_database,
                        "INSERT INTO parts (uuid, sitting, role, status, sealed_count, sealed_wish) "
                        "VALUES (?, ?, ?, 'not_started', x'', ?)",
                        part.uuid, id, part.owner, part.sealed_wish);
            if (!added) return added;
            if (auto done = forget_tries("part:", m_database.last_row_id()); !done) return done;
        }
        return {};
    });
    if (!done) return core::pass(done.error());
    return id;
}

core::Result<std::optional<SittingRow>> Store::find_open_sitting(std::span<const std::uint8_t> entry_code_index) {
    return read_first(
        query_sittings(m_database, "entry_code_index = ? AND length(entry_code_index) > 0 AND " + std::string(is_open),
                       entry_code_index),
        read_sitting);
}

core::Result<SittingRow> Store::sitting(core::SittingId id) {
    return unless_changed(m_database, "sittings", id.value,
                          read_one("sitting", query_sittings(m_database, "id = ?", id), read_sitting));
}

core::Result<std::vector<SittingRow>> Store::open_sittings() {
    return read_all(query_sittings(m_database, std::string(is_open) + " ORDER BY planned_at_ms, id"), read_sitting);
}

core::Result<std::vector<SittingRow>> Store::finished_since(core::WallTime since) {
    return read_all(query_sittings(m_database,
                                   "status = 'finished' AND changed_at_ms >= ? ORDER BY changed_at_ms DESC, id DESC",
                                   since),
                    read_sitting);
}

core::Result<std::vector<SittingRow>> Store::sittings_of(core::CaseId id) {
    return read_all(
        query_sittings(m_database, "in_case = ? AND status <> 'cancelled' ORDER BY planned_at_ms DESC, id DESC", id),
        read_sitting);
}

core::Done Store::set_sitting_status(core::SittingId id, SittingStatus status, core::WallTime at) {
    if (status == SittingStatus::cancelled) return cancel_sitting(id, at);
    return write([&]() -> core::Done {
        if (auto done = refuse_if(m_database, "the sitting was cancelled",
                                  "SELECT 1 FROM sittings WHERE id = ? AND status = 'cancelled'", id);
            !done)
            return done;
        return set_status(m_database, id, status, at);
    });
}

core::Done Store::move_sitting(core::SittingId id, core::TherapistId to, core::WallTime at) {
    return write([&]() -> core::Done {
        if (auto done = refuse_if(
                m_database, "a part of the sitting is sealed",
                "SELECT 1 FROM parts WHERE sitting = ? AND (status = 'sealed' OR closed_at_ms IS NOT NULL)", id);
            !done)
            return done;
        if (auto done = change(m_database, "sitting",
                               "UPDATE sittings SET therapist = ?, changed_at_ms = ? WHERE id = ?", to, at, id);
            !done)
            return done;
        return run(
            m_database,
            "UPDATE cases SET therapist = ?1 WHERE id = (SELECT in_case FROM sittings WHERE id = ?2) AND NOT EXISTS "
            "(SELECT 1 FROM parts JOIN sittings ON sittings.id = parts.sitting "
            "WHERE sittings.in_case = cases.id AND parts.status = 'sealed')",
            to, id);
    });
}

core::Done Store::cancel_sitting(core::SittingId id, core::WallTime at) {
    return write([&]() -> core::Done {
        if (auto done = refuse_if(m_database, "a part of the sitting was started",
                                  "SELECT 1 FROM parts WHERE sitting = ? AND status <> 'not_started'", id);
            !done)
            return done;
        return set_status(m_database, id, SittingStatus::cancelled, at);
    });
}

}
