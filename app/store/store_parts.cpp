#include "store/erase.hpp"
#include "store/rows.hpp"

namespace store {

namespace {

core::Result<Statement> query_parts(Database& database, std::string_view rest, const auto& value) {
    return query(database,
                 "SELECT parts.id, uuid, sitting, role, status, coalesce(sealed_for, 0), "
                 "coalesce(part_keys.therapist_slot, packets.therapist_slot, x''), "
                 "coalesce(part_keys.recovery_slot, packets.recovery_slot, x''), coalesce(resume_slot, x''), "
                 "coalesce(resume_slot_b, x''), sealed_count, sealed_wish, screens_done, screens_total, seconds_left, "
                 "coalesce(sealed_at_ms, 0), code_digits, closed_at_ms IS NOT NULL, coalesce(form, x''), "
                 "coalesce(assumed_form, x'') FROM parts LEFT JOIN part_keys ON part_keys.part = parts.id LEFT JOIN "
                 "packets ON packets.part = parts.id WHERE fits('parts', parts.id) AND (part_keys.part IS NULL OR "
                 "fits('part_keys', part_keys.part)) AND " +
                     std::string(rest),
                 value);
}

core::Result<PartRow> read_part(const Statement& row) {
    PartRow part;
    part.id.value = row.integer(0);
    part.sitting.value = row.integer(2);
    part.sealed_for.value = row.integer(5);
    part.therapist_slot = row.blob(6);
    part.recovery_slot = row.blob(7);
    part.resume_slot = row.blob(8);
    part.resume_slot_b = row.blob(9);
    part.sealed_count = row.blob(10);
    part.sealed_wish = row.blob(11);
    part.progress.screens_done = static_cast<int>(row.integer(12));
    part.progress.screens_total = static_cast<int>(row.integer(13));
    part.progress.seconds_left = static_cast<int>(row.integer(14));
    part.sealed_at_ms = row.integer(15);
    part.code_digits = static_cast<int>(row.integer(16));
    part.closed = row.integer(17) != 0;
    part.form = row.blob(18);
    part.assumed_form = row.blob(19);
    if (auto done = read_uuid(row, 1, part.uuid); !done) return core::pass(done.error());
    if (auto done = read_word(row.text(3), PartOwner::joint, part.owner); !done) return core::pass(done.error());
    if (auto done = read_word(row.text(4), PartStatus::sealed, part.status); !done) return core::pass(done.error());
    return part;
}

// not_found when there is no such part, invalid_state with `why` when it has another status.
core::Done require(Database& database, core::PartId id, PartStatus status, std::string_view why) {
    const auto there = exists(database, "SELECT 1 FROM parts WHERE id = ?", id);
    if (!there) return core::pass(there.error());
    if (!*there) return core::fail(core::ErrorCode::not_found, "part");
    return refuse_if(database, why, "SELECT 1 FROM parts WHERE id = ? AND status <> ?", id, status);
}

core::Done require_not_closed(Database& database, core::PartId id) {
    if (auto done = require(database, id, PartStatus::open, "the part is not open"); !done) return done;
    return refuse_if(database, "the part was closed", "SELECT 1 FROM parts WHERE id = ? AND closed_at_ms IS NOT NULL",
                     id);
}

}

core::Result<std::vector<PartRow>> Store::parts_of(core::SittingId id) {
    return read_all(query_parts(m_database, "sitting = ? ORDER BY role", id), read_part);
}

core::Result<PartRow> Store::part(core::PartId id) {
    return unless_changed(m_database, "parts", id.value,
                          read_one("part", query_parts(m_database, "parts.id = ?", id), read_part));
}

core::Done Store::parts_fit(core::SittingId id) {
    const auto other = exists(m_database, "SELECT 1 FROM parts WHERE sitting = ? AND NOT fits('parts', id)", id);
    if (!other) return core::pass(other.error());
    return *other ? core::fail(core::ErrorCode::tampered, "a part of the sitting") : core::Done();
}

core::Done Store::start_part(core::PartId id, const PartKeys& keys, const Progress& progress) {
    return write([&]() -> core::Done {
        if (auto done = require(m_database, id, PartStatus::not_started, "the part was started already"); !done)
            return done;
        if (auto done = refuse_if(m_database, "the sitting was cancelled",
                                  "SELECT 1 FROM parts JOIN sittings ON sittings.id = parts.sitting "
                                  "WHERE parts.id = ? AND sittings.status = 'cancelled'",
                                  id);
            !done)
            return done;
        if (auto done = run(m_database,
                            "INSERT INTO part_keys (part, therapist_slot, recovery_slot, resume_slot, resume_slot_b) "
                            "VALUES (?, ?, ?, ?, x'')",
                            id, keys.therapist_slot, keys.recovery_slot, keys.resume_slot);
            !done)
            return done;
        return change(m_database, "part",
                      "UPDATE parts SET status = 'open', sealed_for = ?, sealed_count = ?, screens_done = ?, "
                      "screens_total = ?, seconds_left = ?, code_digits = ?, form = nullif(?, x'') WHERE id = ?",
                      keys.sealed_for, keys.sealed_count, progress.screens_done, progress.screens_total,
                      progress.seconds_left, keys.code_digits, keys.form, id);
    });
}

core::Done Store::reseal_part(core::PartId id, core::TherapistId sealed_for,
                              std::span<const std::uint8_t> therapist_slot) {
    auto done = write([&]() -> core::Done {
        if (auto fits = require(m_database, id, PartStatus::open, "the part is not open"); !fits) return fits;
        if (auto set = change(m_database, "part", "UPDATE parts SET sealed_for = ? WHERE id = ?", sealed_for, id); !set)
            return set;
        if (auto set = change(m_database, "part", "UPDATE part_keys SET therapist_slot = ? WHERE part = ?",
                              therapist_slot, id);
            !set)
            return set;
        return rewrite_part_keys(m_database);
    });
    // The former therapist's slot is gone once the commit is; the log is emptied now or at the next opening.
    if (done) (void)checkpoint();
    return done;
}

core::Done Store::change_resume(const PartRow& part, PartOwner of, std::span<const std::uint8_t> slot,
                                int code_digits) {
    auto done = write([&]() -> core::Done {
        if (auto fits = require_not_closed(m_database, part.id); !fits) return fits;
        const std::string column =
            part.owner == PartOwner::joint && of == PartOwner::b ? "resume_slot_b" : "resume_slot";
        if (auto set =
                change(m_database, "part", "UPDATE part_keys SET " + column + " = ? WHERE part = ?", slot, part.id);
            !set)
            return set;
        if (part.owner != PartOwner::joint)
            if (auto set =
                    change(m_database, "part", "UPDATE parts SET code_digits = ? WHERE id = ?", code_digits, part.id);
                !set)
                return set;
        return rewrite_part_keys(m_database);
    });
    if (done) (void)checkpoint(); // what the former code opened leaves the log now, or at the next opening
    return done;
}

core::Done Store::close_part(core::PartId id, core::WallTime at) {
    auto done = write([&]() -> core::Done {
        if (auto fits = require_not_closed(m_database, id); !fits) return fits;
        if (auto set = change(m_database, "part", "UPDATE parts SET closed_at_ms = ? WHERE id = ?", at, id); !set)
            return set;
        if (auto set = change(m_database, "part keys",
                              "UPDATE part_keys SET resume_slot = x'', resume_slot_b = x'' WHERE part = ?", id);
            !set)
            return set;
        return rewrite_part_keys(m_database);
    });
    if (done) (void)checkpoint();
    return done;
}

core::Result<std::vector<PartRow>> Store::closed_parts(core::TherapistId sealed_for) {
    return read_all(query_parts(m_database,
                                "status = 'open' AND closed_at_ms IS NOT NULL AND sealed_for = ? "
                                "ORDER BY parts.id",
                                sealed_for),
                    read_part);
}

core::Done Store::set_joint_resume(core::PartId id, bool for_b, std::span<const std::uint8_t> slot) {
    return write([&]() -> core::Done {
        if (auto done = require(m_database, id, PartStatus::open, "the part is not open"); !done) return done;
        if (auto done =
                refuse_if(m_database, "not a joint part", "SELECT 1 FROM parts WHERE id = ? AND role <> 'joint'", id);
            !done)
            return done;
        const std::string column = for_b ? "resume_slot_b" : "resume_slot";
        return change(m_database, "part", "UPDATE part_keys SET " + column + " = ? WHERE part = ?", slot, id);
    });
}

core::Done Store::set_wish(core::PartId id, std::span<const std::uint8_t> sealed_wish) {
    return write([&]() -> core::Done {
        // A wish that changed the row's size could be seen in the file by someone who cannot open it.
        if (auto done =
                refuse_if(m_database, "a wish of another size",
                          "SELECT 1 FROM parts WHERE id = ? AND length(sealed_wish) <> ?", id, sealed_wish.size());
            !done)
            return done;
        return change(m_database, "part", "UPDATE parts SET sealed_wish = ? WHERE id = ?", sealed_wish, id);
    });
}

}
