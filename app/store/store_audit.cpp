#include "store/rows.hpp"

namespace store {

namespace {

constexpr std::string_view columns = "SELECT sequence, at_ms, who, what, about, link FROM audit ";

core::Result<AuditRow> read_audit(const Statement& row) {
    return AuditRow{row.integer(0), row.integer(1), row.text(2), row.text(3), row.text(4), row.blob(5)};
}

}

core::Result<std::optional<AuditRow>> Store::last_audit() {
    return read_first(query(m_database, std::string(columns) + "ORDER BY sequence DESC LIMIT 1"), read_audit);
}

core::Result<std::optional<AuditRow>> Store::last_audit_of(std::string_view what) {
    return read_first(query(m_database, std::string(columns) + "WHERE what = ? ORDER BY sequence DESC LIMIT 1", what),
                      read_audit);
}

core::Result<Bytes> Store::audit_end() {
    const auto end = read_first(query(m_database, "SELECT sealed FROM audit_end"),
                                [](const Statement& row) { return core::Result<Bytes>(row.blob(0)); });
    if (!end) return core::pass(end.error());
    return end->value_or(Bytes());
}

core::Done Store::append_audit(const AuditRow& row, std::span<const std::uint8_t> sealed_end) {
    return write([&]() -> core::Done {
        if (auto added =
                run(m_database, "INSERT INTO audit (sequence, at_ms, who, what, about, link) VALUES (?, ?, ?, ?, ?, ?)",
                    row.sequence, row.at_ms, row.who, row.what, row.about, row.link);
            !added)
            return added;
        return run(m_database,
                   "INSERT INTO audit_end (id, sealed) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET sealed = ?1",
                   sealed_end);
    });
}

core::Done Store::each_audit(const std::function<core::Done(const AuditRow&)>& each) {
    auto rows = query(m_database, std::string(columns) + "ORDER BY sequence");
    if (!rows) return core::pass(rows.error());
    while (true) {
        const auto more = rows->step();
        if (!more) return core::pass(more.error());
        if (!*more) return {};
        const auto row = read_audit(*rows);
        if (!row) return core::pass(row.error());
        if (auto done = each(*row); !done) return done;
    }
}

}
