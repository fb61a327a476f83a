// The tables, as steps from one version to the next. A step runs once in a kiosk's life and is never edited afterwards.
#pragma once
#include "store/database.hpp"
#include <string>

namespace store {

// Brings a file from version n to n + 1; the first step makes an empty file version 1.
struct Step {
    std::string_view sql;
};
std::span<const Step> steps();

// Runs the steps up to the last one, all in one transaction, and sets user_version. Foreign keys are off meanwhile so
// that a step may rebuild a table, and checked before the commit. On failure the file is as it was.
[[nodiscard]] core::Done run_steps(Database& database, int from_version, std::span<const Step> steps);

// Copies the file to "<file>.before-v<n>" first, and does nothing when the file has the last version already.
[[nodiscard]] core::Done migrate(Database& database, const std::filesystem::path& file, std::span<const Step> steps,
                                 std::span<const std::uint8_t> owner = {});

[[nodiscard]] core::Result<std::int64_t> read_integer(sqlite3* handle, const char* sql);
// Tables, indexes and triggers as `version` has them. Fails with damaged, naming the first that differs.
[[nodiscard]] core::Done check_schema(sqlite3* handle, int version, std::span<const Step> steps);

}
