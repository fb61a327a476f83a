#include "content/fhir/form.hpp"
#include "content/forms/limits.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/fields.hpp"
#include "content/read/text_file.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <set>

namespace content {

namespace {

constexpr std::size_t most_choices = 20;

std::optional<int> stored(const FhirOption& option) {
    const auto number = option.weight  ? option.weight
                        : option.whole ? std::optional(static_cast<double>(*option.whole))
                                       : std::nullopt;
    if (!number || std::abs(*number) > greatest_value || *number != std::floor(*number)) return std::nullopt;
    return static_cast<int>(*number);
}

// Why the form's own values cannot be used; empty when they can. A form that has none has nothing to lose.
std::string why_not_its_own(const std::vector<FhirOption>& options) {
    std::set<int> values;
    for (const auto& option : options) {
        if (!option.weight && !option.whole) return "only some of its choices have a value";
        const auto value = stored(option);
        if (!value) return "a choice has a value that is no whole number from -1000000 to 1000000";
        if (!values.insert(*value).second) return fmt::format("two of its choices have the value {}", *value);
    }
    return {};
}

void list_what_is_left_out(const FhirItem& item, FhirLosses& losses) {
    if (item.type == FhirType::open_choice)
        losses.add(item.link_id, "an answer in one's own words cannot be written here; only the choices are offered");
    if (std::ranges::any_of(item.options, &FhirOption::chosen_at_first))
        losses.add(item.link_id, "a choice that is chosen from the start; here nothing is chosen until somebody does");
    if (item.repeats && std::ranges::any_of(item.options, &FhirOption::exclusive))
        losses.add(item.link_id, "a choice that excludes the others; here it can be chosen beside them");
}

// A label that another choice has already gets a number behind it: nobody could tell the two apart.
std::string unlike_the_others(const std::string& label, const std::vector<model::Choice>& others,
                              const std::string& link_id, FhirLosses& losses) {
    constexpr std::size_t room = 5; // of the number and what stands around it
    auto made = label;
    for (std::size_t number = 2; std::ranges::find(others, made, &model::Choice::label) != others.end(); ++number)
        made = fmt::format("{} ({})", cut_short(label, choice_limit.characters - room), number);
    if (made != label)
        losses.add(link_id,
                   fmt::format("another choice says {} too; here this one says {}", in_quotes(label), in_quotes(made)));
    return made;
}

}

FhirChoices fhir_choices(const FhirItem& item, FhirLosses& losses) {
    FhirChoices made;
    const auto& options = item.options;
    if (item.other_options) {
        losses.add(item.link_id, "the question is left out: its choices are not in the file (answerValueSet)");
        return made;
    }
    if (options.size() < 2 || options.size() > most_choices) {
        losses.add(item.link_id,
                   fmt::format("the question is left out: it has {}{} choices, and 2 to {} can be shown",
                               options.size(), options.size() == fhir_options_kept ? " or more" : "", most_choices));
        return made;
    }
    const bool has_values = std::ranges::any_of(options, [](const auto& one) { return one.weight || one.whole; });
    const auto why_not = has_values ? why_not_its_own(options) : std::string();
    if (!why_not.empty())
        losses.add(item.link_id,
                   fmt::format("its own values: {}; the choices are numbered from 1 and not scored", why_not));
    made.scored = has_values && why_not.empty();
    std::vector<std::size_t> order(options.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto value = [&](std::size_t at) { return made.scored ? *stored(options[at]) : static_cast<int>(at) + 1; };
    std::ranges::stable_sort(order, {}, value);
    if (!std::ranges::is_sorted(order))
        losses.add(item.link_id, "the order of its choices; here they run from the smallest value to the largest");
    for (const auto at : order) {
        const auto whole = with_shown_letters(item.link_id, options[at].label, losses);
        const auto label = cut_short(whole, choice_limit.characters);
        if (label != whole)
            losses.add(item.link_id,
                       fmt::format("the choice {} is cut to {} characters", in_quotes(whole), choice_limit.characters));
        made.choices.push_back({value(at), unlike_the_others(label, made.choices, item.link_id, losses)});
        made.options.push_back(options[at]);
        made.places.push_back(at);
    }
    list_what_is_left_out(item, losses);
    return made;
}

std::string cut_short(std::string_view text, std::size_t characters) {
    if (core::utf8::length(text) <= characters) return std::string(text);
    return std::string(trimmed(text.substr(0, core::utf8::offset_of(text, characters - 3)))) + "...";
}

}
