// A module as a FHIR R4 Questionnaire. For fhir_bundle.cpp and its tests.
#pragma once
#include "report/fhir_names.hpp"

namespace report {

// An item that is answered both ways is a group of two choices, "<item>.toward_me" and "<item>.from_me"; a signature is
// a text. {person} stays in the texts of a form that is repeated: a response says the name. The words for both ends of
// 0 to 10 are displays inside. A score is an item that nobody answers, with its formula. What came from a Questionnaire
// has its linkIds, groups, types, codes and units again. Private items and scores only when asked for.
// The extension "urn:sameside:form" holds the whole form for the kiosk's own import (content/fhir/own_form.hpp).
Json questionnaire(const model::Module& module, bool private_items);

// Which conditions an item has, as its enableWhen and enableBehavior; nothing when it is always asked. What compares
// the order of choices names each choice that fits, for codes have no order.
void put_conditions(Json& into, const model::Module& module, const model::Item& item);

}
