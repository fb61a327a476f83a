// The kiosk's own key: a 32-byte seed in a 0600 file. Signs packets, wraps names and the partner's half of a resume
// key.
#pragma once
#include "core/ids.hpp"
#include "core/secret.hpp"
#include <array>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vault {

using Bytes = std::vector<std::uint8_t>;

// What a sealed value belongs to; the same words must be given to open it, so a value moved elsewhere is refused.
struct ValueAssociatedData {
    std::string_view kind; // "chart-code", "partner-name", ...
    core::Uuid owner;
};

class Device {
public:
    // Writes a new seed, 0600, fsynced, never over an existing file.
    [[nodiscard]] static core::Result<Device> create(const std::filesystem::path& file);
    // Fails with io (missing, unreadable, wrong size) or bad_config (readable by others).
    [[nodiscard]] static core::Result<Device> open(const std::filesystem::path& file);

    std::span<const std::uint8_t> public_key() const;        // Ed25519, 32 bytes
    Bytes sign(std::span<const std::uint8_t> message) const; // detached, 64 bytes

    // Small values at rest under the device key (XChaCha20-Poly1305, nonce in front, padded to 64).
    Bytes seal_value(std::string_view text, const ValueAssociatedData& associated_data) const;
    [[nodiscard]] core::Result<std::string> open_value(std::span<const std::uint8_t> sealed,
                                                       const ValueAssociatedData& associated_data) const;
    // Keyed hash, 32 bytes: finds a row by a value without storing the value.
    Bytes index_of(std::string_view kind, std::string_view text) const;

    // Keyed hash of a row of the database, for whoever writes rows without knowing the key. It outlives the device.
    std::function<std::array<std::uint8_t, 32>(std::span<const std::uint8_t> row)> row_hash() const;

    // Mixes the device key into a stretched secret: neither alone gives the result.
    core::SecretBytes mix(const core::SecretBytes& stretched) const;

private:
    core::SecretBytes m_seed, m_sign_secret, m_wrap_key, m_index_key, m_mix_key, m_row_key;
    Bytes m_public_key;
};

[[nodiscard]] bool verify(std::span<const std::uint8_t> device_public_key, std::span<const std::uint8_t> message,
                          std::span<const std::uint8_t> signature);
core::Uuid new_uuid();
std::uint32_t random_below(std::uint32_t bound);

}
