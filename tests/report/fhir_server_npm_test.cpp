// The bundle as a server that others wrote takes it, and its formulas as FHIRPath reads them; tests/run installs both.
#include "a_bundle.hpp"
#include "content/forms/content.hpp"
#include "npm_packages.hpp"
#include "support/made_up_visits.hpp"
#include <fmt/format.h>

namespace {

using report::Json;
using Counts = std::map<std::string, int>;

std::string run_on(const char* script, const std::string& text) {
    const Folder folder;
    std::ofstream(folder / "bundle.json") << text;
    return output_of(fmt::format("node '{}/tests/report/npm/{}' '{}' '{}' 2>&1", SAMESIDE_SOURCE_DIR, script,
                                 SAMESIDE_NPM_DIR, (folder / "bundle.json").string()));
}

bool server_is_there() {
    if (!packages_are_there()) return false;
    if (std::filesystem::exists(SAMESIDE_NPM_DIR "/node_modules/@medplum/mock/package.json")) return true;
    MESSAGE("skipped: " SAMESIDE_NPM_DIR " has no @medplum/mock; no server took the bundle");
    return false;
}

support::MadeUpVisits made_up() {
    auto read = content::load(SAMESIDE_SOURCE_DIR "/content");
    REQUIRE(read);
    return support::MadeUpVisits(std::move(*read));
}

report::CaseExport of(const support::MadeUpVisits& visits, const model::CaseFile& file) {
    return {.content = visits.content(), .file = file, .practice = "P", .made_at = AChart::at(5)};
}

}

TEST_CASE("a server takes every entry of a bundle once, however often it is sent, and its references lead somewhere") {
    if (!server_is_there()) return;
    AnExport visit;
    visit.private_a = visit.private_record(model::Partner::a, 3);
    const auto visits = made_up();
    const auto file = visits.case_of(1);
    for (const auto& text : {bundle(visit.whole_case(), report::Names::given), bundle(of(visits, file))}) {
        Counts expected;
        const auto sent = Json::parse(text);
        for (const auto& entry : sent["entry"])
            ++expected[entry["resource"]["resourceType"]];
        const auto said = run_on("fhir_server.js", text);
        REQUIRE_MESSAGE(Json::accept(said), said);
        const auto kept = Json::parse(said).get<Counts>();
        CHECK_MESSAGE(kept == expected, said);
    }
}

TEST_CASE("that server and its validator do find what is wrong") {
    if (!server_is_there()) return;
    const AnExport visit;
    const auto json = Json::parse(bundle(visit.whole_case()));
    const auto said_of = [&](const char* type, auto&& change) {
        Json changed = json;
        for (auto& entry : changed["entry"])
            if (entry["resource"]["resourceType"] == type) change(entry);
        return run_on("fhir_server.js", changed.dump());
    };
    CHECK(says(said_of("Patient", [](Json& one) { one["request"].erase("ifNoneExist"); }), "201 instead of 200"));
    CHECK(says(said_of("Encounter", [](Json& one) { one["resource"].erase("status"); }), "Encounter: "));
    CHECK(says(said_of("Observation", [](Json& one) { one["resource"]["subject"]["reference"] = "Patient/none"; }),
               "leads nowhere"));
}

TEST_CASE("the formula of every shipped score gives what the kiosk's score is, and nothing where there is none") {
    if (!packages_are_there()) return;
    const auto visits = made_up();
    for (int number = 0; number < 6; ++number) {
        const auto file = visits.case_of(number);
        const auto said = run_on("fhir_scores.js", bundle(of(visits, file)));
        REQUIRE_MESSAGE(Json::accept(said), said); // a number alone
        CHECK(Json::parse(said).get<int>() > 10);
    }
}
