#include "store/rows.hpp"

namespace store {

core::Result<ThrottleRow> Store::throttle(std::string_view subject) {
    auto row = read_first(
        query(m_database, "SELECT failures, failed_at_ms FROM throttle WHERE subject = ?", subject),
        [](const Statement& found) {
            return core::Result<ThrottleRow>(ThrottleRow{static_cast<int>(found.integer(0)), found.integer(1)});
        });
    if (!row) return core::pass(row.error());
    if (!m_database.authenticity().fits("throttle", subject))
        return core::fail(core::ErrorCode::tampered, "throttle:" + std::string(subject));
    return row->value_or(ThrottleRow{});
}

core::Done Store::count_failure(std::string_view subject, core::WallTime at) {
    return write([&] {
        return run(m_database,
                   "INSERT INTO throttle (subject, failures, failed_at_ms) VALUES (?, 1, ?) ON CONFLICT (subject) "
                   "DO UPDATE SET failures = min(failures + 1, 1000000), failed_at_ms = excluded.failed_at_ms",
                   subject, at);
    });
}

core::Done Store::clear_failures(std::string_view subject) {
    return write([&] { return run(m_database, "DELETE FROM throttle WHERE subject = ?", subject); });
}

}
