// The words of a form in other languages, as far as its file has them, for the catalogue of each (content/README.md).
#pragma once
#include "content/fhir/form.hpp"

namespace content {

// Where a primitive has translations (https://hl7.org/fhir/R4/extension-translation.html); by primary language subtag.
// What else stands there is added to `unused`.
std::map<std::string, std::string> fhir_translations(const JsonPlace& place, const char* key,
                                                     std::vector<std::string>& unused);

// A gettext catalogue for each language, by its tag. What a file leaves untranslated is listed in `lost`.
std::map<std::string, std::string> fhir_catalogues(const FhirQuestionnaire& source, const FhirWishes& wishes,
                                                   FhirForm& form);

}
