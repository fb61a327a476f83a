#include "store/rows.hpp"

namespace store {

core::Result<ThrottleRow> Store::throttle(std::string_view subject) {
    auto row = read_first(
        query(m_database,
              "SELECT failures, failed_at_ms, boot, failed_at_steady_ms, allowed, used FROM throttle WHERE subject = ?",
              subject),
        [](const Statement& found) {
            return core::Result<ThrottleRow>(
                ThrottleRow{static_cast<int>(found.integer(0)), found.integer(1), std::string(found.text(2)),
                            found.integer(3), static_cast<int>(found.integer(4)), static_cast<int>(found.integer(5))});
        });
    if (!row) return core::pass(row.error());
    if (!m_database.authenticity().fits("throttle", subject))
        return core::fail(core::ErrorCode::tampered, "throttle:" + std::string(subject));
    return row->value_or(ThrottleRow{});
}

core::Done Store::count_failure(std::string_view subject, const Moment& at) {
    return write([&] {
        return run(m_database,
                   "INSERT INTO throttle (subject, failures, failed_at_ms, boot, failed_at_steady_ms) "
                   "VALUES (?, 1, ?, ?, ?) ON CONFLICT (subject) DO UPDATE SET "
                   "failures = min(failures + 1, 1000000), failed_at_ms = excluded.failed_at_ms, boot = excluded.boot, "
                   "failed_at_steady_ms = excluded.failed_at_steady_ms, used = allowed",
                   subject, at.wall, at.boot, static_cast<std::int64_t>(at.steady.time_since_epoch().count()));
    });
}

core::Done Store::allow_try(std::string_view subject) {
    return write([&] {
        return change(m_database, "wrong tries", "UPDATE throttle SET allowed = used + 1 WHERE subject = ?", subject);
    });
}

core::Done Store::clear_failures(std::string_view subject) {
    return write([&] { return run(m_database, "DELETE FROM throttle WHERE subject = ?", subject); });
}

}
