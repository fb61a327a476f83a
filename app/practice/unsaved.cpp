#include "practice/unsaved.hpp"

namespace practice {

namespace {

bool can_never_be_saved(store::Store& store, core::PartId id) {
    const auto part = store.part(id);
    if (!part) return part.error().code == core::ErrorCode::not_found;
    return part->status != store::PartStatus::open;
}

}

void Unsaved::hold(core::PartId part, UnsavedEntries entries) {
    if (!entries.entries.empty()) m_parts.insert_or_assign(part, std::move(entries));
}

UnsavedEntries Unsaved::take(core::PartId part) {
    const auto found = m_parts.extract(part);
    return found.empty() ? UnsavedEntries() : std::move(found.mapped());
}

void Unsaved::hold(store::NoteRow note, core::WallTime at) {
    drop_note(note.sitting, note.therapist);
    m_notes.push_back({std::move(note), at});
}

void Unsaved::drop_note(core::SittingId visit, core::TherapistId therapist) {
    std::erase_if(m_notes,
                  [&](const Note& note) { return note.row.sitting == visit && note.row.therapist == therapist; });
}

std::vector<core::SittingId> Unsaved::try_again(store::Store& store) {
    std::erase_if(m_parts, [&](const auto& held) {
        const auto& [part, unsaved] = held;
        const auto done = store.at_once([&]() -> core::Done {
            for (const auto& entry : unsaved.entries)
                if (auto put = store.append(entry, unsaved.progress); !put) return put;
            return {};
        });
        return done || can_never_be_saved(store, part);
    });
    std::vector<core::SittingId> saved;
    std::erase_if(m_notes, [&](const Note& note) {
        const auto done = store.put_note(note.row, note.at);
        if (done) saved.push_back(note.row.sitting);
        return done || done.error().code == core::ErrorCode::not_found;
    });
    return saved;
}

std::vector<store::NoteRow> Unsaved::notes_of(core::TherapistId therapist) const {
    std::vector<store::NoteRow> notes;
    for (const auto& note : m_notes)
        if (note.row.therapist == therapist) notes.push_back(note.row);
    return notes;
}

}
