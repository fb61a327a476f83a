#include "report/fhir_records.hpp"
#include "core/i18n.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "report/iso_time.hpp"

namespace report {
namespace {

Json concept_of(const char* system, const char* code, const char* display) {
    return {{"coding", Json::array({fhir_code(system, code, display)})}};
}

}

Json patient(const FhirPatient& who) {
    Json json{{"resourceType", "Patient"}, {"id", id_of(who.urn)}};
    if (!who.name.empty())
        json["meta"] = {{"profile", Json::array({"http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"})}};
    const auto heading = core::tr("export.patient", "Chart code {code}");
    json["text"] = narrative(core::fill(heading, {{"code", who.code}}));
    json["identifier"] =
        Json::array({{{"type", {{"text", "Chart code"}}}, {"system", who.system}, {"value", fhir_text(who.code)}}});
    if (who.name.empty()) return json;
    json["name"] = Json::array({{{"use", "usual"}, {"text", who.name}, {"given", Json::array({who.name})}}});
    json["gender"] = "unknown";
    return json;
}

Json encounter(const FhirPart& part) {
    Json json{{"resourceType", "Encounter"}, {"id", id_of(part.encounter)}};
    const auto words = core::tr("export.encounter", "Questions answered at a visit of the couple");
    json["text"] = narrative(words, {{local_day(part.visit.visit.date), ""}});
    json["identifier"] = Json::array({part.identifier(part.encounter)});
    json["status"] = "finished";
    json["class"] = fhir_code("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", "ambulatory");
    json["type"] = Json::array({{{"text", words}}});
    json["subject"] = reference(part.patient);
    const auto start = utc_stamp(part.visit.visit.date), end = part.when();
    json["period"] = {{"start", start}};
    if (end > start) json["period"]["end"] = end;
    return json;
}

std::vector<std::pair<std::string, Json>> consents(const FhirPart& part, const model::Module& module) {
    std::vector<std::pair<std::string, Json>> made;
    for (const model::Item& item : module.items) {
        if (shape_of(item.kind) != model::AnswerShape::tick) continue;
        if (is_private(module, item) && !part.private_items) continue;
        const auto found = part.answers.find({module.id, item.id});
        const auto* given = found == part.answers.end() ? nullptr : std::get_if<model::Consented>(&found->second);
        if (given == nullptr || !given->agreed) continue; // who ticked nothing said neither yes nor no
        const auto urn = urn_of({"consent", part.urn, module.id.value, item.id.value});
        Json json{{"resourceType", "Consent"}, {"id", id_of(urn)}};
        if (is_private(module, item)) mark_restricted(json);
        json["text"] = narrative(item.text);
        json["identifier"] = Json::array({part.identifier(urn)});
        json["status"] = "active";
        json["scope"] = concept_of("http://terminology.hl7.org/CodeSystem/consentscope", "treatment", "Treatment");
        json["category"] = Json::array({concept_of("http://loinc.org", "59284-0", "Consent Document")});
        json["patient"] = reference(part.patient);
        json["dateTime"] = part.when();
        json["performer"] = Json::array({reference(part.patient)});
        json["sourceReference"] = reference(response_urn(part, module));
        json["policyRule"] = {{"text", fhir_text(item.text)}};
        json["provision"] = {{"type", "permit"}};
        made.emplace_back(urn, std::move(json));
    }
    return made;
}

Json provenance(const FhirPart& part, const std::string& urn, const std::string& practice, core::WallTime made_at,
                const std::vector<std::string>& targets) {
    constexpr auto types = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    Json json{{"resourceType", "Provenance"}, {"id", id_of(urn)}};
    json["meta"] = {{"tag", Json::array({{{"system", part.system}, {"code", id_of(urn)}}})}};
    json["text"] =
        narrative(core::tr("export.provenance", "Answered by the patient on the practice's kiosk"), {{practice, ""}});
    json["target"] = Json::array();
    for (const auto& target : targets)
        json["target"].push_back(reference(target));
    json["occurredDateTime"] = part.when();
    json["recorded"] = utc_stamp(made_at);
    json["agent"] =
        Json::array({{{"type", concept_of(types, "author", "Author")}, {"who", reference(part.patient)}},
                     {{"type", concept_of(types, "assembler", "Assembler")}, {"who", {{"display", "Sameside"}}}}});
    if (const auto name = fhir_text(practice); !name.empty())
        json["agent"].push_back({{"type", concept_of(types, "custodian", "Custodian")}, {"who", {{"display", name}}}});
    return json;
}

}
