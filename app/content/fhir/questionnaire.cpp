#include "content/fhir/questionnaire.hpp"
#include "content/fhir/own_form.hpp"
#include "content/fhir/plain_words.hpp"
#include "content/fhir/translations.hpp"
#include "content/read/diagnostics.hpp"
#include <algorithm>
#include <array>
#include <set>

namespace content {

namespace {

constexpr std::array<std::pair<std::string_view, FhirType>, 16> types{{
    {"group", FhirType::group},
    {"display", FhirType::display},
    {"boolean", FhirType::boolean},
    {"decimal", FhirType::decimal},
    {"integer", FhirType::integer},
    {"date", FhirType::date},
    {"dateTime", FhirType::date_time},
    {"time", FhirType::time},
    {"string", FhirType::string},
    {"text", FhirType::text},
    {"url", FhirType::url},
    {"choice", FhirType::choice},
    {"open-choice", FhirType::open_choice},
    {"attachment", FhirType::attachment},
    {"reference", FhirType::reference},
    {"quantity", FhirType::quantity},
}};

constexpr std::array<std::pair<std::string_view, FhirTest>, 7> tests{{
    {"exists", FhirTest::exists},
    {"=", FhirTest::equal},
    {"!=", FhirTest::not_equal},
    {">", FhirTest::greater},
    {"<", FhirTest::less},
    {">=", FhirTest::greater_or_equal},
    {"<=", FhirTest::less_or_equal},
}};

// What every form has and nobody misses: how the file is filed, not what is asked.
constexpr std::array<const char*, 26> known_keys{
    "derivedFrom", "_title",    "resourceType",   "id",           "meta",        "language",  "text",
    "contained",   "url",       "name",           "title",        "version",     "copyright", "status",
    "item",        "extension", "identifier",     "code",         "subjectType", "date",      "experimental",
    "publisher",   "contact",   "lastReviewDate", "approvalDate", "jurisdiction"};

constexpr std::array<std::string_view, 21> item_keys{
    "id",        "_text",   "_prefix",      "linkId",     "code",
    "prefix",    "text",    "type",         "enableWhen", "enableBehavior",
    "required",  "repeats", "readOnly",     "maxLength",  "answerValueSet",
    "initial",   "item",    "answerOption", "extension",  "modifierExtension",
    "definition"};

template<std::size_t size, class Value>
std::optional<Value> named(const std::array<std::pair<std::string_view, Value>, size>& list, std::string_view word) {
    const auto found = std::ranges::find(list, word, &std::pair<std::string_view, Value>::first);
    return found == list.end() ? std::nullopt : std::optional(found->second);
}

class Reader {
public:
    Reader(const JsonPlace& top, const std::vector<nlohmann::json>& more, JsonFaults& faults)
        : m_sets(top, more, faults) {}
    std::vector<FhirItem> items(const JsonPlace& above);

private:
    FhirItem item(const JsonPlace& place);
    static FhirCondition condition(const JsonPlace& place);

    FhirValueSets m_sets;
    std::set<std::string> m_link_ids;
    std::size_t m_count = 0;
};

FhirCondition Reader::condition(const JsonPlace& place) {
    FhirCondition condition;
    refuse_modifiers(place);
    condition.question = place.text("question").value_or("");
    if (condition.question.empty()) place.diagnose("question", "is missing; it names the linkId of a question");
    const auto test = named(tests, place.text("operator").value_or(""));
    if (!test) place.diagnose("operator", "must be one of: exists, =, !=, >, <, >=, <=");
    condition.test = test.value_or(FhirTest::exists);
    if (place.has("answerBoolean")) {
        condition.truth = place.truth("answerBoolean").value_or(false);
    } else if (place.has("answerInteger") || place.has("answerDecimal")) {
        condition.kind = FhirAnswer::number;
        condition.number = place.has("answerInteger") ? static_cast<double>(place.whole("answerInteger").value_or(0))
                                                      : place.number("answerDecimal").value_or(0);
    } else if (const auto quantity = place.object("answerQuantity")) {
        condition.kind = FhirAnswer::number;
        condition.number = quantity->number("value").value_or(0);
    } else if (const auto coding = place.object("answerCoding")) {
        condition.kind = FhirAnswer::coding;
        condition.system = line_at_key(*coding, "system");
        condition.code = line_at_key(*coding, "code");
        condition.text = line_at_key(*coding, "display");
    } else if (place.has("answerString")) {
        condition.kind = FhirAnswer::text;
        condition.text = line_at_key(place, "answerString");
    } else {
        condition.kind = FhirAnswer::other;
    }
    if (condition.test == FhirTest::exists && !place.has("answerBoolean"))
        place.diagnose("answerBoolean", "is missing; the operator exists needs it");
    return condition;
}

FhirItem Reader::item(const JsonPlace& place) {
    FhirItem item;
    item.place = place.place();
    item.link_id = place.text("linkId").value_or("");
    if (item.link_id.empty()) {
        place.diagnose("linkId", "is missing; every item has one of its own");
    } else if (!m_link_ids.insert(item.link_id).second) {
        place.diagnose("linkId", in_quotes(item.link_id) + " is another item's linkId too");
    }
    const auto word = place.text("type").value_or("");
    const auto type = named(types, word);
    if (!type)
        place.diagnose("type", word.empty() ? "is missing" : in_quotes(word) + " is no type of an item in FHIR R4");
    item.type = type.value_or(FhirType::display);
    item.type_word = word;
    item.text = words_or_drawn(place, "text", "_text");
    item.text_in = fhir_translations(place, "_text", item.unused);
    item.prefix = words_or_drawn(place, "prefix", "_prefix");
    if (item.text.size() + item.prefix.size() > fhir_text_bytes)
        place.diagnose("text", "is longer than " + std::to_string(fhir_text_bytes) + " bytes");
    item.required = place.truth("required").value_or(false);
    item.repeats = place.truth("repeats").value_or(false);
    item.read_only = place.truth("readOnly").value_or(false);
    item.max_length = place.whole("maxLength");
    if (item.max_length && *item.max_length < 1) place.diagnose("maxLength", "must be 1 or more");
    item.has_initial = !place.objects("initial").empty();
    for (const auto& code : place.objects("code"))
        item.codes.push_back(code_of(code));
    read_item_extensions(place, item);
    for (const auto& key : place.keys())
        if (std::ranges::find(item_keys, std::string_view(key)) == item_keys.end()) add_unused(item.unused, shown(key));
    if (item.minimum && item.maximum && *item.minimum > *item.maximum)
        place.diagnose("extension", "has a minValue that is larger than its maxValue");
    m_sets.read_options(place, item);
    for (const auto& when : place.objects("enableWhen"))
        item.conditions.push_back(condition(when));
    if (item.conditions.size() > fhir_conditions_of_an_item)
        place.diagnose("enableWhen", "has more than " + std::to_string(fhir_conditions_of_an_item) + " conditions");
    const auto behavior = place.text("enableBehavior");
    if (behavior && *behavior != "all" && *behavior != "any")
        place.diagnose("enableBehavior", "must be \"all\" or \"any\"");
    item.any_condition = behavior == "any";
    item.behavior_missing = item.conditions.size() > 1 && !behavior;
    item.items = items(place);
    return item;
}

std::vector<FhirItem> Reader::items(const JsonPlace& above) {
    std::vector<FhirItem> list;
    for (const auto& place : above.objects("item")) {
        if (++m_count > fhir_items) {
            if (m_count == fhir_items + 1)
                above.diagnose("item",
                               "makes more than " + std::to_string(fhir_items) + " items; a module has at most 200");
            break;
        }
        list.push_back(item(place));
    }
    return list;
}

}

std::optional<FhirQuestionnaire> fhir_questionnaire(const nlohmann::json& json, JsonFaults& faults,
                                                    const std::vector<nlohmann::json>& more) {
    const JsonPlace top(json, "", faults);
    const auto kind = top.text("resourceType").value_or("");
    if (kind != "Questionnaire") {
        faults.add("resourceType", kind.empty() ? "is missing; it must be \"Questionnaire\""
                                                : in_quotes(kind) + " is not a form; it must be \"Questionnaire\"");
        return std::nullopt;
    }
    FhirQuestionnaire form;
    form.id = line_at_key(top, "id");
    form.url = line_at_key(top, "url");
    form.language = line_at_key(top, "language");
    form.name = line_at_key(top, "name");
    form.title = words_at_key(top, "title");
    form.title_in = fhir_translations(top, "_title", form.unused);
    form.version = line_at_key(top, "version");
    form.copyright = words_at_key(top, "copyright");
    form.status = line_at_key(top, "status");
    if (const auto meta = top.object("meta"))
        form.is_restricted = std::ranges::any_of(meta->objects("security"), is_restricted);
    for (const auto& extension : fhir_extensions(top)) {
        if (auto variable = variable_of(extension)) {
            form.variables.push_back(std::move(*variable));
        } else if (extension.url == own_form_url) {
            for (const auto& part : fhir_extensions(extension.place)) {
                if (part.url == "form") form.own_form = part.place.text("valueString").value_or("");
                if (part.url == "inPart") form.own_form_in_part = part.place.truth("valueBoolean").value_or(false);
            }
        } else {
            form.unused.push_back("extension " + extension.url);
        }
    }
    for (const auto& key : top.keys()) {
        const bool known = std::ranges::any_of(known_keys, [&](const char* name) { return key == name; });
        if (!known) form.unused.push_back(shown(key));
    }
    if (form.variables.size() > fhir_variables)
        faults.add("extension", "has more than " + std::to_string(fhir_variables) + " variables");
    form.items = Reader(top, more, faults).items(top);
    if (form.items.empty()) faults.add("item", "is missing; a form asks at least one thing");
    if (!faults.empty()) return std::nullopt;
    return form;
}

}
