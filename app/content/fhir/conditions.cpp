#include "content/fhir/form.hpp"
#include "content/read/diagnostics.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace content {

namespace {

using model::Test;

constexpr std::size_t most_conditions = 10;

Test test_of(FhirTest test) {
    switch (test) {
    case FhirTest::exists:
        return Test::answered;
    case FhirTest::equal:
        return Test::equals;
    case FhirTest::not_equal:
        return Test::differs;
    case FhirTest::greater:
        return Test::above;
    case FhirTest::less:
        return Test::below;
    case FhirTest::greater_or_equal:
        return Test::at_least;
    case FhirTest::less_or_equal:
        return Test::at_most;
    }
    return Test::answered;
}

bool is_order(FhirTest test) {
    return test != FhirTest::exists && test != FhirTest::equal && test != FhirTest::not_equal;
}

bool means(const FhirCondition& condition, const FhirOption& option) {
    if (condition.kind == FhirAnswer::number)
        return option.whole && static_cast<double>(*option.whole) == condition.number;
    if (condition.kind == FhirAnswer::text) return option.code.empty() && option.said == condition.text;
    if (condition.code.empty()) return !condition.text.empty() && option.said == condition.text;
    const bool same_system = condition.system.empty() || option.system.empty() || condition.system == option.system;
    return same_system && option.code == condition.code;
}

// The stored number that the condition compares with; nothing when the question cannot be answered so.
std::optional<int> compared(const FhirCondition& condition, const model::Item& item, const FhirAsked& asked) {
    if (has_choices(item.kind)) {
        const bool by_whole = condition.kind == FhirAnswer::number && has_one_value(item.kind);
        if (is_order(condition.test) && !(by_whole && asked.choices.scored)) return std::nullopt;
        if (asked.source->type == FhirType::boolean)
            return condition.kind == FhirAnswer::truth ? std::optional(condition.truth ? 1 : 0) : std::nullopt;
        const auto found =
            std::ranges::find_if(asked.choices.options, [&](const auto& one) { return means(condition, one); });
        if (found == asked.choices.options.end()) return std::nullopt;
        return asked.choices.choices[static_cast<std::size_t>(found - asked.choices.options.begin())].value;
    }
    if (!is_counted(item.kind) || condition.kind != FhirAnswer::number) return std::nullopt;
    const double scaled = std::round(condition.number * std::pow(10, item.decimals) * 1e6) / 1e6;
    if (scaled < item.minimum || scaled > item.maximum || scaled != std::floor(scaled)) return std::nullopt;
    return static_cast<int>(scaled);
}

std::optional<model::Condition> condition_here(const FhirCondition& condition, const model::Module& module,
                                               const std::vector<FhirAsked>& asked, std::string& why_not) {
    const auto found =
        std::ranges::find_if(asked, [&](const FhirAsked& one) { return one.source->link_id == condition.question; });
    if (found == asked.end()) {
        why_not = "is not asked before it";
        return std::nullopt;
    }
    const model::Item& item = module.items[found->index];
    if (is_private(module, item)) {
        why_not = "is private, and nothing depends on a private answer";
        return std::nullopt;
    }
    if (condition.test == FhirTest::exists)
        return model::Condition{item.id, condition.truth ? Test::answered : Test::unanswered, 0};
    const auto value = compared(condition, item, *found);
    if (value) return model::Condition{item.id, test_of(condition.test), *value};
    why_not = "cannot be compared so here";
    return std::nullopt;
}

}

model::EnableWhen fhir_conditions(const std::string& link_id, const FhirConditions& conditions,
                                  const model::Module& module, const std::vector<FhirAsked>& asked,
                                  FhirLosses& losses) {
    model::EnableWhen when;
    when.any = conditions.any && conditions.list.size() > 1;
    bool one_lost = false;
    for (const auto& condition : conditions.list) {
        std::string why_not = "in a private form nothing depends on an answer";
        const auto here = module.is_private ? std::nullopt : condition_here(condition, module, asked, why_not);
        if (here) {
            when.conditions.push_back(*here);
            continue;
        }
        one_lost = true;
        losses.add(link_id,
                   fmt::format("its condition on {} (enableWhen): {}; without it the question is asked more often",
                               in_quotes(condition.question), why_not));
    }
    if (one_lost && when.any) when = {};
    if (when.conditions.size() > most_conditions) {
        losses.add(link_id,
                   fmt::format("{} conditions (enableWhen); at most {} are kept, and the question is asked more often",
                               when.conditions.size(), most_conditions));
        if (when.any) return {};
        when.conditions.resize(most_conditions);
    }
    // FHIR's != holds without an answer too, and the test `differs` does not.
    const auto differs = [](const model::Condition& one) { return one.test == Test::differs; };
    if (std::ranges::none_of(when.conditions, differs)) return when;
    if ((when.any && 2 * when.conditions.size() <= most_conditions) || when.conditions.size() == 1) {
        when.any = true;
        for (const auto& one : std::vector(when.conditions))
            if (differs(one)) when.conditions.push_back({one.item, Test::unanswered, 0});
    } else {
        losses.add(link_id, "its condition with != (enableWhen): here it does not hold when that question is skipped");
    }
    return when;
}

}
