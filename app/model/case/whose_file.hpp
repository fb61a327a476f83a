// What leaves the kiosk in a file: one partner's own part of a case, for that partner's own record, or what either of
// the two may ask for one day.
#pragma once
#include "model/case/export_format.hpp"
#include "model/case/records.hpp"

namespace model {

// Nothing stays that the other said, wrote or released alone: their part of each visit becomes absent, and the drafts
// they gave to the shared page fall away. The words both agreed on stay, and so do both names, which stand in
// questions.
CaseFile only_of(CaseFile file, Partner partner);

// Nothing stays that is its author's only, nor any question that asks for it: in the forms kept with its visits it
// counts as private.
CaseFile for_both(const Content& today, CaseFile file);

// The visits whose notes may be written in a file of their own beside this format, newest first: of one visit `only`,
// else of all. None beside one partner's own record or what the couple takes home.
std::vector<const VisitRecord*> notes_for_file(const CaseFile& file, std::optional<core::SittingId> only,
                                               ExportFormat format, std::optional<Partner> whose);

}
