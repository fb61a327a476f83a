// One part's data key and everything under it. Lifetimes: made when a partner sets a code; wrapped for resuming while
// the part is open; after sealing only a reader's secret key can bring it back.
#pragma once
#include "vault/reader.hpp"
#include <optional>

namespace vault {

struct AssociatedData { // bound into every record of the part
    core::Uuid part;
    core::Uuid sitting;
    char partner = 'a';                      // 'a', 'b', 'j'
    std::optional<core::FormHash> form = {}; // what it asks; none in parts begun before forms were kept, and in notes
};

core::SecretBytes new_data_key();

// crypto_box_seal to a reader. A slot for another part or reader does not open (tampered).
// Empty when `reader` is no usable key (all zero, of small order): nobody could open such a slot.
Bytes seal_key(const core::SecretBytes& data_key, const PublicKey& reader, const AssociatedData& associated_data);
[[nodiscard]] core::Result<core::SecretBytes> open_key(std::span<const std::uint8_t> slot, const KeyPair& reader,
                                                       const AssociatedData& associated_data);

// The data key under (partner's code, device key). Fails to open with wrong_secret, or tampered when malformed.
[[nodiscard]] core::Result<Bytes> wrap_for_resume(const core::SecretBytes& data_key, std::string_view code,
                                                  const Device& device, const AssociatedData& associated_data,
                                                  const KdfCost& cost);
[[nodiscard]] core::Result<core::SecretBytes> resume(std::span<const std::uint8_t> slot, std::string_view code,
                                                     const Device& device, const AssociatedData& associated_data);

// One journal entry, padded to a step (256 bytes to 1 KiB of text, then 1 KiB), bound to part, sequence and schema.
Bytes seal_entry(std::span<const std::uint8_t> entry, const core::SecretBytes& data_key,
                 const AssociatedData& associated_data, std::uint64_t sequence);
[[nodiscard]] core::Result<Bytes> open_entry(std::span<const std::uint8_t> sealed, const core::SecretBytes& data_key,
                                             const AssociatedData& associated_data, std::uint64_t sequence);

// The number of entries, sealed: a journal cut short or grown by another hand is noticed.
Bytes seal_count(std::uint64_t count, const core::SecretBytes& data_key, const AssociatedData& associated_data);
[[nodiscard]] core::Result<std::uint64_t> open_count(std::span<const std::uint8_t> sealed,
                                                     const core::SecretBytes& data_key,
                                                     const AssociatedData& associated_data);

// The finished part: content under the data key (padded to 4 KiB), one key slot a reader, all signed by the device.
struct Packet {
    std::vector<Bytes> key_slots;
    Bytes box;
    Bytes signature; // Ed25519 over associated data, schema, slots and box
};
// Fails with no_recipient when `readers` is empty or holds an unusable key: a packet nobody can open is lost.
[[nodiscard]] core::Result<Packet> seal_packet(std::span<const std::uint8_t> content, const core::SecretBytes& data_key,
                                               std::span<const PublicKey> readers,
                                               const AssociatedData& associated_data, const Device& signer);
// Fails with tampered when the signature, the associated data or the box does not fit; not_found when no slot is for
// this reader.
[[nodiscard]] core::Result<Bytes> open_packet(const Packet& packet, const KeyPair& reader,
                                              const AssociatedData& associated_data,
                                              std::span<const std::uint8_t> device_public_key);

// A further reader of a sealed part has a slot of their own beside the packet. `slot` empty: one of the packet's own.
[[nodiscard]] core::Result<core::SecretBytes> packet_key(const Packet& packet, std::span<const std::uint8_t> slot,
                                                         const KeyPair& reader, const AssociatedData& associated_data,
                                                         std::span<const std::uint8_t> device_public_key);
[[nodiscard]] core::Result<Bytes> open_packet_with(const Packet& packet, const core::SecretBytes& data_key,
                                                   const AssociatedData& associated_data);
// The same content for other readers: slots and signature are made anew, the box stays.
[[nodiscard]] core::Result<Packet> reseal_packet(const Packet& packet, const core::SecretBytes& data_key,
                                                 std::span<const PublicKey> readers,
                                                 const AssociatedData& associated_data, const Device& signer);
// The packet as it stands, slots that were put in their places included, signed by the device. Only for a packet that
// was found whole before: what this signs is believed from then on.
void sign_packet(Packet& packet, const AssociatedData& associated_data, const Device& signer);
[[nodiscard]] bool is_whole(const Packet& packet, const AssociatedData& associated_data,
                            std::span<const std::uint8_t> device_public_key);

}
