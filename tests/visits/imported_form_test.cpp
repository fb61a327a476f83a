#include "content/fhir/import.hpp"
#include "model/scoring/scoring.hpp"
#include "visits/a_visit.hpp"
#include <fstream>

using namespace visits;

namespace {

// The shipped content with a packet of one imported form.
std::shared_ptr<const model::Content> content_with(const content::FhirImport& form) {
    const TemporaryFolder folder;
    const auto at = folder.path() / "content";
    std::filesystem::copy(std::filesystem::path(SAMESIDE_SOURCE_DIR) / "content", at,
                          std::filesystem::copy_options::recursive);
    std::ofstream(at / "modules" / (form.id.value + ".toml")) << form.toml;
    std::ofstream(at / "packets.toml", std::ios::app)
        << "\n[[packet]]\nid = \"imported\"\ntitle = \"Imported\"\nmodules = [\"" << form.id.value << "\"]\n";
    auto read = content::load(at);
    REQUIRE(read.has_value());
    CHECK(read->broken.empty());
    return std::make_shared<const model::Content>(std::move(*read));
}

// Answers the whole form on the screens, seals it, and gives what the therapist reads.
model::PartContent answered(const content::FhirImport& form, const Temper& temper) {
    Visit visit;
    visit.content = content_with(form);
    visit.start();
    const auto code = visit.new_sitting("RG-2041", true, false, visit.content->packets.back().id.value);
    auto act = Visit::maya();
    act.temper = temper;
    visit.begin(code, act);
    finish_part(visit, act);
    visit.start(); // what the therapist reads comes from the disk
    const auto file = visit.read_case();
    REQUIRE(file.visits.size() == 1);
    REQUIRE(file.visits.front().a.content.has_value());
    return *file.visits.front().a.content;
}

void sums_right(const content::FhirImport& form, const std::vector<double>& places, std::optional<double> expected) {
    const auto content = content_with(form);
    const auto& module = content->modules.at(form.id);
    const auto& scale = module.scales.at(0);
    const auto part = answered(form, [&](const model::Module&, const model::Item& item) {
        for (std::size_t i = 0; i < scale.keys.size(); ++i)
            if (scale.keys[i].item == item.id) return places.at(i);
        return 0.5;
    });
    const auto score = model::score(module, scale, part.answers);
    CHECK(score.value == expected);
    CHECK(score.of == places.size());
}

constexpr double skip = -1;

}

TEST_CASE("an imported form is answered on the screens, and its total is that of its own values") {
    const auto choice = [](const char* id, int low) {
        std::string options;
        for (int i = 0; i < 3; ++i)
            options +=
                std::string(i == 0 ? "" : ",") +
                R"({"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": )" +
                std::to_string(low + i * 2) + R"(}], "valueCoding": {"code": "c)" + std::to_string(i) +
                R"(", "display": "Answer )" + std::to_string(i) + "\"}}";
        return R"({"linkId": ")" + std::string(id) + R"(", "type": "choice", "text": "Question )" + id +
               R"(", "answerOption": [)" + options + "]}";
    };
    const auto json =
        R"({"resourceType": "Questionnaire", "name": "screen", "title": "A screen", "version": "1", "copyright": "Ours.", "item": [)" +
        std::string(R"({"linkId": "hello", "type": "display", "text": "Please read this."},)") + choice("a", 1) + "," +
        choice("b", 1) +
        R"(,{"linkId": "sum", "type": "integer", "text": "Total score", "readOnly": true, "extension": [
                             {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
                              "valueExpression": {"expression": "%resource.item.answer.value.ordinal().sum() "}}]},
                         {"linkId": "why", "type": "string", "text": "Why?", "enableWhen": [{"question": "a", "operator": "exists", "answerBoolean": true}]}]})";
    content::JsonFaults faults("screen.json");
    const auto form = content::import_fhir_text(json, {}, faults);
    REQUIRE(form.has_value());
    sums_right(*form, {1, 0.5}, 5 + 3.0);
    sums_right(*form, {0, 0}, 2.0);
    sums_right(*form, {1, skip}, std::nullopt);
}

TEST_CASE("the reference depression screen is answered on the screens, totals right and does not score a skip") {
    const char* folder = std::getenv("SAMESIDE_REFERENCE_DATA");
    if (folder == nullptr) {
        MESSAGE("skipped, SAMESIDE_REFERENCE_DATA is not set: the reference Questionnaire was not answered");
        return;
    }
    content::JsonFaults faults("reference");
    const auto form = content::import_fhir(std::filesystem::path(folder) / "fhir-r4-phq9.json", {}, faults);
    REQUIRE(form.has_value());
    const double third = 1.0 / 3;
    sums_right(*form, {third, 2 * third, 1, 0, third, 2 * third, 0, third, 2 * third}, 12.0);
    sums_right(*form, {1, 1, 1, 1, 1, 1, 1, 1, skip}, std::nullopt);
}
