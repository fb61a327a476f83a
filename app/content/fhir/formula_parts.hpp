// Inside of formula.cpp: what FHIRPath calls a collection, for all possible answers at once. An element of it depends
// on the answer to one question at most, and is listed for each; a number may be a sum over several questions.
#pragma once
#include "content/fhir/exact.hpp"
#include "content/fhir/questionnaire.hpp"
#include <map>
#include <set>
#include <variant>

namespace content {

struct NotUnderstood { // ends the reading of a formula, in one place alone
    std::string why;   // goes on from "its formula "
};

struct FormulaNode {
    enum class Kind {
        response,  // the QuestionnaireResponse
        item,      // of it
        answer,    // of it
        coding,    // an answer's, or an option's; `place` is that of the option
        unread,    // an answer of a kind that is not counted here
        total,     // the answer that a total is; it is evaluated where its number is wanted, and not before
        elsewhere, // below an item: anything that has no linkId
        form,      // the Questionnaire
        form_item,
        option,
        mark, // an extension of an option: `mark` is its place
    };
    Kind kind = Kind::response;
    const FhirItem* item = nullptr;
    std::size_t place = 0;
    std::size_t mark = 0;
    bool operator==(const FormulaNode&) const = default;
};
using FormulaValue = std::variant<Exact, bool, std::string, FormulaNode>;

struct FormulaSum {
    Exact offset;
    std::map<std::size_t, std::vector<Exact>> points; // by question, one for each answer
};

struct FormulaPart {
    std::optional<std::size_t> question;             // on whose answer it depends
    std::vector<std::optional<FormulaValue>> values; // for each answer, or one alone; nothing where it is not there
    std::optional<FormulaSum> sum;                   // then there are no values
    bool is_answer = false;                          // the values are those of the answers to `question`
    std::set<const FhirItem*> needs;                 // what must be answered for this to hold
};
using FormulaParts = std::vector<FormulaPart>;

inline FormulaPart formula_constant(FormulaValue value) {
    FormulaPart part;
    part.values.emplace_back(std::move(value));
    return part;
}
inline const FormulaNode* node_of(const std::optional<FormulaValue>& value) {
    return value ? std::get_if<FormulaNode>(&*value) : nullptr;
}
// Without its question where it is the same for every answer to it.
FormulaPart simplified(FormulaPart part);
inline bool is_always_there(const FormulaPart& part) {
    return part.sum || (!part.question && part.values.front());
}

// The steps of a sum; each throws when a number grows too large.
Exact kept(std::optional<Exact> number);
FormulaSum sum_of(const FormulaPart& part);                         // throws where it is no number, or not always there
void add_to(FormulaSum& sum, const FormulaSum& other, Exact times); // sum += other * times
FormulaPart part_of(FormulaSum sum);                                // a plain number again where one question is left
// The least and the most that it can be.
std::pair<Exact, Exact> range_of(const FormulaSum& sum);

// One value, as an operator or a function wants it: several that exclude each other are one.
// Nothing when there is never one.
std::optional<FormulaPart> one_of(FormulaParts parts);

}
