#include "store/authenticity.hpp"
#include "store/database.hpp"
#include "store/protected_tables.hpp"
#include "store/row_hash.hpp"
#include "store/rows.hpp"
#include "store/schema.hpp"
#include <algorithm>
#include <sqlite3.h>
#include <utility>

namespace store {

namespace {

std::size_t place_of(std::string_view table) {
    const auto tables = protected_tables();
    const auto found = std::ranges::find(tables, table, &ProtectedTable::name);
    return static_cast<std::size_t>(found - tables.begin());
}

// What an SQL function is given after the table's name and the MAC.
RowValues values_of(int count, sqlite3_value** values) {
    return {values + 2, static_cast<std::size_t>(count - 2)};
}

std::string keys_as_text(const ProtectedTable& table) {
    return "CAST(" + std::string(table.key) + " AS TEXT)";
}

// Reported as SQLITE_AUTH, which failure.cpp knows as `tampered`.
void refuse(sqlite3_context* context, std::string_view table) {
    sqlite3_result_error(context, ("a row of " + std::string(table) + " was changed by another hand").c_str(), -1);
    sqlite3_result_error_code(context, SQLITE_AUTH);
}

}

std::string Findings::words() const {
    constexpr std::size_t most = 6;
    std::string list;
    std::size_t named = 0;
    const auto put = [&](const std::string& name) {
        if (++named <= most) list += (list.empty() ? "" : ", ") + name;
    };
    for (const auto& set : sets)
        put(set + " (rows are missing, added or old)");
    for (const auto& row : rows)
        put(row);
    if (named > most) list += " and " + std::to_string(named - most) + " more";
    return list;
}

Authenticity::Authenticity(RowHash hash) : m_hash(std::move(hash)) {
    m_root.sets.resize(protected_tables().size());
    m_before = m_root;
}

void Authenticity::sign_row(sqlite3_context* context, int count, sqlite3_value** values) {
    auto& self = *static_cast<Authenticity*>(sqlite3_user_data(context));
    const auto table = text_of(values[0]);
    const auto place = place_of(table);
    if (count < 3 || place == self.m_root.sets.size()) return sqlite3_result_error(context, "no such table", -1);
    const auto mac = mac_of_row(self.m_hash, table, values_of(count, values));
    // A row that was copied brings its MAC along: it is not signed again, whatever it says now.
    if (sqlite3_value_bytes(values[1]) > 0 && !holds(values[1], mac)) {
        if (protected_tables()[place].counted) return refuse(context, table);
        sqlite3_result_value(context, values[1]); // one that never fitted stays so, and keeps nobody else from sealing
        return;
    }
    if (protected_tables()[place].counted) self.m_root.sets[place].add(mac);
    self.m_changed = true;
    sqlite3_result_blob(context, mac.data(), static_cast<int>(mac.size()), SQLITE_TRANSIENT);
}

void Authenticity::check_row(sqlite3_context* context, int count, sqlite3_value** values) {
    auto& self = *static_cast<Authenticity*>(sqlite3_user_data(context));
    const auto table = text_of(values[0]);
    const auto place = place_of(table);
    if (count < 3 || place == self.m_root.sets.size()) return sqlite3_result_error(context, "no such table", -1);
    const auto mac = mac_of_row(self.m_hash, table, values_of(count, values));
    if (!holds(values[1], mac)) return refuse(context, table);
    if (protected_tables()[place].counted) self.m_root.sets[place].take(mac);
    self.m_changed = true;
}

void Authenticity::is_ours(sqlite3_context* context, int count, sqlite3_value** values) {
    auto& self = *static_cast<Authenticity*>(sqlite3_user_data(context));
    if (count < 3) return sqlite3_result_error(context, "no row", -1);
    const auto mac = mac_of_row(self.m_hash, text_of(values[0]), values_of(count, values));
    sqlite3_result_int(context, holds(values[1], mac) ? 1 : 0);
}

void Authenticity::fits_row(sqlite3_context* context, int, sqlite3_value** values) {
    const auto& self = *static_cast<const Authenticity*>(sqlite3_user_data(context));
    const bool fits = self.m_findings.rows.empty() || self.fits(text_of(values[0]), text_of(values[1]));
    sqlite3_result_int(context, fits ? 1 : 0);
}

void Authenticity::attach(sqlite3* handle) {
    constexpr int flags = SQLITE_UTF8 | SQLITE_INNOCUOUS; // else no trigger may call them: trusted_schema is off
    sqlite3_create_function_v2(handle, "sign_row", -1, flags, this, sign_row, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "check_row", -1, flags, this, check_row, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "is_ours", -1, flags, this, is_ours, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "fits", 2, flags, this, fits_row, nullptr, nullptr, nullptr);
}

bool Authenticity::fits(std::string_view table, std::string_view key) const {
    return m_findings.rows.empty() || !m_findings.rows.contains(std::string(table) + ":" + std::string(key));
}

core::Result<std::int64_t> Authenticity::data_version(Database& database) {
    return read_one("data_version", query(database, "PRAGMA data_version"),
                    [](const Statement& row) { return core::Result<std::int64_t>(row.integer(0)); });
}

core::Done Authenticity::read_sums(Database& database) {
    struct Row {
        std::int64_t generation;
        Bytes sums, mac;
    };
    const auto row =
        read_first(query(database, "SELECT generation, sums, mac FROM row_sets"), [](const Statement& found) {
            return core::Result<Row>(Row{found.integer(0), found.blob(1), found.blob(2)});
        });
    if (!row) return core::pass(row.error());
    const auto tables = protected_tables().size();
    m_root = Root{.generation = 0, .sets = std::vector<RowSet>(tables)};
    m_root_fits = false;
    if (row->has_value()) {
        const auto& found = **row;
        auto sets = decode_row_sets(found.sums, tables);
        m_root_fits = sets && std::ranges::equal(found.mac, mac_of_sets(m_hash, found.generation, found.sums));
        m_root.generation = found.generation;
        if (sets) m_root.sets = std::move(*sets);
    }
    m_before = m_root;
    return {};
}

core::Result<RowSet> Authenticity::read_signatures(Database& database, const ProtectedTable& table,
                                                   const std::function<bool(const std::string&, bool)>& counts) {
    RowSet set;
    auto rows = database.prepare(verifying_sql(table));
    if (!rows) return core::pass(rows.error());
    while (true) {
        const auto more = rows->step();
        if (!more) return core::pass(more.error());
        if (!*more) return set;
        const auto bytes = rows->blob(1);
        Mac mac{};
        if (!counts(rows->text(0), rows->integer(2) != 0) || bytes.size() != mac.size()) continue;
        std::ranges::copy(bytes, mac.begin());
        set.add(mac);
    }
}

core::Done Authenticity::verify(Database& database) {
    const auto version = data_version(database);
    if (!version) return core::pass(version.error());
    if (auto done = read_sums(database); !done) return done;
    Findings found;
    const auto tables = protected_tables();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::string name(tables[i].name);
        const auto set = read_signatures(database, tables[i], [&](const std::string& key, bool right) {
            if (!right) found.rows.insert(name + ":" + key);
            return right;
        });
        if (!set) return core::pass(set.error());
        if (tables[i].counted && *set != m_root.sets[i]) found.sets.push_back(name);
    }
    if (!m_root_fits) found.sets.emplace_back(all_sets);
    m_findings = std::move(found);
    m_data_version = *version;
    return {};
}

core::Done Authenticity::sign_all(Database& database) {
    m_root.sets.assign(m_root.sets.size(), {});
    m_changed = m_root_fits = true;
    for (const auto& table : protected_tables())
        if (auto done = database.execute(signing_sql(table)); !done) return done;
    return {};
}

core::Done Authenticity::sign_anew(Database& database, RowHash hash) {
    if (!m_findings.sets.empty()) return core::fail(core::ErrorCode::tampered, m_findings.words());
    m_former_hash = std::exchange(m_hash, std::move(hash));
    for (std::size_t i = 0; i < m_root.sets.size(); ++i) {
        const auto& table = protected_tables()[i];
        m_root.sets[i] = {};
        const auto fitting = " WHERE fits('" + std::string(table.name) + "', " + keys_as_text(table) + ")";
        if (auto done = database.execute(signing_sql(table) + fitting); !done) return done;
    }
    m_changed = true;
    return {};
}

core::Done Authenticity::accept(Database& database, std::int64_t commits_missing) {
    if (auto done = verify(database); !done) return done;
    // A wait that nobody can trust would be one for ever: it counts as it stands.
    // Nor could a log be written whose end nobody may change: what it says is checked by the log itself.
    for (const std::string_view name : {"throttle", "audit_end"}) {
        const auto& table = protected_tables()[place_of(name)];
        if (auto done = database.execute(signing_sql(table) + " WHERE NOT fits('" + std::string(name) + "', " +
                                         keys_as_text(table) + ")");
            !done)
            return done;
        std::erase_if(m_findings.rows, [&](const auto& row) { return row.starts_with(std::string(name) + ":"); });
    }
    const auto tables = protected_tables();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        m_root.sets[i] = {};
        if (!tables[i].counted) continue;
        const auto set = read_signatures(database, tables[i],
                                         [&](const std::string& key, bool) { return fits(tables[i].name, key); });
        if (!set) return core::pass(set.error());
        m_root.sets[i] = *set;
    }
    m_root.generation += commits_missing;
    m_changed = m_root_fits = true;
    m_findings.sets.clear();
    return {};
}

core::Done Authenticity::refresh(Database& database) {
    if (m_looking || sqlite3_get_autocommit(database.handle()) == 0) return {};
    return notice(database);
}

core::Done Authenticity::begin(Database& database) {
    m_changed = false;
    return notice(database);
}

core::Done Authenticity::notice(Database& database) {
    if (!m_data_version) return {}; // the tables are still to be made
    struct Looking {                // its own statements need no such look
        bool& flag;
        explicit Looking(bool& looking) : flag(looking) { flag = true; }
        Looking(const Looking&) = delete;
        Looking& operator=(const Looking&) = delete;
        ~Looking() { flag = false; }
    };
    const Looking looking(m_looking);
    const auto version = data_version(database);
    if (!version) return core::pass(version.error());
    if (*version == m_data_version) return {};
    // A trigger of another hand would run with the right to sign rows.
    if (auto done = check_schema(database.handle(), schema_version, steps()); !done) return done;
    return verify(database);
}

core::Done Authenticity::write_root(Database& database) {
    if (!m_changed) return {};
    ++m_root.generation;
    // Sums that another hand wrote are never signed: they stay what they are, and named.
    const auto sums = encode(m_root.sets);
    const auto mac = m_root_fits ? mac_of_sets(m_hash, m_root.generation, sums) : Mac{};
    return run(database,
               "INSERT INTO row_sets (id, generation, sums, mac) VALUES (1, ?1, ?2, ?3) ON CONFLICT (id) DO UPDATE "
               "SET generation = ?1, sums = ?2, mac = ?3",
               m_root.generation, sums, mac);
}

void Authenticity::committed() {
    m_former_hash.reset();
    m_before = m_root;
}

void Authenticity::rolled_back() {
    if (m_former_hash) m_hash = std::move(*m_former_hash);
    m_former_hash.reset();
    m_root = m_before;
}

}
