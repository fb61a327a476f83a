// The scores of a form as R4 asks for them: items that nobody answers, with a formula. For fhir_questionnaire.cpp and
// fhir_response.cpp.
#pragma once
#include "report/fhir_names.hpp"

namespace report {

// In FHIRPath 2.0, over the answers to the items; what it gives is what the kiosk's score is, and nothing where there
// is none.
std::string score_formula(const model::Module& module, const model::Scale& scale);

// Questionnaire.item of a score.
Json score_item(const model::Module& module, const model::Scale& scale);
// QuestionnaireResponse.item of it; null where there is no score.
Json score_answer(const model::Scale& scale, const model::Score& score);

}
