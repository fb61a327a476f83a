#include "store/rows.hpp"

namespace store {

core::Done Store::set_practice(const PracticeRow& practice) {
    return write([&] {
        return run(
            m_database,
            "INSERT INTO practice (id, device_public_key, desk_pin_verifier, recovery_public_key, created_at_ms) "
            "VALUES (1, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET device_public_key = excluded.device_public_key, "
            "desk_pin_verifier = excluded.desk_pin_verifier, recovery_public_key = excluded.recovery_public_key, "
            "created_at_ms = excluded.created_at_ms",
            practice.device_public_key, practice.desk_pin_verifier, practice.recovery_public_key,
            practice.created_at_ms);
    });
}

core::Result<PracticeRow> Store::practice() {
    auto row = read_one(
        "the practice",
        query(m_database, "SELECT device_public_key, desk_pin_verifier, recovery_public_key, created_at_ms "
                          "FROM practice WHERE fits('practice', id)"),
        [](const Statement& row) {
            return core::Result<PracticeRow>(PracticeRow{row.blob(0), row.blob(1), row.blob(2), row.integer(3)});
        });
    return unless_changed(m_database, "practice", 1, std::move(row));
}

core::Result<core::TherapistId> Store::add_therapist(const TherapistRow& therapist) {
    core::TherapistId id;
    auto done = write([&]() -> core::Done {
        auto added =
            run(m_database,
                "INSERT INTO therapists (uuid, sealed_name, public_key, wrapped_secret_key) VALUES (?, ?, ?, ?)",
                therapist.uuid, therapist.sealed_name, therapist.public_key, therapist.wrapped_secret_key);
        id.value = m_database.last_row_id();
        return added;
    });
    if (!done) return core::pass(done.error());
    return id;
}

core::Result<std::vector<TherapistRow>> Store::therapists() {
    return read_all(query(m_database, "SELECT id, uuid, sealed_name, public_key, wrapped_secret_key FROM therapists "
                                      "WHERE length(wrapped_secret_key) > 0 AND fits('therapists', id) ORDER BY id"),
                    [](const Statement& row) -> core::Result<TherapistRow> {
                        TherapistRow therapist{{row.integer(0)}, {}, row.blob(2), row.blob(3), row.blob(4)};
                        if (auto done = read_uuid(row, 1, therapist.uuid); !done) return core::pass(done.error());
                        return therapist;
                    });
}

}
