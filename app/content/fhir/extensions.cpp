#include "content/fhir/form.hpp"
#include "content/fhir/plain_words.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/text_file.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace content {

namespace {

constexpr std::string_view core_url = "http://hl7.org/fhir/StructureDefinition/";
constexpr std::string_view sdc_url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
// A label of an item alone (HL7 Data Segmentation for Privacy 1.0.0, "Inline Security Labels").
constexpr std::string_view inline_label_url =
    "http://hl7.org/fhir/uv/security-label-ds4p/StructureDefinition/extension-inline-sec-label";

bool is(const FhirExtension& extension, std::string_view base, std::string_view name) {
    return extension.url.size() == base.size() + name.size() && extension.url.starts_with(base) &&
           extension.url.ends_with(name);
}

// A date begins with its year (FHIR R4, date: YYYY, YYYY-MM or YYYY-MM-DD).
std::optional<int> year_of(const JsonPlace& place, const char* key) {
    const auto date = place.text(key);
    if (!date) return std::nullopt;
    int year = 0;
    const char* end = date->data() + std::min<std::size_t>(date->size(), 4);
    const auto read = std::from_chars(date->data(), end, year);
    if (read.ec == std::errc{} && read.ptr == end && date->size() >= 4 && year >= 1) return year;
    place.diagnose(key, "must begin with a year of four digits");
    return std::nullopt;
}

void read_bound(const FhirExtension& extension, std::optional<double>& number, std::optional<int>& year) {
    const JsonPlace& place = extension.place;
    if (place.has("valueInteger")) {
        if (const auto whole = place.whole("valueInteger")) number = static_cast<double>(*whole);
    } else if (place.has("valueDecimal")) {
        number = place.number("valueDecimal");
    } else if (const auto quantity = place.object("valueQuantity")) {
        number = quantity->number("value");
    } else {
        year = year_of(place, place.has("valueDateTime") ? "valueDateTime" : "valueDate");
    }
}

void read_control(const JsonPlace& place, FhirItem& item, bool& drawing_only) {
    const auto concept_place = place.object("valueCodeableConcept");
    if (!concept_place) return;
    drawing_only = true;
    for (const auto& coding : concept_place->objects("coding")) {
        const auto code = line_at_key(coding, "code");
        if (code == "help" || code == "instructions" || code == "prompt") item.help = true;
        if (code == "slider") item.slider = true;
        if (code == "lower") item.low_end = true;
        if (code == "upper") item.high_end = true;
        // How a list of answers is drawn; the kiosk draws every question its own way.
        static constexpr std::string_view drawing[]{"drop-down", "radio-button", "check-box", "autocomplete", "table",
                                                    "htable",    "gtable",       "list",      "text-box",     "spinner",
                                                    "header",    "footer",       "prompt",    "instructions", "help",
                                                    "inline",    "upper",        "lower",     "text-area",    "slider"};
        if (std::ranges::find(drawing, code) == std::end(drawing)) drawing_only = false;
    }
}

// As it is written: in a text of it, and behind //, a line's end means something.
FhirVariable expression_of(const JsonPlace& place) {
    const auto expression = place.object("valueExpression");
    if (!expression) return {};
    return {line_at_key(*expression, "name"), expression->text("expression").value_or(""),
            line_at_key(*expression, "language")};
}

// How a form is drawn elsewhere; the kiosk draws every question its own way, and loses nothing of it.
bool is_drawing(const FhirExtension& extension) {
    static constexpr std::string_view of_core[]{"questionnaire-choiceOrientation", "entryFormat",
                                                "questionnaire-displayCategory", "designNote"};
    static constexpr std::string_view of_sdc[]{"choiceColumn", "width", "columnCount", "collapsible",
                                               "preferredTerminologyServer"};
    return std::ranges::any_of(of_core, [&](auto name) { return is(extension, core_url, name); }) ||
           std::ranges::any_of(of_sdc, [&](auto name) { return is(extension, sdc_url, name); });
}

// A display that tells how to answer what it stands under.
bool is_help_category(const JsonPlace& place) {
    const auto category = place.object("valueCodeableConcept");
    return category && std::ranges::any_of(category->objects("coding"), [](const JsonPlace& coding) {
               const auto code = line_at_key(coding, "code");
               return code == "instructions" || code == "help";
           });
}

}

std::string one_line(std::string_view text) {
    std::string line;
    for (const char byte : trimmed(text)) {
        const auto code = static_cast<unsigned char>(byte);
        const bool white = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
        if (white && !line.empty() && line.back() != ' ') line += ' ';
        if (!white && code >= 0x20 && code != 0x7F) line += byte;
    }
    return std::string(trimmed(line));
}

void add_unused(std::vector<std::string>& unused, std::string_view what) {
    constexpr std::size_t most = 20, longest = 160;
    const auto name = cut_short(what, longest);
    if (unused.size() < most && std::ranges::find(unused, name) == unused.end()) unused.push_back(name);
}

std::string line_at_key(const JsonPlace& place, const char* key) {
    return one_line(place.text(key).value_or(""));
}

std::vector<FhirExtension> fhir_extensions(const JsonPlace& place) {
    refuse_modifiers(place);
    std::vector<FhirExtension> found;
    for (const auto& extension : place.objects("extension")) {
        auto url = extension.text("url");
        if (!url) {
            extension.diagnose("url", "is missing; an extension is known by it");
        } else {
            found.push_back({one_line(*url), extension});
        }
    }
    return found;
}

bool is_restricted(const JsonPlace& coding) {
    const auto code = line_at_key(coding, "code");
    return (code == "R" || code == "V") &&
           line_at_key(coding, "system") == "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
}

// Not even "not" is beyond them (https://hl7.org/fhir/R4/extensibility.html#modifierExtension), and none is known here.
void refuse_modifiers(const JsonPlace& place) {
    for (const auto& extension : place.objects("modifierExtension"))
        extension.diagnose("url", fmt::format("{} may turn round the meaning of what it stands in (modifierExtension), "
                                              "and is not known here",
                                              in_quotes(extension.text("url").value_or(""))));
}

std::optional<FhirVariable> variable_of(const FhirExtension& extension) {
    if (!is(extension, core_url, "variable")) return std::nullopt;
    if (!extension.place.object("valueExpression")) return std::nullopt;
    return expression_of(extension.place);
}

void read_item_extensions(const JsonPlace& place, FhirItem& item) {
    for (const auto& extension : fhir_extensions(place)) {
        const JsonPlace& at = extension.place;
        bool used = true;
        if (is(extension, core_url, "minValue")) {
            read_bound(extension, item.minimum, item.first_year);
        } else if (is(extension, core_url, "maxValue")) {
            read_bound(extension, item.maximum, item.last_year);
        } else if (is(extension, core_url, "maxDecimalPlaces")) {
            item.decimals = at.whole("valueInteger");
        } else if (is(extension, core_url, "questionnaire-unit") ||
                   is(extension, core_url, "questionnaire-unitOption")) {
            if (const auto coding = at.object("valueCoding")) {
                auto unit = code_of(*coding);
                if (unit.display.empty()) unit.display = unit.code;
                if (!unit.display.empty()) item.units.push_back(std::move(unit));
            }
        } else if (is(extension, sdc_url, "shortText")) {
            item.short_text = words_at_key(at, "valueString");
        } else if (is(extension, core_url, "questionnaire-displayCategory")) {
            item.help = item.help || is_help_category(at);
        } else if (is(extension, core_url, "questionnaire-hidden")) {
            item.hidden = at.truth("valueBoolean").value_or(false);
        } else if (is(extension, core_url, "questionnaire-sliderStepValue")) {
            item.slider_step = at.whole("valueInteger");
        } else if (is(extension, core_url, "questionnaire-itemControl")) {
            read_control(at, item, used);
        } else if (extension.url == inline_label_url) {
            const auto label = at.object("valueCoding");
            used = label && is_restricted(*label);
            item.is_restricted = item.is_restricted || used;
        } else if (is(extension, core_url, "questionnaire-signatureRequired")) {
            used = item.type == FhirType::string || item.type == FhirType::text;
            item.wants_signature = used;
        } else if (is(extension, sdc_url, "calculatedExpression")) {
            item.formula = expression_of(at);
        } else if (auto variable = variable_of(extension)) {
            item.variables.push_back(std::move(*variable));
        } else if (is(extension, sdc_url, "enableWhenExpression")) {
            item.conditional_expression = true;
        } else {
            used = is_drawing(extension);
        }
        if (!used) add_unused(item.unused, "extension " + extension.url);
    }
}

}
