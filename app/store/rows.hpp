// Inside store/ only: binding a row of values, reading rows back, and the words that stand for our enums in the tables.
#pragma once
#include "store/store.hpp"
#include <type_traits>

namespace store {

inline std::string_view word(PartOwner owner) {
    switch (owner) {
    case PartOwner::a:
        return "a";
    case PartOwner::b:
        return "b";
    case PartOwner::joint:
        return "joint";
    }
    return {};
}
inline std::string_view word(PartStatus status) {
    switch (status) {
    case PartStatus::not_started:
        return "not_started";
    case PartStatus::open:
        return "open";
    case PartStatus::sealed:
        return "sealed";
    }
    return {};
}
inline std::string_view word(SittingStatus status) {
    switch (status) {
    case SittingStatus::waiting:
        return "waiting";
    case SittingStatus::active:
        return "active";
    case SittingStatus::parked:
        return "parked";
    case SittingStatus::finished:
        return "finished";
    case SittingStatus::cancelled:
        return "cancelled";
    }
    return {};
}

// A word that is none of ours, or a uuid of another size, can only come from damage: the table's checks keep them out.
template<class Enum>
[[nodiscard]] core::Done read_word(std::string_view text, Enum last, Enum& value) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        value = static_cast<Enum>(i);
        if (word(value) == text) return {};
    }
    return core::fail(core::ErrorCode::damaged, "a status or role that does not exist");
}
[[nodiscard]] core::Done read_uuid(const Statement& row, int column, core::Uuid& uuid);

template<class Value>
void bind_one(Statement& statement, const Value& value) {
    if constexpr (std::is_enum_v<Value>)
        statement.bind(word(value));
    else if constexpr (std::is_integral_v<Value>)
        statement.bind(static_cast<std::int64_t>(value));
    else if constexpr (std::is_convertible_v<const Value&, std::string_view>)
        statement.bind(std::string_view(value));
    else if constexpr (std::is_same_v<Value, core::WallTime>)
        statement.bind(value.time_since_epoch().count());
    else if constexpr (requires { value.value; })
        statement.bind(value.value);
    else
        statement.bind(std::span<const std::uint8_t>(value));
}

// A statement with its values bound, in order.
template<class... Values>
[[nodiscard]] core::Result<Statement> query(Database& database, std::string_view sql, const Values&... values) {
    auto statement = database.prepare(sql);
    if (statement) (bind_one(*statement, values), ...);
    return statement;
}

template<class... Values>
[[nodiscard]] core::Done run(Database& database, std::string_view sql, const Values&... values) {
    auto statement = query(database, sql, values...);
    if (!statement) return core::pass(statement.error());
    return statement->run();
}

std::int64_t changed_rows(const Database& database);

// Fails with not_found, naming `what`, when no row was changed.
template<class... Values>
[[nodiscard]] core::Done change(Database& database, std::string_view what, std::string_view sql,
                                const Values&... values) {
    if (auto done = run(database, sql, values...); !done) return done;
    if (changed_rows(database) == 0) return core::fail(core::ErrorCode::not_found, std::string(what));
    return {};
}

// `read` turns the row a statement stands on into a core::Result<Row>.
template<class Read, class Row = typename std::invoke_result_t<Read, const Statement&>::value_type>
[[nodiscard]] core::Result<std::vector<Row>> read_all(core::Result<Statement> statement, Read read) {
    if (!statement) return core::pass(statement.error());
    std::vector<Row> rows;
    while (true) {
        const auto more = statement->step();
        if (!more) return core::pass(more.error());
        if (!*more) return rows;
        auto row = read(*statement);
        if (!row) return core::pass(row.error());
        rows.push_back(std::move(*row));
    }
}

template<class Read, class Row = typename std::invoke_result_t<Read, const Statement&>::value_type>
[[nodiscard]] core::Result<std::optional<Row>> read_first(core::Result<Statement> statement, Read read) {
    auto rows = read_all(std::move(statement), read);
    if (!rows) return core::pass(rows.error());
    if (rows->empty()) return std::optional<Row>();
    return std::optional<Row>(std::move(rows->front()));
}

template<class Read, class Row = typename std::invoke_result_t<Read, const Statement&>::value_type>
[[nodiscard]] core::Result<Row> read_one(std::string_view what, core::Result<Statement> statement, Read read) {
    auto row = read_first(std::move(statement), read);
    if (!row) return core::pass(row.error());
    if (!*row) return core::fail(core::ErrorCode::not_found, std::string(what));
    return std::move(**row);
}

// What is not given because another hand changed its row is `tampered`, and not `not_found`.
template<class Row>
[[nodiscard]] core::Result<Row> unless_changed(Database& database, std::string_view table, std::int64_t id,
                                               core::Result<Row> row) {
    if (row || database.authenticity().fits(table, std::to_string(id))) return row;
    return core::fail(core::ErrorCode::tampered, std::string(table) + ":" + std::to_string(id));
}

// True when the query returns a row.
template<class... Values>
[[nodiscard]] core::Result<bool> exists(Database& database, std::string_view sql, const Values&... values) {
    auto statement = query(database, sql, values...);
    if (!statement) return core::pass(statement.error());
    return statement->step();
}

// Fails with invalid_state and `why` when the query returns a row.
template<class... Values>
[[nodiscard]] core::Done refuse_if(Database& database, std::string_view why, std::string_view sql,
                                   const Values&... values) {
    const auto found = exists(database, sql, values...);
    if (!found) return core::pass(found.error());
    if (*found) return core::fail(core::ErrorCode::invalid_state, std::string(why));
    return {};
}

}
