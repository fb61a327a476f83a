// How the one who starts second holds the shared page. Its key is the first one's, under their code: until that is
// typed when both are there, nothing of the first can be read, not even with the kiosk's own key. So the second has a
// key of their own, under their own code, which what they release waits under, and which opens the page's key from then
// on.
#pragma once
#include "vault/part.hpp"
#include <optional>

namespace practice {

struct JointShare {
    vault::Bytes code_slot;           // the second's key, under their code
    std::vector<vault::Bytes> drafts; // what they released, an entry each, under their key
    vault::Bytes joint_key;           // the page's key, under theirs; empty until the first was there too
};

vault::Bytes encode(const JointShare& share); // stands in the place of the second's resume slot
// Nothing for a slot of another kind: the page's key under a code alone.
std::optional<JointShare> decode_share(std::span<const std::uint8_t> slot);

}
