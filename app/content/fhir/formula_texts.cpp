#include "content/fhir/formula_reader.hpp"
#include "content/fhir/pattern.hpp"
#include "content/read/diagnostics.hpp"
#include <algorithm>

namespace content {

namespace {

std::optional<bool> said_of_text(const std::string& name, const std::string& text, const std::string& other) {
    if (name == "startsWith") return text.starts_with(other);
    if (name == "endsWith") return text.ends_with(other);
    if (name == "contains") return text.find(other) != std::string::npos;
    const bool whole = name == "matchesFull";
    if (name != "matches" && !whole) return std::nullopt;
    const auto found = matches_pattern(text, other, whole ? Match::whole : Match::anywhere);
    if (!found) throw NotUnderstood{"has a pattern that is not known here: " + in_quotes(other)};
    return found;
}

std::optional<FormulaValue> as_number(const std::string& name, const FormulaValue& value) {
    const bool whole = name == "toInteger";
    if (const auto* truth = std::get_if<bool>(&value)) return Exact(*truth ? 1 : 0);
    if (const auto* number = std::get_if<Exact>(&value)) {
        if (whole && !number->is_whole()) throw NotUnderstood{"makes whole numbers of others"};
        return *number;
    }
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) throw NotUnderstood{"makes a number of a coding"};
    const auto number = text->starts_with("+") ? std::nullopt : exact_number(*text);
    if (!number || text->ends_with(".") || text->starts_with(".")) {
        // An engine may read it all the same.
        const bool odd = text->find_first_of("0123456789") != std::string::npos;
        if (odd) throw NotUnderstood{"makes a number of the text " + in_quotes(*text)};
        return std::nullopt;
    }
    if (whole && text->find('.') != std::string::npos) throw NotUnderstood{"makes whole numbers of others"};
    return *number;
}

}

std::optional<FormulaParts> FormulaReader::texts(const std::string& name, const FormulaParts& parts,
                                                 const FhirPath& path, const Focus& focus) {
    const auto given = path.parts.size() - (path.has_input ? 1 : 0);
    const auto each = [&](const auto& make) -> FormulaParts {
        auto one = one_of(parts);
        if (!one) return {};
        return {each_value(std::move(*one), make)};
    };
    const auto text_in = [](const FormulaValue& value) -> const std::string& {
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr) throw NotUnderstood{"takes something for a text that is none"};
        return *text;
    };
    static constexpr std::string_view questions[]{"startsWith", "endsWith", "contains", "matches", "matchesFull"};
    if (given == 1 && std::ranges::find(questions, name) != std::end(questions)) {
        if (parts.empty()) return FormulaParts();
        const auto other = text_of(path.parts.back(), focus);
        return each([&](const FormulaValue& value) -> std::optional<FormulaValue> {
            m_formulas.spend(name.starts_with("matches") ? 3'000 : 20);
            return *said_of_text(name, text_in(value), other);
        });
    }
    if (given == 1 && name == "substring") {
        const auto from = one_of(evaluate(path.parts.back(), focus));
        const auto* number = from && !from->question && !from->sum && from->values.front()
                                 ? std::get_if<Exact>(&*from->values.front())
                                 : nullptr;
        if (number == nullptr || !number->is_whole() || *number < Exact(0))
            throw NotUnderstood{"uses substring() in a way that is not known here"};
        const auto begin = static_cast<std::size_t>(number->over());
        return each([&](const FormulaValue& value) -> std::optional<FormulaValue> {
            const auto& text = text_in(value);
            const bool plain = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 128; });
            if (!plain) throw NotUnderstood{"uses substring() of letters beyond ASCII"};
            return begin < text.size() ? std::optional<FormulaValue>(text.substr(begin)) : std::nullopt;
        });
    }
    if (given != 0) return std::nullopt;
    if (name == "toInteger" || name == "toDecimal") {
        const auto one = one_of(parts);
        if (!one) return FormulaParts();
        if (one->sum) return name == "toDecimal" ? FormulaParts{*one} : rounded(name, {*one}, 0);
        return each([&](const FormulaValue& value) { return as_number(name, value); });
    }
    if (name == "hasValue") {
        const auto one = one_of(parts);
        if (!one) return FormulaParts{formula_constant(false)};
        if (one->sum) return FormulaParts{formula_constant(true)};
        auto made = *one;
        made.is_answer = false;
        for (auto& value : made.values) {
            const auto* node = node_of(value);
            if (node != nullptr && node->kind == FormulaNode::Kind::unread)
                throw NotUnderstood{"uses hasValue() of " + in_quotes(node->item->link_id)};
            value = value.has_value() && node == nullptr; // a coding has parts and no value
        }
        return FormulaParts{made};
    }
    return std::nullopt;
}

}
