// The keys that are open now. Each is wiped when it is let go; nothing else about people is kept between two effects.
#pragma once
#include "model/case/records.hpp"
#include "practice/unsaved.hpp"
#include "vault/part.hpp"
#include <optional>

namespace practice {

struct OpenPart {
    core::PartId id;
    vault::AssociatedData associated_data;
    core::SecretBytes key;
    std::uint64_t count = 0; // of journal entries
    UnsavedEntries unsaved;  // the last order to save, where the disk refused it; the next one holds it too
    model::Basis basis;      // what is sealed beside the answers
};

// Of the shared page, whose key it is not: see joint_share.hpp.
struct OpenShare {
    core::PartId joint;
    model::Partner whose = model::Partner::b;
    core::SecretBytes key;
};

struct OpenTherapist {
    model::TherapistName who;
    vault::KeyPair keys;
};

// Of whoever forgot their code and was let choose another: keys alone, with which nothing is read.
struct ForgottenCode {
    core::SittingId sitting;
    model::Partner partner = model::Partner::a;
    OpenPart part;
    std::optional<OpenPart> joint;
};

struct OpenKeys {
    std::optional<OpenPart> part, joint; // the couple's
    std::optional<OpenShare> share;
    std::optional<ForgottenCode> forgotten;
    std::optional<OpenTherapist> therapist;
    std::optional<vault::KeyPair> kit; // the recovery kit's, while a passphrase is set anew
    bool desk = false;                 // it has no key: its PIN was typed
};

}
