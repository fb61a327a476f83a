#include "pdf_reading.hpp"
#include "report/entry_slip.hpp"
#include <doctest/doctest.h>

TEST_CASE("a slip is one page with the code, the practice and the chart code, and no code makes no slip") {
    const Folder folder;
    const report::EntrySlip slip{.practice = "Rivergate Counseling",
                                 .entry_code = "4711",
                                 .chart_code = "RG-2041",
                                 .planned_at = core::WallTime(std::chrono::hours(490000))};
    const auto page = report::entry_slip_pdf(slip);
    REQUIRE(page);
    std::ofstream(folder / "slip.pdf", std::ios::binary) << *page;
    const auto read = pages_of(folder / "slip.pdf");
    REQUIRE(read.size() == 1);
    for (const char* words : {"4711", "Rivergate Counseling", "RG-2041", "type this code"})
        CHECK_MESSAGE(read[0].find(words) != std::string::npos, words);
    auto none = slip;
    none.entry_code.clear();
    CHECK(report::entry_slip_pdf(none).error().code == core::ErrorCode::invalid_state);
}
