// Slow hashing of what people type (Argon2id). The cost is stored beside each result so that it can be raised later.
#pragma once
#include "vault/device.hpp"
#include <chrono>

namespace vault {

struct KdfCost {
    std::uint64_t passes = 0;
    std::size_t memory_bytes = 0;
    bool operator==(const KdfCost&) const = default;
};
KdfCost passphrase_cost(); // libsodium MODERATE: 3 passes, 256 MiB
KdfCost code_cost();       // codes and PINs: 2 passes, 64 MiB

// 32 bytes. salt: 16 bytes. Fails with out_of_memory, also for a cost below libsodium's least.
[[nodiscard]] core::Result<core::SecretBytes> derive_key(std::string_view secret, std::span<const std::uint8_t> salt,
                                                         const KdfCost& cost);

// A PIN's or code's verifier: salt, cost and a keyed hash of the stretched secret mixed with the device key.
// Bound to `associated_data` when one is given: a verifier put in another's row is refused.
[[nodiscard]] core::Result<Bytes> make_verifier(std::string_view secret, const Device& device, const KdfCost& cost,
                                                const ValueAssociatedData& associated_data = {});
// Fails with wrong_secret, or tampered when the verifier itself is not one.
[[nodiscard]] core::Done check_verifier(std::string_view secret, std::span<const std::uint8_t> verifier,
                                        const Device& device, const ValueAssociatedData& associated_data = {});

// How long to wait after `failures` wrong tries in a row: 0 for none, then 1 s doubling to 5 min.
std::chrono::seconds wait_after(int failures);

}
