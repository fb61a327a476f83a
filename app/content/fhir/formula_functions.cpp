#include "content/fhir/formula_reader.hpp"
#include "content/read/diagnostics.hpp"
#include <algorithm>

namespace content {

namespace {

constexpr std::size_t most_selected = 5'000;

bool is_true(const std::optional<FormulaValue>& value) {
    return value == FormulaValue(true);
}

// Where something below is there or not, for each answer it hangs on.
FormulaPart presence_of(const FormulaPart& part) {
    if (part.sum) {
        auto made = formula_constant(true);
        made.needs = part.needs;
        return made;
    }
    FormulaPart made{.question = part.question, .values = {}, .sum = {}, .needs = part.needs};
    for (const auto& value : part.values)
        made.values.emplace_back(value.has_value());
    return simplified(std::move(made));
}

}

std::optional<FormulaPart> FormulaReader::only_where(FormulaPart part, const FormulaPart& condition) {
    if (!condition.question) {
        if (!is_true(condition.values.front())) {
            // What only says that the part is there is no matter once the part is left out.
            for (const auto* item : condition.needs)
                if (!part.needs.contains(item)) m_needs.insert(item);
            return std::nullopt;
        }
        part.needs.insert(condition.needs.begin(), condition.needs.end());
        return part;
    }
    if (part.sum || (part.question && part.question != condition.question))
        throw NotUnderstood{"is more than a sum: one answer decides whether another counts"};
    FormulaPart made{
        .question = condition.question, .values = {}, .sum = {}, .is_answer = part.is_answer, .needs = part.needs};
    made.needs.insert(condition.needs.begin(), condition.needs.end());
    m_formulas.spend(condition.values.size());
    for (std::size_t k = 0; k < condition.values.size(); ++k)
        made.values.push_back(is_true(condition.values[k]) ? part.values[part.question ? k : 0] : std::nullopt);
    return made;
}

FormulaParts FormulaReader::where(const FormulaParts& parts, const FhirPath& criterion, const Focus& focus) {
    FormulaParts kept_parts;
    for (const auto& part : parts) {
        const FormulaParts alone{part};
        const Focus here{.parts = &alone, .scope = focus.scope};
        if (auto left = only_where(part, condition(evaluate(criterion, here)))) kept_parts.push_back(std::move(*left));
    }
    return held(kept_parts);
}

FormulaParts FormulaReader::select(const FormulaParts& parts, const FhirPath& projection, const Focus& focus) {
    FormulaParts made;
    for (const auto& part : parts) {
        const FormulaParts alone{part};
        FormulaParts found;
        for (auto& one : evaluate(projection, {.parts = &alone, .scope = focus.scope}))
            if (auto left = only_where(std::move(one), presence_of(part))) found.push_back(std::move(*left));
        held(found);
        std::ranges::move(found, std::back_inserter(made));
        if (made.size() > most_selected) throw NotUnderstood{"takes too many answers together"};
    }
    return held(made);
}

FormulaParts FormulaReader::iif(const FhirPath& path, const Focus& focus, std::size_t first) {
    const auto given = path.parts.size() - first;
    if (given != 2 && given != 3) throw NotUnderstood{"has an iif() of " + std::to_string(given) + " parts"};
    const auto decides = condition(evaluate(path.parts[first], focus));
    const auto otherwise = [&] { return given == 3 ? evaluate(path.parts[first + 2], focus) : FormulaParts(); };
    if (!decides.question) {
        use(decides);
        return is_true(decides.values.front()) ? evaluate(path.parts[first + 1], focus) : otherwise();
    }
    FormulaPart nothing;
    nothing.values.emplace_back();
    const auto then = one_of(resolved(evaluate(path.parts[first + 1], focus))).value_or(nothing);
    const auto other = one_of(resolved(otherwise())).value_or(nothing);
    const auto taken = each_of_two(
        decides, then, [](const auto& is, const auto& value) { return is_true(is) ? value : std::nullopt; });
    const auto left = each_of_two(decides, other,
                                  [](const auto& is, const auto& value) { return is_true(is) ? std::nullopt : value; });
    return {each_of_two(taken, left, [](const auto& one, const auto& two) { return one ? one : two; })};
}

// That a question stands in a response does not say that it is answered, nor does a total say when it is one.
void FormulaReader::must_be_answer(const FormulaPart& part) const {
    for (const auto& value : part.values) {
        const auto* node = node_of(value);
        if (node == nullptr) continue;
        if (node->kind == FormulaNode::Kind::item && !part.question && !part.needs.contains(node->item))
            throw NotUnderstood{"counts questions and not their answers"};
        if (node->kind == FormulaNode::Kind::answer && !node->item->formula.expression.empty())
            throw NotUnderstood{"asks whether there is a total"};
    }
}

FormulaPart FormulaReader::exists(const FormulaParts& parts) {
    auto made = formula_constant(false);
    for (const auto& part : parts) {
        must_be_answer(part);
        auto there = presence_of(part);
        const auto always = [](const FormulaPart& one) { return !one.question && is_true(one.values.front()); };
        if (always(made)) break; // one that is there always is enough
        if (always(there)) {
            made = std::move(there);
        } else {
            made =
                each_of_two(made, there, [](const auto& one, const auto& two) { return is_true(one) || is_true(two); });
        }
    }
    return made;
}

FormulaPart FormulaReader::count(const FormulaParts& parts) {
    FormulaSum sum;
    std::set<const FhirItem*> needs;
    for (const auto& part : parts) {
        must_be_answer(part);
        auto there = presence_of(part);
        for (auto& value : there.values)
            value = Exact(is_true(value) ? 1 : 0);
        needs.insert(part.needs.begin(), part.needs.end());
        add_to(sum, sum_of(there), Exact(1));
        m_formulas.spend(there.values.size());
    }
    auto made = part_of(std::move(sum));
    made.needs = std::move(needs);
    return made;
}

FormulaParts FormulaReader::first_of(const FormulaParts& parts) const {
    if (parts.size() > 1 && !is_always_there(parts.front())) throw NotUnderstood{"takes the first of several answers"};
    return parts.empty() ? FormulaParts() : FormulaParts{parts.front()};
}

FormulaPart
FormulaReader::each_value(FormulaPart part,
                          const std::function<std::optional<FormulaValue>(const FormulaValue&)>& each) const {
    if (part.sum) throw NotUnderstood{"is more than a sum: it makes something else of a total"};
    part.is_answer = false;
    for (auto& value : part.values)
        if (value) value = each(*value);
    m_formulas.spend(part.values.size());
    return simplified(std::move(part));
}

FormulaParts FormulaReader::of_type(const FormulaParts& parts, const FhirPath& type) const {
    auto name = type.word;
    const auto wanted = [&](const FormulaPart& part, const FormulaValue& value) {
        const auto* node = std::get_if<FormulaNode>(&value);
        if (node != nullptr) {
            const bool number = name != "Coding" && name != "boolean" && name != "string";
            if (node->kind == FormulaNode::Kind::unread || (node->kind == FormulaNode::Kind::total && number))
                throw NotUnderstood{"chooses answers by a type that is not known here"};
            return node->kind == FormulaNode::Kind::coding && name == "Coding";
        }
        if (std::holds_alternative<bool>(value)) return name == "boolean";
        if (std::holds_alternative<std::string>(value)) return name == "string";
        const bool decimal = name == "decimal", whole = name == "integer";
        if (!part.is_answer || !part.question) {
            if (!decimal && !whole) return false;
            throw NotUnderstood{"chooses numbers by their type"};
        }
        const bool is_decimal = m_formulas.questions()[*part.question].item->type == FhirType::decimal;
        return is_decimal ? decimal : whole;
    };
    static constexpr std::string_view known[]{"Coding", "boolean", "string", "decimal", "integer"};
    if (std::ranges::find(known, name) == std::end(known))
        throw NotUnderstood{"chooses answers by the type " + shown(std::string_view(name))};
    FormulaParts found;
    for (const auto& part : parts) {
        if (part.sum) throw NotUnderstood{"chooses numbers by their type"};
        auto made = part;
        for (auto& value : made.values)
            if (value && !wanted(part, *value)) value = std::nullopt;
        if (std::ranges::any_of(made.values, [](const auto& value) { return value.has_value(); }))
            found.push_back(std::move(made));
    }
    return found;
}

std::string FormulaReader::text_of(const FhirPath& path, const Focus& focus) {
    const auto one = one_of(evaluate(path, focus));
    const auto* text = one && !one->question && !one->sum && one->values.front()
                           ? std::get_if<std::string>(&*one->values.front())
                           : nullptr;
    if (text == nullptr) throw NotUnderstood{"takes something for a text that is none"};
    return *text;
}

FormulaParts FormulaReader::call(const FhirPath& path, const Focus& focus) {
    const auto& name = path.word;
    const std::size_t first = path.has_input ? 1 : 0;
    const auto given = path.parts.size() - first;
    if ((name == "weight" || name == "ordinal") && path.has_input) {
        // Of the answers themselves where that can be, for a total among them has no weight and need not be known.
        const auto& of = path.parts.front();
        const bool value = of.kind == FhirPath::Kind::member && of.has_input && of.word.starts_with("value");
        return weights(evaluate(value ? of.parts.front() : of, focus), value ? of.word : "value");
    }
    FormulaParts input;
    if (path.has_input) {
        input = evaluate(path.parts.front(), focus);
    } else if (name != "iif") {
        if (focus.parts == nullptr)
            throw NotUnderstood{"begins at the total itself; %resource is where answers are found"};
        input = *focus.parts;
    }
    const auto argument = [&](std::size_t which) -> const FhirPath& {
        if (which >= given)
            throw NotUnderstood{"has a " + shown(std::string_view(name)) + "() without what belongs in it"};
        return path.parts[first + which];
    };
    if (name == "iif") {
        const Focus here{.parts = path.has_input ? &input : focus.parts, .scope = focus.scope};
        return iif(path, here, first);
    }
    if (name == "where") return where(input, argument(0), focus);
    if (name == "select") return select(input, argument(0), focus);
    if (name == "repeat") return repeat(std::move(input), argument(0), focus);
    if (name == "exists" || name == "empty") {
        auto there = exists(resolved(given > 0 ? where(input, argument(0), focus) : std::move(input)));
        if (name == "empty")
            there = each_value(std::move(there), [](const FormulaValue& is) { return !std::get<bool>(is); });
        return {there};
    }
    if (name == "not")
        return {each_value(condition(std::move(input)), [](const FormulaValue& is) { return !std::get<bool>(is); })};
    if (given == 0 && name == "descendants") return descendants(input);
    if (given == 0 && (name == "first" || name == "single")) {
        if (name == "single")
            return input.size() == 1 ? input : throw NotUnderstood{"uses single() of several answers"};
        return first_of(input);
    }
    if (name == "ofType" || name == "as") return of_type(input, argument(0));
    if (name == "combine" || name == "union") {
        auto other = evaluate(argument(0), focus);
        if (name == "union") return united(united({}, std::move(input)), std::move(other));
        std::ranges::move(other, std::back_inserter(input));
        return held(input);
    }
    if (name == "trace") return input;
    if (name == "extension" && given == 1) {
        const auto url = text_of(argument(0), focus);
        FormulaParts found;
        for (const auto& mark : members(input, "extension")) {
            const auto is = one_of(members({mark}, "url"));
            auto wanted = each_value(*is, [&](const FormulaValue& value) { return value == FormulaValue(url); });
            if (auto left = only_where(mark, wanted)) found.push_back(std::move(*left));
        }
        return found;
    }
    input = resolved(std::move(input));
    if (auto found = texts(name, input, path, focus)) return *found;
    return numbers(name, input, path, focus);
}

}
