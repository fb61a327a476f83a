// The device key as a backup holds it, sealed to the recovery kit, and as it comes back from there.
#pragma once
#include "vault/reader.hpp"
#include <filesystem>

namespace vault {

// Fails as Device::open does; with no_recipient when `kit` is no usable key.
[[nodiscard]] core::Result<Bytes> seal_key_file(const std::filesystem::path& file, const PublicKey& kit);
// Writes the key to a new file, as Device::create does. Fails with tampered when it was not sealed for this kit.
[[nodiscard]] core::Done unseal_key_file(std::span<const std::uint8_t> sealed, const KeyPair& kit,
                                         const std::filesystem::path& to);
// Fails as Device::open and Device::create do.
[[nodiscard]] core::Done copy_key_file(const std::filesystem::path& from, const std::filesystem::path& to);

Bytes file_hash(std::span<const std::uint8_t> bytes); // 32 bytes, without a key

}
