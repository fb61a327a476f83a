#include "vault/record.hpp"
#include <algorithm>
#include <cstdlib>
#include <sodium.h>

namespace vault {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t box_overhead = 1 + nonce_size + tag_size;
constexpr std::uint64_t most_passes = 10;
constexpr std::size_t most_memory = std::size_t{1} << 30U;

static_assert(key_size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(salt_size == crypto_pwhash_SALTBYTES);
static_assert(digest_size == crypto_generichash_BYTES);

bool acceptable(std::uint64_t passes, std::uint64_t memory_bytes) {
    return passes >= crypto_pwhash_opslimit_min() && passes <= most_passes &&
           memory_bytes >= crypto_pwhash_memlimit_min() && memory_bytes <= most_memory;
}

std::array<std::uint8_t, 8> number_bytes(std::uint64_t value) {
    std::array<std::uint8_t, 8> bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(value & 0xFFU);
        value >>= 8U;
    }
    return bytes;
}

}

View view_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

void require(bool holds) {
    if (!holds) std::abort();
}

Writer::Writer(std::string_view domain) {
    text("sameside");
    text(domain);
    byte(record_version);
}

Writer& Writer::number(std::uint64_t value) {
    return raw(number_bytes(value));
}

Writer& Writer::byte(std::uint8_t value) {
    m_bytes.push_back(value);
    return *this;
}

Writer& Writer::raw(View bytes) {
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    return *this;
}

Writer& Writer::text(std::string_view words) {
    return number(words.size()).raw(view_of(words));
}

std::uint64_t read_number(View eight_bytes) {
    require(eight_bytes.size() == 8);
    std::uint64_t value = 0;
    for (std::size_t i = 8; i-- > 0;)
        value = (value << 8U) | eight_bytes[i];
    return value;
}

void digest_into(std::span<std::uint8_t> out, View key, std::initializer_list<View> parts) {
    require(out.size() == digest_size && (key.empty() || key.size() == key_size));
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.empty() ? nullptr : key.data(), key.size(), out.size());
    for (const View part : parts)
        crypto_generichash_update(&state, part.data(), part.size());
    crypto_generichash_final(&state, out.data(), out.size());
    sodium_memzero(&state, sizeof state);
}

Bytes digest(View key, std::initializer_list<View> parts) {
    Bytes out(digest_size);
    digest_into(out, key, parts);
    return out;
}

bool same(View left, View right) {
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::size_t padded_to(std::size_t plain_size, std::size_t step) {
    return (plain_size + length_size + step - 1) / step * step;
}

std::size_t box_size(std::size_t padded_size) {
    return box_overhead + padded_size;
}

Bytes seal_box(View plain, std::size_t padded_size, const core::SecretBytes& key, View bound) {
    require(key.size() == key_size && padded_size >= plain.size() + length_size);
    Bytes box(box_size(padded_size));
    box[0] = record_version;
    const auto nonce = std::span(box).subspan(1, nonce_size);
    const auto padded = std::span(box).subspan(1 + nonce_size, padded_size);
    const auto length = number_bytes(plain.size());
    std::copy(length.begin(), length.end(), padded.begin());
    std::copy(plain.begin(), plain.end(), padded.begin() + length_size);
    randombytes_buf(nonce.data(), nonce.size());
    // In place, so that no copy of the plain bytes is left to wipe: a guarded buffer costs more than the cipher.
    crypto_aead_xchacha20poly1305_ietf_encrypt(padded.data(), nullptr, padded.data(), padded.size(), bound.data(),
                                               bound.size(), nullptr, nonce.data(), key.bytes().data());
    return box;
}

std::optional<Opened> open_box(View box, const core::SecretBytes& key, View bound) {
    require(key.size() == key_size);
    if (box.size() < box_size(length_size) || box[0] != record_version) return std::nullopt;
    Opened opened{core::SecretBytes(box.size() - box_overhead), {}};
    const View sealed = box.subspan(1 + nonce_size);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(opened.memory.bytes().data(), nullptr, nullptr, sealed.data(),
                                                   sealed.size(), bound.data(), bound.size(), box.data() + 1,
                                                   key.bytes().data()) != 0)
        return std::nullopt;
    const View padded = opened.memory.bytes();
    const std::uint64_t length = read_number(padded.first(length_size));
    if (length > padded.size() - length_size) return std::nullopt;
    opened.plain = padded.subspan(length_size, static_cast<std::size_t>(length));
    return opened;
}

std::optional<std::string> open_text(View box, const core::SecretBytes& key, View bound) {
    require(key.size() == key_size);
    if (box.size() < box_size(length_size) || box[0] != record_version) return std::nullopt;
    std::string text(box.size() - box_overhead, '\0');
    auto* bytes = reinterpret_cast<unsigned char*>(text.data());
    const View sealed = box.subspan(1 + nonce_size);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes, nullptr, nullptr, sealed.data(), sealed.size(), bound.data(),
                                                   bound.size(), box.data() + 1, key.bytes().data()) != 0)
        return std::nullopt;
    const std::uint64_t length = read_number({bytes, length_size});
    if (length > text.size() - length_size) return std::nullopt;
    text.erase(0, length_size);
    text.resize(static_cast<std::size_t>(length));
    return text;
}

core::Result<StretchHead> new_head(const KdfCost& cost) {
    if (!acceptable(cost.passes, cost.memory_bytes))
        return core::fail(core::ErrorCode::bad_config, "Argon2id cost: 1 to 10 passes, 8 KiB to 1 GiB");
    StretchHead head{cost, {}};
    randombytes_buf(head.salt.data(), head.salt.size());
    return head;
}

Bytes encode(const StretchHead& head) {
    Writer writer;
    writer.byte(record_version).number(head.cost.passes).number(head.cost.memory_bytes).raw(head.salt);
    return writer.take();
}

std::optional<StretchHead> decode_head(View record) {
    if (record.size() < head_size || record[0] != record_version) return std::nullopt;
    const std::uint64_t passes = read_number(record.subspan(1, 8));
    const std::uint64_t memory = read_number(record.subspan(9, 8));
    if (!acceptable(passes, memory)) return std::nullopt;
    StretchHead head{{passes, static_cast<std::size_t>(memory)}, {}};
    const View salt = record.subspan(17, salt_size);
    std::copy(salt.begin(), salt.end(), head.salt.begin());
    return head;
}

}
