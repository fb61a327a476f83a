#include "content/fhir/form.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/fields.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace content {

namespace {

constexpr std::size_t longest_formula = 200'000; // bytes, with its variables

bool is_number(FhirType type) {
    return type == FhirType::integer || type == FhirType::decimal || type == FhirType::quantity;
}

std::string small_letters(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return small;
}

bool says_score(std::string_view text) {
    const auto small = small_letters(text);
    return small.find("score") != std::string::npos || small.find("total") != std::string::npos;
}

bool says_total_score(std::string_view text) {
    const auto small = small_letters(text);
    return small.find("total score") != std::string::npos || small.find("sum score") != std::string::npos;
}

// FHIRPath (http://hl7.org/fhirpath/N1/): texts stand in 'single quotes', variables begin with %.
struct Formula {
    std::string bare;               // without its texts
    std::vector<std::string> texts; // what stood in quotes
    std::vector<std::string> names; // variables
    bool too_long = false;
};

Formula read_formula(std::string_view source) {
    Formula formula;
    const auto in_name = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    for (std::size_t at = 0; at < source.size(); ++at) {
        if (source[at] == '\'') {
            std::string text;
            for (++at; at < source.size() && source[at] != '\''; ++at) {
                if (source[at] == '\\' && at + 1 < source.size()) ++at;
                text += source[at];
            }
            formula.texts.push_back(std::move(text));
            continue;
        }
        if (source[at] == '%') {
            std::string name;
            while (at + 1 < source.size() && in_name(source[at + 1]))
                name += source[++at];
            formula.names.push_back(std::move(name));
            continue;
        }
        formula.bare += source[at];
    }
    return formula;
}

// The formula with every variable it names, each once.
Formula whole_formula(const FhirItem& item, const FhirQuestionnaire& form) {
    std::map<std::string, const std::string*> known;
    for (const auto* list : {&form.variables, &item.variables})
        for (const auto& variable : *list)
            known[variable.name] = &variable.expression;
    Formula whole = read_formula(item.formula);
    std::set<std::string> seen;
    std::size_t length = 0;
    for (std::size_t i = 0; i < whole.names.size(); ++i) {
        const auto found = known.find(whole.names[i]);
        if (found == known.end() || !seen.insert(whole.names[i]).second) continue;
        length += found->second->size();
        whole.too_long = length > longest_formula;
        if (whole.too_long) break;
        auto part = read_formula(*found->second);
        whole.bare += ' ' + part.bare;
        std::ranges::move(part.texts, std::back_inserter(whole.texts));
        std::ranges::move(part.names, std::back_inserter(whole.names));
    }
    return whole;
}

bool is_plain_sum(const Formula& formula) {
    static constexpr std::string_view others[]{"*",     "/",     "-",      "avg(", "round(",
                                               " div ", " mod ", "power(", "min(", "max("};
    return !formula.too_long &&
           std::ranges::none_of(others, [&](auto word) { return formula.bare.find(word) != std::string::npos; });
}

bool is_scored(const FhirAsked& asked) {
    return asked.choices.scored && !asked.source->repeats;
}

std::vector<const FhirAsked*> scored_between(const std::vector<FhirAsked>& asked, std::size_t from, std::size_t to) {
    std::vector<const FhirAsked*> found;
    for (std::size_t i = from; i < to; ++i)
        if (is_scored(asked[i])) found.push_back(&asked[i]);
    return found;
}

// The questions the formula names, or else those beside the total, before it, or in the whole form.
std::vector<const FhirAsked*> summed(const FhirTotal& total, const Formula& formula,
                                     const std::vector<FhirAsked>& asked, std::string& why_not) {
    const std::set<std::string> named(formula.texts.begin(), formula.texts.end());
    std::vector<const FhirAsked*> found;
    for (const auto& one : asked) {
        if (!named.contains(one.source->link_id)) continue;
        if (!is_scored(one))
            why_not = fmt::format("the choices of {} have no values that can be added", in_quotes(one.source->link_id));
        found.push_back(&one);
    }
    if (!found.empty()) return found;
    for (const auto& [from, to] : {std::pair{total.group_begins, total.before}, std::pair{std::size_t{0}, total.before},
                                   std::pair{std::size_t{0}, asked.size()}}) {
        found = scored_between(asked, from, to);
        if (found.size() > 1) break;
    }
    if (found.empty()) why_not = "no question before it has values that can be added";
    return found;
}

std::string listed(const std::vector<const FhirAsked*>& items) {
    std::string names;
    for (const auto* item : items)
        names += (names.empty() ? "" : ", ") + shown(item->source->link_id);
    return names;
}

}

bool holds_a_total(const FhirItem& item) {
    if (!is_number(item.type)) return false;
    const auto is_total_code = [](const std::string& code) { return code == "http://loinc.org 44261-6"; };
    const auto in_points = [](const std::string& unit) { return unit == "{score}"; };
    return !item.formula.empty() || std::ranges::any_of(item.codes, is_total_code) ||
           std::ranges::any_of(item.units, in_points) || says_total_score(item.text) ||
           std::ranges::any_of(item.code_words, says_total_score) || (item.read_only && says_score(item.text));
}

void add_total(const FhirTotal& total, const FhirQuestionnaire& form, const std::vector<FhirAsked>& asked,
               WrittenModule& written, FhirIds& scale_ids, FhirLosses& losses) {
    const FhirItem& item = *total.source;
    const auto formula = whole_formula(item, form);
    std::string why_not;
    const auto items = summed(total, formula, asked, why_not);
    if (!is_plain_sum(formula)) why_not = "its formula is more than a sum";
    model::Scale scale;
    model::Module& module = written.module;
    for (const auto* one : items) {
        if (!why_not.empty()) break;
        const auto& choices = one->choices.choices;
        if (scale.keys.empty()) scale.minimum = choices.front().value, scale.maximum = choices.back().value;
        if (choices.front().value != scale.minimum || choices.back().value != scale.maximum)
            why_not = fmt::format("the values of {} have another range than those before it",
                                  in_quotes(one->source->link_id));
        scale.keys.push_back({module.items[one->index].id, false});
    }
    if (!why_not.empty()) {
        losses.add(item.link_id, fmt::format("the total is left out: {}", why_not));
        return;
    }
    scale.id = {scale_ids.of(item.link_id)};
    const std::string name = item.text.empty() ? "Total" : with_shown_letters(item.link_id, item.text, losses);
    scale.title = cut_short(name, title_limit.characters);
    if (scale.title != name)
        losses.add(item.link_id, fmt::format("the total's title is cut to {} characters", title_limit.characters));
    scale.method = model::Method::sum;
    scale.least_answered = scale.keys.size();
    scale.low_means = "A low total";
    scale.high_means = "A high total";
    scale.is_private = module.is_private;
    losses.add(item.link_id,
               fmt::format("it is not asked; it is a score, the sum of {}. Where one of them is skipped it is "
                           "not scored. Its ends say \"A low total\" and \"A high total\", and there are no "
                           "published figures: write them in",
                           listed(items)));
    const auto waits = [&](const FhirAsked* one) { return !module.items[one->index].enable_when.conditions.empty(); };
    if (std::ranges::any_of(items, waits))
        losses.add(item.link_id, "it needs every answer, and one of its questions is only asked under a condition");
    written.scale_notes[scale.id] = "linkId: " + item.link_id;
    module.scales.push_back(std::move(scale));
}

}
