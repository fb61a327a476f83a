#include "vault/device.hpp"
#include "vault/key_file.hpp"
#include "vault/record.hpp"
#include <sodium.h>

namespace vault {
namespace {

constexpr std::size_t value_step = 64;
constexpr char subkey_context[crypto_kdf_CONTEXTBYTES + 1] = "samesdev";
static_assert(key_size == crypto_kdf_KEYBYTES);
static_assert(key_size == crypto_sign_SEEDBYTES);

enum class Subkey : std::uint64_t { sign = 1, wrap = 2, index = 3, mix = 4, rows = 5 };

core::SecretBytes subkey(const core::SecretBytes& seed, Subkey which) {
    core::SecretBytes key(key_size);
    crypto_kdf_derive_from_key(key.bytes().data(), key.size(), static_cast<std::uint64_t>(which), subkey_context,
                               seed.bytes().data());
    return key;
}

Bytes value_words(const ValueAssociatedData& associated_data) {
    return Writer("value").text(associated_data.kind).raw(associated_data.owner).take();
}

}

core::Result<Device> Device::create(const std::filesystem::path& file) {
    const auto seed = core::SecretBytes::random(key_size);
    if (auto made = create_key_file(file, seed); !made) return core::pass(std::move(made.error()));
    return open(file);
}

core::Result<Device> Device::open(const std::filesystem::path& file) {
    auto seed = read_key_file(file);
    if (!seed) return core::pass(std::move(seed.error()));
    Device device;
    device.m_seed = std::move(*seed);
    device.m_wrap_key = subkey(device.m_seed, Subkey::wrap);
    device.m_index_key = subkey(device.m_seed, Subkey::index);
    device.m_row_key = subkey(device.m_seed, Subkey::rows);
    device.m_mix_key = subkey(device.m_seed, Subkey::mix);
    device.m_sign_secret = core::SecretBytes(crypto_sign_SECRETKEYBYTES);
    device.m_public_key = Bytes(crypto_sign_PUBLICKEYBYTES);
    const auto sign_seed = subkey(device.m_seed, Subkey::sign);
    crypto_sign_seed_keypair(device.m_public_key.data(), device.m_sign_secret.bytes().data(), sign_seed.bytes().data());
    return device;
}

std::span<const std::uint8_t> Device::public_key() const {
    return m_public_key;
}

Bytes Device::sign(std::span<const std::uint8_t> message) const {
    require(!m_sign_secret.empty());
    Bytes signature(crypto_sign_BYTES);
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), m_sign_secret.bytes().data());
    return signature;
}

Bytes Device::seal_value(std::string_view text, const ValueAssociatedData& associated_data) const {
    return seal_box(view_of(text), padded_to(text.size(), value_step), m_wrap_key, value_words(associated_data));
}

core::Result<std::string> Device::open_value(std::span<const std::uint8_t> sealed,
                                             const ValueAssociatedData& associated_data) const {
    auto opened = open_text(sealed, m_wrap_key, value_words(associated_data));
    if (!opened) return core::fail(core::ErrorCode::tampered, "sealed " + std::string(associated_data.kind));
    return std::move(*opened);
}

Bytes Device::index_of(std::string_view kind, std::string_view text) const {
    require(!m_index_key.empty());
    return digest(m_index_key.bytes(), {Writer("index").text(kind).bytes(), view_of(text)});
}

std::function<std::array<std::uint8_t, 32>(std::span<const std::uint8_t>)> Device::row_hash() const {
    require(!m_row_key.empty());
    return [key = m_row_key](std::span<const std::uint8_t> row) {
        std::array<std::uint8_t, 32> hash{};
        digest_into(hash, key.bytes(), {row});
        return hash;
    };
}

core::SecretBytes Device::mix(const core::SecretBytes& stretched) const {
    require(!m_mix_key.empty());
    core::SecretBytes mixed(digest_size);
    digest_into(mixed.bytes(), m_mix_key.bytes(), {Writer("mix").bytes(), stretched.bytes()});
    return mixed;
}

bool verify(std::span<const std::uint8_t> device_public_key, std::span<const std::uint8_t> message,
            std::span<const std::uint8_t> signature) {
    return device_public_key.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(signature.data(), message.data(), message.size(), device_public_key.data()) == 0;
}

core::Uuid new_uuid() {
    core::Uuid uuid{};
    randombytes_buf(uuid.data(), uuid.size());
    return uuid;
}

std::uint32_t random_below(std::uint32_t bound) {
    return randombytes_uniform(bound);
}

}
