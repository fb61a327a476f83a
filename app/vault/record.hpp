// What every sealed record is made of: the words it is bound to, a box with a version byte in front, and the
// head of a record that a typed secret opens. For the files of this folder alone.
#pragma once
#include "vault/kdf.hpp"
#include <initializer_list>
#include <optional>
#include <string>

namespace vault {

using View = std::span<const std::uint8_t>;

inline constexpr std::uint8_t record_version = 1;
inline constexpr std::size_t key_size = 32;
inline constexpr std::size_t digest_size = 32;

View view_of(std::string_view text);
// A size that only a mistake in our own code can make wrong: aborts, and the supervisor restarts the kiosk.
void require(bool holds);

// Puts bytes one after another. Integers are little-endian; every text has its length in front, so that two
// different lists of words never give the same bytes.
class Writer {
public:
    Writer() = default;
    // Begins the words of one kind of record: its domain and version.
    explicit Writer(std::string_view domain);
    Writer& number(std::uint64_t value);
    Writer& byte(std::uint8_t value);
    Writer& raw(View bytes);
    Writer& text(std::string_view words);
    const Bytes& bytes() const { return m_bytes; }
    Bytes take() { return std::move(m_bytes); }

private:
    Bytes m_bytes;
};

std::uint64_t read_number(View eight_bytes);

// BLAKE2b-256 of the parts one after another; keyed when `key` is not empty. `out` is 32 bytes.
void digest_into(std::span<std::uint8_t> out, View key, std::initializer_list<View> parts);
Bytes digest(View key, std::initializer_list<View> parts);
bool same(View left, View right); // constant time for equal sizes

// version, nonce, XChaCha20-Poly1305 of (length, plain, zeros up to `padded_size`). `bound` is not in the box and must
// be the same to open it.
inline constexpr std::size_t length_size = 8;
Bytes seal_box(View plain, std::size_t padded_size, const core::SecretBytes& key, View bound);
// The smallest multiple of `step` that takes `plain_size` bytes and their length.
std::size_t padded_to(std::size_t plain_size, std::size_t step);
std::size_t box_size(std::size_t padded_size);

// What a box held: `plain` looks into `memory`. Nothing when the box or what it is bound to is not what was sealed.
struct Opened {
    core::SecretBytes memory;
    View plain;
};
std::optional<Opened> open_box(View box, const core::SecretBytes& key, View bound);
// The same into ordinary memory, for what is shown on a screen anyway: a guarded buffer costs more than the cipher.
std::optional<std::string> open_text(View box, const core::SecretBytes& key, View bound);

// version, passes, memory, salt: what is needed to stretch the same secret again.
inline constexpr std::size_t salt_size = 16;
inline constexpr std::size_t head_size = 1 + 8 + 8 + salt_size;
struct StretchHead {
    KdfCost cost;
    std::array<std::uint8_t, salt_size> salt{};
};
// Fails with bad_config when the cost is outside what a reader accepts.
[[nodiscard]] core::Result<StretchHead> new_head(const KdfCost& cost);
Bytes encode(const StretchHead& head);
// Nothing when the version or the cost is not one of ours: an edited row must not hang the kiosk.
std::optional<StretchHead> decode_head(View record);

}
