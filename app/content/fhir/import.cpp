#include "content/fhir/import.hpp"
#include "content/fhir/translations.hpp"
#include "content/forms/module_file.hpp"

namespace content {

namespace {

std::optional<FhirImport> import_from(const nlohmann::json& json, const FhirWishes& wishes, JsonFaults& faults) {
    const auto source = fhir_questionnaire(json, faults);
    auto form = source ? fhir_form(*source, wishes, faults) : std::nullopt;
    if (!form) return std::nullopt;
    auto catalogues = fhir_catalogues(*source, wishes, *form);
    FhirImport made{form->written.module.id, to_toml(form->written), std::move(form->lost), std::move(catalogues)};
    // What is handed over is read back first: nobody gets a form that the kiosk would refuse.
    Diagnostics diagnostics(made.id.value + ".toml");
    const auto root = parse_toml(made.toml, diagnostics);
    if (root && module_from(*root, made.id.value, diagnostics)) return made;
    for (const auto& line : diagnostics.lines())
        faults.add("", "makes a form that cannot be used: " + line);
    return std::nullopt;
}

}

std::optional<FhirImport> import_fhir(const std::filesystem::path& file, const FhirWishes& wishes, JsonFaults& faults) {
    const auto json = read_json(file, faults);
    return json ? import_from(*json, wishes, faults) : std::nullopt;
}

std::optional<FhirImport> import_fhir_text(std::string_view text, const FhirWishes& wishes, JsonFaults& faults) {
    const auto json = parse_json(text, faults);
    return json ? import_from(*json, wishes, faults) : std::nullopt;
}

}
