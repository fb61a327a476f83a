#include "content/fhir/questionnaire.hpp"
#include "content/read/diagnostics.hpp"
#include <algorithm>

namespace content {

namespace {

constexpr std::string_view ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
constexpr std::string_view weight = "http://hl7.org/fhir/StructureDefinition/itemWeight";
constexpr std::string_view exclusive = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

void read_weight(const JsonPlace& place, FhirOption& option) {
    for (const auto& extension : fhir_extensions(place)) {
        if (extension.url == ordinal || extension.url == weight) {
            const bool whole = extension.place.has("valueInteger");
            option.weight = extension.place.number(whole ? "valueInteger" : "valueDecimal");
        } else if (extension.url == exclusive) {
            option.exclusive = extension.place.truth("valueBoolean").value_or(false);
        } else {
            add_unused(option.unused, "extension " + extension.url + " of a choice");
        }
    }
}

void check_length(const JsonPlace& place, const FhirOption& option) {
    if (std::max({option.label.size(), option.code.size(), option.system.size()}) > fhir_label_bytes)
        place.diagnose("", "has a choice that is longer than " + std::to_string(fhir_label_bytes) + " bytes");
}

void read_coding(const JsonPlace& coding, FhirOption& option) {
    option.system = line_at_key(coding, "system");
    option.code = line_at_key(coding, "code");
    option.label = line_at_key(coding, "display");
    if (option.label.empty()) option.label = option.code;
    check_length(coding, option);
    read_weight(coding, option);
}

FhirOption option_of(const JsonPlace& place) {
    FhirOption option;
    if (const auto coding = place.object("valueCoding")) {
        read_coding(*coding, option);
    } else if (place.has("valueInteger")) {
        option.whole = place.whole("valueInteger");
        if (option.whole) option.label = std::to_string(*option.whole);
    } else if (const auto reference = place.object("valueReference")) {
        option.label = line_at_key(*reference, "display");
        if (option.label.empty()) option.label = line_at_key(*reference, "reference");
    } else {
        for (const char* key : {"valueString", "valueDate", "valueTime"}) {
            if (place.has(key)) option.label = line_at_key(place, key);
        }
    }
    if (option.label.empty())
        place.diagnose("", "has no answer to show; valueCoding, valueInteger or valueString is it");
    check_length(place, option);
    read_weight(place, option);
    option.chosen_at_first = place.truth("initialSelected").value_or(false);
    return option;
}

void take_concepts(const JsonPlace& place, const char* key, const std::string& system,
                   std::vector<FhirOption>& options) {
    for (const auto& entry : place.objects(key)) {
        FhirOption option;
        read_coding(entry, option);
        if (option.system.empty()) option.system = system;
        if (option.label.empty()) {
            entry.diagnose("code", "is missing");
        } else if (!entry.truth("abstract").value_or(false)) {
            options.push_back(std::move(option));
        }
        take_concepts(entry, "contains", system, options);
    }
}

std::vector<FhirOption> options_of_set(const JsonPlace& set) {
    std::vector<FhirOption> options;
    if (const auto expansion = set.object("expansion")) {
        take_concepts(*expansion, "contains", "", options);
        if (!options.empty()) return options;
    }
    const auto compose = set.object("compose");
    if (!compose || compose->has("exclude")) return {};
    for (const auto& include : compose->objects("include")) {
        const auto before = options.size();
        take_concepts(include, "concept", line_at_key(include, "system"), options);
        if (options.size() == before) return {}; // all of a code system that is not in the file
    }
    return options;
}

}

FhirValueSets::FhirValueSets(const JsonPlace& questionnaire) {
    for (const auto& contained : questionnaire.objects("contained")) {
        if (line_at_key(contained, "resourceType") != "ValueSet") continue;
        m_sets.emplace_back("#" + line_at_key(contained, "id"), options_of_set(contained));
    }
}

void FhirValueSets::read_options(const JsonPlace& place, FhirItem& item) const {
    take_options(place, item);
    for (const auto& option : item.options)
        for (const auto& name : option.unused)
            add_unused(item.unused, name);
}

void FhirValueSets::take_options(const JsonPlace& place, FhirItem& item) const {
    for (const auto& option : place.objects("answerOption"))
        item.options.push_back(option_of(option));
    const auto wanted = place.text("answerValueSet");
    if (!wanted) return;
    if (!item.options.empty())
        place.diagnose("answerValueSet", "stands beside answerOption; FHIR allows one of the two");
    const auto set = std::ranges::find(m_sets, *wanted, &std::pair<std::string, std::vector<FhirOption>>::first);
    if (set == m_sets.end() && wanted->starts_with("#")) {
        place.diagnose("answerValueSet", "there is no contained ValueSet " + in_quotes(*wanted));
    }
    item.other_options = set == m_sets.end() || set->second.empty();
    if (set == m_sets.end()) return;
    const auto kept = static_cast<std::ptrdiff_t>(std::min(set->second.size(), fhir_options_kept));
    item.options.assign(set->second.begin(), set->second.begin() + kept);
}

}
