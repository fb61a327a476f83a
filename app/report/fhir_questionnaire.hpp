// A module as a FHIR R4 Questionnaire. For fhir_bundle.cpp and its tests.
#pragma once
#include "report/fhir_names.hpp"

namespace report {

// An item that is answered both ways is a group of two choices, "<item>.toward_me" and "<item>.from_me"; a signature is
// a text. {person} stays in the texts of a form that is repeated: a response says the name. The words for both ends of
// 0 to 10 stand in the question. Private items only when asked for.
Json questionnaire(const model::Module& module, bool private_items);

// Which conditions an item has, as its enableWhen and enableBehavior; nothing when it is always asked. What compares
// the order of choices names each choice that fits, for codes have no order.
void put_conditions(Json& into, const model::Module& module, const model::Item& item);

}
