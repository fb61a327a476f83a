#include "store/database.hpp"
#include "store/failure.hpp"
#include "store/folder.hpp"
#include "store/inspect.hpp"
#include "store/log.hpp"
#include "store/memory.hpp"
#include "store/schema.hpp"
#include <sqlite3.h>
#include <string>
#include <unistd.h>

namespace store {

namespace {

using core::ErrorCode;

struct Pragma {
    const char* name;
    const char* value;
    const char* reads_back;
};
// A page is 4 KiB: the log is moved into the file at 4 MiB, well before it is worth noticing on a small disk, and more
// seldom than once in a hundred answers, for whoever gives that one waits.
constexpr Pragma pragmas[] = {
    {"journal_mode", "WAL", "wal"}, {"synchronous", "FULL", "2"},           {"foreign_keys", "ON", "1"},
    {"secure_delete", "ON", "1"},   {"cell_size_check", "ON", "1"},         {"trusted_schema", "OFF", "0"},
    {"temp_store", "MEMORY", "2"},  {"wal_autocheckpoint", "1024", "1024"}, {"busy_timeout", "2000", "2000"},
};

core::Done set_and_read_back(Database& database, const Pragma& pragma) {
    const auto name = std::string("PRAGMA ") + pragma.name;
    if (auto done = database.execute(name + " = " + pragma.value); !done) return done;
    auto statement = database.prepare(name);
    if (!statement) return core::pass(statement.error());
    const auto row = statement->step();
    if (!row) return core::pass(row.error());
    const auto found = *row ? statement->text(0) : std::string();
    if (found == pragma.reads_back) return {};
    return core::fail(ErrorCode::io, name + " is '" + found + "' where '" + pragma.reads_back + "' is needed");
}

core::Done set_and_read_back(Database& database) {
    for (const auto& pragma : pragmas)
        if (auto done = set_and_read_back(database, pragma); !done) return done;
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_limit(database.handle(), SQLITE_LIMIT_ATTACHED, 0);
    return {};
}

core::Result<sqlite3*> open_for_writing(const std::filesystem::path& file, LogIndex index = LogIndex::file) {
    sqlite3* handle = nullptr;
    const int result = sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    if (result != SQLITE_OK) {
        auto error = error_of(handle, result, file.filename().string());
        sqlite3_close_v2(handle);
        return core::pass(std::move(error));
    }
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 2000);
    if (index == LogIndex::file) return handle;
    // https://www.sqlite.org/wal.html, 8: set before the log is looked at, this keeps its index in memory.
    if (const int set = sqlite3_exec(handle, "PRAGMA locking_mode = EXCLUSIVE", nullptr, nullptr, nullptr);
        set != SQLITE_OK) {
        auto error = error_of(handle, set, file.filename().string());
        sqlite3_close_v2(handle);
        return core::pass(std::move(error));
    }
    return handle;
}

// A log without its file is refused as well: SQLite would replay it into the new one.
core::Done refuse_existing(const std::filesystem::path& file) {
    for (const char* suffix : {"", "-wal", "-journal"}) {
        std::error_code problem;
        if (std::filesystem::exists(beside(file, suffix), problem))
            return core::fail(ErrorCode::invalid_state, beside(file, suffix).string() + " is there already");
    }
    return {};
}

void remove_unfinished(const std::filesystem::path& file) {
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        std::error_code problem;
        std::filesystem::remove(beside(file, suffix), problem);
    }
}

// Rolls back unless the commit went through, however the body was left.
struct Rollback {
    sqlite3* handle;
    Authenticity& authenticity;
    bool needed = true;
    Rollback(sqlite3* open, Authenticity& sums) : handle(open), authenticity(sums) {}
    Rollback(const Rollback&) = delete;
    Rollback& operator=(const Rollback&) = delete;
    ~Rollback() {
        if (!needed) return;
        authenticity.rolled_back();
        if (sqlite3_get_autocommit(handle) == 0) sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
    }
};

}

void Database::Close::operator()(sqlite3* handle) const {
    // When the log cannot be emptied now, the next opening does it.
    (void)empty_log(handle);
    sqlite3_close_v2(handle);
    if (lock >= 0) ::close(lock);
}

core::Result<Database> Database::create(const std::filesystem::path& file, RowHash hash) {
    wipe_freed_memory();
    if (auto done = refuse_existing(file); !done) return core::pass(done.error());
    auto lock = FolderLock::take(file);
    if (!lock) return core::pass(lock.error());
    if (auto done = refuse_existing(file); !done) return core::pass(done.error());

    // Built under another name and renamed when whole: a setup cut short leaves no half-made kiosk.
    const auto unfinished = beside(file, ".new");
    remove_unfinished(unfinished);
    if (auto done = make_private_file(unfinished); !done) return core::pass(done.error());
    const auto build = [&]() -> core::Done {
        auto handle = open_for_writing(unfinished);
        if (!handle) return core::pass(handle.error());
        Database database;
        database.m_authenticity = std::make_unique<Authenticity>(hash);
        database.m_handle.reset(*handle);
        database.m_authenticity->attach(*handle);
        if (auto done = database.execute("PRAGMA application_id = " + std::to_string(application_id)); !done)
            return done;
        if (auto done = set_and_read_back(database); !done) return done;
        if (auto done = run_steps(database, 0, steps()); !done) return done;
        return database.checkpoint();
    };
    auto done = build();
    if (done) done = flush(unfinished);
    if (done) done = rename_durably(unfinished, file);
    remove_unfinished(unfinished);
    if (!done) return core::pass(done.error());
    return open_held(file, std::move(*lock), std::move(hash), LogIndex::file, {});
}

core::Result<Database> Database::open(const std::filesystem::path& file, RowHash hash,
                                      std::span<const std::uint8_t> owner) {
    wipe_freed_memory();
    if (auto done = check_header(file, steps()); !done) return core::pass(done.error());
    const auto try_with = [&](LogIndex index) -> core::Result<Database> {
        auto lock = FolderLock::take(file);
        if (!lock) return core::pass(lock.error());
        return open_held(file, std::move(*lock), hash, index, owner);
    };
    auto opened = try_with(LogIndex::file);
    const bool no_room =
        !opened && (opened.error().code == ErrorCode::disk_full || opened.error().code == ErrorCode::io);
    return no_room ? try_with(LogIndex::memory) : std::move(opened);
}

core::Result<Database> Database::open_held(const std::filesystem::path& file, FolderLock lock, RowHash hash,
                                           LogIndex index, std::span<const std::uint8_t> owner) {
    const auto version = inspect(file, steps(), index);
    if (!version) return core::pass(version.error());
    auto handle = open_for_writing(file, index);
    if (!handle) return core::pass(handle.error());
    Database database;
    database.m_authenticity = std::make_unique<Authenticity>(std::move(hash));
    database.m_handle = std::unique_ptr<sqlite3, Close>(*handle, Close{lock.release()});
    database.m_authenticity->attach(*handle);
    if (auto done = set_and_read_back(database); !done) return core::pass(done.error());
    if (auto done = migrate(database, file, steps(), owner); !done) return core::pass(done.error());
    if (auto done = database.m_authenticity->verify(database); !done) return core::pass(done.error());
    // A kiosk that was cut off may have left deleted entries in its log. A disk too full for this now still opens:
    // reading what is there comes first.
    (void)empty_log(*handle);
    return database;
}

Database& Database::operator=(Database&& other) noexcept {
    m_idle = std::move(other.m_idle);
    m_handle = std::move(other.m_handle);
    m_authenticity = std::move(other.m_authenticity);
    m_after_commit = std::move(other.m_after_commit);
    return *this;
}

core::Result<Statement> Database::prepare(std::string_view sql) {
    if (auto done = m_authenticity->refresh(*this); !done) return core::pass(done.error());
    sqlite3_stmt* raw = m_idle->take(sql);
    if (raw == nullptr) {
        const int result = sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()),
                                              SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
        if (result != SQLITE_OK) return core::pass(error_of(handle(), result, "preparing a statement"));
    }
    Statement statement;
    statement.m_statement = std::unique_ptr<sqlite3_stmt, Statement::PutBack>(raw, Statement::PutBack(m_idle.get()));
    return statement;
}

core::Done Database::execute(std::string_view sql) {
    const int result = sqlite3_exec(handle(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) return core::pass(error_of(handle(), result, "running a statement"));
    return {};
}

core::Done Database::in_transaction(const std::function<core::Done()>& body) {
    if (sqlite3_get_autocommit(handle()) == 0)
        return core::fail(ErrorCode::invalid_state, "a transaction inside a transaction");
    const auto run = [this](std::string_view sql) {
        auto statement = prepare(sql);
        return statement ? statement->run() : core::pass(statement.error());
    };
    if (auto done = run("BEGIN IMMEDIATE"); !done) return done;
    Rollback rollback(handle(), *m_authenticity);
    if (auto done = m_authenticity->begin(*this); !done) return done;
    const auto before = m_authenticity->generation();
    if (auto done = body(); !done) return done;
    if (auto done = m_authenticity->write_root(*this); !done) return done;
    if (auto done = run("COMMIT"); !done) return done;
    rollback.needed = false;
    m_authenticity->committed();
    if (m_after_commit && m_authenticity->generation() != before) m_after_commit(m_authenticity->generation());
    return {};
}

void Database::forget_former_files() {
    const std::filesystem::path file = sqlite3_db_filename(handle(), "main");
    std::error_code ignored;
    for (int version = 1; version <= schema_version; ++version)
        std::filesystem::remove(beside(file, (".before-v" + std::to_string(version)).c_str()), ignored);
}

core::Done Database::checkpoint() {
    return empty_log(handle());
}

void Database::make_room() {
    make_room_in_log(handle());
}

std::int64_t Database::last_row_id() const {
    return sqlite3_last_insert_rowid(handle());
}

}
