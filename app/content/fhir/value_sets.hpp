// Inside of options.cpp and value_sets.cpp: a concept of a value set or a code system as a choice.
#pragma once
#include "content/fhir/questionnaire.hpp"
#include "content/fhir/translations.hpp"

namespace content {

void read_fhir_concept(const JsonPlace& place, FhirOption& option);

}
