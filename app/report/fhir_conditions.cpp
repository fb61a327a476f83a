#include "model/form/applies.hpp"
#include "report/answer_value.hpp"
#include "report/fhir_questionnaire.hpp"
#include <algorithm>
#include <cmath>

namespace report {
namespace {

using model::AnswerShape;
using model::Test;

const char* operator_of(Test test) {
    switch (test) {
    case Test::answered:
    case Test::unanswered:
        return "exists";
    case Test::equals:
        return "=";
    case Test::differs:
        return "!=";
    case Test::above:
        return ">";
    case Test::at_least:
        return ">=";
    case Test::below:
        return "<";
    case Test::at_most:
        return "<=";
    }
    return "exists";
}

class Conditions {
public:
    Conditions(const model::Module& module, bool any, bool alone) : m_module(module), m_any(any), m_alone(alone) {}

    void exists(const model::Item& item, bool there) {
        // An unticked consent is no answer here, and false is one in FHIR.
        const auto id = link_id(item, Direction::none);
        if (shape_of(item.kind) == AnswerShape::tick) return add(id, there ? "=" : "!=", "answerBoolean", true);
        if (shape_of(item.kind) != AnswerShape::both_ways) return add(id, "exists", "answerBoolean", there);
        if (there && m_alone) m_any = true; // either way is enough
        for (const Direction direction : {Direction::toward_me, Direction::from_me})
            add(link_id(item, direction), "exists", "answerBoolean", there);
    }

    void add(const model::Condition& condition) {
        const model::Item* item = model::find_item(m_module, condition.item);
        if (item == nullptr) return;
        if (condition.test == Test::answered || condition.test == Test::unanswered)
            return exists(*item, condition.test == Test::answered);
        if (has_choices(item->kind) && has_one_value(item->kind)) return add_choice(*item, condition);
        if (shape_of(item->kind) == AnswerShape::values) {
            if (condition.test == Test::differs && !m_any) exists(*item, true);
            return add_value(*item, operator_of(condition.test), condition.value);
        }
        if (condition.test == Test::differs && !m_any) exists(*item, true); // FHIR's != holds without an answer too
        const auto id = link_id(*item, Direction::none);
        const std::string_view type = fhir_type(*item);
        Json number = condition.value;
        if (item->decimals > 0) number = condition.value / std::pow(10.0, item->decimals);
        if (type == "quantity")
            return add(id, operator_of(condition.test), "answerQuantity", quantity_of(*item, std::move(number)));
        add(id, operator_of(condition.test), type == "decimal" ? "answerDecimal" : "answerInteger", std::move(number));
    }

    void put(Json& into) const {
        if (m_list.empty()) return;
        into["enableWhen"] = m_list;
        if (m_list.size() > 1) into["enableBehavior"] = m_any ? "any" : "all";
    }

private:
    void add(const std::string& question, const char* test, const char* key, Json value) {
        m_list.push_back({{"question", question}, {"operator", test}, {key, std::move(value)}});
    }

    void add_value(const model::Item& item, const char* test, int value) {
        auto choice = choice_of(m_module, item, value);
        add(link_id(item, Direction::none), test, ("answer" + choice.type).c_str(), std::move(choice.value));
    }

    void add_choice(const model::Item& item, const model::Condition& condition) {
        std::vector<int> good, others;
        for (const model::Choice& choice : item.choices)
            (model::passes(condition.test, choice.value, condition.value) ? good : others).push_back(choice.value);
        const auto each = [&](const std::vector<int>& values, const char* test) {
            for (const int value : values)
                add_value(item, test, value);
        };
        if (m_alone) m_any = true;
        if (m_any || good.size() == 1) return each(good, "=");
        exists(item, true);
        each(others, "!=");
    }

    const model::Module& m_module;
    bool m_any, m_alone;
    Json m_list = Json::array();
};

}

void put_conditions(Json& into, const model::Module& module, const model::Item& item) {
    const auto& when = item.enable_when;
    const model::Item* person = item.person ? model::find_item(module, *item.person) : nullptr;
    // Conditions of a form that is repeated ask about the same person, so with `any` each of them implies the name.
    const bool any = when.any && when.conditions.size() > 1;
    if (any || (person != nullptr && person->given)) person = nullptr; // what is given stands in no question
    Conditions conditions(module, any, when.conditions.size() + (person != nullptr ? 1U : 0U) == 1);
    if (person != nullptr) conditions.exists(*person, true);
    for (const model::Condition& condition : when.conditions)
        conditions.add(condition);
    conditions.put(into);
}

}
