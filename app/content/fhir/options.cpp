#include "content/fhir/questionnaire.hpp"
#include "content/fhir/translations.hpp"
#include "content/read/diagnostics.hpp"
#include <algorithm>

namespace content {

namespace {

constexpr std::string_view ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
constexpr std::string_view weight = "http://hl7.org/fhir/StructureDefinition/itemWeight";
constexpr std::string_view exclusive = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

void keep_mark(const FhirMark& mark, FhirOption& option) {
    constexpr std::size_t most = 6, longest = 200;
    if (mark.url.size() > longest || option.marks.size() == most) {
        option.more_marks = true;
    } else {
        option.marks.push_back(mark);
    }
}

// Value sets and code systems of R4 have an ordinalValue of their own.
bool is_weight_of_set(std::string_view url) {
    return url == "http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue" ||
           url == "http://hl7.org/fhir/StructureDefinition/codesystem-ordinalValue";
}

void read_weight(const JsonPlace& place, FhirMarkPlace where, FhirOption& option) {
    for (const auto& extension : fhir_extensions(place)) {
        FhirMark mark{.url = extension.url, .place = where, .decimal = {}, .whole = {}};
        if (extension.place.has("valueDecimal")) mark.decimal = extension.place.number("valueDecimal");
        if (extension.place.has("valueInteger")) mark.whole = extension.place.whole("valueInteger");
        keep_mark(mark, option);
        if (is_weight(extension.url) || (where == FhirMarkPlace::value_set && is_weight_of_set(extension.url))) {
            option.weight = mark.whole ? std::optional(static_cast<double>(*mark.whole)) : mark.decimal;
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

void read_coding(const JsonPlace& coding, FhirMarkPlace where, FhirOption& option) {
    option.system = line_at_key(coding, "system");
    option.code = line_at_key(coding, "code");
    option.label = line_at_key(coding, "display");
    option.label_in = fhir_translations(coding, "_display", option.unused);
    if (option.label.empty()) option.label = option.code;
    check_length(coding, option);
    read_weight(coding, where, option);
}

FhirOption option_of(const JsonPlace& place) {
    FhirOption option;
    if (const auto coding = place.object("valueCoding")) {
        read_coding(*coding, FhirMarkPlace::coding, option);
    } else if (place.has("valueInteger")) {
        option.kind = FhirAnswer::number;
        option.whole = place.whole("valueInteger");
        if (option.whole) option.label = std::to_string(*option.whole);
    } else if (const auto reference = place.object("valueReference")) {
        option.kind = FhirAnswer::other;
        option.label = line_at_key(*reference, "display");
        if (option.label.empty()) option.label = line_at_key(*reference, "reference");
    } else {
        option.label_in = fhir_translations(place, "_valueString", option.unused);
        option.kind = place.has("valueString") ? FhirAnswer::text : FhirAnswer::other;
        for (const char* key : {"valueString", "valueDate", "valueTime"}) {
            if (place.has(key)) option.label = line_at_key(place, key);
        }
    }
    if (option.label.empty())
        place.diagnose("", "has no answer to show; valueCoding, valueInteger or valueString is it");
    check_length(place, option);
    read_weight(place, FhirMarkPlace::option, option);
    option.chosen_at_first = place.truth("initialSelected").value_or(false);
    return option;
}

void take_concepts(const JsonPlace& place, const char* key, const std::string& system,
                   std::vector<FhirOption>& options) {
    for (const auto& entry : place.objects(key)) {
        FhirOption option;
        read_coding(entry, FhirMarkPlace::value_set, option);
        if (option.system.empty()) option.system = system;
        if (option.label.empty()) {
            entry.diagnose("code", "is missing");
        } else if (!entry.truth("abstract").value_or(false)) {
            options.push_back(std::move(option));
        }
        take_concepts(entry, "contains", system, options);
    }
}

std::vector<FhirOption> options_of_set(const JsonPlace& set,
                                       const std::map<std::string, std::vector<FhirOption>>& systems) {
    std::vector<FhirOption> options;
    if (const auto expansion = set.object("expansion")) {
        take_concepts(*expansion, "contains", "", options);
        if (!options.empty()) return options;
    }
    const auto compose = set.object("compose");
    if (!compose || compose->has("exclude")) return {};
    for (const auto& include : compose->objects("include")) {
        const auto before = options.size();
        const auto system = line_at_key(include, "system");
        take_concepts(include, "concept", system, options);
        if (options.size() > before) continue;
        const auto whole = systems.find(system);
        if (whole == systems.end() || include.has("filter") || include.has("valueSet"))
            return {};                   // all of a code system that is not in the file
        const auto& all = whole->second; // too many of them cannot be shown, however many they are
        options.insert(options.end(), all.begin(),
                       all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), fhir_options_kept)));
        if (options.size() > fhir_options_kept) break;
    }
    return options;
}

}

bool is_weight(std::string_view url) {
    return url == ordinal || url == weight;
}

FhirValueSets::FhirValueSets(const JsonPlace& questionnaire) {
    std::map<std::string, std::vector<FhirOption>> systems;
    for (const auto& contained : questionnaire.objects("contained")) {
        refuse_modifiers(contained);
        const auto url = line_at_key(contained, "url");
        if (line_at_key(contained, "resourceType") != "CodeSystem" || url.empty()) continue;
        std::vector<FhirOption> concepts;
        take_concepts(contained, "concept", url, concepts);
        for (const auto& option : concepts)
            if (option.weight) m_weights.emplace(std::pair(url, option.code), *option.weight);
        if (line_at_key(contained, "content") == "complete") systems.emplace(url, std::move(concepts));
    }
    for (const auto& contained : questionnaire.objects("contained")) {
        if (line_at_key(contained, "resourceType") != "ValueSet") continue;
        auto options = options_of_set(contained, systems);
        if (options.size() > fhir_options_kept) options.resize(fhir_options_kept);
        m_sets.emplace_back("#" + line_at_key(contained, "id"), std::move(options));
    }
}

void FhirValueSets::weigh(std::vector<FhirOption>& options) const {
    for (auto& option : options) {
        if (option.weight || option.code.empty()) continue;
        const auto found = m_weights.find(std::pair(option.system, option.code));
        if (found != m_weights.end()) option.weight = found->second;
    }
}

void FhirValueSets::read_options(const JsonPlace& place, FhirItem& item) const {
    take_options(place, item);
    weigh(item.options);
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
    item.options = set->second;
    item.options_of_set = true;
}

}
