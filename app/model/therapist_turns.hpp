// What the therapist's screens share inside of update().
#pragma once
#include "model/turns.hpp"

namespace model {

Screen lock(Turn& turn); // the keys are wiped; Welcome
bool locks(const Action& action);
screen::Caseload caseload(TherapistName therapist, std::vector<CaseSummary> cases, Turn& turn);
// What is written and not yet saved goes to the disk; then the case may be left.
void keep_note(screen::Case& screen, Turn& turn);
screen::ExportChart export_of(screen::Case from, Turn& turn);
// What the couple shall see together; the case is left as it stands.
Screen choose_cards(screen::Case from, Turn& turn);

}
