#include "content/forms/item_keys.hpp"
#include "content/forms/limits.hpp"
#include "content/forms/module_file.hpp"
#include "content/forms/module_writer.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace content {

namespace {

using model::ItemKind;

constexpr std::size_t most_starters = 8;
constexpr int most_text_bytes = 20'000;
constexpr double greatest_weight = 1e300; // of another program
constexpr int most_decimals = 3;
constexpr int first_year = 1900, last_year = 2100; // where the file says nothing
constexpr TextLimit unit_limit{20};

std::vector<model::Choice> read_choices(Fields& fields, const std::string& where, Diagnostics& diagnostics) {
    std::vector<model::Choice> choices;
    std::set<int> values;
    std::map<std::string, int> labels;
    bool rise = true;
    auto tables = fields.tables("choices");
    for (const Node* table : tables) {
        Fields choice(*table, where + ".choices", diagnostics);
        auto value = choice.whole("value", -greatest_value, greatest_value, Need::required);
        std::string label = choice.text("label", choice_limit, Need::required);
        auto system = choice.text("system", url_limit, Need::optional);
        auto code = choice.text("code", code_limit, Need::optional);
        const auto weight = choice.number("weight", -greatest_weight, greatest_weight, Need::optional);
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
        choices.push_back({*value, std::move(label), std::move(system), std::move(code), weight});
    }
    if (tables.size() < 2) fields.diagnose("choices", "must have at least 2 choices");
    if (tables.size() > most_choices) fields.diagnose("choices", fmt::format("has more than {} choices", most_choices));
    return choices;
}

// Choices come from a shared [[response]] or are written in the item, never both.
void take_choices(const KeysRead& read, model::Item& item) {
    Fields& fields = read.fields;
    bool own = fields.has("choices");
    bool shared = fields.has("response");
    if (own && shared) fields.diagnose("response", "stands beside choices; write one of the two");
    if (!own && !shared) {
        fields.diagnose("choices", "is missing; write choices, or response with the id of a [[response]]");
    }
    if (own) item.choices = read_choices(fields, read.where, read.diagnostics);
    if (!shared) return;
    std::string id = fields.id("response", Need::required);
    auto found = read.responses.find(id);
    if (found != read.responses.end()) {
        if (!own) item.choices = found->second;
    } else if (!id.empty()) {
        fields.diagnose("response", "there is no [[response]] with the id \"" + id + "\"");
    }
}

void take_two_way(const KeysRead& read, model::Item& item) {
    take_choices(read, item);
    if (item.choices.size() > most_two_way_choices)
        read.fields.diagnose("kind", fmt::format("two_way has at most {} choices", most_two_way_choices));
}

void take_number(const KeysRead& read, model::Item& item) {
    Fields& fields = read.fields;
    auto minimum = fields.whole("minimum", -greatest_value, greatest_value, Need::required);
    auto maximum = fields.whole("maximum", -greatest_value, greatest_value, Need::required);
    if (minimum && maximum && *minimum >= *maximum) fields.diagnose("maximum", "must be larger than minimum");
    item.decimals = fields.whole("decimals", 0, most_decimals, Need::optional).value_or(0);
    item.minimum = minimum.value_or(0) * scaled_by(item.decimals);
    item.maximum = maximum.value_or(0) * scaled_by(item.decimals);
    item.unit = fields.text("unit", unit_limit, Need::optional);
}

void put_number(std::string& out, const model::Item& item) {
    const int scale = scaled_by(item.decimals);
    put(out, "minimum", std::to_string(item.minimum / scale));
    put(out, "maximum", std::to_string(item.maximum / scale));
    if (item.decimals > 0) put(out, "decimals", std::to_string(item.decimals));
    put_text(out, "unit", item.unit);
}

void take_date(const KeysRead& read, model::Item& item) {
    Fields& fields = read.fields;
    item.minimum = fields.whole("earliest", 1, 9999, Need::optional).value_or(first_year);
    item.maximum = fields.whole("latest", 1, 9999, Need::optional).value_or(last_year);
    if (item.minimum > item.maximum) fields.diagnose("latest", "must not be before earliest");
}

void put_date(std::string& out, const model::Item& item) {
    put(out, "earliest", std::to_string(item.minimum));
    put(out, "latest", std::to_string(item.maximum));
}

void take_zero_to_ten(const KeysRead& read, model::Item& item) {
    Fields& fields = read.fields;
    item.minimum = 0;
    item.maximum = 10;
    item.low_label = fields.text("low_label", label_limit, Need::required);
    item.high_label = fields.text("high_label", label_limit, Need::required);
}

void put_zero_to_ten(std::string& out, const model::Item& item) {
    put_text(out, "low_label", item.low_label);
    put_text(out, "high_label", item.high_label);
}

void take_text(const KeysRead& read, model::Item& item) {
    Fields& fields = read.fields;
    auto bytes = fields.whole("max_bytes", 1, most_text_bytes, Need::required);
    item.max_bytes = static_cast<std::size_t>(bytes.value_or(0));
    item.starters = fields.texts("starters", label_limit, most_starters);
}

void put_text_keys(std::string& out, const model::Item& item) {
    put(out, "max_bytes", std::to_string(item.max_bytes));
}

void take_nothing(const KeysRead& /*read*/, model::Item& /*item*/) {}
void put_nothing(std::string& /*out*/, const model::Item& /*item*/) {}

// How the keys of a kind are read, and written so that they read back the same.
struct KindKeys {
    void (*take)(const KeysRead& read, model::Item& item);
    void (*put)(std::string& out, const model::Item& item);
};

KindKeys keys_of(ItemKind kind) {
    switch (kind) {
    case ItemKind::choice:
    case ItemKind::choices:
        return {take_choices, put_nothing}; // the choices' own line, which several items may share
    case ItemKind::two_way:
        return {take_two_way, put_nothing};
    case ItemKind::number:
        return {take_number, put_number};
    case ItemKind::zero_to_ten:
        return {take_zero_to_ten, put_zero_to_ten};
    case ItemKind::short_text:
    case ItemKind::long_text:
        return {take_text, put_text_keys};
    case ItemKind::date:
        return {take_date, put_date};
    case ItemKind::consent:
    case ItemKind::display:
    case ItemKind::signature:
        return {take_nothing, put_nothing};
    }
    return {take_nothing, put_nothing};
}

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

void read_kind_keys(const KeysRead& read, model::Item& item) {
    keys_of(item.kind).take(read, item);
}

void put_kind_keys(std::string& out, const model::Item& item, const std::string& choices) {
    if (has_choices(item.kind)) out += choices;
    keys_of(item.kind).put(out, item);
}

std::string kinds_that(bool (*are)(ItemKind), std::string_view before_last) {
    std::vector<std::string_view> words;
    for (const ItemKind kind : model::every_kind())
        if (are(kind)) words.push_back(word_of(kind));
    std::string all;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) all += i + 1 < words.size() ? ", " : fmt::format(" {} ", before_last);
        all += words[i];
    }
    return all;
}

}
