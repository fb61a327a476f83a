// A case as a FHIR R4 (4.0.1) Bundle of type transaction, for an electronic health record, which creates what it does
// not have yet: each entry is a conditional create, so that a second export of a case adds what is new alone.
//
// - Patient: an identifier, the chart code with the partner's letter ("RG-2041-A") in the practice's identifier system;
//   a name, and US Core's profile, only when asked for. Item texts and answers may name people all the same.
// - Encounter: one partner's part of a visit. Questionnaire: see fhir_questionnaire.hpp; CodeSystem: its choices.
// - QuestionnaireResponse: "completed", or "stopped" when the part was finished before every item came. A skipped item
//   has no answer; "I prefer not to say" has the data-absent-reason asked-declined, an item that never came has
//   not-asked; one that an earlier answer made fall away is left out, as R4 asks.
// - Observation: valueQuantity in {score}, components for the 95 % range, its standard error and how many items were
//   answered, derivedFrom the response; a score that was not made has a dataAbsentReason in words instead of a value.
// - Consent: what a partner agreed to by a tick. Provenance: who answered, and that the kiosk wrote it down. Basic: a
//   part that could not be opened.
// - What holds private items or scales carries the security label R (restricted); a response with private answers is
//   another one than that without.
// Every fullUrl is a urn:uuid that is the same in every export of the same practice, case and visit. What the couple
// wrote together has no one subject and is left out.
#pragma once
#include "report/case_export.hpp"
#include <memory>

namespace report {

enum class Names { left_out, given };

// A visit at a time, in order, so that one of them is in memory. `visits` are visits_of(input); both outlive it.
class FhirBundle {
public:
    FhirBundle(const CaseExport& input, Names names, const std::vector<ExportVisit>& visits);

    std::string head(); // patients and forms
    std::string visit(const ExportVisit& visit);
    std::string tail();

private:
    class Writing;
    std::shared_ptr<Writing> m_writing;
};

// Fails as visits_of().
[[nodiscard]] core::Result<std::string> fhir_bundle(const CaseExport& input, Names names);

}
