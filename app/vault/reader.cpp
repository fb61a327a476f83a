#include "vault/reader.hpp"
#include "core/normal_form.hpp"
#include "core/utf8.hpp"
#include "vault/record.hpp"
#include <algorithm>
#include <sodium.h>

namespace vault {
namespace {

static_assert(key_size == crypto_box_SECRETKEYBYTES);
static_assert(key_size == crypto_box_PUBLICKEYBYTES);

Bytes reader_words(std::string_view domain, const core::Uuid& owner, const PublicKey& public_key) {
    return Writer(domain).raw(owner).raw(public_key).take();
}

// Over all that comes before it. It needs no key, so it stops no forger (the box does): it tells a damaged or moved
// record apart from a wrong passphrase, before any time is spent on stretching.
Bytes checksum(View head_and_box, const core::Uuid& owner, const PublicKey& public_key) {
    return digest({}, {reader_words("secret key checksum", owner, public_key), head_and_box});
}

// However it was typed, a passphrase that looks the same is the same.
core::Result<core::SecretBytes> stretch(std::string_view passphrase, const StretchHead& head) {
    core::SecretText typed;
    if (!typed.append(passphrase)) return derive_key(passphrase, head.salt, head.cost);
    return derive_key(core::normal_form(typed).view(), head.salt, head.cost);
}

}

KeyPair new_key_pair() {
    KeyPair pair;
    pair.secret_key = core::SecretBytes(key_size);
    crypto_box_keypair(pair.public_key.data(), pair.secret_key.bytes().data());
    return pair;
}

core::Result<Bytes> wrap_secret_key(const KeyPair& pair, std::string_view passphrase, const core::Uuid& owner,
                                    const KdfCost& cost) {
    require(pair.secret_key.size() == key_size);
    const auto head = new_head(cost);
    if (!head) return core::pass(head.error());
    const auto stretched = stretch(passphrase, *head);
    if (!stretched) return core::pass(stretched.error());
    Writer wrapped;
    wrapped.raw(encode(*head));
    wrapped.raw(seal_box(pair.secret_key.bytes(), key_size + length_size, *stretched,
                         reader_words("secret key", owner, pair.public_key)));
    wrapped.raw(checksum(wrapped.bytes(), owner, pair.public_key));
    return wrapped.take();
}

core::Result<KeyPair> unwrap_secret_key(std::span<const std::uint8_t> wrapped, const PublicKey& public_key,
                                        std::string_view passphrase, const core::Uuid& owner) {
    const std::size_t boxed = box_size(key_size + length_size);
    const auto head = decode_head(wrapped);
    if (!head || wrapped.size() != head_size + boxed + digest_size ||
        !same(wrapped.last(digest_size), checksum(wrapped.first(head_size + boxed), owner, public_key)))
        return core::fail(core::ErrorCode::tampered, "wrapped secret key");
    const auto stretched = stretch(passphrase, *head);
    if (!stretched) return core::pass(stretched.error());
    const auto opened =
        open_box(wrapped.subspan(head_size, boxed), *stretched, reader_words("secret key", owner, public_key));
    if (!opened) return core::fail(core::ErrorCode::wrong_secret, "passphrase");
    if (opened->plain.size() != key_size) return core::fail(core::ErrorCode::tampered, "wrapped secret key");
    KeyPair pair{{}, core::SecretBytes::copy_of(opened->plain)};
    crypto_scalarmult_base(pair.public_key.data(), pair.secret_key.bytes().data());
    if (pair.public_key != public_key) return core::fail(core::ErrorCode::tampered, "public key");
    return pair;
}

std::string_view passphrase_weakness(std::string_view passphrase) {
    constexpr std::size_t least_code_points = 12;
    if (core::utf8::length(passphrase) < least_code_points) return "Use at least 12 characters.";
    const auto period = core::utf8::after(passphrase, 0);
    if (passphrase.substr(period) == passphrase.substr(0, passphrase.size() - period))
        return "Use more than one character over and over.";
    return {};
}

}
