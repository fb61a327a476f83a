#include "a_content_folder.hpp"
#include "content/read/csv_file.hpp"
#include "core/csv_cell.hpp"

using namespace content_tests;

namespace {

struct Read {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> lines;
    std::string error;
};

Read read(std::string_view text) {
    ContentFolder folder;
    folder.write("a.csv", text);
    auto file = content::CsvFile::open(folder.path() / "a.csv");
    REQUIRE(file.has_value());
    Read result;
    auto done = file->read([&](const content::CsvRow& row) -> core::Done {
        result.rows.emplace_back(row.cells.begin(), row.cells.end());
        result.lines.push_back(row.line);
        return {};
    });
    if (!done) result.error = done.error().detail.substr(folder.path().string().size() + 1);
    return result;
}

using Rows = std::vector<std::vector<std::string>>;

}

TEST_CASE("rows may end with LF, CR LF or CR, and the last one with nothing") {
    const Rows rows{{"a", "b"}, {"1", "2"}};
    CHECK(read("a,b\n1,2\n").rows == rows);
    CHECK(read("a,b\r\n1,2\r\n").rows == rows);
    CHECK(read("a,b\r1,2\r").rows == rows);
    CHECK(read("a,b\n1,2").rows == rows);
    CHECK(read("a,b\r\n1,2").rows == rows);
    CHECK(read("\xEF\xBB\xBF"
               "a,b\n1,2\n")
              .rows == rows);
}

TEST_CASE("cells may be parted by semicolons or tabs, as the first line has them, or as it says") {
    const Rows rows{{"a", "b"}, {"1,5", "2"}};
    CHECK(read("a;b\n1,5;2\n").rows == rows);
    CHECK(read("a\tb\n1,5\t2\n").rows == rows);
    CHECK(read("sep=;\r\na;b\r\n1,5;2\r\n").rows == rows);
    CHECK(read("\xEF\xBB\xBFSep=\t\na\tb\n1,5\t2\n").rows == rows);
    CHECK(read("sep=;\na;b\n").lines == std::vector<std::size_t>{2});
    CHECK(read("\"a;b;c\",d\n").rows == Rows{{"a;b;c", "d"}}); // what is quoted parts nothing
    CHECK(read("a,b\n1;2,3\n").rows == Rows{{"a", "b"}, {"1;2", "3"}});
    CHECK(read("sep=,\na;x,b\n").rows == Rows{{"a;x", "b"}});
    CHECK(read("one\n1;2\n").rows == Rows{{"one"}, {"1;2"}});
}

TEST_CASE("another sign between cells is refused by its line") {
    ContentFolder folder;
    folder.write("a.csv", "sep=|\na|b\n");
    const auto file = content::CsvFile::open(folder.path() / "a.csv");
    REQUIRE_FALSE(file);
    CHECK(file.error().code == core::ErrorCode::bad_content);
    CHECK(file.error().detail.ends_with("a.csv:1: sep=: a comma, a semicolon or a tab is allowed"));
    folder.write("b.csv", "sep=;\r\na,b,\"c;d\"\r\n1,2,3\r\n");
    const auto mixed = content::CsvFile::open(folder.path() / "b.csv");
    REQUIRE_FALSE(mixed.has_value());
    CHECK(mixed.error().detail.ends_with(
        "b.csv:1: sep= says that semicolons part the cells, and the header has none, but 2 commas"));
}

TEST_CASE("cells are what RFC 4180 says") {
    CHECK(read("\"a,b\",\"c \"\"d\"\"\",\"e\nf\"\n").rows == Rows{{"a,b", "c \"d\"", "e\nf"}});
    CHECK(read("\"\",,\"\"\n").rows == Rows{{"", "", ""}});
    CHECK(read(" a , b\n").rows == Rows{{" a ", " b"}});
    CHECK(read("\"a\"\r\n").rows == Rows{{"a"}});
    CHECK(read("Zo\xC3\xAB,\xF0\x9F\x99\x82\n").rows == Rows{{"Zo\xC3\xAB", "\xF0\x9F\x99\x82"}});
    CHECK(read("a,\n").rows == Rows{{"a", ""}});
}

TEST_CASE("an empty file has no row, and empty lines are none") {
    CHECK(read("").rows.empty());
    CHECK(read("\xEF\xBB\xBF").rows.empty());
    CHECK(read("\n\r\n\n").rows.empty());
    CHECK(read("a\n\nb\n\n").rows == Rows{{"a"}, {"b"}});
}

TEST_CASE("a row says the line it begins on, whatever came before it") {
    CHECK(read("a\n\n\nb\n\"c\nd\ne\"\nf\n").lines == std::vector<std::size_t>{1, 4, 5, 8});
    CHECK(read("a\r\n\r\n\"b\r\nc\"\r\nd\r\n").lines == std::vector<std::size_t>{1, 3, 5});
}

TEST_CASE("a row that crosses the pieces it is read in stays whole") {
    std::string text;
    Rows rows;
    for (int i = 0; i < 4000; ++i) {
        std::string number = std::to_string(i * 7919);
        text.append(number).append(",\"x\r\n\"\"").append(number).append("\"\r\n");
        rows.push_back({number, "x\r\n\"" + number});
    }
    REQUIRE(text.size() > 100'000);
    auto result = read(text);
    CHECK(result.rows == rows);
    CHECK(result.lines.back() == 7999);
}

TEST_CASE("what RFC 4180 does not allow is named with its line") {
    CHECK(read("a\nb\"c\n").error == "a.csv:2: a quote is out of place; inside a quoted cell it is written twice");
    CHECK(read("a\n\"b\" ,c\n").error.starts_with("a.csv:2: a quote is out of place"));
    CHECK(read("a\n\"b\nc\n").error == "a.csv:2: a quote that opens in this row is never closed");
    CHECK(read(std::string_view("a\nb\0c\n", 6)).error.starts_with("a.csv:2: has a NUL byte"));
    CHECK(read("a\n\"" + std::string(content::csv_row_limit, 'x')).error.starts_with("a.csv:2: this row is longer"));
}

TEST_CASE("a second reading begins again, and a row can stop it") {
    ContentFolder folder;
    folder.write("a.csv", "a\nb\nc\n");
    auto file = content::CsvFile::open(folder.path() / "a.csv");
    REQUIRE(file.has_value());
    int rows = 0;
    auto stopped = file->read([&](const content::CsvRow&) -> core::Done {
        ++rows;
        return core::fail(core::ErrorCode::bad_content, "enough");
    });
    CHECK(rows == 1);
    CHECK(stopped.error().detail == "enough");
    auto count = [&](const content::CsvRow&) -> core::Done {
        ++rows;
        return {};
    };
    CHECK(file->read(count).has_value());
    CHECK(rows == 4);
}

TEST_CASE("only a plain file that can be read is opened") {
    ContentFolder folder;
    CHECK(content::CsvFile::open(folder.path() / "none.csv").error().code == core::ErrorCode::io);
    CHECK(content::CsvFile::open(folder.path())
              .error()
              .detail.ends_with("must be a plain file, not a folder, a pipe or a device"));
    CHECK_FALSE(content::CsvFile::open("/dev/zero").has_value());
}

TEST_CASE("a cell is quoted where it must be, and reads back as it was") {
    auto written = [](std::string_view cell) {
        std::string out;
        core::append_csv_cell(out, cell);
        return out;
    };
    CHECK(written("plain text") == "plain text");
    CHECK(written("a,b") == "\"a,b\"");
    CHECK(written("say \"so\"") == "\"say \"\"so\"\"\"");
    for (const char* cell : {"a", "", " b ", "c,d", "\"", "\"\"", "e\nf", "g\r\nh", ",,"})
        CHECK(read(written(cell) + ",x\n").rows == Rows{{cell, "x"}});
}
