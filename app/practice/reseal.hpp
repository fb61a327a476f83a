// What is sealed to readers, sealed to others: all that one key opens, part by part and note by note.
#pragma once
#include "practice/practice_data.hpp"
#include <optional>

namespace practice {

struct NewReaders {
    const vault::KeyPair& opener; // the recovery key, or the therapist's own
    // Whose slots are made anew, and for which key; nobody's without one.
    std::optional<core::TherapistId> of;
    vault::PublicKey key{};
    std::optional<vault::PublicKey> recovery_key; // all recovery slots are made anew for it
    bool with_notes = true;                       // the therapist's own
};

struct Resealed {
    std::vector<core::PartId> parts; // that are for the therapist
    int notes = 0;                   // of the therapist
    int left = 0;                    // damaged, or not for the opener: they stay as they are
};

// A piece of one fact, run by Store::at_once().
[[nodiscard]] core::Result<Resealed> reseal(PracticeData& data, const NewReaders& readers);

}
