#include "content/fhir/formula.hpp"
#include "content/fhir/formula_reader.hpp"
#include "content/fhir/least_answers.hpp"
#include "content/forms/module_file.hpp"
#include "content/read/diagnostics.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace content {

namespace {

constexpr std::size_t most_formula_work = 30'000'000; // of all of a form's totals
constexpr std::size_t most_formula_values = 250'000;  // of one collection, each for each answer
constexpr std::int64_t most_formula_answers = 1'001;  // to one question

std::size_t formula_answers(const FhirItem& item, const model::Item& asked) {
    if (!can_be_scored(asked) || item.type == FhirType::quantity) return 0;
    if (!asked.choices.empty()) return asked.choices.size();
    const auto count = std::int64_t{asked.maximum} - asked.minimum + 1;
    return count > most_formula_answers ? 0 : static_cast<std::size_t>(count);
}

bool is_response(const FormulaParts& parts) {
    if (parts.size() != 1 || parts.front().sum) return false;
    const auto* node = node_of(parts.front().values.front());
    return node != nullptr && node->kind == FormulaNode::Kind::response;
}

}

FhirFormulas::FhirFormulas(const FhirQuestionnaire& form, const std::vector<FhirAsked>& asked,
                           const model::Module& module)
    : m_form(form) {
    for (const auto& one : asked) {
        const auto& item = module.items[one.index];
        m_by_item.emplace(one.source, m_questions.size());
        m_questions.push_back({one.source, &item, &one.choices, formula_answers(*one.source, item)});
    }
    place(form.items, {});
}

void FhirFormulas::place(const std::vector<FhirItem>& items, const std::vector<const FhirItem*>& above) {
    for (const auto& item : items) {
        m_above.emplace(&item, above);
        m_in_order.push_back(&item);
        auto owners = above;
        owners.push_back(&item);
        place(item.items, owners);
    }
}

std::optional<std::size_t> FhirFormulas::question_of(const FhirItem* item) const {
    const auto found = m_by_item.find(item);
    return found == m_by_item.end() ? std::nullopt : std::optional(found->second);
}

void FhirFormulas::spend(std::size_t work) {
    m_work += work;
    if (m_work > most_formula_work) throw NotUnderstood{"asks for too much work"};
}

std::optional<FhirFormula> FhirFormulas::of(const FhirItem& total, std::string& why_not) {
    try {
        return read(total, why_not);
    } catch (const NotUnderstood& unread) {
        why_not = "its formula " + unread.why;
        return std::nullopt;
    }
}

std::optional<FhirFormula> FhirFormulas::read(const FhirItem& total, std::string& why_not) {
    FormulaReader answers(*this, FormulaCase::every_answer);
    const auto sum = sum_of(answers.total(total));
    if (sum.points.empty()) return read_count(total);
    FhirFormula formula{sum.offset, {}, {}};
    for (const auto* item : m_in_order) {
        if (!answers.needs().contains(item)) continue;
        const auto question = question_of(item);
        const auto count = question ? m_questions[*question].answers : 0;
        if (count == 0) {
            why_not = fmt::format("its formula needs {}, which {}", in_quotes(item->link_id),
                                  question ? "has no whole number of points here" : "is left out");
            return std::nullopt;
        }
        const auto found = sum.points.find(*question);
        formula.points.push_back(
            {*question, found == sum.points.end() ? std::vector<Exact>(count) : found->second, {}});
    }
    spend(10 * total.formula.expression.size());
    std::string read_already;
    if (const auto path = parse_fhirpath(total.formula.expression, read_already)) formula.least = least_answers(*path);
    return formula;
}

// Where no answer counts more than another, that there is one may count.
FhirFormula FhirFormulas::read_count(const FhirItem& total) {
    FormulaReader given(*this, FormulaCase::answered_or_not);
    const auto sum = sum_of(given.total(total));
    if (sum.points.empty()) throw NotUnderstood{"gives the same number whatever is answered"};
    if (!given.needs().empty()) throw NotUnderstood{"counts answers that it needs as well"};
    FhirFormula formula{sum.offset, {}, {}};
    for (const auto& [question, numbers] : sum.points) {
        if (m_questions[question].answers == 0)
            throw NotUnderstood{fmt::format("counts {}, which has no whole number of points here",
                                            in_quotes(m_questions[question].item->link_id))};
        formula.points.push_back({question, std::vector(m_questions[question].answers, numbers[1]), numbers[0]});
    }
    return formula;
}

FormulaPart FormulaReader::total(const FhirItem& item) {
    const Scope scope{[&] {
        auto owners = m_formulas.above(&item);
        owners.push_back(&item);
        return owners;
    }()};
    auto number = one_of(resolved(expression(item.formula, scope)));
    if (!number) throw NotUnderstood{"names no question that can be answered, so that it gives no number"};
    use(*number);
    return part_of(sum_of(*number));
}

FormulaParts FormulaReader::expression(const FhirVariable& source, const Scope& scope) {
    if (!source.language.empty() && source.language != "text/fhirpath")
        throw NotUnderstood{"is written in " + shown(std::string_view(source.language)) + " and not in FHIRPath"};
    if (const auto known = m_known.find(&source); known != m_known.end()) return held(known->second);
    if (!m_open.insert(&source).second) throw NotUnderstood{"needs its own result"};
    std::string why_not;
    m_formulas.spend(10 * source.expression.size());
    const auto path = parse_fhirpath(source.expression, why_not);
    if (!path) throw NotUnderstood{why_not};
    // At an item it is not said whether a path begins at that item or at the whole response; at the top these are one.
    const FormulaParts top{formula_constant(FormulaNode{})};
    auto made = evaluate(*path, {.parts = scope.owners.empty() ? &top : nullptr, .scope = &scope});
    m_open.erase(&source);
    m_known.emplace(&source, held(made));
    return made;
}

FormulaParts FormulaReader::evaluate(const FhirPath& path, const Focus& focus) {
    m_formulas.spend(20);
    const auto begin = [&]() -> const FormulaParts& {
        if (focus.parts == nullptr)
            throw NotUnderstood{"begins at the total itself; %resource is where answers are found"};
        return *focus.parts;
    };
    switch (path.kind) {
    case FhirPath::Kind::nothing:
        return {};
    case FhirPath::Kind::truth:
        return {formula_constant(path.truth)};
    case FhirPath::Kind::number:
        return {formula_constant(path.number)};
    case FhirPath::Kind::text:
        return {formula_constant(path.word)};
    case FhirPath::Kind::variable:
        return variable(path.word, focus);
    case FhirPath::Kind::self:
        return begin();
    case FhirPath::Kind::total:
        throw NotUnderstood{"uses $total otherwise than to add to it"};
    case FhirPath::Kind::member:
        if (path.has_input) return members(evaluate(path.parts.front(), focus), path.word);
        // The type of what a path begins at may stand before it.
        if (path.word == "QuestionnaireResponse" && focus.parts != nullptr && is_response(*focus.parts))
            return *focus.parts;
        return members(begin(), path.word);
    case FhirPath::Kind::call:
        return call(path, focus);
    case FhirPath::Kind::place: {
        const auto place = one_of(evaluate(path.parts[1], focus));
        const auto parts = evaluate(path.parts[0], focus);
        const bool first = place && !place->question && !place->sum && place->values.front() == FormulaValue(Exact(0));
        if (!first) throw NotUnderstood{"takes an element by its place"};
        return first_of(parts);
    }
    case FhirPath::Kind::negative:
        return negative(path, focus);
    case FhirPath::Kind::both:
        return operation(path, focus);
    }
    return {};
}

const FormulaParts& FormulaReader::held(const FormulaParts& parts) {
    std::size_t values = 0;
    for (const auto& part : parts)
        values += 1 + part.values.size();
    if (values > most_formula_values) throw NotUnderstood{"takes too many answers together"};
    m_formulas.spend(2 * values);
    return parts;
}

void FormulaReader::use(const FormulaPart& part) {
    m_needs.insert(part.needs.begin(), part.needs.end());
}

}
