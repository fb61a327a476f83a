#include "content/forms/item_keys.hpp"
#include "content/forms/limits.hpp"
#include "content/forms/module_file.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace content {

namespace {

using model::Test;

constexpr std::size_t most_conditions = 10;

constexpr std::array<std::pair<std::string_view, Test>, 8> tests{{
    {"answered", Test::answered},
    {"unanswered", Test::unanswered},
    {"equals", Test::equals},
    {"differs", Test::differs},
    {"above", Test::above},
    {"at_least", Test::at_least},
    {"below", Test::below},
    {"at_most", Test::at_most},
}};

bool asks_for_answer_only(Test test) {
    return test == Test::answered || test == Test::unanswered;
}

bool asks_for_order(Test test) {
    return !asks_for_answer_only(test) && test != Test::equals && test != Test::differs;
}

// The item a condition is about: one of this module, before the one it is for, and nobody's secret.
const model::Item* find_earlier(Fields& fields, const model::Module& module, const model::Item& item,
                                const core::ItemId& id, const std::set<std::string>& ids) {
    if (id.empty()) return nullptr;
    const std::string named = "item \"" + id.value + "\"";
    if (id == item.id) {
        fields.diagnose("item", "names the item itself; only what was asked before can be looked at");
        return nullptr;
    }
    const model::Item* earlier = model::find_item(module, id);
    if (!earlier) {
        fields.diagnose("item", ids.contains(id.value)
                                    ? named + " comes later; only what was asked before can be looked at"
                                    : "there is no " + named + " in this module");
        return nullptr;
    }
    if (earlier->is_private) {
        fields.diagnose("item", named + " is private; nothing that is asked may depend on a private answer");
        return nullptr;
    }
    if (earlier->author_only) {
        fields.diagnose("item", named + " is its author's only; what is asked after it would tell the other of it");
        return nullptr;
    }
    if (!takes_answer(earlier->kind)) {
        fields.diagnose("item", named + " is a text to read; it has no answer");
        return nullptr;
    }
    return earlier;
}

// What values the item's answer can have; complains of a test that makes no sense of it.
void check_test(Fields& fields, const model::Item& about, Test test) {
    if (!has_values(about.kind)) {
        const auto kind = is_text(about.kind) ? kinds_that(model::is_text, "or") : std::string(word_of(about.kind));
        fields.diagnose("test",
                        "an item of kind " + kind + " has no value to compare with; allowed are: answered, unanswered");
    } else if (!has_one_value(about.kind) && asks_for_order(test)) {
        fields.diagnose("test", fmt::format("an item of kind {} has no order; allowed are: answered, unanswered, "
                                            "equals, differs",
                                            word_of(about.kind)));
    }
}

bool is_value_of(const model::Item& about, int value) {
    if (has_choices(about.kind))
        return about.choices.empty() ||
               std::ranges::find(about.choices, value, &model::Choice::value) != about.choices.end();
    return value >= about.minimum && value <= about.maximum;
}

// The label of a choice where its value should stand, or another text.
bool is_text(Fields& fields, const Node& table, const model::Item* about) {
    const Entry* value = find_entry(table, "value");
    if (!value || value->value.kind != NodeKind::text) return false;
    fields.has("value");
    std::string rule = "write a number, without quotes";
    if (about && !about->choices.empty()) {
        rule = "write the value of the choice, a number";
        const auto meant = std::ranges::find(about->choices, value->value.text, &model::Choice::label);
        if (meant != about->choices.end())
            rule += ": " + std::to_string(meant->value) + " for " + in_quotes(meant->label);
    }
    fields.diagnose("value", rule);
    return true;
}

void read_value(Fields& fields, const Node& table, const model::Item* about, model::Condition& condition) {
    const bool takes_value = !asks_for_answer_only(condition.test);
    if (takes_value && is_text(fields, table, about)) return;
    const auto value =
        fields.number("value", -greatest_value, greatest_value, takes_value ? Need::required : Need::optional);
    if (!takes_value && fields.has("value")) {
        fields.diagnose("value", "stands beside a test that compares with nothing");
        return;
    }
    if (!value || !about || !takes_value) return;
    const double scaled = *value * scaled_by(about->decimals);
    if (std::abs(scaled - std::round(scaled)) > 1e-6) {
        fields.diagnose("value", "has more decimals than item \"" + about->id.value + "\"");
        return;
    }
    condition.value = static_cast<int>(std::lround(scaled));
    if (has_values(about->kind) && !is_value_of(*about, condition.value))
        fields.diagnose("value", "is no answer to item \"" + about->id.value + "\"");
}

}

void read_enable_when(Fields& fields, const model::Module& module, model::Item& item, const std::set<std::string>& ids,
                      Diagnostics& diagnostics) {
    const auto any = fields.truth("enable_any");
    item.enable_when.any = any.value_or(false);
    const auto tables = fields.tables("enable_when");
    if (any && tables.empty()) fields.diagnose("enable_any", "stands without enable_when");
    if (tables.size() > most_conditions) fields.diagnose("enable_when", "has more than 10 conditions");
    // Whether a question is asked can be seen by others; nothing private may show in that.
    if (item.is_private && !tables.empty())
        fields.diagnose("enable_when", "a private item is always asked, so that nobody can see what was answered");
    std::vector<std::string_view> names;
    for (const auto& test : tests)
        names.push_back(test.first);
    for (const Node* table : tables) {
        Fields each(*table, "item " + item.id.value + ".enable_when", diagnostics);
        model::Condition condition;
        condition.item = {each.id("item", Need::required)};
        const model::Item* about = find_earlier(each, module, item, condition.item, ids);
        const auto test = each.one_of("test", names, Need::required);
        if (test) {
            condition.test = tests.at(*test).second;
            if (about && !asks_for_answer_only(condition.test)) check_test(each, *about, condition.test);
            read_value(each, *table, about, condition);
            each.finish();
        }
        item.enable_when.conditions.push_back(std::move(condition));
    }
}

}
