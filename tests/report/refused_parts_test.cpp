// What could not be opened is named in whatever is written of the visit.
#include "a_bundle.hpp"
#include "report/csv_export.hpp"
#include "report/json_export.hpp"
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

constexpr auto changed_words = "This part was changed outside the kiosk and is not shown. Nothing was deleted.";

// Partner A's part was changed by another hand, the shared page is damaged.
AnExport a_visit_with_refused_parts() {
    AnExport visit;
    visit.file.visits[0].a.content.reset();
    visit.file.visits[0].a.problem = core::message("case.changed", changed_words);
    visit.file.visits[0].joint.content.reset();
    visit.file.visits[0].joint.problem = core::message("case.damaged", "This part could not be read.");
    return visit;
}

std::size_t count_of(const std::string& text, const std::string& words) {
    std::size_t found = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
        ++found;
    return found;
}

}

TEST_CASE("both tables name each part that could not be opened, in a row of its own with every column") {
    const auto visit = a_visit_with_refused_parts();
    for (const auto table : {report::Table::answers, report::Table::scores}) {
        const auto rows = report::csv_rows(table, visit.exported());
        CHECK(count_of(rows, "unreadable") == 2);
        CHECK(says(rows, changed_words));
        CHECK(says(rows, "This part could not be read."));
        std::size_t begin = 0;
        const auto heading = report::csv_heading(table);
        while (begin < rows.size()) {
            const auto end = rows.find("\r\n", begin);
            const auto line = rows.substr(begin, end - begin);
            if (says(line, "unreadable")) CHECK(count_of(line, ",") == count_of(heading, ","));
            begin = end + 2;
        }
    }
    const AnExport whole;
    CHECK_FALSE(says(report::csv_rows(report::Table::answers, whole.exported()), "unreadable"));
}

TEST_CASE("JSON and FHIR name each part that could not be opened") {
    const auto visit = a_visit_with_refused_parts();
    const auto text = report::json_export(visit.whole_case());
    REQUIRE(text);
    const auto json = nlohmann::json::parse(*text);
    const auto& refused = json["visits"][0]["unreadable"];
    REQUIRE(refused.size() == 2);
    CHECK(refused[0]["partner"] == "a");
    CHECK(refused[0]["why"] == changed_words);
    CHECK(refused[1]["partner"] == "both");
    CHECK(json["visits"][0]["together"]["unreadable"] == true);

    const auto bundle = report::fhir_bundle(visit.whole_case(), report::Names::left_out);
    REQUIRE(bundle);
    std::string refused_here;
    const auto whole = nlohmann::json::parse(*bundle);
    for (const auto& entry : whole["entry"])
        if (entry["resource"]["resourceType"] == "Basic")
            refused_here += entry["resource"]["code"]["text"].get<std::string>() + "\n";
    CHECK(count_of(refused_here, "\n") == 2);
    CHECK(says(refused_here, std::string("2026-03-04, a: ") + changed_words));
    CHECK(says(refused_here, "both: "));
}
