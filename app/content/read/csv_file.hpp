// Comma-separated values (RFC 4180) read row by row: memory is that of the longest row, whatever the file's length.
// Where commas are decimal, spreadsheets part cells by semicolons, or by tabs, and may say so in a first line "sep=;".
#pragma once
#include "core/result.hpp"
#include <cstdio>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace content {

inline constexpr std::size_t csv_row_limit = std::size_t{1024} * 1024; // bytes; a quote left open ends here

struct CsvRow {
    std::size_t line = 0;                    // where the row begins, counted from 1
    std::span<const std::string_view> cells; // unquoted, bytes as they are; valid during the call only
};

class CsvFile {
public:
    // Fails with io when the file cannot be opened or is no plain file: it is read more than once.
    [[nodiscard]] static core::Result<CsvFile> open(const std::string& path);

    // Gives every row from the first on, a header like the others; a second call begins again. Rows end with LF, CR or
    // both; a byte order mark, "sep=" and empty lines are passed over; spaces are part of a cell. Stops at the first
    // row that `each` fails on, with its error. Fails with bad_content, "file:line: rule", at a quote out of place or
    // left open, a row longer than csv_row_limit or a NUL byte (UTF-16), and with io when reading fails.
    [[nodiscard]] core::Done read(const std::function<core::Done(const CsvRow&)>& each) const;

    const std::string& path() const { return m_path; }
    // What parts the cells: as "sep=" says, else that of comma, semicolon and tab which the first line has most of.
    char separator() const { return m_separator; }

private:
    core::Done find_separator();
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::string m_path;
    std::unique_ptr<std::FILE, Close> m_file;
    char m_separator = ',';
    bool m_said = false; // by its first line, which is no row
};

}
