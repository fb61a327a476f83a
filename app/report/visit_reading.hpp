// What may be read of a visit, for everything that is written out: the chart and the exports ask here, so that they
// agree on what is private. Private answers have no say in any of it.
#pragma once
#include "model/case/public_answers.hpp"
#include "model/case/records.hpp"

namespace report {

inline constexpr model::Role both_roles[] = {model::Role::a, model::Role::b};

using model::is_private;

// What may stand on public pages, whatever the record holds.
model::Answers public_answers(const model::Content& content, const model::PartRecord& part);

// The packet's modules for one partner, or those that were answered when the packet is no longer known.
std::vector<const model::Module*> modules_of(const model::Content& content, const model::VisitRecord& visit);

// Adds those of `answers` that are not in the list; none that both answer together.
void add_modules(std::vector<const model::Module*>& list, const model::Content& content, const model::Answers& answers);

// Counted as minimum + maximum - answer in a scale of the module.
bool counted_in_reverse(const model::Module& module, const core::ItemId& item);

}
