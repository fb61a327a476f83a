// Tables as office programs write them.
#include "content/read/table_file.hpp"
#include <doctest/doctest.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace {

struct OneTable {
    std::filesystem::path folder, file;
    OneTable() {
        auto pattern = (std::filesystem::temp_directory_path() / "sameside-table-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        folder = pattern;
        file = folder / "day.csv";
    }
    ~OneTable() { std::filesystem::remove_all(folder); }
    OneTable(const OneTable&) = delete;
    OneTable& operator=(const OneTable&) = delete;

    core::Result<std::vector<content::TableRow>> read(std::string_view bytes) const {
        std::ofstream(file, std::ios::binary) << bytes;
        return content::read_table(file);
    }
    std::string cells(std::string_view bytes) const { // "1:a|b 2:c|d"
        const auto rows = read(bytes);
        if (!rows) return "fails";
        std::string all;
        for (const auto& row : *rows) {
            all += (all.empty() ? "" : " ") + std::to_string(row.line) + ":";
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                all += (i > 0 ? "|" : "") + row.cells[i];
        }
        return all;
    }
};

std::string utf16(std::u16string_view text, bool big) {
    std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char16_t unit : text) {
        const auto high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
        bytes += big ? std::string{high, low} : std::string{low, high};
    }
    return bytes;
}

}

TEST_CASE("a table is read whatever stands between its cells and however its lines end") {
    const OneTable table;
    CHECK(table.cells("10:30,RG-1\n11:00,RG-2\n") == "1:10:30|RG-1 2:11:00|RG-2");
    CHECK(table.cells("10:30;RG-1\r\n11:00;RG-2") == "1:10:30|RG-1 2:11:00|RG-2");
    CHECK(table.cells("10:30\tRG-1\n\n\n11:00\tRG-2\n") == "1:10:30|RG-1 4:11:00|RG-2");
    CHECK(table.cells("sep=;\n10:30;RG-1\n") == "2:10:30|RG-1");
    CHECK(table.cells("\"10:30\",\"RG;1\",\"say \"\"hello\"\"\"\n") == "1:10:30|RG;1|say \"hello\"");
    CHECK(table.cells("a,\"two\nlines\"\nb,c\n") == "1:a|two\nlines 3:b|c");
    CHECK(table.cells(",,,\n,\n").empty());
    CHECK(table.cells("") == "");
}

TEST_CASE("a table is read in the encodings that Excel saves") {
    const OneTable table;
    CHECK(table.cells("\xEF\xBB\xBFhora;código\n") == "1:hora|código");
    CHECK(table.cells(utf16(u"hora\tcódigo\r\n", false)) == "1:hora|código");
    CHECK(table.cells(utf16(u"hora\tcódigo \U0001F600\r\n", true)) == "1:hora|código \U0001F600");
    CHECK(table.cells("hora;c\xF3"
                      "digo;\x80\n") == "1:hora|código|€");
}

TEST_CASE("what is no table is refused, and names why") {
    const OneTable table;
    using core::ErrorCode;
    CHECK(table.read(std::string("10:30,RG\0001\n", 11)).error().code == ErrorCode::bad_content);
    CHECK(table.read(utf16(u"a", false) + "x").error().code == ErrorCode::bad_content);
    CHECK(table.read(std::string("\xFF\xFE\x00\xD8", 4)).error().code == ErrorCode::bad_content);
    CHECK(table.read("a,\"open\n").error().code == ErrorCode::bad_content);
    CHECK(table.read(std::string(1'000'000, 'x')).error().code == ErrorCode::unsupported);
    CHECK(table.read(std::string(content::table_file_limit, 'x')).has_value());
    CHECK(content::read_table(table.folder).error().code == ErrorCode::io);
    CHECK(content::read_table(table.folder / "none.csv").error().code == ErrorCode::io);
    std::filesystem::create_symlink(table.file, table.folder / "link.csv");
    CHECK(content::read_table(table.folder / "link.csv").error().code == ErrorCode::io);
    REQUIRE(mkfifo((table.folder / "pipe.csv").c_str(), 0600) == 0);
    CHECK(content::read_table(table.folder / "pipe.csv").error().code == ErrorCode::io);
}
