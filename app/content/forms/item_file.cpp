#include "content/forms/module_file.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace content {

namespace {

using model::ItemKind;

constexpr std::array<std::pair<std::string_view, ItemKind>, 11> kinds{{
    {"choice", ItemKind::choice},
    {"choices", ItemKind::choices},
    {"two_way", ItemKind::two_way},
    {"number", ItemKind::number},
    {"zero_to_ten", ItemKind::zero_to_ten},
    {"short_text", ItemKind::short_text},
    {"long_text", ItemKind::long_text},
    {"consent", ItemKind::consent},
    {"date", ItemKind::date},
    {"display", ItemKind::display},
    {"signature", ItemKind::signature},
}};

constexpr std::size_t most_items = 200;
constexpr std::size_t most_choices = 20;
constexpr std::size_t most_starters = 8;
constexpr int greatest = 1'000'000;
constexpr int most_text_bytes = 20'000;
constexpr int most_decimals = 3;
constexpr int first_year = 1900, last_year = 2100; // where the file says nothing
constexpr TextLimit unit_limit{20};

using Responses = std::map<std::string, std::vector<model::Choice>>;

std::vector<model::Choice> read_choices(Fields& fields, const std::string& where, Diagnostics& diagnostics) {
    std::vector<model::Choice> choices;
    std::set<int> values;
    std::map<std::string, int> labels;
    bool rise = true;
    auto tables = fields.tables("choices");
    for (const Node* table : tables) {
        Fields choice(*table, where + ".choices", diagnostics);
        auto value = choice.whole("value", -greatest, greatest, Need::required);
        std::string label = choice.text("label", label_limit, Need::required);
        choice.finish();
        if (!value) continue;
        if (!values.insert(*value).second) {
            choice.diagnose("value", "has the value " + std::to_string(*value) + " twice");
        }
        if (rise && !choices.empty() && *value < choices.back().value) {
            choice.diagnose("value", "must be larger than the value before it; write the choices in the order of their "
                                     "values");
            rise = false;
        }
        if (const auto [same, is_new] = labels.emplace(label, *value); !is_new && !label.empty())
            choice.diagnose("label", fmt::format("{} is the label of the value {} too; nobody could tell them apart",
                                                 in_quotes(label), same->second));
        choices.push_back({*value, std::move(label)});
    }
    if (tables.size() < 2) fields.diagnose("choices", "must have at least 2 choices");
    if (tables.size() > most_choices) fields.diagnose("choices", "has more than 20 choices");
    return choices;
}

Responses read_responses(Fields& top, Diagnostics& diagnostics) {
    Responses responses;
    for (const Node* table : top.tables("response")) {
        Fields plain(*table, "response", diagnostics);
        std::string id = plain.id("id", Need::required);
        std::string where = "response " + (id.empty() ? "without id" : id);
        plain.has("choices");
        plain.finish();
        Fields named(*table, where, diagnostics);
        auto choices = read_choices(named, where, diagnostics);
        if (!id.empty() && !responses.emplace(id, std::move(choices)).second) {
            named.diagnose("id", "another response has this id");
        }
    }
    return responses;
}

// Choices come from a shared [[response]] or are written in the item, never both.
void take_choices(Fields& fields, model::Item& item, const Responses& responses, const std::string& where,
                  Diagnostics& diagnostics) {
    bool own = fields.has("choices");
    bool shared = fields.has("response");
    if (own && shared) fields.diagnose("response", "stands beside choices; write one of the two");
    if (!own && !shared) {
        fields.diagnose("choices", "is missing; write choices, or response with the id of a [[response]]");
    }
    if (own) item.choices = read_choices(fields, where, diagnostics);
    if (!shared) return;
    std::string id = fields.id("response", Need::required);
    auto found = responses.find(id);
    if (found != responses.end()) {
        if (!own) item.choices = found->second;
    } else if (!id.empty()) {
        fields.diagnose("response", "there is no [[response]] with the id \"" + id + "\"");
    }
}

void take_number(Fields& fields, model::Item& item) {
    auto minimum = fields.whole("minimum", -greatest, greatest, Need::required);
    auto maximum = fields.whole("maximum", -greatest, greatest, Need::required);
    if (minimum && maximum && *minimum >= *maximum) fields.diagnose("maximum", "must be larger than minimum");
    item.decimals = fields.whole("decimals", 0, most_decimals, Need::optional).value_or(0);
    item.minimum = minimum.value_or(0) * scaled_by(item.decimals);
    item.maximum = maximum.value_or(0) * scaled_by(item.decimals);
    item.unit = fields.text("unit", unit_limit, Need::optional);
}

void take_date(Fields& fields, model::Item& item) {
    item.minimum = fields.whole("earliest", 1, 9999, Need::optional).value_or(first_year);
    item.maximum = fields.whole("latest", 1, 9999, Need::optional).value_or(last_year);
    if (item.minimum > item.maximum) fields.diagnose("latest", "must not be before earliest");
}

void take_zero_to_ten(Fields& fields, model::Item& item) {
    item.minimum = 0;
    item.maximum = 10;
    item.low_label = fields.text("low_label", label_limit, Need::required);
    item.high_label = fields.text("high_label", label_limit, Need::required);
}

void take_text(Fields& fields, model::Item& item) {
    auto bytes = fields.whole("max_bytes", 1, most_text_bytes, Need::required);
    item.max_bytes = static_cast<std::size_t>(bytes.value_or(0));
    item.starters = fields.texts("starters", label_limit, most_starters);
}

void take_by_kind(Fields& fields, model::Item& item, const Responses& responses, const std::string& where,
                  Diagnostics& diagnostics) {
    switch (item.kind) {
    case ItemKind::choice:
    case ItemKind::choices:
    case ItemKind::two_way:
        take_choices(fields, item, responses, where, diagnostics);
        break;
    case ItemKind::number:
        take_number(fields, item);
        break;
    case ItemKind::zero_to_ten:
        take_zero_to_ten(fields, item);
        break;
    case ItemKind::short_text:
    case ItemKind::long_text:
        take_text(fields, item);
        break;
    case ItemKind::date:
        take_date(fields, item);
        break;
    case ItemKind::consent:
    case ItemKind::display:
    case ItemKind::signature:
        break;
    }
}

// Consent and signature are given or not; of a text to read there is nothing to say.
bool can_prefer_not(ItemKind kind) {
    return kind != ItemKind::consent && kind != ItemKind::display && kind != ItemKind::signature;
}

bool is_text(ItemKind kind) {
    return kind == ItemKind::short_text || kind == ItemKind::long_text;
}

void check_privacy(Fields& fields, model::Item& item, const model::Module& module) {
    auto own = fields.truth("private");
    if (module.is_private && own == false) fields.diagnose("private", "every item of a private module is private");
    item.is_private = module.is_private || own.value_or(false);
    item.releasable = fields.truth("releasable").value_or(false);
    if (item.releasable && item.is_private) fields.diagnose("releasable", "a private item cannot be releasable");
    if (item.releasable && !is_text(item.kind)) {
        fields.diagnose("releasable", "only an item of kind short_text or long_text can be releasable");
    }
}

}

int scaled_by(int decimals) {
    int by = 1;
    for (int i = 0; i < decimals; ++i)
        by *= 10;
    return by;
}

void read_items(Fields& top, model::Module& module, ItemNotes& notes, Diagnostics& diagnostics) {
    Responses responses = read_responses(top, diagnostics);
    auto tables = top.tables("item");
    if (tables.empty()) top.diagnose("item", "is missing; a module needs at least one [[item]]");
    if (tables.size() > most_items) top.diagnose("item", "has more than 200 items");
    std::set<std::string> ids;
    for (const Node* table : tables)
        if (const Entry* id = find_entry(*table, "id")) ids.insert(id->value.text);
    std::vector<std::string_view> names;
    for (const auto& kind : kinds)
        names.push_back(kind.first);
    for (const Node* table : tables) {
        const Entry* named = find_entry(*table, "id");
        std::string where = "item";
        if (named && is_id(named->value.text)) where += " " + named->value.text;
        Fields fields(*table, where, diagnostics);
        model::Item item;
        item.id = {fields.id("id", Need::required)};
        item.words_of = item.id;
        auto kind = fields.one_of("kind", names, Need::required);
        item.text = fields.text("text", text_limit, Need::required);
        item.detail = fields.text("detail", text_limit, Need::optional);
        item.chart_label = fields.text("chart_label", label_limit, Need::optional);
        ItemNote note{fields.line(), fields.truth("scored"), false};
        if (kind) {
            item.kind = kinds.at(*kind).second;
            take_by_kind(fields, item, responses, where, diagnostics);
            check_privacy(fields, item, module);
            read_talk_of_item(fields, module, item);
            item.may_prefer_not = fields.truth("prefer_not_to_say").value_or(false);
            if (item.may_prefer_not && !can_prefer_not(item.kind))
                fields.diagnose("prefer_not_to_say",
                                "does not belong to an item of kind consent, display or signature");
            note.can_be_scored = can_be_scored(item);
            if (note.scored == true && !note.can_be_scored)
                fields.diagnose("scored", item.decimals > 0 ? "a number with decimals cannot be scored"
                                                            : "an item of this kind cannot be scored; only choice, "
                                                              "number and zero_to_ten can");
            read_enable_when(fields, module, item, ids, diagnostics);
            fields.finish();
        }
        if (!item.id.empty() && !notes.emplace(item.id, note).second) {
            fields.diagnose("id", "another item of this module has this id");
        }
        module.items.push_back(std::move(item));
    }
}

}
