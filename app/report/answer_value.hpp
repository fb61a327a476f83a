// An answer as a value for programs, in each format that the kiosk writes: text in a table, JSON, FHIR.
#pragma once
#include "report/fhir_names.hpp"

namespace report {

// As AnswerRow::value has it.
std::string value_text(const model::Item& item, const model::Answer& answer);

// The same in JSON: a number, a list of them, a truth, or the text as it stands; null for an empty one.
Json json_value(const AnswerRow& row);

// QuestionnaireResponse.item.answer; empty for none, and of both ways, which stand in two items of their own.
Json fhir_answers(const model::Module& module, const model::Item& item, const model::Answer& answer);
Json fhir_answer(const char* key, Json value); // the only one

// With its unit and that unit's code, where it has one.
Json quantity_of(const model::Item& item, Json number);

// Questionnaire.item.type.
const char* fhir_type(const model::Item& item);

}
