#include "report/fhir_questionnaire.hpp"
#include "core/i18n.hpp"
#include "model/form/privacy.hpp"
#include "report/answer_value.hpp"
#include <cmath>

namespace report {
namespace {

using model::AnswerShape;

constexpr auto structure = "http://hl7.org/fhir/StructureDefinition/";

Json extension(const char* name, const char* key, Json value) {
    return {{"url", std::string(structure) + name}, {key, std::move(value)}};
}

// Where R4 has it: extension ordinalValue, on Questionnaire.item.answerOption.
Json options(const model::Module& module, const model::Item& item) {
    Json list = Json::array();
    for (const model::Choice& choice : item.choices)
        list.push_back({{"extension", Json::array({extension("ordinalValue", "valueDecimal", choice.value)})},
                        {"valueCoding", coding_of(module, item, choice.value)}});
    return list;
}

std::string question(const model::Item& item) {
    if (item.low_label.empty() || item.high_label.empty()) return item.text;
    return core::fill(core::tr("export.zero-to-ten", "{question} (0: {low}, 10: {high})"),
                      {{"question", item.text}, {"low", item.low_label}, {"high", item.high_label}});
}

void put_limits(Json& into, const model::Item& item) {
    if (!is_counted(item.kind)) return;
    const auto limit = [&](const char* name, int value) {
        if (item.decimals == 0) return extension(name, "valueInteger", value);
        return extension(name, "valueDecimal", value / std::pow(10.0, item.decimals));
    };
    Json list = Json::array({limit("minValue", item.minimum), limit("maxValue", item.maximum)});
    if (const std::string unit = fhir_text(item.unit); !unit.empty())
        list.push_back(extension("questionnaire-unit", "valueCoding", {{"display", unit}}));
    into["extension"] = list;
}

// A sentence below the question, as R4 has it: a display inside, marked as help.
Json help(const model::Item& item) {
    Json coding = fhir_code("http://hl7.org/fhir/questionnaire-item-control", "help", "Help-Button");
    return {{"extension", Json::array({extension("questionnaire-itemControl", "valueCodeableConcept",
                                                 {{"coding", Json::array({std::move(coding)})}})})},
            {"linkId", item.id.value + ".detail"},
            {"text", fhir_text(item.detail)},
            {"type", "display"}};
}

Json question_item(const model::Module& module, const model::Item& item) {
    Json json = Json::object();
    put_limits(json, item);
    json["linkId"] = item.id.value;
    put_text(json, "text", question(item));
    json["type"] = fhir_type(item);
    put_conditions(json, module, item);
    const bool both_ways = shape_of(item.kind) == AnswerShape::both_ways;
    if (shape_of(item.kind) == AnswerShape::values) json["repeats"] = true;
    if (has_choices(item.kind) && !both_ways) json["answerOption"] = options(module, item);
    Json inside = Json::array();
    if (both_ways)
        for (const Direction direction : {Direction::toward_me, Direction::from_me})
            inside.push_back({{"linkId", link_id(item, direction)},
                              {"text", text_of(direction)},
                              {"type", "choice"},
                              {"answerOption", options(module, item)}});
    if (takes_answer(item.kind) && !fhir_text(item.detail).empty()) inside.push_back(help(item));
    if (!inside.empty()) json["item"] = inside;
    return json;
}

// R4 asks for a name that programs can use: [A-Z]([A-Za-z0-9_]){0,254}.
std::string program_name(const std::string& id) {
    std::string name = "Form";
    bool capital = true;
    for (const char c : id) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter && name.size() < 255) name += capital && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        capital = !letter;
    }
    return name;
}

}

Json questionnaire(const model::Module& module, bool private_items) {
    const std::string urn = questionnaire_urn(module);
    Json json{{"resourceType", "Questionnaire"}, {"id", id_of(urn)}};
    Json items = Json::array();
    bool any_private = false;
    for (const model::Item& item : module.items) {
        if (item.given || (is_private(module, item) && !private_items)) continue;
        any_private = any_private || is_private(module, item);
        items.push_back(question_item(module, item));
    }
    if (any_private) mark_restricted(json);
    json["url"] = urn;
    put_text(json, "version", module.version);
    json["name"] = program_name(module.id.value);
    put_text(json, "title", module.title);
    json["status"] = "active";
    json["subjectType"] = Json::array({"Patient"});
    put_text(json, "description", module.intro);
    put_text(json, "copyright", module.rights);
    if (!items.empty()) json["item"] = items;
    return json;
}

}
