// One partner's answers to one module as a FHIR R4 QuestionnaireResponse, and its scores as Observations. For
// fhir_bundle.cpp alone.
#pragma once
#include "report/fhir_names.hpp"

namespace report {

struct FhirPart { // one partner at one visit
    const ExportVisit& visit;
    model::Partner partner;
    std::string urn;                // of the part: what the names of its resources begin with
    std::string patient, encounter; // urns
    std::string system;             // of identifiers
    model::Answers answers;
    bool private_items = false;    // a private record was given, and `answers` holds it
    bool form_has_private = false; // the Questionnaire of the same export holds private items

    const model::PartRecord& part() const { return model::part_of(visit.visit, partner); }
    std::string when() const; // the moment it was sealed, else the visit's
    Json identifier(const std::string& urn) const;
};

std::string response_urn(const FhirPart& part, const model::Module& module);
// Null when no item of the module may be shown.
Json questionnaire_response(const FhirPart& part, const model::Module& module);
// Private answers to what no form is there for, by their ids; null when there are none.
Json unknown_response(const FhirPart& part, const model::PrivateRecord& record);
std::string unknown_urn(const FhirPart& part);

Json observation(const FhirPart& part, const ScoreRow& row);
std::string observation_urn(const FhirPart& part, const ScoreRow& row);

}
