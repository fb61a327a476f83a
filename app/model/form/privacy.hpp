// The one place that decides what is private: what reaches the therapist's private view and nothing else.
#pragma once
#include "model/form/answer.hpp"
#include "model/form/module.hpp"

namespace model {

bool is_private(const Module& module); // as a whole
bool is_private(const Module& module, const Item& item);
bool is_private(const Module& module, const Scale& scale);
// Whoever comes back to it at the kiosk sees that it was answered, and the answer itself only after asking for it.
bool stays_covered(const Module& module, const Item& item);
// What the content no longer has might have been private: it is treated as such.
bool is_private(const Content& content, const ItemRef& ref);

// The form as it was asked, with what is private of it now as well. What depends on something private is private too;
// what may be shared, released or set on a map must have been so then and be so now. What `now` no longer has stays as
// it was.
Content stricter(Content then, const Content& now);

// For a file about both: what is its author's only counts as private in it.
Content with_authors_private(Content content);

// As with_authors_private made it: it leaves out something that its author's own file holds.
bool leaves_out_authors(const Module& module);

// Whoever is given the form is asked something private.
bool holds_private(const Module& module);

Answers public_answers(const Content& content, const Answers& answers);

}
