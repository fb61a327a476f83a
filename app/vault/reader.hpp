// Who can open a sealed part: a therapist by passphrase, the practice by its recovery kit.
#pragma once
#include "vault/kdf.hpp"
#include <array>

namespace vault {

using PublicKey = std::array<std::uint8_t, 32>; // X25519

struct KeyPair {
    PublicKey public_key{};
    core::SecretBytes secret_key; // 32 bytes
};
KeyPair new_key_pair();

// The therapist's secret key under Argon2id(passphrase in normal form): salt, cost, nonce, box. Bound to the
// therapist's uuid.
[[nodiscard]] core::Result<Bytes> wrap_secret_key(const KeyPair& pair, std::string_view passphrase,
                                                  const core::Uuid& owner, const KdfCost& cost);
// Fails with wrong_secret when the passphrase does not match; tampered when the wrapping is malformed.
[[nodiscard]] core::Result<KeyPair> unwrap_secret_key(std::span<const std::uint8_t> wrapped,
                                                      const PublicKey& public_key, std::string_view passphrase,
                                                      const core::Uuid& owner);

// The recovery secret as pronounceable words (proquints, arXiv:0901.4016: 16 bits a word), 32 bytes and a 4-byte
// checksum: 18 words. The string is as secret as the key: whoever prints it wipes it.
std::string recovery_words(const core::SecretBytes& secret_key);
// Takes capitals, extra spaces and hyphens. Fails with wrong_secret, naming the first word that cannot be right.
[[nodiscard]] core::Result<KeyPair> key_pair_from_words(std::string_view words);

// A passphrase good enough to protect a practice: at least 12 code points, not one repeated. Empty when good, else the
// reason.
std::string_view passphrase_weakness(std::string_view passphrase);

}
