#include "content/read/table_file.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <array>
#include <csv.h>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace content {
namespace {

core::Error no_table(const std::filesystem::path& file, std::string_view why) {
    return {core::ErrorCode::bad_content, file.string() + ": " + std::string(why)};
}

// A stick may hold anything under any name: a link out of it, or a pipe that never ends.
core::Result<std::string> bytes_of_small(const std::filesystem::path& file) {
    const int opened = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (opened < 0) return core::fail(core::ErrorCode::io, file.string() + " cannot be read");
    struct stat status {};
    std::string bytes(table_file_limit + 1, '\0');
    std::size_t held = 0;
    bool fails = ::fstat(opened, &status) != 0 || !S_ISREG(status.st_mode);
    while (!fails && held < bytes.size()) {
        const auto read = ::read(opened, bytes.data() + held, bytes.size() - held);
        fails = read < 0;
        if (read <= 0) break;
        held += static_cast<std::size_t>(read);
    }
    ::close(opened);
    if (fails) return core::fail(core::ErrorCode::io, file.string() + " cannot be read");
    if (held > table_file_limit) return core::fail(core::ErrorCode::unsupported, file.string() + " is too large");
    bytes.resize(held);
    return bytes;
}

void put_letter(std::string& text, char32_t code) {
    const auto byte = [&](char32_t value) { text += static_cast<char>(value); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0 | code >> 6);
        byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        byte(0xE0 | code >> 12);
        byte(0x80 | (code >> 6 & 0x3F));
        byte(0x80 | (code & 0x3F));
    } else {
        byte(0xF0 | code >> 18);
        byte(0x80 | (code >> 12 & 0x3F));
        byte(0x80 | (code >> 6 & 0x3F));
        byte(0x80 | (code & 0x3F));
    }
}

// After its mark. None where a pair is broken or a byte is left over.
std::optional<std::string> from_utf16(std::string_view bytes, bool big) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big ? first << 8 | second : second << 8 | first);
    };
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        auto code = unit(at);
        if (code >= 0xDC00 && code < 0xE000) return std::nullopt;
        if (code >= 0xD800 && code < 0xDC00) {
            if (at + 4 > bytes.size()) return std::nullopt;
            const auto low = unit(at + 2);
            if (low < 0xDC00 || low >= 0xE000) return std::nullopt;
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        put_letter(text, code);
    }
    return text;
}

// Bytes 80 to 9F as Windows writes them (the Encoding Standard's windows-1252); the rest is Latin-1.
std::string from_windows(std::string_view bytes) {
    constexpr std::array<char16_t, 32> upper{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                             0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                             0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                             0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    std::string text;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        put_letter(text, code >= 0x80 && code < 0xA0 ? upper[code - 0x80U] : code);
    }
    return text;
}

std::optional<std::string> text_of_bytes(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (core::utf8::valid_until(bytes) == bytes.size()) return std::string(bytes);
    return from_windows(bytes);
}

// What stands most often in the first line that has words, outside of quotes; a line "sep=;" says it.
char delimiter_of(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of("\r\n", at), text.size());
        const auto line = text.substr(at, end - at);
        at = end + 1;
        if (line.starts_with("sep=") && line.size() == 5) return line.back();
        std::array<std::pair<char, int>, 3> counts{{{',', 0}, {';', 0}, {'\t', 0}}};
        bool quoted = false;
        for (const char letter : line) {
            if (letter == '"') quoted = !quoted;
            for (auto& [delimiter, count] : counts)
                count += static_cast<int>(!quoted && letter == delimiter);
        }
        const auto most = std::ranges::max_element(counts, {}, [](const auto& each) { return each.second; });
        if (most->second > 0) return most->first;
    }
    return ',';
}

struct TableRows {
    std::vector<TableRow> rows;
    TableRow row;
    std::size_t line = 1;

    void end_row() {
        const bool has_words = std::ranges::any_of(row.cells, [](const auto& cell) { return !cell.empty(); });
        if (has_words && !(row.cells.size() <= 2 && row.cells.front() == "sep=")) rows.push_back(std::move(row));
        row = {.line = line, .cells = {}};
    }
};

extern "C" void table_cell(void* bytes, std::size_t size, void* rows) {
    static_cast<TableRows*>(rows)->row.cells.emplace_back(static_cast<const char*>(bytes), size);
}
extern "C" void table_row_end(int, void* rows) {
    static_cast<TableRows*>(rows)->end_row();
}
extern "C" int no_space_in_table(unsigned char) {
    return 0; // RFC 4180, 2.4: spaces are part of a field
}

}

core::Result<std::vector<TableRow>> read_table(const std::filesystem::path& file) {
    const auto bytes = bytes_of_small(file);
    if (!bytes) return core::pass(bytes.error());
    const auto text = text_of_bytes(*bytes);
    if (!text || text->find('\0') != std::string::npos) return core::pass(no_table(file, "is no text"));
    csv_parser parser{};
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) return core::fail(core::ErrorCode::out_of_memory, "csv");
    const std::unique_ptr<csv_parser, void (*)(csv_parser*)> ends(&parser, csv_free);
    csv_set_space_func(&parser, no_space_in_table);
    csv_set_delim(&parser, static_cast<unsigned char>(delimiter_of(*text)));
    TableRows table;
    table.row.line = 1;
    // Line by line, so that a row knows where it began.
    for (std::size_t at = 0; at < text->size();) {
        auto end = text->find('\n', at);
        end = end == std::string::npos ? text->size() : end + 1;
        if (table.row.cells.empty() && parser.entry_pos == 0) table.row.line = table.line;
        if (csv_parse(&parser, text->data() + at, end - at, table_cell, table_row_end, &table) != end - at)
            return core::pass(no_table(file, "a quote is out of place, line " + std::to_string(table.line)));
        ++table.line;
        at = end;
    }
    if (csv_fini(&parser, table_cell, table_row_end, &table) != 0)
        return core::pass(no_table(file, "a quote is left open"));
    return std::move(table.rows);
}

}
