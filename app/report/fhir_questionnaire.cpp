#include "report/fhir_questionnaire.hpp"
#include "model/form/asked_form.hpp"
#include "model/form/privacy.hpp"
#include "report/answer_value.hpp"
#include "report/fhir_scores.hpp"
#include <algorithm>
#include <cmath>

namespace report {
namespace {

using model::AnswerShape;

constexpr auto structure = "http://hl7.org/fhir/StructureDefinition/";

Json extension(const char* name, const char* key, Json value) {
    return {{"url", std::string(structure) + name}, {key, std::move(value)}};
}

// Where R4 has it: extension ordinalValue, on Questionnaire.item.answerOption. Of a form that came from elsewhere what
// each choice counts there, if anything.
Json options(const model::Module& module, const model::Item& item) {
    Json list = Json::array();
    for (const model::Choice& choice : item.choices) {
        Json option = Json::object();
        const auto weight = item.origin.link_id.empty() ? std::optional<Json>(choice.value)
                            : choice.weight             ? std::optional<Json>(*choice.weight)
                                                        : std::nullopt;
        if (weight) option["extension"] = Json::array({extension("ordinalValue", "valueDecimal", *weight)});
        auto there = choice_of(module, item, choice.value);
        option["value" + there.type] = std::move(there.value);
        list.push_back(std::move(option));
    }
    return list;
}

Json control(const char* code, const char* display) {
    return extension(
        "questionnaire-itemControl", "valueCodeableConcept",
        {{"coding", Json::array({fhir_code("http://hl7.org/fhir/questionnaire-item-control", code, display)})}});
}

void put_limits(Json& into, const model::Item& item) {
    if (!is_counted(item.kind)) return;
    const auto limit = [&](const char* name, int value) {
        if (item.decimals == 0) return extension(name, "valueInteger", value);
        return extension(name, "valueDecimal", value / std::pow(10.0, item.decimals));
    };
    Json list = Json::array({limit("minValue", item.minimum), limit("maxValue", item.maximum)});
    if (!item.low_label.empty()) list.push_back(control("slider", "Slider"));
    if (item.decimals > 0) list.push_back(extension("maxDecimalPlaces", "valueInteger", item.decimals));
    if (const std::string unit = fhir_text(item.unit); !unit.empty()) {
        Json coding = Json::object();
        if (!item.origin.unit.code.empty()) coding = codeable({item.origin.unit}).front();
        coding["display"] = unit;
        list.push_back(extension("questionnaire-unit", "valueCoding", std::move(coding)));
    }
    into["extension"] = list;
}

// Words beside a question, as R4 has them: a display inside.
Json beside(const model::Item& item, const char* what, const std::string& words, Json drawn) {
    return {{"extension", Json::array({std::move(drawn)})},
            {"linkId", item.id.value + what},
            {"text", fhir_text(words)},
            {"type", "display"}};
}

// What a consent and a signature are elsewhere: R4 has no type of its own for either.
Json codes_of(const model::Item& item) {
    Json codes = codeable(item.origin.codes);
    if (shape_of(item.kind) != AnswerShape::tick) return codes;
    auto consent = fhir_code("http://loinc.org", "59284-0", "Consent Document");
    const bool is_there = std::ranges::any_of(codes, [&](const Json& one) {
        const auto same = [&](const char* key) { return one.contains(key) && one[key] == consent[key]; };
        return same("system") && same("code");
    });
    if (!is_there) codes.push_back(std::move(consent));
    return codes;
}
void put_signature(Json& into, const model::Item& item) {
    if (shape_of(item.kind) != AnswerShape::signature) return;
    into["extension"].push_back(extension(
        "questionnaire-signatureRequired", "valueCodeableConcept",
        {{"coding",
          Json::array({fhir_code("urn:iso-astm:E1762-95:2013", "1.2.840.10065.1.12.1.7", "Consent Signature")})}}));
}

Json question_item(const model::Module& module, const model::Item& item) {
    Json json = Json::object();
    put_limits(json, item);
    put_signature(json, item);
    if (is_private(module, item)) mark_item_restricted(json);
    json["linkId"] = link_id(item, Direction::none);
    if (Json codes = codes_of(item); !codes.empty()) json["code"] = std::move(codes);
    put_text(json, "text", item.text);
    json["type"] = fhir_type(item);
    put_conditions(json, module, item);
    const bool both_ways = shape_of(item.kind) == AnswerShape::both_ways;
    if (shape_of(item.kind) == AnswerShape::values) json["repeats"] = true;
    const bool yes_or_no = json["type"] == "boolean"; // R4, que-5: it has no options
    if (has_choices(item.kind) && !both_ways && !yes_or_no) json["answerOption"] = options(module, item);
    Json inside = Json::array();
    if (both_ways)
        for (const Direction direction : {Direction::toward_me, Direction::from_me})
            inside.push_back({{"linkId", link_id(item, direction)},
                              {"text", text_of(direction)},
                              {"type", "choice"},
                              {"answerOption", options(module, item)}});
    if (takes_answer(item.kind) && !fhir_text(item.detail).empty())
        inside.push_back(beside(item, ".detail", item.detail, control("help", "Help-Button")));
    if (!item.low_label.empty())
        inside.push_back(beside(item, ".low", item.low_label, control("lower", "Lower-bound")));
    if (!item.high_label.empty())
        inside.push_back(beside(item, ".high", item.high_label, control("upper", "Upper-bound")));
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

// All that the form is, for the kiosk's own import: FHIR has no place for most of it. Nothing private that was not
// asked for, and no sentence of a couple's.
Json whole_form(model::Module module, bool private_items) {
    const bool in_part = !private_items && holds_private(module);
    if (in_part) {
        std::erase_if(module.items, [&](const model::Item& item) { return is_private(module, item); });
        std::erase_if(module.scales, [&](const model::Scale& scale) { return is_private(module, scale); });
    }
    for (model::Item& item : module.items)
        if (item.given) item.text.clear();
    module.file.clear();
    model::Contents contents;
    contents["form"].modules.emplace(module.id, std::move(module));
    const auto bytes = model::encode(contents);
    Json parts = Json::array({{{"url", "form"}, {"valueString", std::string(bytes.begin(), bytes.end())}}});
    if (in_part) parts.push_back({{"url", "inPart"}, {"valueBoolean", true}});
    return {{"url", "urn:sameside:form"}, {"extension", std::move(parts)}};
}

}

Json questionnaire(const model::Module& module, bool private_items) {
    const std::string urn = urn_of({"form", questionnaire_canonical(module, private_items), module.mark});
    Json json{{"resourceType", "Questionnaire"}, {"id", id_of(urn)}};
    Json items = Json::array();
    bool any_private = false;
    std::size_t asked = 0;
    for (const model::Item& item : module.items) {
        if (item.given || (is_private(module, item) && !private_items)) continue;
        any_private = any_private || is_private(module, item);
        asked += takes_answer(item.kind) ? 1U : 0U;
        put_in_groups(items, item.origin, question_item(module, item), GroupsOf::questionnaire);
    }
    for (const model::Scale& scale : module.scales) {
        if (is_private(module, scale) && !private_items) continue;
        auto score = score_item(module, scale);
        if (is_private(module, scale)) mark_item_restricted(score);
        put_in_groups(items, scale.origin, std::move(score), GroupsOf::questionnaire);
    }
    if (any_private) mark_restricted(json);
    json["text"] = narrative(module.title, {{module.intro, ""}});
    json["extension"] = Json::array({whole_form(module, private_items)});
    json["url"] = questionnaire_url(module);
    put_text(json, "version", questionnaire_version(module, private_items));
    json["name"] = program_name(module.id.value);
    put_text(json, "title", module.title);
    json["status"] = "active";
    json["subjectType"] = Json::array({"Patient"});
    put_text(json, "description", module.intro);
    put_text(json, "copyright", module.rights);
    if (asked > 0) json["item"] = items;
    return json;
}

}
