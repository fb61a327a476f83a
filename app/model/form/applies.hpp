// Which items are asked, by what was answered before them, and whose name stands in a text. An answer to an item that
// no longer applies stays in the journal and is used nowhere. A person of a repeated module who was named, or about
// whom something was said, is asked about whatever becomes of those before them.
#pragma once
#include "model/form/answer.hpp"
#include "model/form/module.hpp"

namespace model {

// Whether an answer that is there passes a test that compares; false for `answered` and `unanswered`.
bool passes(Test test, int answer, int value);

// One for each item of the module, in its order. What is given is not asked, and applies to nobody here.
std::vector<bool> which_apply(const Module& module, const Answers& answers);
// The same before anybody was named: the first person of a module that is repeated counts as if they were.
std::vector<bool> which_may_apply(const Module& module, const Answers& answers);
bool applies(const Module& module, const Item& item, const Answers& answers);

// The answer, when there is one and its item applies.
const Answer* answer_in_use(const Module& module, const Item& item, const Answers& answers);

// What is on record about the person whom `person` asks for; skips too.
std::vector<ItemRef> answers_about(const Module& module, const core::ItemId& person, const Answers& answers);
// Something was said about that person, and their name was changed or taken away since: it must be asked what becomes
// of it. The name as it was then; nothing where all is in order.
std::optional<std::string> unsettled(const Module& module, const core::ItemId& person, const PartContent& content);

// The name typed for a person of a repeated module; nothing while there is none.
std::optional<std::string> person_named(const Module& module, const std::optional<core::ItemId>& person,
                                        const Answers& answers);
// `text` of an item, with the name where it says {person}.
std::string with_person(std::string text, const std::optional<std::string>& name);

}
