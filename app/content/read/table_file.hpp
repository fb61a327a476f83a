// A small table as office programs and calendars write it: UTF-8, UTF-16 with its mark or Windows-1252; cells between
// commas, semicolons or tabs. All of it is in memory, so a large file is refused.
#pragma once
#include "core/result.hpp"
#include <filesystem>
#include <string>
#include <vector>

namespace content {

inline constexpr std::size_t table_file_limit = std::size_t{256} * 1024; // bytes

struct TableRow {
    std::size_t line = 0;           // where it begins, counted from 1
    std::vector<std::string> cells; // unquoted, UTF-8
};

// Rows without a word are left out. Fails with io, also where it is no plain file; unsupported where it is longer than
// table_file_limit; bad_content where it is no text, or a quote is out of place or left open.
[[nodiscard]] core::Result<std::vector<TableRow>> read_table(const std::filesystem::path& file);

}
