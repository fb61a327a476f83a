#include "content/read/csv_file.hpp"
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <csv.h>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace content {

namespace {

constexpr std::size_t piece_size = std::size_t{64} * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

extern "C" int csv_no_space(unsigned char) {
    return 0; // RFC 4180, 2.4: spaces are part of a field
}

// libcsv gives the cells of a row one by one; they are kept end to end until the row is whole.
class Rows {
public:
    explicit Rows(const std::function<core::Done(const CsvRow&)>& each) : m_each(each) {}
    std::size_t line = 1;  // of what is being read
    std::size_t begun = 1; // where the row that is being read began
    std::size_t held = 0;  // bytes of it so far

    void add_cell(std::string_view cell) {
        m_bytes.append(cell);
        m_ends.push_back(m_bytes.size());
    }
    void end_row() {
        if (!m_ends.empty() && m_done) {
            m_cells.clear();
            std::size_t from = 0;
            for (std::size_t end : m_ends) {
                m_cells.push_back(std::string_view(m_bytes).substr(from, end - from));
                from = end;
            }
            m_done = m_each(CsvRow{begun, m_cells});
        }
        m_bytes.clear();
        m_ends.clear();
        held = 0;
        m_between = true;
    }
    // Called before the bytes of a line: a row that ended on the line before lets the next begin on this one.
    void begin_bytes() {
        if (std::exchange(m_between, false)) begun = line;
    }
    const core::Done& done() const { return m_done; }

private:
    const std::function<core::Done(const CsvRow&)>& m_each;
    std::string m_bytes;
    std::vector<std::size_t> m_ends;
    std::vector<std::string_view> m_cells;
    core::Done m_done;
    bool m_between = true;
};

extern "C" void csv_add_cell(void* cell, std::size_t size, void* rows) {
    static_cast<Rows*>(rows)->add_cell({static_cast<const char*>(cell), size});
}
extern "C" void csv_end_row(int, void* rows) {
    static_cast<Rows*>(rows)->end_row();
}

class Parser {
public:
    // Strict: a quote inside a bare cell, or anything after a closing quote, is an error and not a guess. Empty lines
    // are reported too, so that the next row's line is known.
    Parser(const std::string& path, char separator, const std::function<core::Done(const CsvRow&)>& each)
        : m_path(path), m_rows(each) {
        csv_init(&m_csv, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
        csv_set_delim(&m_csv, static_cast<unsigned char>(separator));
        csv_set_space_func(&m_csv, csv_no_space);
        csv_set_blk_size(&m_csv, 4096);
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { csv_free(&m_csv); }

    // The line that says what parts the cells, or as much of it as is in these bytes.
    void pass_over(std::string_view& bytes) {
        const auto end = std::min(bytes.find('\n'), bytes.size());
        if (end < bytes.size()) ++m_rows.line;
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }

    core::Done take(std::string_view bytes) {
        while (!bytes.empty()) {
            std::size_t end = bytes.find('\n');
            bool ends = end != std::string_view::npos;
            std::string_view part = bytes.substr(0, ends ? end + 1 : bytes.size());
            bytes.remove_prefix(part.size());
            m_rows.begin_bytes();
            m_rows.held += part.size();
            if (m_rows.held > csv_row_limit) {
                return refuse(m_rows.begun, "this row is longer than 1 MiB; is a quote left open?");
            }
            if (csv_parse(&m_csv, part.data(), part.size(), csv_add_cell, csv_end_row, &m_rows) != part.size()) {
                if (!m_rows.done()) return m_rows.done();
                return refuse(m_rows.line, "a quote is out of place; inside a quoted cell it is written twice");
            }
            if (!m_rows.done()) return m_rows.done();
            if (ends) ++m_rows.line;
        }
        return {};
    }

    core::Done finish() {
        if (csv_fini(&m_csv, csv_add_cell, csv_end_row, &m_rows) != 0)
            return refuse(m_rows.begun, "a quote that opens in this row is never closed");
        return m_rows.done();
    }

    core::Done refuse(std::size_t line, std::string_view rule) const {
        return core::fail(core::ErrorCode::bad_content, m_path + ":" + std::to_string(line) + ": " + std::string(rule));
    }
    std::size_t line() const { return m_rows.line; }

private:
    const std::string& m_path;
    Rows m_rows;
    csv_parser m_csv{};
};

constexpr std::string_view separators = ",;\t"; // of as many the first

using Counts = std::array<std::size_t, separators.size()>;

Counts counts_of(std::string_view line) {
    Counts counts{};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        const auto which = separators.find(c);
        if (!quoted && which != std::string_view::npos) ++counts[which];
    }
    return counts;
}

std::size_t most_of(const Counts& counts) {
    return static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
}

// A line "sep=;" above a row that has none of them, and another that parts cells: one of the two is wrong.
core::Done check_said(const std::string& path, char said, std::string_view row) {
    constexpr std::array names{"commas", "semicolons", "tabs"};
    const auto counts = counts_of(row);
    const auto which = separators.find(said), other = most_of(counts);
    if (counts[which] > 0 || counts[other] == 0) return {};
    return core::fail(core::ErrorCode::bad_content, path + ":1: sep= says that " + names[which] +
                                                        " part the cells, and the header has none, but " +
                                                        std::to_string(counts[other]) + " " + names[other]);
}

bool says_sep(std::string_view line) {
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(line.substr(0, 4), std::string_view("sep="), {}, small);
}

core::Error cannot_read(const std::string& path) {
    return {core::ErrorCode::io, path + ": " + std::strerror(errno)};
}

}

core::Result<CsvFile> CsvFile::open(const std::string& path) {
    CsvFile file;
    file.m_path = path;
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return core::pass(cannot_read(path)); // before opening: a pipe would wait
    if (!S_ISREG(status.st_mode)) {
        return core::fail(core::ErrorCode::io, path + ": must be a plain file, not a folder, a pipe or a device");
    }
    file.m_file.reset(std::fopen(path.c_str(), "rbe"));
    if (!file.m_file) return core::pass(cannot_read(path));
    if (auto found = file.find_separator(); !found) return core::pass(found.error());
    return file;
}

core::Done CsvFile::find_separator() {
    std::array<char, piece_size> piece{};
    std::string_view first(piece.data(), std::fread(piece.data(), 1, piece.size(), m_file.get()));
    if (std::ferror(m_file.get())) return core::pass(cannot_read(m_path));
    if (first.starts_with(byte_order_mark)) first.remove_prefix(byte_order_mark.size());
    constexpr std::string_view line_ends = "\r\n";
    const auto line = first.substr(0, first.find_first_of(line_ends));
    if (line.size() == 5 && says_sep(line)) {
        m_said = true;
        m_separator = line[4];
        if (separators.find(m_separator) == std::string_view::npos)
            return core::fail(core::ErrorCode::bad_content,
                              m_path + ":1: sep=: a comma, a semicolon or a tab is allowed");
        first.remove_prefix(std::min(first.find_first_not_of(line_ends, line.size()), first.size()));
        return check_said(m_path, m_separator, first.substr(0, first.find_first_of(line_ends)));
    }
    m_separator = separators[most_of(counts_of(line))];
    return {};
}

core::Done CsvFile::read(const std::function<core::Done(const CsvRow&)>& each) const {
    std::rewind(m_file.get());
    Parser parser(m_path, m_separator, each);
    std::array<char, piece_size> piece{};
    bool first = true;
    while (std::size_t size = std::fread(piece.data(), 1, piece.size(), m_file.get())) {
        std::string_view bytes(piece.data(), size);
        if (first && bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
        if (first && m_said) parser.pass_over(bytes);
        first = false;
        if (std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
            std::size_t line = parser.line() + static_cast<std::size_t>(std::ranges::count(bytes.substr(0, nul), '\n'));
            return parser.refuse(line, "has a NUL byte; save the file with the encoding UTF-8");
        }
        if (core::Done taken = parser.take(bytes); !taken) return taken;
    }
    if (std::ferror(m_file.get())) return core::pass(cannot_read(m_path));
    return parser.finish();
}

}
