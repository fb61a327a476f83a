// One partner's own part of a case, for that partner's own record.
#pragma once
#include "model/case/records.hpp"

namespace model {

// Nothing stays that the other said, wrote or released alone: their part of each visit becomes absent, and the drafts
// they gave to the shared page fall away. The words both agreed on stay, and so do both names, which stand in
// questions.
CaseFile only_of(CaseFile file, Partner partner);

}
