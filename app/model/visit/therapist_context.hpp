// What the therapist's screens share inside of update().
#pragma once
#include "model/visit/update_context.hpp"

namespace model {

Screen lock(UpdateContext& context); // the keys are wiped; Welcome
bool locks(Among<known::Locking> action);
screen::Caseload caseload(TherapistName therapist, std::vector<CaseSummary> cases, UpdateContext& context);
// What is written and not yet saved goes to the disk; then the case may be left.
void keep_note(screen::Case& screen, UpdateContext& context);
screen::Recover recovery_of(screen::Unlock from);
screen::Export export_of(screen::Case from, UpdateContext& context);
// What the couple shall see together; the case is left as it stands.
Screen choose_cards(screen::Case from, UpdateContext& context);

}
