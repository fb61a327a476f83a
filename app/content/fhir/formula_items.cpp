#include "content/fhir/formula_reader.hpp"
#include "content/read/diagnostics.hpp"
#include <algorithm>

namespace content {

FormulaParts FormulaReader::variable(const std::string& name, const Focus& focus) {
    const auto& owners = focus.scope->owners;
    if (name == "resource" || name == "rootResource") return {formula_constant(FormulaNode{})};
    if (name == "questionnaire") return {formula_constant(FormulaNode{.kind = FormulaNode::Kind::form})};
    if (name == "context" || name == "qitem") {
        if (name == "qitem") throw NotUnderstood{"uses %qitem"};
        if (owners.empty()) return {formula_constant(FormulaNode{})};
        return {formula_constant(FormulaNode{.kind = FormulaNode::Kind::item, .item = owners.back()})};
    }
    for (std::size_t level = owners.size() + 1; level-- > 0;) {
        const auto& variables = level == 0 ? m_formulas.form().variables : owners[level - 1]->variables;
        const auto found = std::ranges::find(variables, name, &FhirVariable::name);
        if (found == variables.end()) continue;
        const Scope scope{{owners.begin(), owners.begin() + static_cast<std::ptrdiff_t>(level)}};
        return expression(*found, scope);
    }
    throw NotUnderstood{"uses %" + shown(std::string_view(name)) + ", which the file does not define"};
}

FormulaParts FormulaReader::items_of(const std::vector<FhirItem>& items, const std::set<const FhirItem*>& needs) const {
    FormulaParts parts;
    for (const auto& item : items) {
        if (item.type == FhirType::display) continue;
        parts.push_back(formula_constant(FormulaNode{.kind = FormulaNode::Kind::item, .item = &item}));
        parts.back().needs = needs;
    }
    return parts;
}

void FormulaReader::descend(const FhirItem& item, const std::set<const FhirItem*>& needs, FormulaParts& into) const {
    auto below = needs;
    // What stands below a question is there with its answer.
    if (item.type != FhirType::group) {
        into.push_back(formula_constant(FormulaNode{.kind = FormulaNode::Kind::elsewhere, .item = &item}));
        below.insert(&item);
    }
    for (auto& part : items_of(item.items, below)) {
        const auto* node = node_of(part.values.front());
        const FhirItem& next = *node->item;
        into.push_back(std::move(part));
        descend(next, below, into);
    }
}

FormulaParts FormulaReader::repeat(FormulaParts parts, const FhirPath& step, const Focus& focus) {
    FormulaParts found;
    for (std::size_t deep = 0; !parts.empty(); ++deep) {
        if (deep > json_depth) throw NotUnderstood{"repeats without an end"};
        parts = evaluate(step, {.parts = &parts, .scope = focus.scope});
        for (const auto& part : parts) {
            const auto* node = part.question || part.sum ? nullptr : node_of(part.values.front());
            const bool item = node != nullptr &&
                              (node->kind == FormulaNode::Kind::item || node->kind == FormulaNode::Kind::form_item);
            if (!item) throw NotUnderstood{"repeats what is no item"};
        }
        found.insert(found.end(), parts.begin(), parts.end());
        held(found);
    }
    return found;
}

FormulaParts FormulaReader::descendants(const FormulaParts& parts) const {
    FormulaParts found;
    for (const auto& part : parts) {
        const auto* node = part.question || part.sum ? nullptr : node_of(part.values.front());
        const bool known =
            node != nullptr && (node->kind == FormulaNode::Kind::response || node->kind == FormulaNode::Kind::item);
        if (!known) throw NotUnderstood{"uses descendants() of what is no item"};
        if (node->kind == FormulaNode::Kind::item) {
            descend(*node->item, part.needs, found);
            continue;
        }
        for (auto& item : items_of(m_formulas.form().items, part.needs)) {
            const auto& next = *node_of(item.values.front())->item;
            found.push_back(std::move(item));
            descend(next, part.needs, found);
        }
    }
    m_formulas.spend(found.size());
    return found;
}

}
