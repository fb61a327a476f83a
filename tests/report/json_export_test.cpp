#include "a_time_zone.hpp"
#include "an_export.hpp"
#include "report/json_export.hpp"
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

nlohmann::json exported(const AnExport& visit) {
    const auto text = report::json_export(visit.whole_case());
    REQUIRE(text);
    return nlohmann::json::parse(*text);
}

nlohmann::json answer(const nlohmann::json& json, const std::string& partner, const std::string& item) {
    for (const auto& row : json["visits"][0]["answers"])
        if (row["partner"] == partner && row["item"] == item) return row;
    return nullptr;
}

}

TEST_CASE("days and moments are those in UTC, wherever the kiosk stands") {
    const AnExport visit;
    const auto json = exported(visit);
    for (const char* zone : {"XXX-14", "YYY12"}) {
        const ATimeZone stands(zone);
        CHECK(exported(visit) == json);
    }
}

TEST_CASE("a case is one JSON object with its visits, parts, answers, scores and what they wrote together") {
    const AnExport visit;
    const auto json = exported(visit);
    CHECK(json["format"] == "sameside-case");
    CHECK(json["version"] == 2);
    CHECK(json["made_at"] == "2026-03-05T15:00:00Z");
    CHECK(json["chart_code"] == "RG-2041");
    CHECK(json["names"]["b"] == "Jordan");
    const auto& one = json["visits"][0];
    CHECK(one["date"] == "2026-03-04");
    CHECK(one["parts"][0]["status"] == "sealed");
    CHECK(one["parts"][0]["private_included"] == false);
    CHECK(one["scores"][0]["value"] == 2.75);
    CHECK(one["scores"][2]["value"].is_null());
    CHECK(one["together"]["agreed"].size() == 2);
    CHECK(one["together"]["agreed"][1]["sentences"][1]["text"] == "We listen first.");
    CHECK(one["together"]["agreed"][1]["sentences"][1]["author"] == "b");
    CHECK(one["together"]["released"][0]["item"] == "m1");
}

TEST_CASE("an answer is of the type that it has") {
    const auto json = exported(AnExport());
    CHECK(answer(json, "a", "t1")["value"] == 3);
    CHECK(answer(json, "a", "help")["value"] == nlohmann::json::array({1, 2}));
    CHECK(answer(json, "a", "sleep")["value"] == 6.5);
    CHECK(answer(json, "a", "agree")["value"] == true);
    CHECK(answer(json, "a", "line")["value"] == "We laugh.");
    CHECK(answer(json, "a", "lying")["value"] == 2);
    CHECK(answer(json, "a", "lying")["direction"] == "toward_me");
    CHECK(answer(json, "a", "since")["value"].is_null());
    CHECK(answer(json, "a", "since")["status"] == "preferred_not_to_say");
    CHECK(answer(json, "a", "held-1")["about"] == "Rosa");
    CHECK(answer(json, "a", "t1")["about"].is_null());
}

TEST_CASE("any bytes that were typed make a file that can be read") {
    AnExport visit;
    visit.of_a("about", "line") = model::Written{"broken \xFF\xC3 \x01 \"quoted\" \\ \u2028"};
    CHECK(answer(exported(visit), "a", "line")["value"].get<std::string>().find("\"quoted\"") != std::string::npos);
}

TEST_CASE("the JSON does not depend on private answers unless their record is given") {
    AnExport visit;
    const auto plain = *report::json_export(visit.whole_case());
    visit.of_a("steady", "afraid") = model::Chosen{3};
    visit.of_a("wear", "verbal") = model::BothWays{3, 3};
    visit.visit().a.wish = true;
    CHECK(*report::json_export(visit.whole_case()) == plain);
    CHECK_FALSE(says(plain, "afraid"));
    visit.private_b = visit.private_record(model::Partner::b, 2);
    const auto json = exported(visit);
    CHECK(answer(json, "b", "afraid")["value"] == 2);
    CHECK(answer(json, "b", "afraid")["private"] == true);
    CHECK(answer(json, "a", "afraid").is_null());
    CHECK(json["visits"][0]["parts"][1]["private_included"] == true);
}

TEST_CASE("a private record of a visit that is not exported, and a visit that is not there, are refused") {
    AnExport visit;
    visit.private_a = visit.private_record(model::Partner::a, 2);
    visit.private_a->sitting = {8};
    CHECK(report::json_export(visit.whole_case()).error().code == core::ErrorCode::invalid_state);
    visit.private_a.reset();
    auto input = visit.whole_case();
    input.only = core::SittingId{99};
    CHECK(report::json_export(input).error().code == core::ErrorCode::invalid_state);
}

TEST_CASE("visits stand in the order they were") {
    AnExport visit;
    model::VisitRecord later = visit.visit();
    later.sitting = {8};
    later.date = AChart::at(11);
    visit.file.visits.insert(visit.file.visits.begin(), later);
    auto input = visit.whole_case();
    auto json = nlohmann::json::parse(*report::json_export(input));
    REQUIRE(json["visits"].size() == 2);
    CHECK(json["visits"][0]["visit"] == 1); // the couple's first and second, whatever the kiosk calls them
    CHECK(json["visits"][1]["visit"] == 2);
    input.only = core::SittingId{8};
    json = nlohmann::json::parse(*report::json_export(input));
    REQUIRE(json["visits"].size() == 1);
    CHECK(json["visits"][0]["visit"] == 2);
    CHECK(json["visits"][0]["date"] == "2026-03-11");
}
