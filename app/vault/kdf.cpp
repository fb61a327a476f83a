#include "vault/kdf.hpp"
#include "vault/record.hpp"
#include <algorithm>
#include <cerrno>
#include <sodium.h>

namespace vault {
namespace {

constexpr std::size_t verifier_size = head_size + digest_size + digest_size;

// What the stretched and mixed secret leaves behind in a verifier.
Bytes check_value(const core::SecretBytes& mixed) {
    return digest(mixed.bytes(), {Writer("verifier").bytes()});
}

// Under the device key, over everything before it: an edited verifier is told apart from a wrong secret, and its cost
// is not believed before that.
Bytes guard(View head_and_check, const Device& device, const ValueAssociatedData& associated_data) {
    const auto words =
        Writer("verifier guard").text(associated_data.kind).raw(associated_data.owner).raw(head_and_check).take();
    return device.index_of("verifier guard", {reinterpret_cast<const char*>(words.data()), words.size()});
}

}

KdfCost passphrase_cost() {
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}
KdfCost code_cost() {
    return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
}

core::Result<core::SecretBytes> derive_key(std::string_view secret, std::span<const std::uint8_t> salt,
                                           const KdfCost& cost) {
    require(salt.size() == salt_size);
    core::SecretBytes stretched(key_size);
    if (crypto_pwhash(stretched.bytes().data(), stretched.size(), secret.data(), secret.size(), salt.data(),
                      cost.passes, cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return core::fail(core::ErrorCode::out_of_memory,
                          "Argon2id with " + std::to_string(cost.memory_bytes / 1024) + " KiB");
    return stretched;
}

core::Result<Bytes> make_verifier(std::string_view secret, const Device& device, const KdfCost& cost,
                                  const ValueAssociatedData& associated_data) {
    const auto head = new_head(cost);
    if (!head) return core::pass(head.error());
    const auto stretched = derive_key(secret, head->salt, cost);
    if (!stretched) return core::pass(stretched.error());
    Writer verifier;
    verifier.raw(encode(*head)).raw(check_value(device.mix(*stretched)));
    verifier.raw(guard(verifier.bytes(), device, associated_data));
    return verifier.take();
}

core::Done check_verifier(std::string_view secret, std::span<const std::uint8_t> verifier, const Device& device,
                          const ValueAssociatedData& associated_data) {
    const auto head = decode_head(verifier);
    if (!head || verifier.size() != verifier_size ||
        !same(verifier.last(digest_size), guard(verifier.first(head_size + digest_size), device, associated_data)))
        return core::fail(core::ErrorCode::tampered, "verifier");
    const auto stretched = derive_key(secret, head->salt, head->cost);
    if (!stretched) return core::pass(stretched.error());
    if (!same(verifier.subspan(head_size, digest_size), check_value(device.mix(*stretched))))
        return core::fail(core::ErrorCode::wrong_secret, "verifier");
    return {};
}

std::chrono::seconds wait_after(int failures) {
    constexpr int most_seconds = 300;
    if (failures <= 0) return std::chrono::seconds(0);
    const int doublings = std::min(failures - 1, 9);
    return std::chrono::seconds(std::min(1 << doublings, most_seconds));
}

}
