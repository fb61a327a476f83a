#include "a_bundle.hpp"
#include "content/forms/content.hpp"
#include "model/form/privacy.hpp"
#include "report/fhir_questionnaire.hpp"
#include "support/made_up_visits.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>

namespace {

using report::Json;

std::vector<Json> resources(const std::string& text, const std::string& type) {
    std::vector<Json> found;
    const Json whole = Json::parse(text);
    for (const auto& entry : whole["entry"])
        if (entry["resource"]["resourceType"] == type) found.push_back(entry["resource"]);
    return found;
}

Json with_link(const Json& items, const std::string& id) { // a copy: `items` may be gone
    for (const auto& item : items)
        if (item["linkId"] == id) return item;
    return nullptr;
}

// What HL7's schema for R4 and the rules beside it find wrong; nothing when all is well or the checker is not there.
std::string faults(const std::string& text) {
    if (output_of("/usr/bin/python3 -c 'import jsonschema'; echo $?") != "0\n") {
        MESSAGE("skipped: python3-jsonschema is not installed; the bundle's shape was not checked");
        return {};
    }
    const Folder folder;
    std::ofstream(folder / "bundle.json") << text;
    return output_of("/usr/bin/python3 " SAMESIDE_SOURCE_DIR "/tests/report/fhir_check.py '" +
                     (folder / "bundle.json").string() + "' 2>&1; [ $? -lt 2 ] || echo the checker failed");
}

}

TEST_CASE("a bundle of every kind of item keeps to HL7's schema for R4, and every reference in it resolves") {
    AnExport visit;
    CHECK(faults(bundle(visit.whole_case())) == "");
    visit.private_a = visit.private_record(model::Partner::a, 3);
    CHECK(faults(bundle(visit.whole_case(), report::Names::given)) == "");
    visit.of_a("about", "child") = model::Chosen{1};
    visit.of_a("about", "school") = model::Written{"By the river"};
    CHECK(faults(bundle(visit.whole_case())) == "");
}

TEST_CASE("so does a bundle of the shipped forms, whatever is answered") {
    auto read = content::load(SAMESIDE_SOURCE_DIR "/content");
    REQUIRE(read);
    const support::MadeUpVisits visits(std::move(*read));
    for (int number = 0; number < 5; ++number) {
        const auto one = visits.case_of(number);
        const report::CaseExport input{
            .content = visits.content(), .file = one, .practice = "P", .made_at = AChart::at(5)};
        CHECK(faults(bundle(input)) == "");
    }
}

TEST_CASE("the checker does find what is wrong") {
    AnExport visit;
    if (output_of("/usr/bin/python3 -c 'import jsonschema'; echo $?") != "0\n") return;
    auto json = Json::parse(bundle(visit.whole_case()));
    const auto wrong = [&](auto&& change) {
        Json changed = json;
        for (auto& entry : changed["entry"])
            change(entry["resource"]);
        return !faults(changed.dump()).empty();
    };
    CHECK(wrong([](Json& one) {
        if (one.contains("status")) one["status"] = "perhaps";
    }));
    CHECK(wrong([](Json& one) {
        if (one.contains("subject")) one["subject"]["reference"] = "urn:uuid:0";
    }));
    CHECK(wrong([](Json& one) {
        if (one.contains("effectiveDateTime")) one["effectiveDateTime"] = "March";
    }));
    CHECK(wrong([](Json& one) {
        if (one.contains("valueQuantity")) one["valueDecimal"] = 1;
    }));
    CHECK(wrong([](Json& one) {
        if (one.contains("questionnaire")) one["item"][0]["linkId"] = "other";
    }));
}

TEST_CASE("a patient is a chart code with a letter, and has a name only when asked for") {
    const AnExport visit;
    const auto text = bundle(visit.whole_case());
    const auto patients = resources(text, "Patient");
    REQUIRE(patients.size() == 2);
    CHECK(patients[0]["identifier"][0]["value"] == "RG-2041-A");
    CHECK(patients[1]["identifier"][0]["value"] == "RG-2041-B");
    CHECK_FALSE(patients[1].contains("meta"));
    CHECK_FALSE(says(text, "Jordan"));
    const auto named = resources(bundle(visit.whole_case(), report::Names::given), "Patient")[1];
    CHECK(named["name"][0]["text"] == "Jordan");
    CHECK(named["name"][0]["given"][0] == "Jordan");
    CHECK(named["gender"] == "unknown");
    CHECK(named["meta"]["profile"][0] == "http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient");
}

TEST_CASE("chart codes are numbers of the practice's own system, and each entry creates what is not there yet") {
    const AnExport visit;
    auto input = visit.whole_case();
    const auto made = Json::parse(bundle(input));
    CHECK(made["type"] == "transaction");
    const auto system = made["entry"][0]["resource"]["identifier"][0]["system"].get<std::string>();
    CHECK(system.starts_with("urn:uuid:"));
    input.identifier_system = "https://riverbend.example/charts?of=couples&x";
    const auto set = Json::parse(bundle(input));
    CHECK(set["entry"][0]["resource"]["identifier"][0]["system"] == input.identifier_system);
    CHECK(set["entry"][0]["request"]["ifNoneExist"] ==
          "identifier=https://riverbend.example/charts%3Fof%3Dcouples%26x|RG-2041-A");
    for (const auto& response : resources(bundle(input), "QuestionnaireResponse"))
        CHECK(response["identifier"]["system"] == input.identifier_system);
}

TEST_CASE("a partner's part is an encounter, a tick a consent, and who answered is on record") {
    AnExport visit;
    visit.of_a("about", "agree") = model::Consented{true};
    const auto text = bundle(visit.whole_case());
    const auto encounters = resources(text, "Encounter"), consents = resources(text, "Consent"),
               records = resources(text, "Provenance"), scores = resources(text, "Observation");
    CHECK(encounters.size() == 2);
    REQUIRE(consents.size() == 1);
    CHECK(consents[0]["status"] == "active");
    CHECK(consents[0]["policyRule"]["text"] == model::find_item(visit.content.modules.at({"about"}), {"agree"})->text);
    CHECK(scores[0]["performer"][0] == scores[0]["subject"]);
    CHECK(scores[0]["encounter"]["reference"] == "urn:uuid:" + encounters[0]["id"].get<std::string>());
    REQUIRE(records.size() == 2);
    CHECK(records[0]["agent"][0]["who"] == scores[0]["subject"]);
    CHECK(records[0]["agent"][2]["who"]["display"] == "Riverbend");
    CHECK(faults(text) == "");
    visit.of_a("about", "agree") = model::Consented{false};
    CHECK(resources(bundle(visit.whole_case()), "Consent").empty());
}

TEST_CASE("a response with private answers is another one than that without, so that a server takes both") {
    AnExport visit;
    const auto ids = [](const std::string& text) {
        std::set<std::string> all;
        for (const auto& one : resources(text, "QuestionnaireResponse"))
            all.insert(one["id"]);
        return all;
    };
    const auto plain = ids(bundle(visit.whole_case()));
    visit.private_a = visit.private_record(model::Partner::a, 3);
    const auto with = ids(bundle(visit.whole_case()));
    std::size_t others = 0;
    for (const auto& id : with)
        others += plain.contains(id) ? 0U : 1U;
    CHECK(others == 2); // steady, and wear with its private item
}

TEST_CASE(
    "what both partners' file leaves out still comes with the author's own file, to whoever has the one already") {
    AnExport own;
    auto& items = own.content.modules[{"about"}].items;
    std::ranges::find(items, core::ItemId{"since"}, &model::Item::id)->author_only = true;
    AnExport both = own;
    both.content = model::with_authors_private(own.content);
    // What is asked for and is not there yet, of each kind.
    const auto created = [](const AnExport& visit) {
        std::map<std::string, std::set<std::string>> found;
        const Json whole = Json::parse(bundle(visit.whole_case()));
        for (const auto& entry : whole["entry"])
            found[entry["resource"]["resourceType"]].insert(entry["request"]["ifNoneExist"]);
        return found;
    };
    const auto first = created(both), then = created(own);
    for (const auto& [kind, expected] :
         {std::pair{"Questionnaire", 1U}, {"QuestionnaireResponse", 2U}, {"Provenance", 2U}}) {
        INFO(kind);
        std::size_t more = 0;
        for (const auto& one : then.at(kind))
            more += first.at(kind).contains(one) ? 0U : 1U;
        CHECK(more == expected);
    }
    CHECK(first.at("Patient") == then.at("Patient"));
    CHECK(faults(bundle(both.whole_case())).empty());
}

TEST_CASE("a skip has no answer, a wish not to say and an item that never came have their reason") {
    const AnExport visit;
    const auto text = bundle(visit.whole_case());
    Json about, wear, team_of_b;
    for (const auto& response : resources(text, "QuestionnaireResponse")) {
        if (!with_link(response["item"], "years").is_null() && about.is_null()) about = response;
        if (!with_link(response["item"], "lying").is_null() && wear.is_null()) wear = response;
        if (!with_link(response["item"], "t1").is_null()) team_of_b = response;
    }
    CHECK(about["status"] == "completed");
    CHECK(with_link(about["item"], "years")["answer"][0]["valueInteger"] == 7);
    CHECK(with_link(about["item"], "sleep")["answer"][0]["valueDecimal"] == 6.5);
    CHECK(with_link(about["item"], "help")["answer"].size() == 2);
    CHECK(with_link(about["item"], "since")["extension"][0]["valueCode"] == "asked-declined");
    CHECK(with_link(about["item"], "school").is_null()); // not enabled
    CHECK_FALSE(with_link(team_of_b["item"], "t2").contains("answer"));
    CHECK_FALSE(with_link(team_of_b["item"], "t2").contains("extension"));
    CHECK(with_link(team_of_b["item"], "t3")["extension"][0]["valueCode"] == "not-asked");
    CHECK(team_of_b["status"] == "stopped");
    const auto lying = with_link(wear["item"], "lying");
    CHECK(with_link(lying["item"], "lying.toward_me")["answer"][0]["valueCoding"]["code"] == "2");
    CHECK_FALSE(with_link(lying["item"], "lying.from_me").contains("answer"));
}

TEST_CASE("a score is a quantity with its range, or says why it was not made") {
    const AnExport visit;
    const auto scores = resources(bundle(visit.whole_case()), "Observation");
    REQUIRE(scores.size() == 3);
    CHECK(scores[0]["code"]["text"] == "Alliance");
    CHECK(scores[0]["valueQuantity"]["value"] == 2.75);
    CHECK(scores[0]["component"].size() == 5);
    CHECK(scores[0]["component"][2]["valueQuantity"]["value"] == 0.25);
    const auto note = scores[0]["note"][0]["text"].get<std::string>();
    CHECK(note.find("how much this person's answers differ") != std::string::npos);
    CHECK(note.find("borrowed from answers to another form") != std::string::npos);
    CHECK_FALSE(scores[2].contains("note")); // without a score there is no range
    CHECK(scores[1]["focus"][0]["display"] == "Rosa");
    CHECK_FALSE(scores[2].contains("valueQuantity"));
    CHECK(scores[2]["dataAbsentReason"]["text"] == "Not scored (1 of 4 answered)");
    CHECK(scores[2]["component"][0]["valueInteger"] == 1);
}

TEST_CASE("the same case has the same names in every export, and another practice's case has others") {
    const AnExport visit;
    auto input = visit.whole_case();
    const auto first = bundle(input);
    CHECK(bundle(input) == first);
    input.practice = "Another";
    CHECK(resources(bundle(input), "Patient")[0]["id"] != resources(first, "Patient")[0]["id"]);
}

TEST_CASE("no byte of a bundle depends on private answers unless their record is given, and then it is marked") {
    AnExport visit;
    const auto plain = bundle(visit.whole_case());
    visit.of_a("steady", "afraid") = model::Chosen{3};
    visit.of_a("wear", "verbal") = model::BothWays{3, 3};
    visit.visit().a.wish = true;
    CHECK(bundle(visit.whole_case()) == plain);
    CHECK_FALSE(says(plain, "afraid"));
    CHECK_FALSE(says(plain, "v3-Confidentiality"));
    visit.private_a = visit.private_record(model::Partner::a, 3);
    std::size_t marked = 0, of_a = 0;
    const auto with = bundle(visit.whole_case());
    const auto patient_a = resources(with, "Patient")[0]["id"].get<std::string>();
    for (const auto& response : resources(with, "QuestionnaireResponse")) {
        if (!response.contains("meta")) continue;
        ++marked;
        CHECK(response["meta"]["security"][0]["code"] == "R");
        of_a += response["subject"]["reference"] == "urn:uuid:" + patient_a ? 1U : 0U;
    }
    CHECK(marked == 2); // steady, and wear with its private item
    CHECK(of_a == 2);
}

TEST_CASE("conditions on the order of choices name each choice that fits") {
    AnExport visit;
    const auto& about = visit.content.modules.at({"about"});
    const auto school = with_link(report::questionnaire(about, false)["item"], "school");
    REQUIRE(school["enableWhen"].size() == 2);
    CHECK(school["enableBehavior"] == "any");
    CHECK(school["enableWhen"][0]["operator"] == "=");
    CHECK(school["enableWhen"][0]["answerCoding"]["code"] == "1");
    CHECK(school["enableWhen"][1]["answerCoding"]["code"] == "2");
    const auto& bonds = visit.content.modules.at({"bonds"});
    const auto held = with_link(report::questionnaire(bonds, false)["item"], "held-2");
    CHECK(held["enableWhen"][0]["question"] == "who-2");
    CHECK(held["enableWhen"][0]["operator"] == "exists");
}
