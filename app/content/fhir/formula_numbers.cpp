#include "content/fhir/formula_reader.hpp"
#include "content/read/diagnostics.hpp"
#include <algorithm>

namespace content {

namespace {

// Half of the last digit goes up: http://hl7.org/fhirpath/N1/#round
Exact rounded_number(const std::string& name, Exact number, int digits) {
    std::int64_t parts = 1;
    for (int i = 0; i < digits; ++i)
        parts *= 10;
    const auto scaled = kept(number.times(kept(Exact::of(parts, 1))));
    auto whole = scaled.over() / scaled.under(); // toward zero
    const auto rest = scaled.over() % scaled.under();
    if (name == "floor" && rest < 0) --whole;
    if (name == "ceiling" && rest > 0) ++whole;
    if (name == "round") {
        if (rest < 0) throw NotUnderstood{"rounds a number below zero"};
        if (2 * rest >= scaled.under()) ++whole;
    }
    return kept(Exact::of(whole, parts));
}

bool is_whole_sum(const FormulaSum& sum) {
    return sum.offset.is_whole() && std::ranges::all_of(sum.points, [](const auto& entry) {
               return std::ranges::all_of(entry.second, &Exact::is_whole);
           });
}

// Two answers that look the same in a response and count differently.
bool has_twins(const FhirItem& item, const FhirOption& option) {
    return std::ranges::any_of(item.options, [&](const FhirOption& other) {
        return other.kind == FhirAnswer::coding && other.code == option.code && other.system == option.system &&
               other.weight != option.weight;
    });
}

}

std::optional<FormulaValue> FormulaReader::weight(const FormulaNode& node) const {
    const auto& option = node.item->options[node.place];
    std::optional<double> found;
    for (const auto& mark : option.marks) {
        if (!is_weight(mark.url)) continue;
        if (!mark.decimal) throw NotUnderstood{"takes the weight of a choice that has it as no decimal number"};
        if (found && *found != *mark.decimal) throw NotUnderstood{"takes the weight of a choice that has two"};
        found = mark.decimal;
    }
    if (!found) {
        if (!option.weight) return std::nullopt;
        found = option.weight; // of a code system in the file
    }
    if (has_twins(*node.item, option)) throw NotUnderstood{"takes the weight of a choice whose code another has too"};
    return kept(Exact::of_decimal(*found));
}

FormulaParts FormulaReader::weights(const FormulaParts& parts, const std::string& name) {
    FormulaParts found;
    for (const auto& given : parts) {
        if (given.sum) continue; // a number has none
        auto part = given;
        const auto* some = [&]() -> const FormulaNode* {
            for (const auto& value : part.values)
                if (const auto* node = node_of(value)) return node;
            return nullptr;
        }();
        if (some != nullptr && some->kind == FormulaNode::Kind::answer) {
            if (!some->item->formula.expression.empty()) continue;
            const auto values = values_of(part, name);
            if (values.empty()) continue;
            part = values.front();
            some = node_of(part.values.front());
            for (const auto& value : part.values)
                if (some == nullptr) some = node_of(value);
        }
        if (some != nullptr && some->kind == FormulaNode::Kind::total) continue;
        if (some != nullptr && some->kind == FormulaNode::Kind::unread) {
            const bool chosen = some->item->type == FhirType::choice || some->item->type == FhirType::open_choice;
            if (chosen || m_case == FormulaCase::answered_or_not)
                throw NotUnderstood{"counts " + in_quotes(some->item->link_id) +
                                    (m_formulas.question_of(some->item) ? ", whose answers cannot be counted here"
                                                                        : ", which is left out")};
            continue; // a text or a number has no weight
        }
        const auto* item = some != nullptr ? some->item : nullptr;
        if (item == nullptr && part.is_answer) {
            const auto& asked = *m_formulas.questions()[*part.question].item;
            if (!asked.options.empty())
                throw NotUnderstood{"takes the weight of the answer to " + in_quotes(asked.link_id) +
                                    ", which is no coding"};
            continue;
        }
        if (item == nullptr) continue;
        if (some->kind != FormulaNode::Kind::coding && some->kind != FormulaNode::Kind::option)
            throw NotUnderstood{"takes the weight of what is no choice"};
        part.is_answer = false;
        for (auto& value : part.values) {
            if (!value) continue;
            value = weight(*node_of(value));
            if (!value) throw NotUnderstood{"counts " + in_quotes(item->link_id) + ", whose choices have no values"};
        }
        m_formulas.spend(part.values.size());
        found.push_back(std::move(part));
    }
    return found;
}

FormulaPart FormulaReader::sum(const FormulaParts& parts) {
    FormulaSum sum;
    std::set<const FhirItem*> needs;
    bool any = false;
    for (const auto& part : parts) {
        auto filled = part;
        bool always = part.sum.has_value();
        if (!always) {
            always = std::ranges::all_of(part.values, [](const auto& value) { return value.has_value(); });
            for (auto& value : filled.values)
                if (!value) value = Exact(0);
        }
        any = any || always;
        needs.insert(part.needs.begin(), part.needs.end());
        add_to(sum, sum_of(filled), Exact(1));
        m_formulas.spend(filled.values.size() + 1);
    }
    if (parts.empty()) throw NotUnderstood{"adds what no question of the form answers"};
    if (!any) throw NotUnderstood{"gives no number for some of the answers"};
    auto made = part_of(std::move(sum));
    made.needs = std::move(needs);
    return made;
}

FormulaParts FormulaReader::aggregate(const FormulaParts& parts, const FhirPath& path, const Focus& focus) {
    const auto given = path.parts.size() - 1;
    if (given != 2) throw NotUnderstood{"has an aggregate() that begins at nothing"};
    const auto& step = path.parts[1];
    using Kind = FhirPath::Kind;
    const bool adds = step.kind == Kind::both && step.word == "+" &&
                      ((step.parts[0].kind == Kind::self && step.parts[1].kind == Kind::total) ||
                       (step.parts[0].kind == Kind::total && step.parts[1].kind == Kind::self));
    if (!adds) throw NotUnderstood{"has an aggregate() that does more than add"};
    auto all = evaluate(path.parts[2], focus);
    const bool number = all.size() == 1 && !all.front().question && is_always_there(all.front());
    if (!number) throw NotUnderstood{"has an aggregate() that begins at nothing"};
    all.insert(all.end(), parts.begin(), parts.end());
    return {sum(all)};
}

FormulaParts FormulaReader::rounded(const std::string& name, FormulaParts parts, int digits) {
    auto one = one_of(std::move(parts));
    if (!one) return {};
    if (!one->sum)
        return {each_value(*one, [&](const FormulaValue& value) -> std::optional<FormulaValue> {
            const auto* number = std::get_if<Exact>(&value);
            if (number == nullptr) throw NotUnderstood{"rounds something that is no number"};
            return rounded_number(name, *number, digits);
        })};
    if (!is_whole_sum(*one->sum)) throw NotUnderstood{"rounds its result"};
    return {*one};
}

FormulaParts FormulaReader::resolved(FormulaParts parts) {
    for (auto& part : parts) {
        const auto* node = part.sum ? nullptr : node_of(part.values.front());
        if (node == nullptr || node->kind != FormulaNode::Kind::total) continue;
        auto number = total(*node->item);
        number.needs.insert(part.needs.begin(), part.needs.end());
        part = std::move(number);
    }
    return parts;
}

FormulaParts FormulaReader::numbers(const std::string& name, const FormulaParts& parts, const FhirPath& path,
                                    const Focus& focus) {
    const auto given = path.parts.size() - (path.has_input ? 1 : 0);
    if (name == "aggregate" && path.has_input) return aggregate(parts, path, focus);
    if (name == "round" && given == 1) {
        const auto digits = one_of(evaluate(path.parts.back(), focus));
        const auto* number = digits && !digits->question && !digits->sum && digits->values.front()
                                 ? std::get_if<Exact>(&*digits->values.front())
                                 : nullptr;
        if (number == nullptr || !number->is_whole() || *number < Exact(0) || *number > Exact(6))
            throw NotUnderstood{"rounds in a way that is not known here"};
        return rounded(name, parts, static_cast<int>(number->over()));
    }
    if (given != 0) throw NotUnderstood{"uses " + shown(std::string_view(name)) + "()"};
    if (name == "weight" || name == "ordinal") return weights(parts, "value");
    if (name == "sum") return {sum(parts)};
    if (name == "count") return {count(parts)};
    if (name == "avg") {
        const bool all = std::ranges::all_of(parts, [](const FormulaPart& part) {
            return part.sum || std::ranges::all_of(part.values, [](const auto& value) { return value.has_value(); });
        });
        if (!all || parts.empty()) throw NotUnderstood{"takes the mean of some of the answers"};
        return arithmetic("/", sum(parts), formula_constant(Exact(static_cast<int>(parts.size()))));
    }
    if (name == "round" || name == "floor" || name == "ceiling" || name == "truncate") return rounded(name, parts, 0);
    throw NotUnderstood{"uses " + shown(std::string_view(name)) + "()"};
}

}
