#include "content/fhir/import.hpp"
#include "content/fhir/own_form.hpp"
#include "content/fhir/translations.hpp"
#include "content/forms/module_file.hpp"
#include "content/read/diagnostics.hpp"
#include <fmt/format.h>

namespace content {

namespace {

struct FhirMade {
    FhirForm form;
    std::map<std::string, std::string> catalogues;
};

std::optional<FhirMade> made_of(FhirQuestionnaire& source, const FhirWishes& wishes, JsonFaults& faults) {
    std::string why_not;
    if (!source.own_form.empty())
        if (auto own = own_form(source, wishes, why_not)) return FhirMade{std::move(*own), {}};
    const bool turned = turn_to_english(source);
    auto form = fhir_form(source, wishes, faults);
    if (!form) return std::nullopt;
    if (!why_not.empty()) form->lost.push_back("the form: " + why_not);
    if (!turned && !source.language.empty() && !source.language.starts_with("en"))
        form->lost.push_back(fmt::format("the form: its words are in the language {}, and stand where those in English "
                                         "would; whoever reads the kiosk in English sees them so",
                                         in_quotes(source.language)));
    auto catalogues = fhir_catalogues(source, wishes, *form);
    return FhirMade{std::move(*form), std::move(catalogues)};
}

std::optional<FhirImport> import_from(const nlohmann::json& json, const FhirWishes& wishes, JsonFaults& faults) {
    auto source = fhir_questionnaire(json, faults, wishes.value_sets);
    auto form = source ? made_of(*source, wishes, faults) : std::nullopt;
    if (!form) return std::nullopt;
    const auto& written = form->form.written;
    FhirImport made{written.module.id, to_toml(written), std::move(form->form.lost), std::move(form->catalogues)};
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
