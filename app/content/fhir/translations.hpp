// The words of a form in other languages, as far as its file has them, for the catalogue of each (content/README.md).
#pragma once
#include "content/fhir/form.hpp"

namespace content {

// Where a primitive has translations (https://hl7.org/fhir/R4/extension-translation.html); by primary language subtag.
// What else stands there is added to `unused`.
std::map<std::string, std::string> fhir_translations(const JsonPlace& place, const char* key,
                                                     std::vector<std::string>& unused);

// By language as above; nothing for a tag that is none.
void add_translation(const std::string& tag, const std::string& words, std::map<std::string, std::string>& in);

// A form whose file is written in another language and has English words for all of it is read as one in English that
// has that language's words. False where it stays as it is.
bool turn_to_english(FhirQuestionnaire& source);

// A gettext catalogue for each language, by its tag. What a file leaves untranslated is listed in `lost`.
std::map<std::string, std::string> fhir_catalogues(const FhirQuestionnaire& source, const FhirWishes& wishes,
                                                   FhirForm& form);

}
