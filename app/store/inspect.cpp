#include "store/inspect.hpp"
#include "store/failure.hpp"
#include "store/folder.hpp"
#include "store/handles.hpp"
#include <array>
#include <cstring>
#include <fstream>
#include <sqlite3.h>

namespace store {

namespace {

using core::ErrorCode;

core::Done check_identity(std::int64_t id, std::int64_t version, std::span<const Step> steps, const std::string& name) {
    if (id != application_id)
        return core::fail(ErrorCode::not_sameside, name + ": application_id " + std::to_string(id));
    if (version > static_cast<std::int64_t>(steps.size()))
        return core::fail(ErrorCode::newer_version, name + ": version " + std::to_string(version) +
                                                        ", this release knows " + std::to_string(steps.size()));
    if (version < 1) return core::fail(ErrorCode::damaged, name + ": version " + std::to_string(version));
    return {};
}

std::int64_t big_endian(const char* at) {
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = value << 8U | static_cast<std::uint8_t>(at[i]);
    return static_cast<std::int32_t>(value);
}

// How a file is opened that nothing may be written to: as one that nobody changes, with the log's index in a file, or
// with that in memory, for which SQLite wants to be allowed to write.
enum class Reading { immutable, with_log, alone };

std::string as_uri(const std::filesystem::path& file, Reading reading) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        if (c == '%' || c == '?' || c == '#') {
            const auto byte = static_cast<unsigned char>(c);
            uri += '%';
            uri += digits[byte >> 4U];
            uri += digits[byte & 15U];
        } else {
            uri += c;
        }
    }
    switch (reading) {
    case Reading::immutable:
        return uri + "?mode=ro&immutable=1";
    case Reading::with_log:
        return uri + "?mode=ro";
    case Reading::alone:
        return uri + "?mode=rw";
    }
    return uri;
}

core::Done quick_check(sqlite3* handle, const std::string& name) {
    sqlite3_stmt* raw = nullptr;
    int result = sqlite3_prepare_v2(handle, "PRAGMA quick_check(1)", -1, &raw, nullptr);
    const std::unique_ptr<sqlite3_stmt, Finalize> statement(raw);
    if (result == SQLITE_OK) result = sqlite3_step(raw);
    if (result != SQLITE_ROW) return core::pass(error_of(handle, result, name));
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(raw, 0));
    if (text == nullptr || std::strcmp(text, "ok") != 0)
        return core::fail(ErrorCode::damaged, name + ": quick_check failed");
    return {};
}

core::Result<int> inspect_inside(const std::filesystem::path& file, Reading reading, std::span<const Step> steps) {
    const auto name = file.filename().string();
    sqlite3* raw = nullptr;
    const int mode = reading == Reading::alone ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    const int result = sqlite3_open_v2(as_uri(file, reading).c_str(), &raw, mode | SQLITE_OPEN_URI, nullptr);
    const std::unique_ptr<sqlite3, Close> handle(raw);
    if (result != SQLITE_OK) return core::pass(error_of(raw, result, name));
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, 1000);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    const char* settings = reading == Reading::alone ? "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cell_size_check = ON"
                                                     : "PRAGMA cell_size_check = ON";
    if (const int code = sqlite3_exec(raw, settings, nullptr, nullptr, nullptr); code != SQLITE_OK)
        return core::pass(error_of(raw, code, name));

    const auto id = read_integer(raw, "PRAGMA application_id");
    if (!id) return core::pass(id.error());
    const auto version = read_integer(raw, "PRAGMA user_version");
    if (!version) return core::pass(version.error());
    if (auto done = check_identity(*id, *version, steps, name); !done) return core::pass(done.error());
    if (auto done = check_schema(raw, static_cast<int>(*version), steps); !done) return core::pass(done.error());
    if (auto done = quick_check(raw, name); !done) return core::pass(done.error());
    return static_cast<int>(*version);
}

}

// Places in the header: https://www.sqlite.org/fileformat2.html, 1.3.
core::Done check_header(const std::filesystem::path& file, std::span<const Step> steps) {
    const auto name = file.filename().string();
    std::error_code problem;
    if (!std::filesystem::exists(file, problem))
        return core::fail(problem ? ErrorCode::io : ErrorCode::not_found, file.string());
    if (!std::filesystem::is_regular_file(file, problem))
        return core::fail(ErrorCode::io, file.string() + " is not a file");
    std::array<char, 100> header{};
    std::ifstream in(file, std::ios::binary);
    if (!in) return core::fail(ErrorCode::io, file.string() + " cannot be read");
    in.read(header.data(), header.size());
    static constexpr std::string_view magic("SQLite format 3\0", 16);
    if (in.gcount() != static_cast<std::streamsize>(header.size()) || std::string_view(header.data(), 16) != magic)
        return core::fail(ErrorCode::damaged, name + " is not a database");
    return check_identity(big_endian(&header[68]), big_endian(&header[60]), steps, name);
}

core::Result<int> inspect(const std::filesystem::path& file, std::span<const Step> steps, LogIndex index) {
    std::error_code problem;
    const auto log = beside(file, "-wal");
    const bool has_log = std::filesystem::exists(log, problem) && std::filesystem::file_size(log, problem) > 0;
    // Without a log the file says everything, and SQLite can be told to write nothing at all. With one, even a reader
    // makes an index of it (-shm), which is removed again.
    if (!has_log) return inspect_inside(file, Reading::immutable, steps);
    if (index == LogIndex::memory) return inspect_inside(file, Reading::alone, steps);
    const auto index_file = beside(file, "-shm");
    const bool had_index = std::filesystem::exists(index_file, problem);
    auto version = inspect_inside(file, Reading::with_log, steps);
    if (!had_index) std::filesystem::remove(index_file, problem);
    return version;
}

}
