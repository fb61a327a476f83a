// The one place that decides what is private: what reaches the therapist's private view and nothing else.
#pragma once
#include "model/form/answer.hpp"
#include "model/form/module.hpp"

namespace model {

bool is_private(const Module& module); // as a whole
bool is_private(const Module& module, const Item& item);
bool is_private(const Module& module, const Scale& scale);
// What the content no longer has might have been private: it is treated as such.
bool is_private(const Content& content, const ItemRef& ref);

// Whoever is given the form is asked something private.
bool holds_private(const Module& module);

Answers public_answers(const Content& content, const Answers& answers);

}
