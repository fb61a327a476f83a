// A FHIR R4 Questionnaire as a module file that `content check` accepts.
#pragma once
#include "content/fhir/form.hpp"

namespace content {

struct FhirImport {
    core::ModuleId id;
    std::string toml;
    std::vector<std::string> lost;                 // "linkId: what was lost", never nothing of what was left out
    std::map<std::string, std::string> catalogues; // gettext, by language, of the words that the file has in it
};

// Gives nothing, and says why in `faults`, when the file is no Questionnaire, breaks a rule of FHIR R4, or asks more
// than a module can hold. Memory is bounded whatever the file holds (json_text.hpp).
std::optional<FhirImport> import_fhir(const std::filesystem::path& file, const FhirWishes& wishes, JsonFaults& faults);
std::optional<FhirImport> import_fhir_text(std::string_view json, const FhirWishes& wishes, JsonFaults& faults);

}
