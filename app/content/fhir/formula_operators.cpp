#include "content/fhir/formula_reader.hpp"
#include "content/read/diagnostics.hpp"
#include <algorithm>

namespace content {

namespace {

using MaybeValue = std::optional<FormulaValue>;

std::optional<bool> truth_in(const MaybeValue& value) {
    if (!value) return std::nullopt;
    const auto* truth = std::get_if<bool>(&*value);
    if (truth == nullptr) throw NotUnderstood{"takes something for true that is neither true nor false"};
    return *truth;
}

// FHIRPath N1, 6.5: nothing stands for what is not known.
MaybeValue decided(std::string_view word, std::optional<bool> left, std::optional<bool> right) {
    if (word == "xor") return left && right ? MaybeValue(*left != *right) : std::nullopt;
    if (word == "implies") {
        if (left) left = !*left;
        word = "or";
    }
    const bool deciding = word == "or"; // one that is so decides
    if (left == deciding || right == deciding) return deciding;
    return left && right ? MaybeValue(!deciding) : std::nullopt;
}

MaybeValue calculated(const std::string& sign, const Exact& left, const Exact& right) {
    const auto quotient = [&](bool whole) -> std::optional<Exact> {
        if (right == Exact(0)) return std::nullopt;
        if (!whole) return kept(left.divided_by(right));
        const auto part = kept(left.divided_by(right));
        return Exact::of(part.over() / part.under(), 1); // toward zero
    };
    std::optional<Exact> number;
    if (sign == "+") number = kept(left.plus(right));
    if (sign == "-") number = kept(left.minus(right));
    if (sign == "*") number = kept(left.times(right));
    if (sign == "/") number = quotient(false);
    if (sign == "div" || sign == "mod") number = quotient(true);
    if (sign == "mod" && number) number = kept(left.minus(kept(right.times(*number))));
    return number ? MaybeValue(*number) : std::nullopt;
}

bool holds(const std::string& sign, std::strong_ordering order) {
    if (sign == "<") return order < 0;
    if (sign == ">") return order > 0;
    if (sign == "<=") return order <= 0;
    if (sign == ">=") return order >= 0;
    return sign == "=" ? order == 0 : order != 0;
}

MaybeValue compared_values(const std::string& sign, const FormulaValue& left, const FormulaValue& right) {
    const bool equals = sign == "=" || sign == "!=";
    if (left.index() != right.index()) throw NotUnderstood{"compares things of different kinds"};
    if (const auto* number = std::get_if<Exact>(&left)) return holds(sign, *number <=> std::get<Exact>(right));
    if (!equals || std::holds_alternative<FormulaNode>(left))
        throw NotUnderstood{"compares what is neither number nor text"};
    return (left == right) == (sign == "=");
}

bool is_total(const FormulaParts& parts) {
    const auto* node = parts.size() == 1 && !parts.front().sum ? node_of(parts.front().values.front()) : nullptr;
    return node != nullptr && node->kind == FormulaNode::Kind::total;
}
bool is_no_number(const FormulaParts& parts) {
    if (parts.size() != 1 || parts.front().sum || !parts.front().values.front()) return false;
    const auto& value = *parts.front().values.front();
    return !parts.front().question &&
           (std::holds_alternative<bool>(value) || std::holds_alternative<std::string>(value));
}

bool is_plain_constant(const FormulaPart& part) {
    return is_always_there(part) && !part.sum && node_of(part.values.front()) == nullptr;
}

}

FormulaPart
FormulaReader::each_of_two(const FormulaPart& left, const FormulaPart& right,
                           const std::function<MaybeValue(const MaybeValue&, const MaybeValue&)>& each) const {
    if (left.sum || right.sum || (left.question && right.question && left.question != right.question))
        throw NotUnderstood{"is more than a sum: one answer decides what another counts"};
    const auto& longer = left.question ? left : right;
    FormulaPart made{.question = longer.question, .values = {}, .sum = {}, .needs = left.needs};
    made.needs.insert(right.needs.begin(), right.needs.end());
    m_formulas.spend(longer.values.size());
    for (std::size_t k = 0; k < longer.values.size(); ++k)
        made.values.push_back(each(left.values[left.question ? k : 0], right.values[right.question ? k : 0]));
    return simplified(std::move(made));
}

FormulaPart FormulaReader::condition(FormulaParts parts) const {
    auto one = one_of(std::move(parts));
    if (!one) {
        FormulaPart unknown;
        unknown.values.emplace_back();
        return unknown;
    }
    if (one->sum) throw NotUnderstood{"takes a number for true"};
    for (const auto& value : one->values)
        truth_in(value);
    return simplified(std::move(*one));
}

FormulaParts FormulaReader::logic(const FhirPath& path, const Focus& focus) {
    const auto left = condition(evaluate(path.parts[0], focus));
    if (!left.question) {
        const auto truth = truth_in(left.values.front());
        const bool decides = (path.word == "and" && truth == false) || (path.word == "or" && truth == true) ||
                             (path.word == "implies" && truth == false);
        if (decides) {
            auto made = left;
            made.values.front() = path.word != "and";
            return {made};
        }
    }
    const auto right = condition(evaluate(path.parts[1], focus));
    const bool right_decides = !right.question && ((path.word == "and" && truth_in(right.values.front()) == false) ||
                                                   (path.word == "or" && truth_in(right.values.front()) == true));
    if (right_decides) return {right};
    return {each_of_two(left, right, [&](const MaybeValue& one, const MaybeValue& other) {
        return decided(path.word, truth_in(one), truth_in(other));
    })};
}

FormulaParts FormulaReader::arithmetic(const std::string& sign, FormulaPart left, FormulaPart right) {
    const bool one_question =
        !left.sum && !right.sum && (!left.question || !right.question || left.question == right.question);
    if (one_question)
        return {each_of_two(left, right, [&](const MaybeValue& one, const MaybeValue& other) -> MaybeValue {
            if (!one || !other) return std::nullopt;
            const auto* a = std::get_if<Exact>(&*one);
            const auto* b = std::get_if<Exact>(&*other);
            if (a == nullptr || b == nullptr) throw NotUnderstood{"counts with something that is no number"};
            return calculated(sign, *a, *b);
        })};
    auto sum = sum_of(left);
    const auto other = sum_of(right);
    auto needs = std::move(left.needs);
    needs.insert(right.needs.begin(), right.needs.end());
    m_formulas.spend(100 * (sum.points.size() + other.points.size()));
    const auto constant = [](const FormulaSum& one) { return one.points.empty(); };
    if (sign == "+" || sign == "-") {
        add_to(sum, other, Exact(sign == "+" ? 1 : -1));
    } else if (sign == "*" && (constant(sum) || constant(other))) {
        FormulaSum product;
        add_to(product, constant(other) ? sum : other, constant(other) ? other.offset : sum.offset);
        sum = std::move(product);
    } else if (sign == "/" && constant(other) && other.offset != Exact(0)) {
        FormulaSum quotient;
        add_to(quotient, sum, kept(Exact(1).divided_by(other.offset)));
        sum = std::move(quotient);
    } else {
        throw NotUnderstood{"is more than a sum: it uses " + sign + " between answers"};
    }
    auto made = part_of(std::move(sum));
    made.needs = std::move(needs);
    return {made};
}

FormulaParts FormulaReader::comparison(const std::string& sign, const FormulaPart& left,
                                       const FormulaPart& right) const {
    const auto one_sum = [](const FormulaPart& sum, const FormulaPart& other) {
        return sum.sum && !other.sum && !other.question;
    };
    if (one_sum(left, right) || one_sum(right, left)) {
        // A total beside a number: what can be said of it where it holds for the least and for the most it can be.
        const auto [low, high] = range_of(left.sum ? *left.sum : *right.sum);
        const auto number = sum_of(left.sum ? right : left).offset;
        const auto said = [&](Exact total) {
            return left.sum ? holds(sign, total <=> number) : holds(sign, number <=> total);
        };
        const bool sure = sign == "=" || sign == "!=" ? number < low || number > high : said(low) == said(high);
        if (!sure) throw NotUnderstood{"is more than a sum: what a total is decides what it counts"};
        auto made = formula_constant(said(low));
        made.needs = left.needs;
        made.needs.insert(right.needs.begin(), right.needs.end());
        return {made};
    }
    return {each_of_two(left, right, [&](const MaybeValue& one, const MaybeValue& other) -> MaybeValue {
        if (!one || !other) return std::nullopt;
        return compared_values(sign, *one, *other);
    })};
}

FormulaParts FormulaReader::membership(const FormulaParts& some, const FormulaParts& all) const {
    if (!std::ranges::all_of(all, is_plain_constant)) throw NotUnderstood{"looks for one answer among others"};
    const auto one = one_of(some);
    if (!one) return {};
    auto made = *one;
    made.is_answer = false;
    if (made.sum) throw NotUnderstood{"looks for a total among numbers"};
    for (auto& value : made.values) {
        if (!value) continue;
        if (node_of(value) != nullptr) throw NotUnderstood{"looks for a coding among texts"};
        value = std::ranges::any_of(all, [&](const FormulaPart& other) { return other.values.front() == value; });
    }
    return {made};
}

FormulaParts FormulaReader::united(FormulaParts left, FormulaParts right) const {
    // Alike elements become one. Two items never are alike, and two answers may be.
    for (auto& part : right) {
        const auto* node = part.question || part.sum ? nullptr : node_of(part.values.front());
        const bool item = node != nullptr && node->kind == FormulaNode::Kind::item;
        if (!item && !is_plain_constant(part)) throw NotUnderstood{"takes answers that are alike for one (|)"};
        const bool there = std::ranges::any_of(left, [&](const FormulaPart& one) {
            return !one.question && !one.sum && one.values.front() == part.values.front();
        });
        if (!there) left.push_back(std::move(part));
    }
    return left;
}

FormulaParts FormulaReader::negative(const FhirPath& path, const Focus& focus) {
    auto number = one_of(resolved(evaluate(path.parts.front(), focus)));
    if (!number) return {};
    return arithmetic("-", formula_constant(Exact(0)), std::move(*number));
}

FormulaParts FormulaReader::operation(const FhirPath& path, const Focus& focus) {
    const auto& word = path.word;
    if (word == "and" || word == "or" || word == "xor" || word == "implies") return logic(path, focus);
    if (word == "as") return of_type(evaluate(path.parts[0], focus), path.parts[1]);
    auto left = evaluate(path.parts[0], focus);
    auto right = evaluate(path.parts[1], focus);
    // A number is neither true nor false, and no text, whatever it is.
    if (word == "=" && ((is_total(left) && is_no_number(right)) || (is_no_number(left) && is_total(right))))
        return {formula_constant(false)};
    left = resolved(std::move(left));
    right = resolved(std::move(right));
    if (word == "|") return united(united({}, std::move(left)), std::move(right));
    if (word == "in") return membership(left, right);
    if (word == "contains") return membership(right, left);
    auto one = one_of(std::move(left)), other = one_of(std::move(right));
    const bool counts = word == "+" || word == "-" || word == "*" || word == "/" || word == "div" || word == "mod";
    const bool compares = word == "=" || word == "!=" || word == "<" || word == ">" || word == "<=" || word == ">=";
    if (!counts && !compares) throw NotUnderstood{"uses " + word};
    if (!one || !other) return {};
    if (counts) return arithmetic(word, std::move(*one), std::move(*other));
    return comparison(word, *one, *other);
}

}
