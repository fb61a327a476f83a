// The one SQLite file of a kiosk. Opening sets the pragmas and reads them back, checks who wrote the file and that it
// is whole, and refuses a newer, foreign or damaged file without touching it.
#pragma once
#include "core/result.hpp"
#include "store/authenticity.hpp"
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace store {

inline constexpr std::int32_t application_id = 0x53414D45; // "SAME"
inline constexpr int schema_version = 5;

using Bytes = std::vector<std::uint8_t>;

class Statement;
class FolderLock;

// Where SQLite keeps its index of the write-ahead log: in a file of its own, or, on a disk without room for that, in
// memory, and then nobody else can read the database meanwhile.
enum class LogIndex { file, memory };

// Statements that were compiled before and are not in use, by their text.
class IdleStatements {
public:
    IdleStatements() = default;
    IdleStatements(const IdleStatements&) = delete;
    IdleStatements& operator=(const IdleStatements&) = delete;
    ~IdleStatements();
    sqlite3_stmt* take(std::string_view sql); // null: there is none
    void put(sqlite3_stmt* statement);

private:
    std::map<std::string, sqlite3_stmt*, std::less<>> m_statements;
};

class Database {
public:
    Database(Database&&) noexcept = default;
    Database& operator=(Database&& other) noexcept; // the statements go before their file is closed
    // Makes a new file (0600); fails with invalid_state when one is there. `hash`: of the device whose file it is.
    [[nodiscard]] static core::Result<Database> create(const std::filesystem::path& file, RowHash hash);
    // WAL, synchronous=FULL, foreign_keys, secure_delete, cell_size_check, trusted_schema off, busy_timeout;
    // quick_check. Fails with not_found, not_sameside, newer_version, damaged, io, busy. One process holds a kiosk's
    // file at a time. Rows that do not fit are no failure: see findings(). Nor is a disk that is full to the last byte.
    // `owner`: the device's public key; an earlier release's file of another device fails with tampered, as it was.
    [[nodiscard]] static core::Result<Database> open(const std::filesystem::path& file, RowHash hash,
                                                     std::span<const std::uint8_t> owner = {});

    [[nodiscard]] core::Result<Statement> prepare(std::string_view sql);
    [[nodiscard]] core::Done execute(std::string_view sql);
    // Runs `body` between BEGIN IMMEDIATE and COMMIT; an error, or a COMMIT that fails, rolls back. A row that another
    // hand changed cannot be written over or deleted (tampered).
    [[nodiscard]] core::Done in_transaction(const std::function<core::Done()>& body);
    // Moves the write-ahead log into the file and empties it: nothing deleted stays readable there.
    [[nodiscard]] core::Done checkpoint();
    void forget_former_files(); // what migrations kept beside it
    void make_room();           // for entries to come, in the log
    Authenticity& authenticity() { return *m_authenticity; }
    // Called after each commit that changed something, with the number of commits so far.
    void after_commit(std::function<void(std::int64_t generation)> told) { m_after_commit = std::move(told); }
    std::int64_t last_row_id() const;
    sqlite3* handle() const { return m_handle.get(); }

private:
    Database() = default;
    // Empties the log, closes, and lets go of the folder's lock last.
    struct Close {
        Close() : lock(-1) {}
        explicit Close(int held) : lock(held) {}
        void operator()(sqlite3* handle) const;
        int lock;
    };
    static core::Result<Database> open_held(const std::filesystem::path& file, FolderLock lock, RowHash hash,
                                            LogIndex index, std::span<const std::uint8_t> owner);
    std::unique_ptr<Authenticity> m_authenticity; // outlives the connection, whose functions look into it
    std::unique_ptr<sqlite3, Close> m_handle;
    std::function<void(std::int64_t generation)> m_after_commit;
    std::unique_ptr<IdleStatements> m_idle = std::make_unique<IdleStatements>();
};

// Must not outlive its database. Binds by position from 1, in order; one value a call. step() is true while there is a
// row.
class Statement {
public:
    Statement& bind(std::int64_t value);
    Statement& bind(std::string_view value);
    Statement& bind(std::span<const std::uint8_t> value);
    Statement& bind_null();
    [[nodiscard]] core::Result<bool> step();
    [[nodiscard]] core::Done run(); // for statements that return no row
    std::int64_t integer(int column) const;
    std::string text(int column) const;
    Bytes blob(int column) const;
    bool is_null(int column) const;

private:
    friend class Database;
    struct PutBack {
        PutBack() : idle(nullptr) {}
        explicit PutBack(IdleStatements* to) : idle(to) {}
        IdleStatements* idle;
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, PutBack> m_statement;
    int m_next = 1;
    int m_bound = 0; // first failure of a bind; step() reports it
};

}
