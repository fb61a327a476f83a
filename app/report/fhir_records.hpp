// What stands around the answers in a bundle: who, when and by what right. For fhir_bundle.cpp alone.
#pragma once
#include "report/fhir_response.hpp"

namespace report {

struct FhirPatient {
    std::string urn, code; // the chart code with the partner's letter
    std::string system;    // of the code
    std::string name;      // empty: none is given
};
// With a name it is a US Core Patient (https://hl7.org/fhir/us/core): nobody asked for a gender, so it is unknown.
Json patient(const FhirPatient& who);

// One partner's part of a visit; R4 has no encounter of two patients.
Json encounter(const FhirPart& part);

// What the partner agreed to by a tick: a Consent each, whose source is the response. Nothing that is private unless
// the part holds it.
std::vector<std::pair<std::string, Json>> consents(const FhirPart& part, const model::Module& module);

// Who answered, and what made these resources of it.
Json provenance(const FhirPart& part, const std::string& urn, const std::string& practice, core::WallTime made_at,
                const std::vector<std::string>& targets);

}
