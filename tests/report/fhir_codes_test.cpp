// A form that came from a Questionnaire goes back with its own address, linkIds, groups, types, codes and units.
#include "a_bundle.hpp"
#include "content/fhir/import.hpp"
#include "content/forms/module_file.hpp"
#include "report/fhir_questionnaire.hpp"
#include "report/fhir_scores.hpp"

namespace {

using report::Json;

constexpr auto mood_json =
    R"json({"resourceType": "Questionnaire", "url": "http://example.org/Questionnaire/mood", "version": "4.1",
  "name": "Mood", "title": "Mood", "status": "active", "copyright": "Ours.", "item": [
  {"linkId": "/g", "type": "group", "text": "In the last week", "item": [
    {"linkId": "/g/1", "type": "choice", "text": "How often?", "code": [{"system": "http://loinc.org", "code": "44250-9", "display": "Interest"}],
     "answerOption": [
      {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 3}],
       "valueCoding": {"system": "http://loinc.org", "code": "LA6568-5", "display": "Always"}},
      {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 0}],
       "valueCoding": {"system": "http://loinc.org", "code": "LA6569-3", "display": "Never"}}]},
    {"linkId": "/g/2", "type": "boolean", "text": "Was it well?"},
    {"linkId": "/g/2/1", "type": "string", "text": "How so?",
     "enableWhen": [{"question": "/g/2", "operator": "=", "answerBoolean": true}]}]},
  {"linkId": "kg", "type": "quantity", "text": "How heavy?", "extension": [
    {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unit",
     "valueCoding": {"system": "http://unitsofmeasure.org", "code": "kg", "display": "kilograms"}},
    {"url": "http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces", "valueInteger": 1}]},
  {"linkId": "n", "type": "integer", "text": "How many?", "answerOption": [{"valueInteger": 4}, {"valueInteger": 7}]},
  {"linkId": "t", "type": "choice", "text": "Tea?", "answerOption": [{"valueString": "Tea"}, {"valueString": "Milk"}]},
  {"linkId": "when", "type": "dateTime", "text": "Since when?"},
  {"linkId": "sum", "type": "decimal", "readOnly": true, "text": "Total", "code": [{"system": "http://loinc.org", "code": "44261-6"}],
   "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
     "valueExpression": {"language": "text/fhirpath",
       "expression": "%resource.item.where(linkId='/g').item.where(linkId='/g/1').answer.value.ordinal()"}}]}]})json";

model::Module mood() {
    content::JsonFaults faults("form.json");
    const auto made = content::import_fhir_text(mood_json, {}, faults);
    REQUIRE(made);
    content::Diagnostics diagnostics("mood.toml");
    const auto root = content::parse_toml(made->toml, diagnostics);
    auto module = root ? content::module_from(*root, "mood", diagnostics) : std::nullopt;
    REQUIRE(module);
    return std::move(*module);
}

struct Answered : AnExport {
    Answered() {
        content.modules[{"mood"}] = mood();
        content.packets[0].modules = {{"mood"}};
        of_a("mood", "g-1") = model::Chosen{0}; // always
        of_a("mood", "g-2") = model::Chosen{1};
        of_a("mood", "g-2-1") = model::Written{"By walking"};
        of_a("mood", "kg") = model::Chosen{725};
        of_a("mood", "n") = model::Chosen{7};
        of_a("mood", "t") = model::Chosen{2};
        of_a("mood", "when") = model::Dated{std::chrono::year(2026) / 1 / 5};
    }
};

Json only(const std::string& text, const char* type) {
    const auto bundle = Json::parse(text);
    for (const auto& entry : bundle["entry"])
        if (entry["resource"]["resourceType"] == type) return entry["resource"];
    return nullptr;
}

}

TEST_CASE("a response fits the Questionnaire that the form was made from") {
    const Answered visit;
    const auto response = only(bundle(visit.whole_case()), "QuestionnaireResponse");
    CHECK(response["questionnaire"] == "http://example.org/Questionnaire/mood|4.1");
    const auto& items = response["item"];
    REQUIRE(items.size() == 6);
    CHECK(items[0]["linkId"] == "/g");
    const auto& group = items[0]["item"];
    CHECK(group[0]["linkId"] == "/g/1");
    CHECK(group[0]["answer"][0]["valueCoding"] ==
          Json{{"system", "http://loinc.org"}, {"code", "LA6568-5"}, {"display", "Always"}});
    CHECK(group[1]["answer"][0]["valueBoolean"] == true);
    CHECK(group[2]["answer"][0]["valueString"] == "By walking");
    CHECK(items[1]["answer"][0]["valueQuantity"] ==
          Json{{"value", 72.5}, {"unit", "kilograms"}, {"system", "http://unitsofmeasure.org"}, {"code", "kg"}});
    CHECK(items[2]["answer"][0]["valueInteger"] == 7);
    CHECK(items[3]["answer"][0]["valueString"] == "Milk");
    CHECK(items[4]["answer"][0]["valueDateTime"] == "2026-01-05");
    CHECK(items[5]["linkId"] == "sum");
    CHECK(items[5]["answer"][0]["valueDecimal"] == 3.0);
}

TEST_CASE("its score has the code that its total had, and its Questionnaire all others") {
    const Answered visit;
    const auto text = bundle(visit.whole_case());
    CHECK(only(text, "Observation")["code"]["coding"][0] == Json{{"system", "http://loinc.org"}, {"code", "44261-6"}});
    CHECK(only(text, "Observation")["valueQuantity"]["value"] == 3.0);
    const auto form = only(text, "Questionnaire");
    CHECK(form["url"] == "http://example.org/Questionnaire/mood");
    CHECK(form["version"] == "4.1");
    REQUIRE(form["item"][1]["linkId"] == "/g"); // behind a page with the group's words
    const auto& first = form["item"][1]["item"][0];
    CHECK(first["code"][0] == Json{{"system", "http://loinc.org"}, {"code", "44250-9"}, {"display", "Interest"}});
    CHECK(first["answerOption"][0]["extension"][0]["valueDecimal"] == 3.0);
    CHECK(says(form.dump(), R"("enableWhen":[{"question":"/g/2","operator":"=","answerBoolean":true}])"));
    const auto whole = Json::parse(text);
    for (const auto& entry : whole["entry"])
        if (entry["resource"]["resourceType"] == "CodeSystem") CHECK(entry["resource"]["title"] != "Mood");
}

TEST_CASE("a form that came from elsewhere comes back the same from its own export, and again without the extension") {
    const auto module = mood();
    auto form = report::questionnaire(module, true);
    for (const bool whole : {true, false}) {
        if (!whole) form.erase("extension");
        content::JsonFaults faults("form.json");
        const auto made = content::import_fhir_text(form.dump(), {}, faults);
        REQUIRE(made);
        content::Diagnostics diagnostics("mood.toml");
        const auto root = content::parse_toml(made->toml, diagnostics);
        const auto back = root ? content::module_from(*root, "", diagnostics) : std::nullopt;
        REQUIRE(back);
        CHECK(back->canonical == module.canonical);
        REQUIRE(back->scales.size() == 1);
        CHECK(back->scales[0].keys == module.scales[0].keys);
        for (const auto& item : module.items) {
            const auto* same = model::find_item(*back, item.id);
            CAPTURE(item.id.value);
            REQUIRE(same != nullptr);
            CHECK(same->origin.codes == item.origin.codes);
            CHECK(same->choices == item.choices);
        }
    }
}
