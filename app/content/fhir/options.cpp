#include "content/fhir/plain_words.hpp"
#include "content/fhir/translations.hpp"
#include "content/fhir/value_sets.hpp"
#include "content/read/diagnostics.hpp"
#include <algorithm>

namespace content {

namespace {

constexpr std::string_view ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
constexpr std::string_view weight = "http://hl7.org/fhir/StructureDefinition/itemWeight";
constexpr std::string_view exclusive = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
constexpr std::string_view prefix = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionPrefix";

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
        } else if (extension.url == prefix) {
            option.prefix = words_at_key(extension.place, "valueString");
        } else if (!is_drawing_of_text(extension.url)) {
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
    option.said = line_at_key(coding, "display");
    option.label = words_or_drawn(coding, "display", "_display");
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
        option.label = words_at_key(*reference, "display");
        if (option.label.empty()) option.label = line_at_key(*reference, "reference");
    } else {
        option.label_in = fhir_translations(place, "_valueString", option.unused);
        option.kind = place.has("valueString") ? FhirAnswer::text : FhirAnswer::other;
        for (const char* key : {"valueDate", "valueTime"})
            if (place.has(key)) option.label = line_at_key(place, key);
        option.said = line_at_key(place, "valueString");
        if (option.kind == FhirAnswer::text) option.label = words_or_drawn(place, "valueString", "_valueString");
    }
    if (option.label.empty())
        place.diagnose("", "has no answer to show; valueCoding, valueInteger or valueString is it");
    check_length(place, option);
    read_weight(place, FhirMarkPlace::option, option);
    if (!option.prefix.empty()) {
        option.label = option.prefix + " " + option.label;
        for (auto& [language, label] : option.label_in)
            label = option.prefix + " " + label;
    }
    option.chosen_at_first = place.truth("initialSelected").value_or(false);
    return option;
}

}

bool is_weight(std::string_view url) {
    return url == ordinal || url == weight;
}

model::Code code_of(const JsonPlace& coding) {
    return {line_at_key(coding, "system"), line_at_key(coding, "code"), words_at_key(coding, "display")};
}

void read_fhir_concept(const JsonPlace& place, FhirOption& option) {
    read_coding(place, FhirMarkPlace::value_set, option);
    for (const auto& designation : place.objects("designation"))
        add_translation(line_at_key(designation, "language"), words_at_key(designation, "value"), option.label_in);
}

void FhirValueSets::read_options(const JsonPlace& place, FhirItem& item) {
    take_options(place, item);
    weigh(item.options);
    for (const auto& option : item.options)
        for (const auto& name : option.unused)
            add_unused(item.unused, name);
}

void FhirValueSets::take_options(const JsonPlace& place, FhirItem& item) {
    for (const auto& option : place.objects("answerOption"))
        item.options.push_back(option_of(option));
    const auto wanted = place.text("answerValueSet");
    if (!wanted) return;
    if (!item.options.empty())
        place.diagnose("answerValueSet", "stands beside answerOption; FHIR allows one of the two");
    const auto* options = find(*wanted);
    if (options == nullptr && wanted->starts_with("#"))
        place.diagnose("answerValueSet", "there is no contained ValueSet " + in_quotes(*wanted));
    item.set_elsewhere = one_line(*wanted);
    item.other_options = options == nullptr || options->empty();
    item.set_is_filter = m_filtered.contains(*wanted);
    item.set_is_there = options != nullptr && options->empty();
    if (options == nullptr) return;
    item.too_many_options = options->size() > most_choices;
    if (item.too_many_options) return;
    const bool had_room = m_taken <= fhir_set_options;
    m_taken += options->size();
    if (m_taken > fhir_set_options) {
        if (had_room)
            place.diagnose("answerValueSet", "the questions have more than " + std::to_string(fhir_set_options) +
                                                 " choices of value sets in all");
        return;
    }
    item.options = *options;
    item.options_of_set = true;
}

}
