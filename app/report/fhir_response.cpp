#include "report/fhir_response.hpp"
#include "chart/answer_words.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "report/answer_value.hpp"
#include "report/fhir_scores.hpp"
#include "report/iso_time.hpp"

namespace report {
namespace {

// http://hl7.org/fhir/R4/extension-data-absent-reason.html: on any element.
Json absent(const char* reason) {
    return Json::array(
        {{{"url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason"}, {"valueCode", reason}}});
}

Json way(const model::Module& module, const model::Item& item, const model::BothWays* both, Direction direction) {
    Json json{{"linkId", link_id(item, direction)}, {"text", text_of(direction)}};
    const auto value = both == nullptr                     ? std::nullopt
                       : direction == Direction::toward_me ? both->toward_me
                                                           : both->from_me;
    if (value) json["answer"] = fhir_answer("valueCoding", choice_of(module, item, *value).value);
    return json;
}

Json response_item(const FhirPart& part, const model::Module& module, const model::Item& item, bool& all_reached) {
    Json json{{"linkId", link_id(item, Direction::none)}};
    put_text(json, "text", model::with_person(item.text, model::person_named(module, item.person, part.answers)));
    const auto found = part.answers.find({module.id, item.id});
    if (found == part.answers.end()) {
        all_reached = false;
        json["extension"] = absent("not-asked");
        return json;
    }
    const model::Answer& answer = found->second;
    if (std::holds_alternative<model::PreferredNot>(answer)) json["extension"] = absent("asked-declined");
    if (shape_of(item.kind) == model::AnswerShape::both_ways) {
        const auto* both = std::get_if<model::BothWays>(&answer);
        json["item"] = Json::array({way(module, item, both, Direction::toward_me), //
                                    way(module, item, both, Direction::from_me)});
    } else if (Json answers = fhir_answers(module, item, answer); !answers.empty()) {
        json["answer"] = std::move(answers);
    }
    return json;
}

// What was asked and answered, in words.
std::pair<std::string, std::string> line_of(const FhirPart& part, const model::Module& module,
                                            const model::Item& item) {
    const auto asked = model::with_person(item.text, model::person_named(module, item.person, part.answers));
    const auto found = part.answers.find({module.id, item.id});
    return {asked, found == part.answers.end() ? std::string() : chart::answer_words(item, found->second)};
}

Json begin_response(const FhirPart& part, const std::string& urn, bool any_private) {
    Json json{{"resourceType", "QuestionnaireResponse"}, {"id", id_of(urn)}};
    if (any_private) mark_restricted(json);
    if (part.visit.visit.form_not_recorded)
        json["meta"]["tag"] = Json::array(
            {{{"code", "form-not-recorded"}, {"display", "The form was not recorded when it was answered"}}});
    return json;
}

void end_response(Json& json, const FhirPart& part, const std::string& urn, bool all_reached, Json items) {
    json["identifier"] = part.identifier(urn);
    json["status"] = all_reached ? "completed" : "stopped";
    json["subject"] = reference(part.patient);
    json["encounter"] = reference(part.encounter);
    json["authored"] = part.when();
    json["author"] = reference(part.patient);
    json["source"] = reference(part.patient);
    json["item"] = std::move(items);
}

}

Json FhirPart::identifier(const std::string& of) const {
    return {{"system", system}, {"value", id_of(of)}};
}

std::string FhirPart::when() const {
    return utc_stamp(part().sealed_at.value_or(visit.visit.date));
}

std::string unknown_urn(const FhirPart& part) {
    return urn_of({"response", part.urn});
}

std::string response_urn(const FhirPart& part, const model::Module& module) {
    const auto extent = extent_of(module, part.private_items);
    return urn_of({extent == Extent::with_private ? "response with private"
                   : extent == Extent::for_both   ? "response for both"
                                                  : "response",
                   part.urn, module.id.value});
}

Json questionnaire_response(const FhirPart& part, const model::Module& module) {
    Json items = Json::array();
    bool all_reached = true, any_private = false;
    std::vector<std::pair<std::string, std::string>> lines;
    const std::vector<bool> asked = model::which_apply(module, part.answers);
    for (std::size_t i = 0; i < module.items.size(); ++i) {
        const model::Item& item = module.items[i];
        // R4, enableWhen: what was not enabled has no place in a response.
        if (!asked[i] || !takes_answer(item.kind)) continue;
        if (is_private(module, item) && !part.private_items) continue;
        any_private = any_private || is_private(module, item);
        lines.push_back(line_of(part, module, item));
        put_in_groups(items, item.origin, response_item(part, module, item, all_reached), GroupsOf::response);
    }
    if (items.empty()) return nullptr;
    for (const model::Scale& scale : module.scales) {
        if (is_private(module, scale) && !part.private_items) continue;
        if (Json total = score_answer(scale, model::score(module, scale, part.answers)); !total.is_null())
            put_in_groups(items, scale.origin, std::move(total), GroupsOf::response);
    }
    const auto urn = response_urn(part, module);
    Json json = begin_response(part, urn, any_private);
    json["text"] = narrative(module.title, lines);
    json["questionnaire"] = questionnaire_canonical(module, part.form_has_private);
    end_response(json, part, urn, all_reached, std::move(items));
    return json;
}

Json unknown_response(const FhirPart& part, const model::PrivateRecord& record) {
    Json items = Json::array();
    for (const auto& [ref, answer] : record.answers) {
        const model::Module* module = model::find_module(part.visit.content, ref.module);
        if (module != nullptr && model::find_item(*module, ref.item) != nullptr) continue;
        const std::string id = ref.module.value + "." + ref.item.value;
        Json item{{"linkId", id}, {"text", id}};
        if (const auto words = fhir_text(chart::answer_words({}, answer)); !words.empty())
            item["answer"] = Json::array({{{"valueString", words}}});
        items.push_back(std::move(item));
    }
    if (items.empty()) return nullptr;
    Json json = begin_response(part, unknown_urn(part), true);
    end_response(json, part, unknown_urn(part), true, std::move(items));
    return json;
}

}
