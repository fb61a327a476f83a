// What a Questionnaire becomes here: a module, and a line for everything that it could not be.
#pragma once
#include "content/fhir/questionnaire.hpp"
#include "content/forms/module_writer.hpp"

namespace content {

struct FhirForm {
    WrittenModule written;
    std::vector<std::string> lost; // "linkId: what was lost", in the order of the form
};

struct FhirWishes {
    bool is_private = false;
    std::string id;                              // of the module; empty: made from the Questionnaire's own name
    std::vector<nlohmann::json> value_sets = {}; // resources or bundles of them, beside what the file contains
};

// Faults when nothing is left to ask, or more than a module may hold.
std::optional<FhirForm> fhir_form(const FhirQuestionnaire& source, const FhirWishes& wishes, JsonFaults& faults);

// The list of what was lost. `who` is a linkId, or empty for the form as a whole.
class FhirLosses {
public:
    void add(std::string_view who, std::string_view what);
    void add_named(std::string_view names, std::string_view what); // several linkIds, fit for a message already
    std::vector<std::string> take() { return std::move(m_lines); }

private:
    std::vector<std::string> m_lines;
};

// The text with "?" for every character that the screen cannot show, which is then listed.
std::string with_shown_letters(std::string_view who, std::string_view text, FhirLosses& losses);

// Legal ids, no two the same, the same ones for the same linkIds in every edition of a form.
class FhirIds {
public:
    std::string of(std::string_view link_id);

private:
    std::vector<std::string> m_given;
};
std::string as_id(std::string_view text, std::string_view before_a_digit); // "" when nothing of it is left

// The choices of a question with the values they store (fhir_choices.cpp).
struct FhirChoices {
    std::vector<model::Choice> choices; // values ascending, in the order of the file; empty when they cannot be asked
    std::vector<FhirOption> options;    // in the same order
    std::vector<std::size_t> places;    // of these among the item's
    bool scored = false;                // the values are the form's own, and rise
};
FhirChoices fhir_choices(const FhirItem& item, FhirLosses& losses);

// What an item was in the file (origin.cpp): nothing, with a line in the list, of what the form cannot hold.
model::Origin fhir_origin(const FhirItem& item, const std::vector<std::string>& groups, FhirLosses& losses);
// A code that a form can hold.
std::optional<model::Code> kept_code(std::string_view who, const model::Code& code, FhirLosses& losses);

// A question that is asked, and the one it came from.
struct FhirAsked {
    const FhirItem* source = nullptr;
    std::size_t index = 0; // in the module
    FhirChoices choices;
};

// The conditions of an item, all that can be kept (fhir_conditions.cpp). One that cannot is dropped so that the
// question is asked more often, never less.
struct FhirConditions {
    std::vector<FhirCondition> list;
    bool any = false;
};
model::EnableWhen fhir_conditions(const std::string& link_id, const FhirConditions& conditions,
                                  const model::Module& module, const std::vector<FhirAsked>& asked, FhirLosses& losses);

// Items that only hold a total (fhir_total.cpp).
bool holds_a_total(const FhirItem& item);
// Those whose formula is wholly understood become scales, in this order; the others are listed, with the reason.
struct FhirTotal {
    const FhirItem* item = nullptr;
    std::vector<std::string> groups; // linkIds, as in model::Origin
};
void add_totals(const std::vector<FhirTotal>& totals, const FhirQuestionnaire& form,
                const std::vector<FhirAsked>& asked, WrittenModule& written, FhirLosses& losses);

// Text cut at a sentence's end, or at a space, into pieces of at most `characters`.
std::vector<std::string> in_pieces(std::string_view text, std::size_t characters);
// At most `characters`, the last three "..." when something was cut off.
std::string cut_short(std::string_view text, std::size_t characters);

}
