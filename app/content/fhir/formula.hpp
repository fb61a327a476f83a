// What the formula of a total makes of the answers, as points: nothing is guessed, and nothing is computed here that
// the formula does not say of every possible answer.
#pragma once
#include "content/fhir/exact.hpp"
#include "content/fhir/form.hpp"

namespace content {

struct FhirPoints {
    std::size_t question = 0;        // in `asked`
    std::vector<Exact> by_answer;    // one for each answer to it, in the order of its choices or upward
    std::optional<Exact> unanswered; // what it counts then; nothing: there is no total without an answer
};
// offset + what each question counts.
struct FhirFormula {
    Exact offset;
    std::vector<FhirPoints> points;   // in the order of the form
    std::optional<std::size_t> least; // answers that a mean needs, where fewer than all will do
};

// A form's questions as formulas see them, and how much work they may still make.
class FhirFormulas {
public:
    FhirFormulas(const FhirQuestionnaire& form, const std::vector<FhirAsked>& asked, const model::Module& module);
    // `why_not` says why it gives nothing, in words that go on from "the total is left out: ".
    std::optional<FhirFormula> of(const FhirItem& total, std::string& why_not);

    struct Question {
        const FhirItem* item = nullptr;
        const model::Item* asked = nullptr;
        const FhirChoices* choices = nullptr;
        std::size_t answers = 0; // how many there are; 0 where they are not of one whole number or choice
    };
    const FhirQuestionnaire& form() const { return m_form; }
    const std::vector<Question>& questions() const { return m_questions; }
    std::optional<std::size_t> question_of(const FhirItem* item) const;
    const std::vector<const FhirItem*>& above(const FhirItem* item) const { return m_above.at(item); }
    void spend(std::size_t work); // ends the reading of a formula that asks for more than is left

private:
    void place(const std::vector<FhirItem>& items, const std::vector<const FhirItem*>& above);
    std::optional<FhirFormula> read(const FhirItem& total, std::string& why_not);
    FhirFormula read_count(const FhirItem& total);

    const FhirQuestionnaire& m_form;
    std::vector<Question> m_questions;
    std::map<const FhirItem*, std::size_t> m_by_item;
    std::map<const FhirItem*, std::vector<const FhirItem*>> m_above; // of each item, the outermost first
    std::vector<const FhirItem*> m_in_order;
    std::size_t m_work = 0;
};

}
