#include "store/authenticity.hpp"
#include "store/database.hpp"
#include "store/protected_tables.hpp"
#include "store/rows.hpp"
#include "store/schema.hpp"
#include <algorithm>
#include <cstring>
#include <sqlite3.h>
#include <utility>

namespace store {

namespace {

constexpr std::string_view all_sets = "row_sets";

void put_number(std::vector<std::uint8_t>& bytes, std::uint64_t value) {
    for (unsigned shift = 0; shift < 64; shift += 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

void put(std::vector<std::uint8_t>& bytes, const void* data, std::size_t size) {
    put_number(bytes, size);
    const auto* first = static_cast<const std::uint8_t*>(data);
    if (size > 0) bytes.insert(bytes.end(), first, first + size);
}

// Its type and size go in front of each value, so that no two rows give the same bytes.
void put(std::vector<std::uint8_t>& bytes, sqlite3_value* value) {
    const int type = sqlite3_value_type(value);
    bytes.push_back(static_cast<std::uint8_t>(type));
    if (type == SQLITE_NULL) return;
    if (type == SQLITE_INTEGER) {
        put_number(bytes, static_cast<std::uint64_t>(sqlite3_value_int64(value)));
        return;
    }
    const void* data = sqlite3_value_blob(value); // text as its bytes
    put(bytes, data, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

std::string_view text_of(sqlite3_value* value) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return text == nullptr ? std::string_view() : text;
}

bool holds(sqlite3_value* value, const Mac& mac) {
    return sqlite3_value_type(value) == SQLITE_BLOB &&
           static_cast<std::size_t>(sqlite3_value_bytes(value)) == mac.size() &&
           std::memcmp(sqlite3_value_blob(value), mac.data(), mac.size()) == 0;
}

std::size_t place_of(std::string_view table) {
    const auto tables = protected_tables();
    const auto found = std::ranges::find(tables, table, &ProtectedTable::name);
    return static_cast<std::size_t>(found - tables.begin());
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

void Authenticity::Set::add(const Mac& mac) {
    ++count;
    bool carry = false;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, &mac[8 * i], 8);
        const auto one = sum[i] + word;
        const auto all = one + (carry ? 1 : 0);
        carry = one < word || all < one;
        sum[i] = all;
    }
}

void Authenticity::Set::take(const Mac& mac) {
    --count;
    bool borrow = false;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, &mac[8 * i], 8);
        const auto one = sum[i] - word;
        const auto all = one - (borrow ? 1 : 0);
        borrow = one > sum[i] || all > one;
        sum[i] = all;
    }
}

Mac Authenticity::mac_of(std::string_view table, Values values) {
    m_row.clear();
    put(m_row, table.data(), table.size());
    for (auto* value : values)
        put(m_row, value);
    return m_hash(m_row);
}

std::vector<std::uint8_t> Authenticity::bytes_of(const Root& root) {
    std::vector<std::uint8_t> bytes;
    for (const auto& set : root.sets) {
        put_number(bytes, set.count);
        for (const auto word : set.sum)
            put_number(bytes, word);
    }
    return bytes;
}

Mac Authenticity::mac_of(const Root& root) const {
    std::vector<std::uint8_t> bytes;
    put(bytes, all_sets.data(), all_sets.size());
    put_number(bytes, static_cast<std::uint64_t>(root.generation));
    const auto sums = bytes_of(root);
    put(bytes, sums.data(), sums.size());
    return m_hash(bytes);
}

void Authenticity::sign_row(sqlite3_context* context, int count, sqlite3_value** values) {
    auto& self = *static_cast<Authenticity*>(sqlite3_user_data(context));
    const auto table = text_of(values[0]);
    const auto place = place_of(table);
    if (count < 3 || place == self.m_root.sets.size()) return sqlite3_result_error(context, "no such table", -1);
    const auto mac = self.mac_of(table, Values(values + 2, static_cast<std::size_t>(count - 2)));
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
    const auto mac = self.mac_of(table, Values(values + 2, static_cast<std::size_t>(count - 2)));
    if (!holds(values[1], mac)) return refuse(context, table);
    if (protected_tables()[place].counted) self.m_root.sets[place].take(mac);
    self.m_changed = true;
}

void Authenticity::is_ours(sqlite3_context* context, int count, sqlite3_value** values) {
    auto& self = *static_cast<Authenticity*>(sqlite3_user_data(context));
    if (count < 3) return sqlite3_result_error(context, "no row", -1);
    const auto mac = self.mac_of(text_of(values[0]), Values(values + 2, static_cast<std::size_t>(count - 2)));
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

core::Done Authenticity::read_root(Database& database) {
    struct Row {
        std::int64_t generation;
        Bytes sums, mac;
    };
    const auto row =
        read_first(query(database, "SELECT generation, sums, mac FROM row_sets"), [](const Statement& found) {
            return core::Result<Row>(Row{found.integer(0), found.blob(1), found.blob(2)});
        });
    if (!row) return core::pass(row.error());
    m_root = Root{.generation = 0, .sets = std::vector<Set>(protected_tables().size())};
    m_root_fits = row->has_value();
    if (m_root_fits) {
        // A release with more tables reads a shorter list: the new ones had no row yet.
        const auto& sums = (*row)->sums;
        m_root.generation = (*row)->generation;
        for (std::size_t i = 0; i < m_root.sets.size() && 40 * (i + 1) <= sums.size(); ++i) {
            std::memcpy(&m_root.sets[i].count, &sums[40 * i], 8);
            std::memcpy(m_root.sets[i].sum.data(), &sums[40 * i + 8], 32);
        }
        const auto mac = mac_of(m_root);
        m_root_fits = bytes_of(m_root) == sums && std::ranges::equal((*row)->mac, mac);
    }
    m_before = m_root;
    return {};
}

core::Done Authenticity::verify(Database& database) {
    const auto version = data_version(database);
    if (!version) return core::pass(version.error());
    if (auto done = read_root(database); !done) return done;
    Findings found;
    const auto tables = protected_tables();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        Set set;
        auto rows = database.prepare(verifying_sql(tables[i]));
        if (!rows) return core::pass(rows.error());
        while (true) {
            const auto more = rows->step();
            if (!more) return core::pass(more.error());
            if (!*more) break;
            const auto bytes = rows->blob(1);
            Mac mac{};
            if (rows->integer(2) == 0) {
                found.rows.insert(std::string(tables[i].name) + ":" + rows->text(0));
                continue;
            }
            std::ranges::copy(bytes, mac.begin());
            set.add(mac);
        }
        if (tables[i].counted && !(set == m_root.sets[i])) found.sets.emplace_back(tables[i].name);
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
        const auto fitting =
            " WHERE fits('" + std::string(table.name) + "', CAST(" + std::string(table.key) + " AS TEXT))";
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
        if (auto done = database.execute(signing_sql(table) + " WHERE NOT fits('" + std::string(name) + "', CAST(" +
                                         std::string(table.key) + " AS TEXT))");
            !done)
            return done;
        std::erase_if(m_findings.rows, [&](const auto& row) { return row.starts_with(std::string(name) + ":"); });
    }
    const auto tables = protected_tables();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        m_root.sets[i] = {};
        if (!tables[i].counted) continue;
        auto rows = query(database, "SELECT CAST(" + std::string(tables[i].key) + " AS TEXT), mac FROM " +
                                        std::string(tables[i].name));
        if (!rows) return core::pass(rows.error());
        while (true) {
            const auto more = rows->step();
            if (!more) return core::pass(more.error());
            if (!*more) break;
            const auto bytes = rows->blob(1);
            Mac mac{};
            if (!fits(tables[i].name, rows->text(0)) || bytes.size() != mac.size()) continue;
            std::ranges::copy(bytes, mac.begin());
            m_root.sets[i].add(mac);
        }
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
    const auto mac = m_root_fits ? mac_of(m_root) : Mac{};
    return run(database,
               "INSERT INTO row_sets (id, generation, sums, mac) VALUES (1, ?1, ?2, ?3) ON CONFLICT (id) DO UPDATE "
               "SET generation = ?1, sums = ?2, mac = ?3",
               m_root.generation, bytes_of(m_root), mac);
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
