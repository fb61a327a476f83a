#include "report/study_variables.hpp"
#include "core/i18n.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "model/scoring/scoring.hpp"
#include "report/study_names.hpp"
#include <algorithm>
#include <numeric>
#include <tuple>

namespace report {
namespace {

using Part = StudyVariable::Part;
using Measure = StudyVariable::Measure;

// What an answer to it means, and nothing of how it is presented.
model::Item bare(const model::Item& item) {
    return {.id = item.id,
            .kind = item.kind,
            .text = item.text,
            .detail = item.detail,
            .choices = item.choices,
            .minimum = item.minimum,
            .maximum = item.maximum,
            .decimals = item.decimals,
            .unit = item.unit,
            .low_label = item.low_label,
            .high_label = item.high_label};
}

std::string bytes_of_wording(const model::Module& module) {
    const auto bytes = model::encode(module);
    return {bytes.begin(), bytes.end()};
}

std::string item_wording(const model::Module& module, const model::Item& item) {
    return bytes_of_wording({.id = module.id, .items = {bare(item)}});
}

// Of a score also how it is counted. Its range may come to rest on other figures: it is the same score.
std::string scale_wording(const model::Module& module, const model::Scale& scale) {
    model::Module alone{.id = module.id,
                        .scales = {{.id = scale.id,
                                    .method = scale.method,
                                    .keys = scale.keys,
                                    .minimum = scale.minimum,
                                    .maximum = scale.maximum,
                                    .add = scale.add,
                                    .divide_by = scale.divide_by,
                                    .prorate = scale.prorate}}};
    for (const auto& key : scale.keys)
        if (const auto* item = model::find_item(module, key.item)) alone.items.push_back(bare(*item));
    return bytes_of_wording(alone);
}

std::string without_person(const std::string& text) {
    return model::with_person(text, core::tr("study.person", "the person named"));
}

bool is_scored(const model::Module& module, const model::Item& item) {
    return std::ranges::any_of(module.scales, [&](const model::Scale& scale) {
        return std::ranges::find(scale.keys, item.id, &model::Key::item) != scale.keys.end();
    });
}

StudyVariable of_item(const model::Module& module, const model::Module& words, std::size_t at) {
    const auto &item = module.items[at], &spoken = words.items[at];
    StudyVariable variable{.module = module.id, .place = item.id.value, .versions = {module.version}};
    variable.wording = without_person(spoken.text);
    variable.label = spoken.chart_label.empty() ? variable.wording : spoken.chart_label;
    variable.unit = spoken.unit;
    variable.reversed = counted_in_reverse(module, item.id);
    return variable;
}

void give_range(StudyVariable& variable, const model::Item& item, const model::Item& spoken, bool scored) {
    double step = 1;
    for (int i = 0; i < item.decimals; ++i)
        step *= 10;
    if (has_choices(item.kind)) {
        variable.values = spoken.choices;
        const bool in_order = scored || shape_of(item.kind) == model::AnswerShape::both_ways;
        variable.measure = in_order ? Measure::ordinal : Measure::nominal;
        return;
    }
    variable.least = item.minimum / step;
    variable.most = item.maximum / step;
    variable.whole = item.decimals == 0;
    if (item.low_label.empty() || item.high_label.empty()) return;
    variable.values = {{item.minimum, spoken.low_label}, {item.maximum, spoken.high_label}};
    variable.measure = Measure::ordinal;
}

// A name of one letter is written in six, and SPSS's longest text has 32767 bytes.
std::size_t room_for(std::size_t bytes) {
    return std::clamp<std::size_t>(4 * bytes + 1, 64, 32767);
}

std::vector<model::Choice> no_and_yes() {
    return {{0, core::tr("study.no", "No")}, {1, core::tr("study.yes", "Yes")}};
}

}

StudyBook::StudyBook(StudyTable table, StudyScope scope, const model::Content& source, const model::Content& spoken)
    : m_table(table), m_scope(scope), m_source(source), m_spoken(spoken) {}

bool StudyBook::holds(const model::Module& module, const model::Item& item) const {
    if (!takes_answer(item.kind) || item.given || m_table == StudyTable::times) return false;
    return stays_covered(module, item) == (m_table == StudyTable::covered);
}

bool StudyBook::holds(const model::Module& module, const model::Scale& scale) const {
    if (m_table == StudyTable::times) return false;
    return is_private(module, scale) == (m_table == StudyTable::covered);
}

StudyBook::FormKey StudyBook::form_key(const model::VisitRecord& visit, const model::Module& module) {
    return {visit.form ? visit.form->hash : core::FormHash{}, module.id};
}

void StudyBook::add(const model::VisitRecord& visit, std::initializer_list<const model::PrivateRecord*> opened) {
    for (const model::Module* module : model::forms_of(m_source, visit, opened)) {
        const auto key = form_key(visit, *module);
        if (!m_columns.contains(key)) add_form(visit, *module);
        seen(m_columns.at(key), visit.date);
    }
}

void StudyBook::add_form(const model::VisitRecord& visit, const model::Module& module) {
    const auto* spoken = model::find_module(model::content_of(m_spoken, visit), module.id);
    const auto& words = spoken != nullptr && spoken->items.size() == module.items.size() &&
                                spoken->scales.size() == module.scales.size()
                            ? *spoken
                            : module;
    auto& columns = m_columns[form_key(visit, module)];
    columns.items.resize(module.items.size());
    columns.scales.resize(module.scales.size());
    if (m_table == StudyTable::times && !is_private(module)) {
        StudyVariable variable{.module = module.id,
                               .part = Part::minutes,
                               .label = words.title,
                               .unit = core::tr("study.minutes", "minutes"),
                               .least = 0,
                               .whole = false,
                               .versions = {module.version}};
        variable.wording =
            core::fill(core::tr("study.minutes-of", "Minutes for the form: {form}"), {{"form", words.title}});
        columns.minutes = found(std::move(variable), "", 0, module);
    }
    for (std::size_t at = 0; at < module.items.size(); ++at)
        if (holds(module, module.items[at])) add_item(columns, module, words, at);
    for (std::size_t at = 0; at < module.scales.size(); ++at)
        if (holds(module, module.scales[at])) add_scale(columns, module, words, at);
}

void StudyBook::add_item(Columns& columns, const model::Module& module, const model::Module& words, std::size_t at) {
    const auto &item = module.items[at], &spoken = words.items[at];
    const auto wording = item_wording(module, item);
    const auto base = of_item(module, words, at);
    const auto add = [&](StudyVariable variable) {
        columns.items[at].push_back(found(std::move(variable), wording, at, module));
    };
    auto variable = base;
    switch (shape_of(item.kind)) {
    case model::AnswerShape::one_value:
        give_range(variable, item, spoken, is_scored(module, item));
        return add(variable);
    case model::AnswerShape::values:
        for (const auto& choice : spoken.choices) {
            auto one = base;
            one.part = Part::chosen;
            one.choice = choice.value;
            one.label = base.label + ": " + choice.label;
            one.values = no_and_yes();
            one.measure = Measure::nominal;
            add(std::move(one));
        }
        return;
    case model::AnswerShape::both_ways:
        give_range(variable, item, spoken, true);
        variable.part = Part::toward_me;
        variable.label = core::fill(core::tr("study.toward-me", "{item}, from my partner"), {{"item", base.label}});
        variable.reversed = counted_in_reverse(module, item.id, model::Way::toward_me);
        add(variable);
        variable.part = Part::from_me;
        variable.label = core::fill(core::tr("study.from-me", "{item}, from me"), {{"item", base.label}});
        variable.wording = without_person(spoken.detail.empty() ? spoken.text : spoken.detail);
        variable.reversed = counted_in_reverse(module, item.id, model::Way::from_me);
        return add(variable);
    case model::AnswerShape::words:
        if (!m_scope.texts || model::names_a_person(module, item.id)) return; // a name is what it asks for
        variable.part = Part::text;
        variable.longest = room_for(item.max_bytes);
        variable.measure = Measure::nominal;
        return add(variable);
    case model::AnswerShape::tick:
    case model::AnswerShape::signature: // that there is one
        variable.values = no_and_yes();
        variable.measure = Measure::nominal;
        return add(variable);
    case model::AnswerShape::day:
        if (m_scope.dates) variable.part = Part::day;
        return add(variable);
    case model::AnswerShape::nothing:
        return;
    }
}

void StudyBook::add_scale(Columns& columns, const model::Module& module, const model::Module& words, std::size_t at) {
    const auto& scale = module.scales[at];
    const auto wording = scale_wording(module, scale);
    const auto range = model::score_range(scale);
    StudyVariable score{.module = module.id,
                        .place = scale.id.value,
                        .part = Part::score,
                        .label = words.scales[at].title,
                        .least = range.low,
                        .most = range.high,
                        .whole = false,
                        .versions = {module.version}};
    score.wording = words.scales[at].low_means.empty()
                        ? std::string()
                        : words.scales[at].low_means + " - " + words.scales[at].high_means;
    StudyVariable error = score, answered = score;
    error.part = Part::standard_error;
    error.label = core::fill(core::tr("study.error", "{scale}, standard error"), {{"scale", score.label}});
    error.least = 0;
    error.most.reset();
    answered.part = Part::answered;
    answered.label = core::fill(core::tr("study.answered", "{scale}, items answered"), {{"scale", score.label}});
    answered.whole = true;
    answered.least = 0;
    answered.most = static_cast<double>(scale.keys.size());
    error.wording = answered.wording = "";
    for (auto& variable : {&score, &error, &answered})
        columns.scales[at].push_back(found(*variable, wording, module.items.size() + at, module));
}

std::size_t StudyBook::found(StudyVariable variable, const std::string& wording, std::size_t position,
                             const model::Module& module) {
    const auto key = module.id.value + "\n" + variable.place + "\n" + std::to_string(static_cast<int>(variable.part)) +
                     "\n" + std::to_string(variable.choice) + "\n" + wording;
    const auto [known, is_new] = m_by_key.try_emplace(key, m_found.size());
    if (is_new)
        m_found.push_back(
            {.variable = std::move(variable), .key = key, .position = position, .since = core::WallTime::max()});
    else
        m_found[known->second].variable.versions.insert(module.version);
    return known->second;
}

void StudyBook::seen(const Columns& columns, core::WallTime date) {
    const auto note = [&](std::size_t column) { m_found[column].since = std::min(m_found[column].since, date); };
    for (const auto* list : {&columns.items, &columns.scales})
        for (const auto& of_one : *list)
            std::ranges::for_each(of_one, note);
    if (columns.minutes) note(*columns.minutes);
}

void StudyBook::settle() {
    m_variables = study_heads(m_table, m_scope);
    m_first = m_variables.size();
    std::vector<std::size_t> order(m_found.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto by_age = [&](std::size_t one, std::size_t other) {
        const auto &a = m_found[one], &b = m_found[other];
        return std::tie(a.since, a.key) < std::tie(b.since, b.key);
    };
    std::ranges::sort(order, by_age);
    StudyNames names(m_variables);
    for (const auto at : order)
        m_found[at].variable.name = names.take(m_found[at].variable, m_found[at].key);
    std::ranges::sort(order, [&](std::size_t one, std::size_t other) { // what was found together stays so
        const auto &a = m_found[one], &b = m_found[other];
        return std::tie(a.variable.module, a.position, a.since, one) <
               std::tie(b.variable.module, b.position, b.since, other);
    });
    std::vector<std::size_t> column(m_found.size());
    for (const auto at : order) {
        column[at] = m_variables.size();
        m_variables.push_back(std::move(m_found[at].variable));
    }
    for (auto& [form, columns] : m_columns) {
        for (auto* list : {&columns.items, &columns.scales})
            for (auto& of_one : *list)
                for (auto& at : of_one)
                    at = column[at];
        if (columns.minutes) columns.minutes = column[*columns.minutes];
    }
    m_found.clear();
    m_by_key.clear();
}

const StudyBook::Columns& StudyBook::columns(const model::VisitRecord& visit, const model::Module& module) const {
    return m_columns.at(form_key(visit, module));
}

}
