#include "content/fhir/formula_reader.hpp"
#include "content/read/diagnostics.hpp"
#include <algorithm>

namespace content {

namespace {

bool is_asked_type(FhirType type) {
    return type != FhirType::group && type != FhirType::display;
}

// Whether value[x] of such an answer is called so: valueCoding, or value alone.
bool is_called(const FhirItem& item, const FhirChoices* choices, const std::string& name) {
    if (name == "value") return true;
    switch (item.type) {
    case FhirType::boolean:
        return name == "valueBoolean";
    case FhirType::integer:
        return name == "valueInteger";
    case FhirType::decimal:
        return name == "valueDecimal";
    case FhirType::choice:
    case FhirType::open_choice:
        break;
    default:
        throw NotUnderstood{"reads the answer to " + in_quotes(item.link_id) + ", which is no number or choice"};
    }
    std::set<bool> found;
    for (const auto& option : choices->options)
        found.insert((option.kind == FhirAnswer::coding && name == "valueCoding") ||
                     (option.kind == FhirAnswer::number && name == "valueInteger") ||
                     (option.kind == FhirAnswer::text && name == "valueString"));
    if (found.size() != 1) throw NotUnderstood{"reads choices of different kinds"};
    return *found.begin();
}

FormulaValue value_of(const FhirItem& item, const FhirOption& option, std::size_t place) {
    switch (option.kind) {
    case FhirAnswer::coding:
        return FormulaNode{.kind = FormulaNode::Kind::coding, .item = &item, .place = place};
    case FhirAnswer::number:
        return kept(Exact::of(option.whole.value_or(0), 1));
    case FhirAnswer::text:
        return option.said;
    case FhirAnswer::truth:
    case FhirAnswer::other:
        break;
    }
    throw NotUnderstood{"reads a choice that is no coding, number or text"};
}

std::optional<Exact> number_of(const FhirMark& mark) {
    if (mark.decimal) return Exact::of_decimal(*mark.decimal);
    return mark.whole ? Exact::of(*mark.whole, 1) : std::nullopt;
}

std::vector<FormulaValue> members_of_mark(const FhirMark& mark, const std::string& name) {
    if (name == "url") return {mark.url};
    if (!mark.decimal && !mark.whole) throw NotUnderstood{"reads an extension of a choice that is no number"};
    const bool called =
        name == "value" || (name == "valueDecimal" && mark.decimal) || (name == "valueInteger" && mark.whole);
    if (!called && name != "valueDecimal" && name != "valueInteger")
        throw NotUnderstood{"reads " + in_quotes(name) + " of an extension"};
    if (!called) return {};
    return {kept(number_of(mark))};
}

}

std::optional<std::size_t> FormulaReader::counted_question(const FhirItem& item) const {
    const auto question = m_formulas.question_of(&item);
    return question && m_formulas.questions()[*question].answers > 0 ? question : std::nullopt;
}

FormulaPart FormulaReader::answer_of(const FormulaPart& part, const FhirItem& item) const {
    auto answer = part;
    if (item.type != FhirType::group && item.formula.expression.empty()) answer.needs.insert(&item);
    const FormulaNode node{.kind = FormulaNode::Kind::answer, .item = &item};
    for (auto& value : answer.values)
        if (value) value = node;
    const auto question = m_formulas.question_of(&item);
    if (m_case == FormulaCase::every_answer || !question || !item.formula.expression.empty()) return answer;
    // Counted: the answer is there or it is not, and nothing needs it.
    if (answer.question && answer.question != question) throw NotUnderstood{"counts answers below other answers"};
    FormulaPart given{.question = question, .values = {std::nullopt, node}, .sum = {}, .needs = part.needs};
    given.needs.erase(&item);
    if (part.question && !part.values[1]) given.values[1] = std::nullopt;
    return given;
}

FormulaPart FormulaReader::question_values(std::size_t question, const std::string& name) const {
    const auto& [item, asked, choices, answers] = m_formulas.questions()[question];
    FormulaPart part{.question = question, .values = {}, .sum = {}, .is_answer = true, .needs = {}};
    if (!is_called(*item, choices, name)) {
        part.values.resize(answers);
        return part;
    }
    for (std::size_t k = 0; k < answers; ++k) {
        if (!choices->options.empty()) {
            part.values.emplace_back(value_of(*item, choices->options[k], choices->places[k]));
        } else if (item->type == FhirType::boolean) {
            part.values.emplace_back(k == 1);
        } else {
            part.values.emplace_back(Exact(asked->minimum + static_cast<int>(k)));
        }
    }
    return part;
}

FormulaParts FormulaReader::values_of(const FormulaPart& answer, const std::string& name) {
    const auto* first = [&]() -> const FormulaNode* {
        for (const auto& value : answer.values)
            if (const auto* node = node_of(value)) return node;
        return nullptr;
    }();
    if (first == nullptr) return {};
    const FhirItem& item = *first->item;
    if (!item.formula.expression.empty()) {
        if ((item.type != FhirType::integer && item.type != FhirType::decimal) || answer.question)
            throw NotUnderstood{"reads the total " + in_quotes(item.link_id) + " in a way that is not known here"};
        const bool called =
            name == "value" || name == (item.type == FhirType::integer ? "valueInteger" : "valueDecimal");
        if (!called) return {};
        auto number = answer;
        number.values.front() = FormulaNode{.kind = FormulaNode::Kind::total, .item = &item};
        return {number};
    }
    auto part = answer;
    const auto question = counted_question(item);
    if (!question || m_case == FormulaCase::answered_or_not) {
        for (auto& value : part.values)
            if (value) value = FormulaNode{.kind = FormulaNode::Kind::unread, .item = &item};
        return {part};
    }
    auto values = question_values(*question, name);
    values.needs = part.needs;
    if (part.question && part.question != question) throw NotUnderstood{"reads one answer where another is given"};
    for (std::size_t k = 0; k < values.values.size() && part.question; ++k)
        if (!part.values[k]) values.values[k] = std::nullopt;
    m_formulas.spend(values.values.size());
    return {values};
}

std::vector<FormulaValue> FormulaReader::members_of(const FormulaNode& node, const std::string& name) const {
    const auto marks = [&](const FhirOption& option, FhirMarkPlace place) {
        if (option.more_marks) throw NotUnderstood{"reads a choice with more extensions than are kept"};
        std::vector<FormulaValue> found;
        for (std::size_t i = 0; i < option.marks.size(); ++i)
            if (option.marks[i].place == place)
                found.push_back(
                    FormulaNode{.kind = FormulaNode::Kind::mark, .item = node.item, .place = node.place, .mark = i});
        return found;
    };
    const auto unknown = [&]() { return NotUnderstood{"reads " + in_quotes(name) + ", which is not known here"}; };
    switch (node.kind) {
    case FormulaNode::Kind::item:
        if (name == "linkId") return {node.item->link_id};
        throw unknown();
    case FormulaNode::Kind::coding: {
        const auto& option = node.item->options[node.place];
        if (name == "extension") return marks(option, FhirMarkPlace::coding);
        const bool known = name == "code" || name == "system" || name == "display";
        if (!known) throw unknown();
        const auto& text = name == "code" ? option.code : name == "system" ? option.system : option.said;
        return text.empty() ? std::vector<FormulaValue>() : std::vector<FormulaValue>{text};
    }
    case FormulaNode::Kind::total:
        if (name == "extension" || name == "code" || name == "system" || name == "display") return {};
        throw unknown();
    case FormulaNode::Kind::elsewhere:
        if (name == "linkId" || name == "answer") return {};
        throw unknown();
    case FormulaNode::Kind::form_item: {
        if (name == "linkId") return {node.item->link_id};
        std::vector<FormulaValue> found;
        if (name == "item") {
            for (const auto& below : node.item->items)
                found.push_back(FormulaNode{.kind = FormulaNode::Kind::form_item, .item = &below});
        } else if (name == "answerOption") {
            for (std::size_t i = 0; i < node.item->options.size() && !node.item->options_of_set; ++i)
                found.push_back(FormulaNode{.kind = FormulaNode::Kind::option, .item = node.item, .place = i});
        } else {
            throw unknown();
        }
        return found;
    }
    case FormulaNode::Kind::option: {
        const auto& option = node.item->options[node.place];
        if (name == "extension") return marks(option, FhirMarkPlace::option);
        const bool called = name == "value" || (name == "valueCoding" && option.kind == FhirAnswer::coding) ||
                            (name == "valueInteger" && option.kind == FhirAnswer::number) ||
                            (name == "valueString" && option.kind == FhirAnswer::text);
        if (!called) throw unknown();
        return {value_of(*node.item, option, node.place)};
    }
    case FormulaNode::Kind::mark:
        return members_of_mark(node.item->options[node.place].marks[node.mark], name);
    case FormulaNode::Kind::form: {
        if (name != "item") throw unknown();
        std::vector<FormulaValue> found;
        for (const auto& item : m_formulas.form().items)
            found.push_back(FormulaNode{.kind = FormulaNode::Kind::form_item, .item = &item});
        return found;
    }
    case FormulaNode::Kind::response:
    case FormulaNode::Kind::answer:
    case FormulaNode::Kind::unread:
        break;
    }
    throw unknown();
}

void FormulaReader::members_of(const FormulaPart& part, const std::string& name, FormulaParts& into) {
    if (part.sum) throw NotUnderstood{"reads " + in_quotes(name) + " of a number"};
    const auto* alone = part.question ? nullptr : node_of(part.values.front());
    const auto* some = [&]() -> const FormulaNode* {
        for (const auto& value : part.values)
            if (const auto* node = node_of(value)) return node;
        return nullptr;
    }();
    const auto append = [&](FormulaParts parts) { std::ranges::move(parts, std::back_inserter(into)); };
    if (alone != nullptr && alone->kind == FormulaNode::Kind::response && name == "item")
        return append(items_of(m_formulas.form().items, part.needs));
    if (some != nullptr && some->kind == FormulaNode::Kind::answer) {
        if (name.starts_with("value")) return append(values_of(part, name));
        if (name == "item" && alone != nullptr) return append(items_of(some->item->items, part.needs));
        throw NotUnderstood{"reads " + in_quotes(name) + " of an answer"};
    }
    if (some != nullptr && some->kind == FormulaNode::Kind::item) {
        if (name == "answer") {
            if (is_asked_type(some->item->type)) into.push_back(answer_of(part, *some->item));
            return;
        }
        if (name == "item" && alone != nullptr)
            return append(some->item->type == FhirType::group ? items_of(some->item->items, part.needs)
                                                              : FormulaParts());
        if (name == "type") return; // an item of a response has none
    }
    // For each answer its own list; the first of each make the first element, and so on.
    std::vector<FormulaPart> made;
    for (std::size_t k = 0; k < part.values.size(); ++k) {
        if (!part.values[k]) continue;
        const auto* node = node_of(part.values[k]);
        if (node == nullptr) throw NotUnderstood{"reads " + in_quotes(name) + " of something that has no parts"};
        const auto found = members_of(*node, name);
        m_formulas.spend(found.size() + part.values.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (i == made.size())
                made.push_back({.question = part.question,
                                .values = std::vector<std::optional<FormulaValue>>(part.values.size()),
                                .sum = {},
                                .needs = part.needs});
            made[i].values[k] = found[i];
        }
    }
    append(std::move(made));
}

FormulaParts FormulaReader::members(const FormulaParts& parts, const std::string& name) {
    FormulaParts found;
    for (const auto& part : parts)
        members_of(part, name, found);
    return held(found);
}

}
