#include "content/fhir/form.hpp"
#include "content/forms/limits.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/fields.hpp"
#include "content/read/letters.hpp"
#include "content/read/text_file.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>

namespace content {

namespace {

std::optional<int> stored(const FhirOption& option) {
    const auto number = option.weight  ? option.weight
                        : option.whole ? std::optional(static_cast<double>(*option.whole))
                                       : std::nullopt;
    if (!number || std::abs(*number) > greatest_value || *number != std::floor(*number)) return std::nullopt;
    return static_cast<int>(*number);
}

enum class FhirOrder { rising, falling, mixed };
FhirOrder order_of(const std::vector<int>& values) {
    if (std::ranges::is_sorted(values)) return FhirOrder::rising;
    return std::ranges::is_sorted(values, std::greater()) ? FhirOrder::falling : FhirOrder::mixed;
}

// The form's own values in its order; nothing, with the reason, when they cannot be used.
std::optional<std::vector<int>> own_values(const std::vector<FhirOption>& options, std::string& why_not) {
    std::vector<int> values;
    for (const auto& option : options) {
        const auto value = stored(option);
        if (!option.weight && !option.whole) {
            why_not = "only some of its choices have a value";
        } else if (!value) {
            why_not = "a choice has a value that is no whole number from -1000000 to 1000000";
        } else if (std::ranges::find(values, *value) != values.end()) {
            why_not = fmt::format("two of its choices have the value {}", *value);
        }
        if (!why_not.empty()) return std::nullopt;
        values.push_back(*value);
    }
    if (order_of(values) != FhirOrder::mixed) return values;
    why_not = "they neither rise nor fall from choice to choice";
    return std::nullopt;
}

void list_what_is_left_out(const FhirItem& item, FhirLosses& losses) {
    if (item.type == FhirType::open_choice)
        losses.add(item.link_id, "an answer in one's own words cannot be written here; only the choices are offered");
    if (std::ranges::any_of(item.options, &FhirOption::chosen_at_first))
        losses.add(item.link_id, "a choice that is chosen from the start; here nothing is chosen until somebody does");
    if (item.repeats && std::ranges::any_of(item.options, &FhirOption::exclusive))
        losses.add(item.link_id, "a choice that excludes the others; here it can be chosen beside them");
}

// Its beginning, and its end where another choice begins alike.
std::string label_within(const std::string& whole, const std::vector<FhirOption>& options) {
    constexpr auto most = choice_limit.characters;
    const auto cut = cut_short(whole, most);
    const auto alike = [&](const FhirOption& other) { return cut_short(other.label, most) == cut; };
    if (cut == whole || std::ranges::count_if(options, alike) < 2) return cut;
    const auto length = core::utf8::length(whole), half = most / 2 - 3;
    return std::string(trimmed(whole.substr(0, core::utf8::offset_of(whole, half)))) + " ... " +
           std::string(trimmed(whole.substr(core::utf8::offset_of(whole, length - half))));
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
        losses.add(item.link_id,
                   fmt::format("the question is left out: its choices are {}, and --value-sets can bring them "
                               "(answerValueSet \"{}\")",
                               item.set_is_filter  ? "all that a filter finds in a code system, which a terminology "
                                                     "server lists ($expand)"
                               : item.set_is_there ? "in a set that is there and names none, or sets that are not there"
                                                   : "not in the file",
                               cut_short(without_strange_letters(item.set_elsewhere), url_limit.characters)));
        return made;
    }
    if (item.too_many_options || options.size() < 2 || options.size() > most_choices) {
        losses.add(item.link_id, fmt::format("the question is left out: it has {} choices, and 2 to {} can be shown",
                                             item.too_many_options ? fmt::format("more than {}", most_choices)
                                                                   : std::to_string(options.size()),
                                             most_choices));
        return made;
    }
    const bool has_values = std::ranges::any_of(options, [](const auto& one) { return one.weight || one.whole; });
    std::string why_not;
    const auto values = has_values ? own_values(options, why_not) : std::nullopt;
    if (!why_not.empty())
        losses.add(item.link_id, fmt::format("its own values: {}; the choices are numbered from 1 as they stand, and "
                                             "what each counts stands beside it (weight)",
                                             why_not));
    const bool falls = values && order_of(*values) == FhirOrder::falling;
    made.scored = values && !falls;
    const bool weighs = std::ranges::any_of(options, [](const auto& one) { return one.weight.has_value(); });
    if (falls && weighs)
        losses.add(item.link_id, "the first of its choices counts most; here their values rise, so that they keep "
                                 "their order, and a scale that counts them turns them round (reversed)");
    else if (falls)
        losses.add(
            item.link_id,
            fmt::format("its numbers fall from choice to choice; here their values rise, so that they keep their "
                        "order: {} stands for {}, and exports say both; a scale that counts them turns them "
                        "round (reversed)",
                        values->back(), values->front()));
    for (std::size_t at = 0; at < options.size(); ++at) {
        const auto& option = options[at];
        const int value = !values ? static_cast<int>(at) + 1
                          : falls ? values->front() + values->back() - (*values)[at]
                                  : (*values)[at];
        const auto whole = with_shown_letters(item.link_id, option.label, losses);
        const auto label = label_within(whole, options);
        if (label != whole)
            losses.add(item.link_id,
                       fmt::format("the choice {} is cut to {} characters", in_quotes(whole), choice_limit.characters));
        model::Choice choice{value, unlike_the_others(label, made.choices, item.link_id, losses)};
        if (const auto code = kept_code(item.link_id, {option.system, option.code, ""}, losses)) {
            choice.system = code->system;
            choice.code = code->code;
        }
        choice.weight = option.weight;
        made.choices.push_back(std::move(choice));
        made.options.push_back(option);
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
