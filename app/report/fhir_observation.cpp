#include "chart/range_words.hpp"
#include "chart/score_words.hpp"
#include "core/i18n.hpp"
#include "model/form/privacy.hpp"
#include "report/fhir_response.hpp"

namespace report {
namespace {

// R4 has no valueDecimal on an Observation: a score is a Quantity without a unit of measure, {score} in UCUM.
Json quantity(double value) {
    return {{"value", value}, {"unit", "score"}, {"system", "http://unitsofmeasure.org"}, {"code", "{score}"}};
}

Json component(const std::string& text, const char* key, Json value) {
    return {{"code", {{"text", text}}}, {key, std::move(value)}};
}

}

std::string observation_urn(const FhirPart& part, const ScoreRow& row) {
    return urn_of({"observation", part.urn, row.module->id.value, row.scale->id.value});
}

Json observation(const FhirPart& part, const ScoreRow& row) {
    Json json{{"resourceType", "Observation"}, {"id", id_of(observation_urn(part, row))}};
    if (is_private(*row.module, *row.scale)) mark_restricted(json);
    json["text"] = narrative(row.scale->title, {{chart::value_words(row.score), ""}});
    json["identifier"] = Json::array({part.identifier(observation_urn(part, row))});
    json["status"] = "final";
    json["category"] =
        Json::array({{{"coding", Json::array({fhir_code("http://terminology.hl7.org/CodeSystem/observation-category",
                                                        "survey", "Survey")})}}});
    Json codings = codeable(row.scale->origin.codes);
    codings.push_back({{"system", questionnaire_url(*row.module)}, {"code", row.scale->id.value}});
    put_text(codings.back(), "display", row.scale->title);
    json["code"] = {{"coding", std::move(codings)}, {"text", fhir_text(row.scale->title)}};
    json["subject"] = reference(part.patient);
    if (row.about) json["focus"] = Json::array({{{"display", fhir_text(*row.about)}}}); // whom it is about
    json["encounter"] = reference(part.encounter);
    json["effectiveDateTime"] = part.when();
    json["performer"] = Json::array({reference(part.patient)});
    if (row.score.value)
        json["valueQuantity"] = quantity(*row.score.value);
    else
        json["dataAbsentReason"] = {
            {"coding", Json::array({fhir_code("http://terminology.hl7.org/CodeSystem/data-absent-reason", "unknown",
                                              "Unknown")})},
            {"text", chart::value_words(row.score)}};
    const model::Scale* const scale[] = {row.scale};
    if (const auto words = chart::range_words(scale); row.score.band && !words.empty())
        json["note"] = Json::array({{{"text", words + " " + chart::floor_words(*row.scale)}}});
    json["derivedFrom"] = Json::array({reference(response_urn(part, *row.module))});
    Json parts = Json::array();
    if (const auto& band = row.score.band) {
        parts.push_back(component(core::tr("export.low", "95 % range, low"), "valueQuantity", quantity(band->low)));
        parts.push_back(component(core::tr("export.high", "95 % range, high"), "valueQuantity", quantity(band->high)));
        parts.push_back(
            component(core::tr("export.error", "Standard error"), "valueQuantity", quantity(band->standard_error)));
    }
    parts.push_back(component(core::tr("export.answered", "Items answered"), "valueInteger", row.score.answered));
    parts.push_back(component(core::tr("export.of", "Items of the scale"), "valueInteger", row.score.of));
    json["component"] = parts;
    return json;
}

}
