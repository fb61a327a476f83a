// What a therapist noted on visits, as a file of plain text: beside a couple's export, where the therapist chose it.
#pragma once
#include "model/case/records.hpp"
#include <span>

namespace report {

// Oldest first; `visits` are the file's, newest first. A note that could not be opened is said to be one.
std::string notes_text(const model::CaseFile& file, std::span<const model::VisitRecord* const> visits);

}
