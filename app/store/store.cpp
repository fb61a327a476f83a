#include "store/store.hpp"
#include "store/reserve.hpp"
#include "store/rows.hpp"
#include <algorithm>
#include <sqlite3.h>
#include <utility>

namespace store {

namespace {

struct Rule {
    std::string_view broken;
    std::string_view finds; // a row for each breach
};
constexpr Rule rules[] = {
    {"a row without its owner", "SELECT 1 FROM pragma_foreign_key_check"},
    {"a sealed part without its packet",
     "SELECT 1 FROM parts WHERE status = 'sealed' AND id NOT IN (SELECT part FROM packets)"},
    {"a packet of a part that is not sealed",
     "SELECT 1 FROM packets WHERE part NOT IN (SELECT id FROM parts WHERE status = 'sealed')"},
    {"an open part without its keys",
     "SELECT 1 FROM parts WHERE status = 'open' AND id NOT IN (SELECT part FROM part_keys)"},
    {"keys of a part that is not open",
     "SELECT 1 FROM part_keys WHERE part NOT IN (SELECT id FROM parts WHERE status = 'open')"},
    {"journal entries of a part that is not open",
     "SELECT 1 FROM journal WHERE part NOT IN (SELECT id FROM parts WHERE status = 'open')"},
    {"a gap in a journal",
     "SELECT 1 FROM journal GROUP BY part HAVING min(sequence) <> 1 OR max(sequence) <> count(*)"},
};

}

core::Done read_uuid(const Statement& row, int column, core::Uuid& uuid) {
    const auto bytes = row.blob(column);
    if (bytes.size() != uuid.size()) return core::fail(core::ErrorCode::damaged, "a uuid of the wrong size");
    std::copy(bytes.begin(), bytes.end(), uuid.begin());
    return {};
}

std::int64_t changed_rows(const Database& database) {
    return sqlite3_changes64(database.handle());
}

Store::Store(Database database) : m_database(std::move(database)) {}

core::Done Store::write(const std::function<core::Done()>& body) {
    return m_at_once ? body() : m_database.in_transaction(body);
}

core::Done Store::at_once(const std::function<core::Done()>& body) {
    if (m_at_once) return body();
    struct Join {
        bool& joined;
        explicit Join(bool& flag) : joined(flag) { joined = true; }
        ~Join() { joined = false; }
    };
    auto done = m_database.in_transaction([&] {
        const Join join(m_at_once);
        return body();
    });
    if (std::exchange(m_empty_log_after, false) && done) (void)m_database.checkpoint();
    return done;
}

core::Done Store::checkpoint() {
    if (!m_at_once) return m_database.checkpoint();
    m_empty_log_after = true;
    return {};
}

core::Done Store::accept_rows(std::int64_t commits_missing) {
    return m_database.in_transaction([&] { return m_database.authenticity().accept(m_database, commits_missing); });
}

core::Done Store::check() {
    const auto found = read_one("integrity_check", query(m_database, "PRAGMA integrity_check(1)"),
                                [](const Statement& row) { return core::Result<std::string>(row.text(0)); });
    if (!found) return core::pass(found.error());
    if (*found != "ok") return core::fail(core::ErrorCode::damaged, *found);
    for (const auto& rule : rules) {
        const auto broken = exists(m_database, rule.finds);
        if (!broken) return core::pass(broken.error());
        if (*broken) return core::fail(core::ErrorCode::damaged, std::string(rule.broken));
    }
    if (auto done = m_database.authenticity().verify(m_database); !done) return done;
    if (!findings().empty()) return core::fail(core::ErrorCode::tampered, findings().words());
    return {};
}

core::Done Store::try_disk() {
    if (auto done = store::try_disk(file()); !done) return done;
    // A real row of a real table, as it is: what is saved goes the same way.
    return write([&]() -> core::Done {
        return run(m_database, "UPDATE practice SET created_at_ms = created_at_ms WHERE id = 1");
    });
}

void Store::keep_reserve() {
    store::keep_reserve(file());
}

bool Store::give_back_reserve() {
    return store::give_back_reserve(file());
}

std::filesystem::path Store::file() const {
    return sqlite3_db_filename(m_database.handle(), "main");
}

core::Result<std::uint64_t> Store::free_bytes() const {
    const auto folder = file().parent_path();
    std::error_code problem;
    const auto space = std::filesystem::space(folder, problem);
    if (problem) return core::fail(core::ErrorCode::io, folder.string() + ": " + problem.message());
    return space.available;
}

}
