// Inside of formula.cpp: evaluates FHIRPath for all possible answers at once. Whatever it does not know ends in
// NotUnderstood.
#pragma once
#include "content/fhir/fhirpath.hpp"
#include "content/fhir/formula.hpp"
#include "content/fhir/formula_parts.hpp"
#include <functional>

namespace content {

// For which answers it holds: where every question that matters is answered, each in any way; or where each is answered
// or not, in no matter which way, as counts of answers are.
enum class FormulaCase { every_answer, answered_or_not };

class FormulaReader {
public:
    FormulaReader(FhirFormulas& formulas, FormulaCase which) : m_formulas(formulas), m_case(which) {}
    // The number that a total holds.
    FormulaPart total(const FhirItem& item);
    // The questions that must be answered for it to hold.
    const std::set<const FhirItem*>& needs() const { return m_needs; }

private:
    struct Scope {                           // where an expression stands: at an item, or at the top of the form
        std::vector<const FhirItem*> owners; // the outermost first
    };
    struct Focus {
        const FormulaParts* parts = nullptr; // what a path begins at; none: nothing that is known
        const Scope* scope = nullptr;
    };
    FormulaParts expression(const FhirVariable& source, const Scope& scope);
    FormulaParts evaluate(const FhirPath& path, const Focus& focus);

    // What things are made of (formula_members.cpp).
    FormulaParts variable(const std::string& name, const Focus& focus);
    FormulaParts members(const FormulaParts& parts, const std::string& name);
    void members_of(const FormulaPart& part, const std::string& name, FormulaParts& into);
    std::vector<FormulaValue> members_of(const FormulaNode& node, const std::string& name) const;
    FormulaParts items_of(const std::vector<FhirItem>& items, const std::set<const FhirItem*>& needs) const;
    FormulaPart answer_of(const FormulaPart& part, const FhirItem& item) const;
    FormulaParts values_of(const FormulaPart& answer, const std::string& name);
    FormulaPart question_values(std::size_t question, const std::string& name) const;
    std::optional<std::size_t> counted_question(const FhirItem& item) const;
    void descend(const FhirItem& item, const std::set<const FhirItem*>& needs, FormulaParts& into) const;

    // formula_operators.cpp
    FormulaParts operation(const FhirPath& path, const Focus& focus);
    FormulaParts logic(const FhirPath& path, const Focus& focus);
    FormulaParts arithmetic(const std::string& sign, FormulaPart left, FormulaPart right);
    FormulaParts comparison(const std::string& sign, const FormulaPart& left, const FormulaPart& right) const;
    FormulaParts membership(const FormulaParts& some, const FormulaParts& all) const;
    FormulaParts united(FormulaParts left, FormulaParts right) const;
    FormulaParts negative(const FhirPath& path, const Focus& focus);
    // A condition for each answer, or one alone: true, false or neither. Constant false for none.
    FormulaPart condition(FormulaParts parts) const;
    FormulaPart
    each_of_two(const FormulaPart& left, const FormulaPart& right,
                const std::function<std::optional<FormulaValue>(const std::optional<FormulaValue>&,
                                                                const std::optional<FormulaValue>&)>& each) const;

    // formula_functions.cpp and formula_numbers.cpp
    FormulaParts call(const FhirPath& path, const Focus& focus);
    FormulaParts where(const FormulaParts& parts, const FhirPath& criterion, const Focus& focus);
    FormulaParts select(const FormulaParts& parts, const FhirPath& projection, const Focus& focus);
    FormulaParts iif(const FhirPath& path, const Focus& focus, std::size_t first);
    FormulaPart exists(const FormulaParts& parts);
    FormulaParts repeat(FormulaParts parts, const FhirPath& step, const Focus& focus);
    FormulaParts descendants(const FormulaParts& parts) const;
    FormulaParts first_of(const FormulaParts& parts) const;
    FormulaParts numbers(const std::string& name, const FormulaParts& parts, const FhirPath& path, const Focus& focus);
    FormulaParts resolved(FormulaParts parts); // with the numbers that totals among them are
    FormulaParts aggregate(const FormulaParts& parts, const FhirPath& path, const Focus& focus);
    FormulaPart sum(const FormulaParts& parts);
    FormulaPart count(const FormulaParts& parts);
    FormulaParts rounded(const std::string& name, FormulaParts parts, int digits);
    FormulaParts weights(const FormulaParts& parts,
                         const std::string& name); // `name` of value[x], if these are answers
    std::optional<FormulaValue> weight(const FormulaNode& node) const;
    // formula_texts.cpp; nothing when there is no such function of texts and single values
    std::optional<FormulaParts> texts(const std::string& name, const FormulaParts& parts, const FhirPath& path,
                                      const Focus& focus);
    FormulaParts of_type(const FormulaParts& parts, const FhirPath& type) const;

    // `part` only where `condition` is true. Nothing is left where it never is.
    std::optional<FormulaPart> only_where(FormulaPart part, const FormulaPart& condition);
    FormulaPart each_value(FormulaPart part,
                           const std::function<std::optional<FormulaValue>(const FormulaValue&)>& each) const;
    const FormulaParts& held(const FormulaParts& parts); // pays for what they take of the memory
    void use(const FormulaPart& part);                   // that it is there decides something
    void must_be_answer(const FormulaPart& part) const;
    std::string text_of(const FhirPath& path, const Focus& focus); // a constant

    FhirFormulas& m_formulas;
    FormulaCase m_case;
    std::set<const FhirItem*> m_needs;
    std::set<const void*> m_open; // expressions that are being evaluated: one that needs itself has no value
    std::map<const void*, FormulaParts> m_known;
};

}
