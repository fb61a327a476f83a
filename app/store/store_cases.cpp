#include "store/rows.hpp"

namespace store {

namespace {

core::Result<Statement> query_cases(Database& database, std::string_view where, const auto& value) {
    return query(
        database,
        "SELECT id, uuid, therapist, sealed_chart_code, chart_code_index, sealed_name_a, sealed_name_b, next_packet, "
        "legal_hold FROM cases "
        "WHERE fits('cases', id) AND (" +
            std::string(where) + ") ORDER BY id",
        value);
}

core::Result<CaseRow> read_case(const Statement& row) {
    CaseRow read{{row.integer(0)}, {},          {row.integer(2)}, row.blob(3),        row.blob(4),
                 row.blob(5),      row.blob(6), row.text(7),      row.integer(8) != 0};
    if (auto done = read_uuid(row, 1, read.uuid); !done) return core::pass(done.error());
    return read;
}

}

core::Result<core::CaseId> Store::add_case(const CaseRow& row) {
    core::CaseId id;
    auto done = write([&]() -> core::Done {
        auto added = run(m_database,
                         "INSERT INTO cases (uuid, therapist, sealed_chart_code, chart_code_index, sealed_name_a, "
                         "sealed_name_b) VALUES (?, ?, ?, ?, ?, ?)",
                         row.uuid, row.therapist, row.sealed_chart_code, row.chart_code_index, row.sealed_name_a,
                         row.sealed_name_b);
        id.value = m_database.last_row_id();
        return added;
    });
    if (!done) return core::pass(done.error());
    return id;
}

core::Result<std::optional<CaseRow>> Store::find_case(std::span<const std::uint8_t> chart_code_index) {
    return read_first(query_cases(m_database, "chart_code_index = ?", chart_code_index), read_case);
}

core::Result<CaseRow> Store::case_by_id(core::CaseId id) {
    return unless_changed(m_database, "cases", id.value,
                          read_one("case", query_cases(m_database, "id = ?", id), read_case));
}

core::Result<std::vector<CaseRow>> Store::cases_of(core::TherapistId therapist) {
    return read_all(
        query_cases(
            m_database,
            "therapist = ?1 OR id IN (SELECT in_case FROM sittings WHERE therapist = ?1 AND status <> 'cancelled') OR "
            "id IN (SELECT in_case FROM case_readers WHERE therapist = ?1 AND fits('case_readers', rowid))",
            therapist),
        read_case);
}

core::Done Store::set_next_packet(core::CaseId id, std::string_view packet) {
    return write(
        [&] { return change(m_database, "case", "UPDATE cases SET next_packet = ? WHERE id = ?", packet, id); });
}

core::Done Store::set_legal_hold(core::CaseId id, bool held) {
    return write([&] { return change(m_database, "case", "UPDATE cases SET legal_hold = ? WHERE id = ?", held, id); });
}

core::Done Store::set_read_back(core::CaseId id, std::span<const std::uint8_t> sealed) {
    return write([&]() -> core::Done {
        if (auto gone = run(m_database, "DELETE FROM read_backs WHERE in_case = ? AND fits('read_backs', rowid)", id);
            !gone || sealed.empty())
            return gone;
        return run(m_database, "INSERT INTO read_backs (in_case, sealed) VALUES (?, ?)", id, sealed);
    });
}

core::Result<Bytes> Store::read_back(core::CaseId id) {
    const auto found = read_first(
        query(m_database, "SELECT sealed FROM read_backs WHERE in_case = ? AND fits('read_backs', rowid)", id),
        [](const Statement& row) -> core::Result<Bytes> { return row.blob(0); });
    if (!found) return core::pass(found.error());
    return found->value_or(Bytes());
}

core::Done Store::set_names(core::CaseId id, std::span<const std::uint8_t> sealed_a,
                            std::span<const std::uint8_t> sealed_b) {
    return write([&] {
        return change(m_database, "case", "UPDATE cases SET sealed_name_a = ?, sealed_name_b = ? WHERE id = ?",
                      sealed_a, sealed_b, id);
    });
}

}
