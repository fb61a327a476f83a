#include "content/fhir/questions.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/fields.hpp"
#include "content/read/text_file.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace content {

namespace {

using model::ItemKind;

constexpr std::size_t longest_stem = 150; // characters; a longer one gets a page of its own
constexpr std::string_view person_place = "{person}";
constexpr std::size_t most_named = 3; // questions named in one line of the list

// A stem runs on into its questions; another group's text is a heading.
bool runs_on(std::string_view text) {
    return text.ends_with('?') || text.ends_with(':') || text.ends_with(',') || text.ends_with("...") ||
           text.ends_with("…");
}

std::string joined(std::string_view first, std::string_view second) {
    if (first.empty() || second.empty()) return std::string(first) + std::string(second);
    return fmt::format("{} {}", first, second);
}

std::string whole_text(const FhirItem& item) {
    return joined(item.prefix, item.text);
}

bool has_question(const std::vector<FhirItem>& items) {
    return std::ranges::any_of(items, [](const FhirItem& item) {
        return (item.type != FhirType::group && item.type != FhirType::display) || has_question(item.items);
    });
}

}

void FhirQuestions::take_all() {
    take(m_source.items, {});
    add_totals(m_totals, m_source, m_asked, m_written, m_losses);
    std::map<std::string, std::vector<std::string>> by_name;
    list_unused(m_source.items, by_name);
    for (const auto& [name, link_ids] : by_name) {
        std::string names;
        for (std::size_t i = 0; i < std::min(link_ids.size(), most_named); ++i)
            names += (i == 0 ? "" : ", ") + shown(link_ids[i]);
        if (link_ids.size() > most_named) names += fmt::format(" and {} more", link_ids.size() - most_named);
        m_losses.add_named(names, fmt::format("{} is not used", name));
    }
}

void FhirQuestions::take(const std::vector<FhirItem>& items, const Above& above) {
    for (const auto& item : items)
        take(item, above);
}

void FhirQuestions::take(const FhirItem& item, const Above& above) {
    if (item.hidden && !holds_a_total(item)) {
        m_losses.add(item.link_id, "it is hidden in the file and left out, with all below it");
        return;
    }
    if (item.type == FhirType::group) {
        take_group(item, above);
    } else if (item.type == FhirType::display) {
        take_display(item, above);
    } else if (holds_a_total(item)) {
        if (!item.conditions.empty() || item.conditional_expression)
            m_losses.add(item.link_id,
                         "the condition of the total (enableWhen); it is scored whenever every answer is there");
        m_totals.push_back({&item, above.groups});
        take(item.items, below(above, item));
    } else {
        take_question(item, above);
    }
}

void FhirQuestions::take_group(const FhirItem& item, const Above& above) {
    if (item.repeats) m_losses.add(item.link_id, "the group may be answered several times; here it is asked once");
    if (item.required) m_losses.add(item.link_id, "it is required; here everybody may skip");
    auto within = below(above, item);
    within.conditions = conditions_of(item, above);
    const auto text = whole_text(item);
    const bool is_stem = runs_on(text) && core::utf8::length(text) <= longest_stem && has_question(item.items);
    if (is_stem) {
        const auto both = joined(above.stem, text);
        within.stem = core::utf8::length(both) <= longest_stem ? both : text;
    } else if (!text.empty()) {
        const auto when = fhir_conditions(item.link_id, within.conditions, m_module, m_asked, m_losses);
        show(item, above, text, when);
    }
    take(item.items, within);
}

void FhirQuestions::take_display(const FhirItem& item, const Above& above) {
    const auto text = whole_text(item);
    if (text.empty()) {
        m_losses.add(item.link_id, "a display without a text");
    } else {
        show(item, above, text, fhir_conditions(item.link_id, conditions_of(item, above), m_module, m_asked, m_losses));
    }
    take(item.items, below(above, item));
}

void FhirQuestions::take_question(const FhirItem& item, const Above& above) {
    model::Item made;
    FhirChoices choices;
    list_what_is_left_out(item);
    if (!shape(item, made, choices)) {
        take(item.items, below(above, item));
        return;
    }
    const auto conditions = conditions_of(item, above);
    made.enable_when = fhir_conditions(item.link_id, conditions, m_module, m_asked, m_losses);
    made.is_private = is_private(item, above);
    auto own = whole_text(item);
    if (own.empty() && !item.codes.empty()) own = item.codes.front().display;
    if (own.empty()) {
        own = "Question " + cut_short(item.link_id, label_limit.characters);
        m_losses.add(item.link_id, "the question has no text; its linkId is shown");
    }
    const auto pieces = in_pieces(joined(above.stem, own), text_limit.characters);
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i)
        show(item, above, pieces[i], made.enable_when);
    if (pieces.size() > 1)
        m_losses.add(item.link_id,
                     fmt::format("its long text on one page; its beginning is on {} before it", pieces.size() - 1));
    made.text = pieces.back();
    const auto& name = item.short_text.empty() && !above.stem.empty() ? own : item.short_text;
    if (core::utf8::length(name) <= label_limit.characters) made.chart_label = name;
    const auto help = std::ranges::find_if(item.items, [&](const FhirItem& one) {
        return one.type == FhirType::display && one.help && one.conditions.empty() && made.detail.empty() &&
               core::utf8::length(whole_text(one)) <= text_limit.characters;
    });
    if (help != item.items.end()) made.detail = whole_text(*help);
    m_asked.push_back({&item, m_module.items.size(), choices});
    add(item, above, std::move(made));
    auto within = below(above, item);
    within.conditions = conditions;
    for (const auto& one : item.items) {
        const bool said = m_ends_said.contains(&one);
        const bool explains = help != item.items.end() && &one == &*help;
        if (!said && !explains) take(one, within);
    }
    if (has_question(item.items))
        m_losses.add(item.link_id, "the questions below it belong to its answer; here they follow it, whatever it is");
}

FhirQuestions::Above FhirQuestions::below(const Above& above, const FhirItem& item) const {
    auto within = above;
    within.groups.push_back(item.link_id);
    within.is_private = is_private(item, above);
    return within;
}

bool FhirQuestions::is_private(const FhirItem& item, const Above& above) const {
    return m_module.is_private || above.is_private || item.is_restricted;
}

void FhirQuestions::show(const FhirItem& item, const Above& above, std::string_view text,
                         const model::EnableWhen& when) {
    for (const auto& piece : in_pieces(text, text_limit.characters)) {
        model::Item made;
        made.kind = ItemKind::display;
        made.text = piece;
        made.enable_when = when;
        made.is_private = is_private(item, above);
        add(item, above, std::move(made));
    }
}

// A question keeps the plain id; pages that are only shown make room for it.
void FhirQuestions::add(const FhirItem& item, const Above& above, model::Item made) {
    const bool page_of_a_question = !takes_answer(made.kind) && item.type != FhirType::display;
    made.id = {m_ids.of(page_of_a_question ? item.link_id + " text" : item.link_id)};
    made.words_of = made.id;
    for (std::string* text :
         {&made.text, &made.detail, &made.unit, &made.chart_label, &made.low_label, &made.high_label})
        *text = with_shown_letters(item.link_id, *text, m_losses);
    for (std::string* text : {&made.text, &made.detail}) {
        const auto at = text->find(person_place);
        if (at == std::string::npos) continue;
        m_losses.add(item.link_id, "the text {person}, which would stand for a name here; it is written [person]");
        for (auto next = at; next != std::string::npos; next = text->find(person_place))
            text->replace(next, person_place.size(), "[person]");
    }
    m_written.item_notes[made.id] = "linkId: " + item.link_id;
    // The first page of a display is the display; what a text makes before its question is nothing of the file's.
    if (takes_answer(made.kind) || (item.type == FhirType::display && m_shown.insert(&item).second))
        made.origin = fhir_origin(item, above.groups, m_losses);
    m_module.items.push_back(std::move(made));
}

FhirConditions FhirQuestions::conditions_of(const FhirItem& item, const Above& above) {
    if (is_private(item, above) && !m_module.is_private) {
        if (!item.conditions.empty() || item.conditional_expression || !above.conditions.list.empty())
            m_losses.add(item.link_id, "its condition (enableWhen): a private question is always asked, so that nobody "
                                       "can see what was answered");
        return {};
    }
    if (item.conditional_expression)
        m_losses.add(item.link_id, "its condition (enableWhenExpression); without it, it is always asked");
    if (item.behavior_missing)
        m_losses.add(item.link_id, "the file does not say whether one of its conditions is enough or all must hold "
                                   "(enableBehavior); here all must");
    const FhirConditions own{item.conditions, item.any_condition && item.conditions.size() > 1};
    if (above.conditions.list.empty()) return own;
    if (own.list.empty()) return above.conditions;
    const bool too_many = own.list.size() + above.conditions.list.size() > fhir_conditions_of_an_item;
    if (own.any || above.conditions.any || too_many) {
        m_losses.add(item.link_id,
                     "its own condition (enableWhen); it cannot be joined with that of its group, which holds");
        return above.conditions;
    }
    auto both = above.conditions;
    both.list.insert(both.list.end(), own.list.begin(), own.list.end());
    return both;
}

void FhirQuestions::list_unused(const std::vector<FhirItem>& items,
                                std::map<std::string, std::vector<std::string>>& by_name) {
    for (const auto& item : items) {
        for (const auto& name : item.unused) {
            auto& link_ids = by_name[name];
            if (link_ids.empty() || link_ids.back() != item.link_id) link_ids.push_back(item.link_id);
        }
        list_unused(item.items, by_name);
    }
}

}
