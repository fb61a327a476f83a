// A Questionnaire that Sameside exported holds its form in an extension beside what FHIR says of it.
#pragma once
#include "content/fhir/form.hpp"

namespace content {

inline constexpr std::string_view own_form_url = "urn:sameside:form";

// The form as it was, where the Questionnaire still asks the same in the same words; else nothing, and why.
std::optional<FhirForm> own_form(const FhirQuestionnaire& source, const FhirWishes& wishes, std::string& why_not);

}
