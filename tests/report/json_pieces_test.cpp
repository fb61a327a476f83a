// Objects that end in a long list, written piece by piece.
#include "a_time_zone.hpp"
#include "an_export.hpp"
#include "report/fhir_bundle.hpp"
#include "report/json_export.hpp"
#include <doctest/doctest.h>

namespace {

using report::JsonPieces;

struct ManyVisits : AnExport {
    explicit ManyVisits(int visits) {
        for (int earlier = 1; earlier < visits; ++earlier) {
            auto one = visit();
            one.sitting = {100 + earlier};
            one.date -= std::chrono::days(earlier);
            file.visits.push_back(one);
        }
    }
};

// Of the head, and the longest of a visit.
template<class Format>
std::pair<std::size_t, std::size_t> lengths(Format format, const std::vector<report::ExportVisit>& visits) {
    const auto head = format.head().size();
    std::size_t longest = 0;
    for (const auto& visit : visits)
        longest = std::max(longest, format.visit(visit).size());
    return {head, longest};
}

}

TEST_CASE("an object that is written in pieces is the same as whole") {
    const JsonPieces::Json head{{"name", "a\nb"}, {"number", 2}};
    const JsonPieces::Json one{{"text", "two\nlines, \"said\""}, {"inside", {{"deep", {1, 2}}, {"none", nullptr}}}};
    auto whole = head;
    whole["list"] = {one, one, 3};
    JsonPieces pieces("list");
    auto bytes = pieces.head(head);
    for (const auto& element : whole["list"])
        bytes += pieces.element(element);
    bytes += pieces.tail();
    CHECK(bytes == whole.dump(1) + "\n");
    JsonPieces none("list");
    CHECK(none.head(head) + none.tail() == head.dump(1) + "\n");
}

TEST_CASE("a case of fifty visits is put into words in pieces that are as long as those of a case of five") {
    const ManyVisits few(5), many(50);
    const auto few_case = few.whole_case(), many_case = many.whole_case();
    const auto few_visits = *report::visits_of(few_case), many_visits = *report::visits_of(many_case);
    CHECK(lengths(report::JsonExport(few_case), few_visits).first ==
          lengths(report::JsonExport(many_case), many_visits).first);
    const auto little = lengths(report::FhirBundle(few_case, report::Names::left_out, few_visits), few_visits);
    const auto lot = lengths(report::FhirBundle(many_case, report::Names::left_out, many_visits), many_visits);
    CHECK(lot.first == little.first);
    CHECK(lot.second < little.second * 11 / 10);
    CHECK(lengths(report::JsonExport(many_case), many_visits).second <
          lengths(report::JsonExport(few_case), few_visits).second * 11 / 10);
}

TEST_CASE("a case without a visit has an empty list of them") {
    ManyVisits none(1);
    none.file.visits.clear();
    const auto text = report::json_export(none.whole_case());
    REQUIRE(text);
    CHECK(says(*text, "\"visits\": []"));
}
