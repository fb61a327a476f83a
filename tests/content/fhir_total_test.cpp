#include "a_questionnaire.hpp"
#include "model/scoring/scoring.hpp"
#include <cstdlib>

using namespace content_tests;

namespace {

const std::string formula_url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

std::string calculated(const std::string& formula) {
    return R"("extension": [{"url": ")" + formula_url +
           R"(", "valueExpression": {"language": "text/fhirpath", "expression": ")" + formula + "\"}}]";
}
std::string asked(const std::string& id) {
    return item(id, "choice", how_often);
}

std::vector<std::string> keys(const model::Scale& scale) {
    std::vector<std::string> ids;
    for (const auto& key : scale.keys)
        ids.push_back(key.item.value);
    return ids;
}

// The n-th choice of every keyed item; nothing for -1.
model::Answers answers_of(const model::Module& module, const std::vector<int>& places) {
    model::Answers answers;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& one = *model::find_item(module, module.scales.at(0).keys.at(i).item);
        answers[{module.id, one.id}] = places[i] < 0
                                           ? model::Answer(model::Skipped{})
                                           : model::Chosen{one.choices.at(static_cast<std::size_t>(places[i])).value};
    }
    return answers;
}

}

TEST_CASE("an item that only holds a total becomes a sum that needs every answer") {
    for (const std::string& more :
         {std::string(R"("readOnly": true)"), calculated("%resource.item.answer.value.ordinal().sum()"),
          std::string(R"("code": [{"system": "http://loinc.org", "code": "44261-6"}])"),
          R"("extension": [)" + extension("questionnaire-unit", R"("valueCoding": {"code": "{score}"})") + "]"}) {
        CAPTURE(more);
        const auto form = imported_items(asked("a") + "," + asked("b") +
                                         R"(,{"linkId": "sum", "type": "decimal", "text": "Your score", )" + more +
                                         "}," + asked("after"));
        CHECK_FALSE(form.has("sum"));
        REQUIRE(form.module.scales.size() == 1);
        const auto& scale = form.module.scales[0];
        CHECK(scale.id.value == "sum");
        CHECK(scale.title == "Your score");
        CHECK(keys(scale) == std::vector<std::string>{"a", "b"});
        CHECK(scale.method == model::Method::sum);
        CHECK_FALSE(scale.prorate);
        CHECK(form.lists("sum: it is not asked; it is a score, the sum of a, b"));
        CHECK(model::score(form.module, scale, answers_of(form.module, {2, 1})).value == 3.0);
        CHECK_FALSE(model::score(form.module, scale, answers_of(form.module, {2, -1})).value.has_value());
        CHECK_FALSE(model::score(form.module, scale, {}).value.has_value());
    }
}

TEST_CASE("a formula says which items are added, through its variables too") {
    const std::string variables =
        R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/variable", "valueExpression": {"name": "one", "expression": "%resource.item.where(linkId = 'a').answer"}},
            {"url": "http://hl7.org/fhir/StructureDefinition/variable", "valueExpression": {"name": "other", "expression": "%resource.item.where(linkId = 'b').answer"}},
            {"url": ")" +
        formula_url + R"(", "valueExpression": {"expression": "%one + %resource.item.where(linkId='c').answer"}}])";
    const auto form =
        imported_items(asked("a") + "," + asked("b") + "," + asked("c") + "," + item("sum", "integer", variables));
    REQUIRE(form.module.scales.size() == 1);
    CHECK(keys(form.module.scales[0]) == std::vector<std::string>{"a", "c"});
}

TEST_CASE("each group's total is of its own questions") {
    const auto group = [](const std::string& id) {
        return R"({"linkId": ")" + id + R"(", "type": "group", "item": [)" + asked(id + "1") + "," + asked(id + "2") +
               R"(,{"linkId": ")" + id + R"(-sum", "type": "integer", "text": "Total score", "readOnly": true}]})";
    };
    const auto form = imported_items(group("a") + "," + group("b"));
    REQUIRE(form.module.scales.size() == 2);
    CHECK(keys(form.module.scales[0]) == std::vector<std::string>{"a1", "a2"});
    CHECK(keys(form.module.scales[1]) == std::vector<std::string>{"b1", "b2"});
}

TEST_CASE("a total that is no plain sum is left out and never guessed") {
    const auto other =
        item("wide", "choice", R"("answerOption": [)" + coded("a", "A", "0") + "," + coded("b", "B", "9") + "]");
    const auto plain = item("plain", "choice", R"("answerOption": [{"valueString": "A"}, {"valueString": "B"}])");
    const auto weights_of = [&](const std::string& formula) {
        return imported_items(asked("a") + "," + asked("b") + "," + other + "," + plain + "," +
                              item("bmi", "decimal", calculated(formula)));
    };
    CHECK(
        weights_of("iif(linkId = 'a', 1, 0) / 2").lists("bmi: the total is left out: its formula is more than a sum"));
    CHECK(weights_of("(2 - where(linkId = 'a')) + where(linkId = 'b')").module.scales.empty());
    CHECK(weights_of("where(linkId = 'a') + where(linkId = 'wide')")
              .lists("bmi: the total is left out: the values of \"wide\""));
    CHECK(weights_of("where(linkId = 'a') + where(linkId = 'plain')")
              .lists("bmi: the total is left out: the choices of \"plain\""));
    CHECK(weights_of("where(linkId = 'a') + where(linkId = 'b')").module.scales.size() == 1);
    CHECK(imported_items(item("x", "string") + "," + item("sum", "integer", calculated("%score")))
              .lists("sum: the total is left out: no question"));
}

TEST_CASE("the reference depression screen imports, adds its own values and never scores a skip") {
    const char* folder = std::getenv("SAMESIDE_REFERENCE_DATA");
    if (folder == nullptr) {
        MESSAGE("skipped, SAMESIDE_REFERENCE_DATA is not set: the reference Questionnaire was not imported");
        return;
    }
    content::JsonFaults faults("reference");
    const auto made = content::import_fhir(std::filesystem::path(folder) / "fhir-r4-phq9.json", {}, faults);
    REQUIRE(made.has_value());
    const auto form = loaded(*made);
    CHECK(form.module.items.size() == 10);
    REQUIRE(form.module.scales.size() == 1);
    const auto& scale = form.module.scales[0];
    REQUIRE(scale.keys.size() == 9);
    CHECK(scale.minimum == 0);
    CHECK(scale.maximum == 3);
    const auto total = [&](const std::vector<int>& places) {
        return model::score(form.module, scale, answers_of(form.module, places)).value;
    };
    CHECK(total({0, 0, 0, 0, 0, 0, 0, 0, 0}) == 0.0);
    CHECK(total({3, 3, 3, 3, 3, 3, 3, 3, 3}) == 27.0);
    CHECK(total({1, 2, 3, 0, 1, 2, 0, 1, 2}) == 12.0);
    CHECK_FALSE(total({1, 2, 3, 0, 1, 2, 0, 1, -1}).has_value());
    CHECK_FALSE(total({0, 0, 0, 0, 0, 0, 0, 0, -1}).has_value());
    CHECK_FALSE(total({}).has_value());
    CHECK(std::ranges::count_if(form.lost, [](const auto& line) {
              return line.ends_with("it is required; here everybody may skip");
          }) == 8);
    CHECK(form.lists("the form: the file has no copyright text"));
    const auto private_form = [&] {
        content::JsonFaults none("reference");
        return content::import_fhir(std::filesystem::path(folder) / "fhir-r4-phq9.json",
                                    {.is_private = true, .id = "screen"}, none);
    }();
    REQUIRE(private_form.has_value());
    const auto kept = loaded(*private_form);
    CHECK(kept.module.id.value == "screen");
    CHECK(kept.module.is_private);
    CHECK(kept.module.scales.at(0).is_private);
}
