#include "vault/part.hpp"
#include "vault/record.hpp"
#include <algorithm>
#include <sodium.h>

namespace vault {
namespace {

// What is inside the records of a part, and what these are bound to: from 2 on its form too.
constexpr std::uint64_t formless_schema = 1, schema = 2;
constexpr std::size_t small_step = 256, large_step = 1024, small_limit = 1024, packet_step = 4096;
constexpr std::size_t counted_size = 8 + length_size;

Bytes part_words(std::string_view domain, const AssociatedData& associated_data) {
    Writer words(domain);
    words.number(associated_data.form ? schema : formless_schema)
        .raw(associated_data.part)
        .raw(associated_data.sitting)
        .byte(static_cast<std::uint8_t>(associated_data.partner));
    if (associated_data.form) words.raw(*associated_data.form);
    return words.take();
}

Bytes entry_words(const AssociatedData& associated_data, std::uint64_t sequence) {
    return Writer().raw(part_words("entry", associated_data)).number(sequence).take();
}

tl::unexpected<core::Error> tampered(std::string what) {
    return core::fail(core::ErrorCode::tampered, std::move(what));
}

// A sealed box to a public key binds nothing but the reader; these words go inside it, beside the data key.
Bytes slot_words(const PublicKey& reader, const AssociatedData& associated_data) {
    return digest({}, {part_words("key slot", associated_data), reader});
}

constexpr std::size_t slot_inner_size = digest_size + key_size;
constexpr std::size_t slot_size = 1 + crypto_box_SEALBYTES + slot_inner_size;

// Under the device key, over everything before it: an edited or moved slot is told apart from a wrong code.
Bytes resume_guard(View head_and_box, const Device& device, const AssociatedData& associated_data) {
    const auto words = Writer().raw(part_words("resume guard", associated_data)).raw(head_and_box).take();
    return device.index_of("resume guard", {reinterpret_cast<const char*>(words.data()), words.size()});
}

constexpr std::size_t key_padded_size = key_size + length_size;

Bytes signed_words(const Packet& packet, const AssociatedData& associated_data) {
    Writer words;
    words.raw(part_words("packet", associated_data)).number(packet.key_slots.size());
    for (const auto& slot : packet.key_slots)
        words.number(slot.size()).raw(slot);
    return words.number(packet.box.size()).raw(packet.box).take();
}

}

core::SecretBytes new_data_key() {
    return core::SecretBytes::random(key_size);
}

Bytes seal_key(const core::SecretBytes& data_key, const PublicKey& reader, const AssociatedData& associated_data) {
    require(data_key.size() == key_size);
    core::SecretBytes inner(slot_inner_size);
    const auto words = slot_words(reader, associated_data);
    std::copy(words.begin(), words.end(), inner.bytes().begin());
    std::copy_n(data_key.bytes().begin(), key_size, inner.bytes().begin() + digest_size);
    Bytes slot(slot_size);
    slot[0] = record_version;
    if (crypto_box_seal(slot.data() + 1, inner.bytes().data(), inner.size(), reader.data()) != 0) return {};
    return slot;
}

core::Result<core::SecretBytes> open_key(std::span<const std::uint8_t> slot, const KeyPair& reader,
                                         const AssociatedData& associated_data) {
    require(reader.secret_key.size() == key_size);
    if (slot.size() != slot_size || slot[0] != record_version) return tampered("key slot");
    core::SecretBytes inner(slot_inner_size);
    if (crypto_box_seal_open(inner.bytes().data(), slot.data() + 1, slot.size() - 1, reader.public_key.data(),
                             reader.secret_key.bytes().data()) != 0)
        return tampered("key slot");
    const View found = inner.bytes();
    if (!same(found.first(digest_size), slot_words(reader.public_key, associated_data))) return tampered("key slot");
    return core::SecretBytes::copy_of(found.last(key_size));
}

core::Result<Bytes> wrap_for_resume(const core::SecretBytes& data_key, std::string_view code, const Device& device,
                                    const AssociatedData& associated_data, const KdfCost& cost) {
    const auto head = new_head(cost);
    if (!head) return core::pass(head.error());
    const auto stretched = derive_key(code, head->salt, cost);
    if (!stretched) return core::pass(stretched.error());
    Writer slot;
    slot.raw(encode(*head));
    slot.raw(
        seal_box(data_key.bytes(), key_padded_size, device.mix(*stretched), part_words("resume", associated_data)));
    slot.raw(resume_guard(slot.bytes(), device, associated_data));
    return slot.take();
}

core::Result<core::SecretBytes> resume(std::span<const std::uint8_t> slot, std::string_view code, const Device& device,
                                       const AssociatedData& associated_data) {
    const std::size_t boxed = box_size(key_padded_size);
    const auto head = decode_head(slot);
    if (!head || slot.size() != head_size + boxed + digest_size ||
        !same(slot.last(digest_size), resume_guard(slot.first(head_size + boxed), device, associated_data)))
        return tampered("resume slot");
    const auto stretched = derive_key(code, head->salt, head->cost);
    if (!stretched) return core::pass(stretched.error());
    const auto opened =
        open_box(slot.subspan(head_size, boxed), device.mix(*stretched), part_words("resume", associated_data));
    if (!opened) return core::fail(core::ErrorCode::wrong_secret, "code");
    if (opened->plain.size() != key_size) return tampered("resume slot");
    return core::SecretBytes::copy_of(opened->plain);
}

Bytes seal_entry(std::span<const std::uint8_t> entry, const core::SecretBytes& data_key,
                 const AssociatedData& associated_data, std::uint64_t sequence) {
    const std::size_t small = padded_to(entry.size(), small_step);
    const std::size_t padded = small <= small_limit ? small : padded_to(entry.size(), large_step);
    return seal_box(entry, padded, data_key, entry_words(associated_data, sequence));
}

core::Result<Bytes> open_entry(std::span<const std::uint8_t> sealed, const core::SecretBytes& data_key,
                               const AssociatedData& associated_data, std::uint64_t sequence) {
    const auto opened = open_box(sealed, data_key, entry_words(associated_data, sequence));
    if (!opened) return tampered("journal entry " + std::to_string(sequence));
    return Bytes(opened->plain.begin(), opened->plain.end());
}

Bytes seal_count(std::uint64_t count, const core::SecretBytes& data_key, const AssociatedData& associated_data) {
    return seal_box(Writer().number(count).bytes(), counted_size, data_key, part_words("count", associated_data));
}

core::Result<std::uint64_t> open_count(std::span<const std::uint8_t> sealed, const core::SecretBytes& data_key,
                                       const AssociatedData& associated_data) {
    const auto opened = open_box(sealed, data_key, part_words("count", associated_data));
    if (!opened || opened->plain.size() != 8) return tampered("journal count");
    return read_number(opened->plain);
}

namespace {

core::Done put_slots(Packet& packet, const core::SecretBytes& data_key, std::span<const PublicKey> readers,
                     const AssociatedData& associated_data) {
    if (readers.empty()) return core::fail(core::ErrorCode::no_recipient, "packet without a reader");
    packet.key_slots.clear();
    for (const auto& reader : readers) {
        packet.key_slots.push_back(seal_key(data_key, reader, associated_data));
        if (packet.key_slots.back().empty())
            return core::fail(core::ErrorCode::no_recipient, "a reader's key is not a key");
    }
    return {};
}

}

core::Result<Packet> seal_packet(std::span<const std::uint8_t> content, const core::SecretBytes& data_key,
                                 std::span<const PublicKey> readers, const AssociatedData& associated_data,
                                 const Device& signer) {
    Packet packet;
    if (auto done = put_slots(packet, data_key, readers, associated_data); !done) return core::pass(done.error());
    packet.box =
        seal_box(content, padded_to(content.size(), packet_step), data_key, part_words("packet box", associated_data));
    sign_packet(packet, associated_data, signer);
    return packet;
}

core::Result<Packet> reseal_packet(const Packet& packet, const core::SecretBytes& data_key,
                                   std::span<const PublicKey> readers, const AssociatedData& associated_data,
                                   const Device& signer) {
    Packet anew{.key_slots = {}, .box = packet.box, .signature = {}};
    if (auto done = put_slots(anew, data_key, readers, associated_data); !done) return core::pass(done.error());
    sign_packet(anew, associated_data, signer);
    return anew;
}

void sign_packet(Packet& packet, const AssociatedData& associated_data, const Device& signer) {
    packet.signature = signer.sign(signed_words(packet, associated_data));
}

bool is_whole(const Packet& packet, const AssociatedData& associated_data,
              std::span<const std::uint8_t> device_public_key) {
    return verify(device_public_key, signed_words(packet, associated_data), packet.signature);
}

core::Result<core::SecretBytes> packet_key(const Packet& packet, std::span<const std::uint8_t> slot,
                                           const KeyPair& reader, const AssociatedData& associated_data,
                                           std::span<const std::uint8_t> device_public_key) {
    if (!is_whole(packet, associated_data, device_public_key)) return tampered("packet signature");
    if (!slot.empty()) return open_key(slot, reader, associated_data);
    for (const auto& own : packet.key_slots)
        if (auto opened = open_key(own, reader, associated_data)) return opened;
    return core::fail(core::ErrorCode::not_found, "no key slot of the packet is for this reader");
}

core::Result<Bytes> open_packet_with(const Packet& packet, const core::SecretBytes& data_key,
                                     const AssociatedData& associated_data) {
    const auto opened = open_box(packet.box, data_key, part_words("packet box", associated_data));
    if (!opened) return tampered("packet");
    return Bytes(opened->plain.begin(), opened->plain.end());
}

core::Result<Bytes> open_packet(const Packet& packet, const KeyPair& reader, const AssociatedData& associated_data,
                                std::span<const std::uint8_t> device_public_key) {
    const auto key = packet_key(packet, {}, reader, associated_data, device_public_key);
    if (!key) return core::pass(key.error());
    return open_packet_with(packet, *key, associated_data);
}

}
