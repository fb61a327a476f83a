#include "model/case/note_template.hpp"
#include <vector>

namespace model {
namespace {

std::vector<core::Message> headings_of(NoteTemplate begins) {
    using core::message;
    switch (begins) {
    case NoteTemplate::plain:
        return {};
    case NoteTemplate::soap:
        return {message("notes.subjective", "Subjective"), message("notes.objective", "Objective"),
                message("notes.assessment", "Assessment"), message("notes.plan", "Plan")};
    case NoteTemplate::dap:
        return {message("notes.data", "Data"), message("notes.assessment", "Assessment"),
                message("notes.plan", "Plan")};
    }
    return {};
}

}

std::string note_headings(NoteTemplate begins, const core::Catalogue* catalogue) {
    std::string text;
    for (const auto& heading : headings_of(begins))
        text += (text.empty() ? "" : "\n") + heading.words_in(catalogue) + ":\n";
    return text;
}

}
