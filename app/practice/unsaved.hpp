// What the disk refused and nobody is there any more to try again, sealed as it would stand there: no key is kept for
// it, and nothing of it can be read here. It is tried again before each order that the kiosk runs, and ends with the
// program.
#pragma once
#include "store/store.hpp"

namespace practice {

// One order to save, of one part.
struct UnsavedEntries {
    std::vector<store::Store::Append> entries;
    std::optional<store::Progress> progress;
};

class Unsaved {
public:
    void hold(core::PartId part, UnsavedEntries entries); // nothing, where there are none
    UnsavedEntries take(core::PartId part);               // they are their author's again
    void hold(store::NoteRow note, core::WallTime at);    // in place of an older one of the same visit
    void drop_note(core::SittingId visit, core::TherapistId therapist);

    // Saves what the disk takes now, and gives the visits whose notes were saved. What can never be saved, for its part
    // was closed meanwhile, goes.
    std::vector<core::SittingId> try_again(store::Store& store);

    bool none() const { return m_parts.empty() && m_notes.empty(); }
    bool of(core::PartId part) const { return m_parts.contains(part); }
    std::vector<store::NoteRow> notes_of(core::TherapistId therapist) const;

private:
    struct Note {
        store::NoteRow row;
        core::WallTime at;
    };
    std::map<core::PartId, UnsavedEntries> m_parts;
    std::vector<Note> m_notes;
};

}
