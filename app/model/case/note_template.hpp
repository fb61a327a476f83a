// What a therapist's note may begin with.
#pragma once
#include "core/i18n.hpp"
#include <array>
#include <string>

namespace model {

// plain: nothing. soap: Subjective, Objective, Assessment, Plan. dap: Data, Assessment, Plan.
enum class NoteTemplate { plain, soap, dap };
inline constexpr std::array every_note_template{NoteTemplate::plain, NoteTemplate::soap, NoteTemplate::dap};

// One heading a line, and an empty line below each to write on; nothing for a plain note. nullptr: the source language.
std::string note_headings(NoteTemplate begins, const core::Catalogue* catalogue);

}
