// What is said of a form before its first question.
#pragma once
#include "ui/layout/flow.hpp"

namespace ui {

// The form's own notice and, before anything is written for the first time, whom to call in danger.
std::vector<std::string> notice_of(const Page& page, const model::Sitting& sitting, std::size_t form);
// The practice's words on what is kept from a partner, where they stand before this form.
std::vector<std::string> policy_of(const Page& page, const model::Sitting& sitting, std::size_t form);
// How many questions, about how long, and that choosing moves on.
void add_form_facts(Page& page, Flow& flow, const model::Module& module, const model::Answers& answers);

}
