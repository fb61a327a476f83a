#include "store/schema.hpp"
#include "store/failure.hpp"
#include "store/folder.hpp"
#include "store/handles.hpp"
#include "store/rows.hpp"
#include <sqlite3.h>

namespace store {

namespace {

constexpr int first_signed_version = 3;

core::Result<std::vector<std::string>> read_schema(sqlite3* handle) {
    sqlite3_stmt* raw = nullptr;
    int result = sqlite3_prepare_v2(
        handle, "SELECT type || ' ' || name, coalesce(sql, '') FROM main.sqlite_schema ORDER BY type, name", -1, &raw,
        nullptr);
    const std::unique_ptr<sqlite3_stmt, Finalize> statement(raw);
    std::vector<std::string> lines;
    while (result == SQLITE_OK || result == SQLITE_ROW) {
        result = sqlite3_step(raw);
        if (result == SQLITE_DONE) return lines;
        if (result != SQLITE_ROW) break;
        for (int column = 0; column < 2; ++column) {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(raw, column));
            lines.emplace_back(text == nullptr ? "" : text);
        }
    }
    return core::pass(error_of(handle, result, "reading the schema"));
}

core::Result<std::vector<std::string>> schema_of(int version, std::span<const Step> steps) {
    sqlite3* raw = nullptr;
    int result = sqlite3_open_v2(":memory:", &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, nullptr);
    const std::unique_ptr<sqlite3, Close> handle(raw);
    for (int i = 0; i < version && result == SQLITE_OK; ++i)
        result =
            sqlite3_exec(raw, std::string(steps[static_cast<std::size_t>(i)].sql).c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) return core::pass(error_of(raw, result, "building the schema"));
    return read_schema(raw);
}

// To build it takes longer than to read a file's, and a file is held against it several times at each start.
core::Result<std::vector<std::string>> expected_schema(int version, std::span<const Step> wanted) {
    const bool latest = wanted.data() == steps().data() && version == static_cast<int>(steps().size());
    if (!latest) return schema_of(version, wanted);
    static const auto built = schema_of(version, steps());
    return built;
}

}

core::Result<std::int64_t> read_integer(sqlite3* handle, const char* sql) {
    sqlite3_stmt* raw = nullptr;
    int result = sqlite3_prepare_v2(handle, sql, -1, &raw, nullptr);
    const std::unique_ptr<sqlite3_stmt, Finalize> statement(raw);
    if (result == SQLITE_OK) result = sqlite3_step(raw);
    if (result == SQLITE_ROW) return sqlite3_column_int64(raw, 0);
    return core::pass(error_of(handle, result, sql));
}

core::Done check_schema(sqlite3* handle, int version, std::span<const Step> steps) {
    const auto expected = expected_schema(version, steps);
    if (!expected) return core::pass(expected.error());
    const auto found = read_schema(handle);
    if (!found) return core::pass(found.error());
    for (std::size_t i = 0; i + 1 < expected->size(); i += 2) {
        const bool same =
            i + 1 < found->size() && (*found)[i] == (*expected)[i] && (*found)[i + 1] == (*expected)[i + 1];
        if (!same) return core::fail(core::ErrorCode::damaged, "the schema differs at " + (*expected)[i]);
    }
    if (found->size() > expected->size())
        return core::fail(core::ErrorCode::damaged, "the schema has something that is not ours");
    return {};
}

core::Done run_steps(Database& database, int from_version, std::span<const Step> steps) {
    if (auto done = database.execute("PRAGMA foreign_keys = OFF"); !done) return done;
    auto done = database.in_transaction([&]() -> core::Done {
        if (from_version >= first_signed_version)
            if (auto read = database.authenticity().read_sums(database); !read) return read;
        for (const auto& step : steps.subspan(static_cast<std::size_t>(from_version)))
            if (auto ran = database.execute(step.sql); !ran) return ran;
        if (from_version < first_signed_version && steps.size() >= first_signed_version)
            if (auto done = database.authenticity().sign_all(database); !done) return done;
        const auto orphans = read_integer(database.handle(), "SELECT count(*) FROM pragma_foreign_key_check");
        if (!orphans) return core::pass(orphans.error());
        if (*orphans != 0)
            return core::fail(core::ErrorCode::damaged, "a migration would leave rows without their owner");
        return database.execute("PRAGMA user_version = " + std::to_string(steps.size()));
    });
    if (auto back_on = database.execute("PRAGMA foreign_keys = ON"); done && !back_on) done = back_on;
    return done;
}

core::Done migrate(Database& database, const std::filesystem::path& file, std::span<const Step> steps,
                   std::span<const std::uint8_t> owner) {
    const auto version = read_integer(database.handle(), "PRAGMA user_version");
    if (!version) return core::pass(version.error());
    if (*version >= static_cast<std::int64_t>(steps.size())) return {};
    // Its rows are signed with this device's key: another practice's would never open with its own again.
    const auto key = read_first(query(database, "SELECT device_public_key FROM practice"),
                                [](const Statement& row) { return core::Result<Bytes>(row.blob(0)); });
    if (!key) return core::pass(key.error());
    if (!owner.empty() && *key && !std::ranges::equal(**key, owner))
        return core::fail(core::ErrorCode::tampered, "device.key does not belong to " + file.filename().string());
    if (auto done = database.checkpoint(); !done) return done;
    const auto backup = beside(file, (".before-v" + std::to_string(steps.size())).c_str());
    if (auto done = copy_durably(file, backup); !done) return done;
    if (auto done = run_steps(database, static_cast<int>(*version), steps); !done) return done;
    return database.checkpoint();
}

}
