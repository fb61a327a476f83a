#include "table_rows.hpp"
#include "content/read/csv_file.hpp"
#include "pdf_reading.hpp"
#include <doctest/doctest.h>
#include <fstream>

std::vector<TableRow> table_rows(const std::string& csv) {
    const Folder folder;
    std::ofstream(folder / "table.csv", std::ios::binary) << csv;
    const auto file = content::CsvFile::open((folder / "table.csv").string());
    REQUIRE(file);
    std::vector<std::string> heading;
    std::vector<TableRow> rows;
    const auto done = file->read([&](const content::CsvRow& read) -> core::Done {
        if (heading.empty()) {
            heading.assign(read.cells.begin(), read.cells.end());
            return {};
        }
        REQUIRE(read.cells.size() == heading.size());
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < heading.size(); ++i)
            row[heading[i]] = std::string(read.cells[i]);
        return {};
    });
    REQUIRE(done);
    return rows;
}
