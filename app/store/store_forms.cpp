#include "store/rows.hpp"

namespace store {

core::Done Store::keep_form(std::span<const std::uint8_t> hash, std::span<const std::uint8_t> bytes) {
    return write([&] {
        return run(m_database, "INSERT INTO forms (hash, bytes) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING", hash,
                   bytes);
    });
}

core::Result<Bytes> Store::form(std::span<const std::uint8_t> hash) {
    return read_one("form", query(m_database, "SELECT bytes FROM forms WHERE hash = ?", hash),
                    [](const Statement& row) { return core::Result<Bytes>(row.blob(0)); });
}

core::Result<std::vector<Store::FormlessPart>> Store::parts_without_form() {
    return read_all(query(m_database, "SELECT parts.id, packet FROM parts JOIN sittings ON sittings.id = parts.sitting "
                                      "WHERE parts.status <> 'not_started' AND form IS NULL AND assumed_form IS NULL "
                                      "AND fits('parts', parts.id)"),
                    [](const Statement& row) {
                        return core::Result<FormlessPart>(FormlessPart{{row.integer(0)}, row.text(1)});
                    });
}

core::Done Store::assume_form(core::PartId id, std::span<const std::uint8_t> hash) {
    return write([&] {
        return change(m_database, "part without a form",
                      "UPDATE parts SET assumed_form = ? WHERE id = ? AND form IS NULL AND assumed_form IS NULL", hash,
                      id);
    });
}

}
