#include "store/whole_copy.hpp"
#include "store/failure.hpp"
#include "store/folder.hpp"
#include "store/handles.hpp"
#include "store/protected_tables.hpp"
#include "store/schema.hpp"
#include <fstream>
#include <optional>
#include <sqlite3.h>

namespace store {

namespace {

struct FinishBackup {
    void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

core::Result<std::string> read_as_it_is(const std::filesystem::path& file) {
    std::error_code problem;
    std::string bytes(static_cast<std::size_t>(std::filesystem::file_size(file, problem)), '\0');
    std::ifstream in(file, std::ios::binary);
    if (problem || !in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return core::fail(core::ErrorCode::io, file.string() + " cannot be read");
    return bytes;
}

core::Result<std::string> copy_with_log(const std::filesystem::path& file) {
    const auto name = file.filename().string();
    sqlite3* raw = nullptr;
    int result = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, Close> from(raw);
    if (result != SQLITE_OK) return core::pass(error_of(raw, result, name));
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, 2000);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3* raw_copy = nullptr;
    result = sqlite3_open_v2(":memory:", &raw_copy, SQLITE_OPEN_READWRITE, nullptr);
    const std::unique_ptr<sqlite3, Close> copy(raw_copy);
    // One piece of memory, which can be read where it lies.
    if (result == SQLITE_OK)
        result = sqlite3_deserialize(raw_copy, "main", nullptr, 0, 0,
                                     SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    if (result != SQLITE_OK) return core::pass(error_of(raw_copy, result, name));
    {
        const std::unique_ptr<sqlite3_backup, FinishBackup> backup(sqlite3_backup_init(raw_copy, "main", raw, "main"));
        if (!backup) return core::pass(error_of(raw_copy, sqlite3_errcode(raw_copy), name));
        // All pages in one step: they are of one commit, and the kiosk's log is held up only as long as that takes.
        result = sqlite3_backup_step(backup.get(), -1);
        if (result != SQLITE_DONE) return core::pass(error_of(raw, result, name));
    }
    // As it lies in memory: see the deserializing above.
    sqlite3_int64 size = 0;
    const auto* bytes = sqlite3_serialize(raw_copy, "main", &size, SQLITE_SERIALIZE_NOCOPY);
    if (bytes == nullptr) return core::fail(core::ErrorCode::out_of_memory, name);
    return std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

}

core::Result<std::string> snapshot(const std::filesystem::path& file, Holder holder) {
    std::error_code problem;
    if (!std::filesystem::is_regular_file(file, problem))
        return core::fail(core::ErrorCode::not_found, file.string() + ": there is no such file");
    std::optional<FolderLock> lock;
    if (holder == Holder::not_known) {
        auto taken = FolderLock::take_now(file); // whoever holds it: the copy is made in either way
        if (!taken && taken.error().code != core::ErrorCode::busy) return core::pass(taken.error());
        if (taken) lock.emplace(std::move(*taken));
    }
    if (!lock) return copy_with_log(file);
    // Nobody else has it open. Without a log the file says everything; with one, SQLite makes an index of it beside.
    const auto log = beside(file, "-wal"), index = beside(file, "-shm");
    if (!std::filesystem::exists(log, problem) || std::filesystem::file_size(log, problem) == 0)
        return read_as_it_is(file);
    const bool had_index = std::filesystem::exists(index, problem);
    auto bytes = copy_with_log(file);
    if (!had_index) std::filesystem::remove(index, problem);
    return bytes;
}

core::Result<RowsCompared> compare_rows(const std::filesystem::path& earlier, const std::filesystem::path& later) {
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(earlier.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, Close> handle(raw);
    if (opened != SQLITE_OK) return core::pass(error_of(raw, opened, "comparing"));
    const std::unique_ptr<char, void (*)(void*)> attach(sqlite3_mprintf("ATTACH %Q AS later", later.c_str()),
                                                        sqlite3_free);
    if (!attach) return core::fail(core::ErrorCode::out_of_memory, "comparing");
    if (const int done = sqlite3_exec(raw, attach.get(), nullptr, nullptr, nullptr); done != SQLITE_OK)
        return core::pass(error_of(raw, done, "comparing"));
    RowsCompared compared;
    std::optional<core::Error> trouble;
    const auto add = [&](std::int64_t& to, const std::string& sql) {
        if (trouble) return;
        if (const auto number = read_integer(raw, sql.c_str()))
            to += *number;
        else
            trouble = number.error();
    };
    for (const auto& table : protected_tables()) {
        const std::string name(table.name);
        // A MAC is over all of its row; a row's number is not the same for ever.
        const auto left_out = [&](const std::string& of, const std::string& by) {
            return "SELECT count(*) FROM " + of + " WHERE mac NOT IN (SELECT mac FROM " + by + ")";
        };
        add(compared.rows, "SELECT count(*) FROM main." + name);
        add(compared.differ, left_out("main." + name, "later." + name));
        add(compared.added, left_out("later." + name, "main." + name));
    }
    add(compared.audit_entries, "SELECT count(*) FROM main.audit");
    add(compared.audit_differs, "SELECT count(*) FROM main.audit AS old LEFT JOIN later.audit AS new "
                                "ON new.sequence = old.sequence WHERE new.link IS NOT old.link");
    add(compared.forms_differ, "SELECT count(*) FROM main.forms AS old LEFT JOIN later.forms AS new "
                               "ON new.hash = old.hash WHERE new.bytes IS NOT old.bytes");
    if (trouble) return core::pass(*trouble);
    return compared;
}

}
