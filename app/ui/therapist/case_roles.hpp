// Whose part of a visit something is done with, and who they are elsewhere: two choices beside or below each other.
#pragma once
#include "ui/layout/flow.hpp"

namespace ui {

void add_whose(Page& page, Flow& flow, const model::screen::CaseActions& screen);
void add_as(Page& page, Flow& flow, const model::screen::CaseActions& screen);

// A code that a partner forgot: of a part of the visit shown that is begun and not sealed.
bool can_choose_code(const model::screen::Case& from, model::Partner partner);
bool is_answered_now(const model::screen::Case& from); // one of the two could
void add_new_code(Page& page, Flow& flow, const model::screen::CaseActions& screen);

}
