// What pictures and pages that both partners' results share may be made of. Private items are no part of it, whatever a
// record holds, and neither are items that the content no longer has: they might have been private.
#pragma once
#include "model/case/records.hpp"

namespace model {

bool is_private(const Module& module, const Item& item);
Answers public_answers(const Content& content, const Answers& answers);

// The forms each partner was given at a visit: the packet's, then others that hold public answers. None of them is
// joint or private as a whole.
std::vector<const Module*> public_modules(const Content& content, const VisitRecord& visit);

}
