// The keys that are open now. Each is wiped when it is let go; nothing else about people is kept between two effects.
#pragma once
#include "model/case/records.hpp"
#include "vault/part.hpp"
#include <optional>

namespace practice {

struct OpenPart {
    core::PartId id;
    vault::AssociatedData associated_data;
    core::SecretBytes key;
    std::uint64_t count = 0; // of journal entries
};

struct OpenTherapist {
    model::TherapistName who;
    vault::KeyPair keys;
};

struct OpenKeys {
    std::optional<OpenPart> part, joint; // the couple's
    std::optional<OpenTherapist> therapist;
    std::optional<vault::KeyPair> kit; // the recovery kit's, while a passphrase is set anew
    bool desk = false;                 // it has no key: its PIN was typed
};

}
