#include "store/database.hpp"
#include "store/failure.hpp"
#include <sqlite3.h>
#include <string>

namespace store {

IdleStatements::~IdleStatements() {
    for (const auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement);
}

sqlite3_stmt* IdleStatements::take(std::string_view sql) {
    const auto found = m_statements.find(sql);
    if (found == m_statements.end()) return nullptr;
    auto* statement = found->second;
    m_statements.erase(found);
    return statement;
}

void IdleStatements::put(sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (!m_statements.try_emplace(sqlite3_sql(statement), statement).second) sqlite3_finalize(statement);
}

void Statement::PutBack::operator()(sqlite3_stmt* statement) const {
    idle->put(statement);
}

Statement& Statement::bind(std::int64_t value) {
    const int result = sqlite3_bind_int64(m_statement.get(), m_next++, value);
    if (m_bound == SQLITE_OK) m_bound = result;
    return *this;
}

Statement& Statement::bind(std::string_view value) {
    const int result = sqlite3_bind_text64(m_statement.get(), m_next++, value.empty() ? "" : value.data(), value.size(),
                                           SQLITE_TRANSIENT, SQLITE_UTF8);
    if (m_bound == SQLITE_OK) m_bound = result;
    return *this;
}

Statement& Statement::bind(std::span<const std::uint8_t> value) {
    // A null pointer would bind NULL; no bytes are a value too.
    const void* data = value.empty() ? static_cast<const void*>("") : value.data();
    const int result = sqlite3_bind_blob64(m_statement.get(), m_next++, data, value.size(), SQLITE_TRANSIENT);
    if (m_bound == SQLITE_OK) m_bound = result;
    return *this;
}

Statement& Statement::bind_null() {
    const int result = sqlite3_bind_null(m_statement.get(), m_next++);
    if (m_bound == SQLITE_OK) m_bound = result;
    return *this;
}

core::Result<bool> Statement::step() {
    sqlite3* handle = sqlite3_db_handle(m_statement.get());
    if (m_bound != SQLITE_OK) return core::pass(error_of(handle, m_bound, "binding a value"));
    const int result = sqlite3_step(m_statement.get());
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    auto error = error_of(handle, result, "running a statement");
    sqlite3_reset(m_statement.get());
    return core::pass(std::move(error));
}

core::Done Statement::run() {
    const auto more = step();
    if (!more) return core::pass(more.error());
    if (*more) return core::fail(core::ErrorCode::invalid_state, "a statement that should return no row returned one");
    return {};
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string Statement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

Bytes Statement::blob(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement.get(), column));
    if (data == nullptr) return {};
    return {data, data + sqlite3_column_bytes(m_statement.get(), column)};
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

}
