// The review of somebody who stops before the end: how far each form has come, instead of every item that is open.
#pragma once
#include "ui/couple/answering.hpp"

namespace ui {

bool stops_early(const Page& page, const model::Session& session);
// One row a form, in the packet's order; tapping one goes to its first open item.
void add_standings(Page& page, Flow& flow, const model::Session& session, bool enabled);

}
