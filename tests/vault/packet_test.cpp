#include "fixture.hpp"

using namespace test;
using vault::AssociatedData;
using vault::KeyPair;
using vault::Packet;

namespace {

// What the device signs, written a second time: lets a test sign a packet that seal_packet would never make.
Bytes signed_words(const Packet& packet, const AssociatedData& associated_data) {
    constexpr std::uint64_t schema = 1;
    Bytes words = domain("packet");
    add_number(words, schema);
    add(words, associated_data.part);
    add(words, associated_data.sitting);
    words.push_back(static_cast<std::uint8_t>(associated_data.partner));
    add_number(words, packet.key_slots.size());
    for (const auto& slot : packet.key_slots) {
        add_number(words, slot.size());
        add(words, slot);
    }
    add_number(words, packet.box.size());
    add(words, packet.box);
    return words;
}

struct Sealed {
    vault::Device device = a_device();
    AssociatedData associated_data = an_associated_data();
    KeyPair therapist = vault::new_key_pair(), recovery = vault::new_key_pair();
    core::SecretBytes data_key = vault::new_data_key();
    Bytes content = bytes_of("all the answers of one part");
    Packet packet = seal(associated_data);

    Packet seal(const AssociatedData& where) const {
        const vault::PublicKey readers[] = {therapist.public_key, recovery.public_key};
        auto sealed = vault::seal_packet(content, data_key, readers, where, device);
        REQUIRE(sealed);
        return std::move(*sealed);
    }
    core::Result<Bytes> open(const Packet& changed) const {
        return vault::open_packet(changed, therapist, associated_data, device.public_key());
    }
    bool refuses(const Packet& changed) const { return failed_with(open(changed), ErrorCode::tampered); }
};

}

TEST_CASE("a sealed part opens for the therapist and for the recovery kit") {
    const Sealed sealed;
    CHECK(sealed.open(sealed.packet).value() == sealed.content);
    const auto words = vault::recovery_words(sealed.recovery.secret_key);
    const auto kit = vault::key_pair_from_words(words);
    REQUIRE(kit);
    CHECK(vault::open_packet(sealed.packet, *kit, sealed.associated_data, sealed.device.public_key()).value() ==
          sealed.content);
}

TEST_CASE("the kiosk's own keys do not open a sealed part") {
    const Sealed sealed;
    for (const auto& slot : sealed.packet.key_slots)
        CHECK(failed_with(vault::resume(slot, "4711", sealed.device, sealed.associated_data), ErrorCode::tampered));
    CHECK(failed_with(sealed.device.open_value(sealed.packet.box, {"packet box", sealed.associated_data.part}),
                      ErrorCode::tampered));
    CHECK(std::ranges::search(sealed.packet.box, sealed.data_key.bytes()).empty());
    CHECK(std::ranges::search(sealed.packet.box, sealed.content).empty());
}

TEST_CASE("a reader without a slot is told so") {
    const Sealed sealed;
    const auto stranger = vault::new_key_pair();
    CHECK(failed_with(vault::open_packet(sealed.packet, stranger, sealed.associated_data, sealed.device.public_key()),
                      ErrorCode::not_found));
}

TEST_CASE("a part is not sealed to nobody") {
    const Sealed sealed;
    CHECK(failed_with(vault::seal_packet(sealed.content, sealed.data_key, {}, sealed.associated_data, sealed.device),
                      ErrorCode::no_recipient));
    const vault::PublicKey one_is_no_key[] = {sealed.therapist.public_key, {}};
    CHECK(failed_with(
        vault::seal_packet(sealed.content, sealed.data_key, one_is_no_key, sealed.associated_data, sealed.device),
        ErrorCode::no_recipient));
}

TEST_CASE("a packet is refused when any byte of its slots, box or signature is changed or missing") {
    const Sealed sealed;
    REQUIRE(sealed.packet.key_slots.size() == 2);
    for (std::size_t slot = 0; slot < 2; ++slot)
        refuses_every_change(sealed.packet.key_slots[slot], [&](const Bytes& changed) {
            auto packet = sealed.packet;
            packet.key_slots[slot] = changed;
            return sealed.open(packet);
        });
    refuses_every_change(sealed.packet.box, [&](const Bytes& changed) {
        auto packet = sealed.packet;
        packet.box = changed;
        return sealed.open(packet);
    });
    refuses_every_change(sealed.packet.signature, [&](const Bytes& changed) {
        auto packet = sealed.packet;
        packet.signature = changed;
        return sealed.open(packet);
    });
}

TEST_CASE("a packet whose slots were dropped, added, swapped or cut elsewhere is refused") {
    const Sealed sealed;
    auto dropped = sealed.packet;
    dropped.key_slots.pop_back();
    CHECK(sealed.refuses(dropped));

    auto added = sealed.packet;
    added.key_slots.push_back(
        vault::seal_key(sealed.data_key, vault::new_key_pair().public_key, sealed.associated_data));
    CHECK(sealed.refuses(added));

    auto swapped = sealed.packet;
    std::swap(swapped.key_slots[0], swapped.key_slots[1]);
    CHECK(sealed.refuses(swapped));

    auto cut_elsewhere = sealed.packet;
    cut_elsewhere.box.insert(cut_elsewhere.box.begin(), cut_elsewhere.key_slots[1].back());
    cut_elsewhere.key_slots[1].pop_back();
    CHECK(sealed.refuses(cut_elsewhere));

    CHECK(sealed.refuses(Packet{}));
}

TEST_CASE("a packet moved to another part, sitting or role is refused") {
    const Sealed sealed;
    auto part = sealed.associated_data, sitting = sealed.associated_data, partner = sealed.associated_data;
    part.part = vault::new_uuid();
    sitting.sitting = vault::new_uuid();
    partner.partner = 'b';
    for (const auto& associated_data : {part, sitting, partner}) {
        CHECK(failed_with(
            vault::open_packet(sealed.packet, sealed.therapist, associated_data, sealed.device.public_key()),
            ErrorCode::tampered));
        CHECK(sealed.refuses(sealed.seal(associated_data)));
    }
}

TEST_CASE("a box or slot of another part is refused even when the device signed it anew") {
    const Sealed sealed;
    const auto signed_anew = [&](Packet packet) {
        packet.signature = sealed.device.sign(signed_words(packet, sealed.associated_data));
        return packet;
    };
    REQUIRE(sealed.open(signed_anew(sealed.packet))); // the words in this test are the real ones

    // Same readers, same data key, same device: only what box and slots are bound to differs.
    auto elsewhere = sealed.associated_data;
    elsewhere.partner = 'b';
    const auto other = sealed.seal(elsewhere);
    auto other_box = sealed.packet;
    other_box.box = other.box;
    CHECK(sealed.refuses(signed_anew(other_box)));
    auto other_slots = sealed.packet;
    other_slots.key_slots = other.key_slots;
    CHECK(failed_with(sealed.open(signed_anew(other_slots)), ErrorCode::not_found));
    auto cut_box = sealed.packet;
    cut_box.box.resize(10);
    CHECK(sealed.refuses(signed_anew(cut_box)));
}

TEST_CASE("a packet signed by another device, or by none, is refused") {
    const Sealed sealed;
    const auto forger = a_device();
    const vault::PublicKey readers[] = {sealed.therapist.public_key};
    const auto forged =
        vault::seal_packet(sealed.content, vault::new_data_key(), readers, sealed.associated_data, forger);
    REQUIRE(forged);
    CHECK(sealed.refuses(*forged));
    auto unsigned_packet = sealed.packet;
    unsigned_packet.signature.clear();
    CHECK(sealed.refuses(unsigned_packet));
    CHECK(failed_with(vault::open_packet(sealed.packet, sealed.therapist, sealed.associated_data, {}),
                      ErrorCode::tampered));
}

TEST_CASE("packets have the same size whatever was answered within four kibibytes") {
    Sealed sealed;
    const auto size_with = [&](std::size_t size) {
        sealed.content = Bytes(size, 'x');
        const auto packet = sealed.seal(sealed.associated_data);
        CHECK(sealed.open(packet).value() == sealed.content);
        return packet.box.size();
    };
    CHECK(size_with(0) == size_with(4088));
    CHECK(size_with(4089) == size_with(8184));
    CHECK(size_with(4089) == size_with(4088) + 4096);
    CHECK(size_with(1000000) % 4096 == size_with(0) % 4096);
}

TEST_CASE("a packet whose slots were replaced is whole again only when it is signed, and only for that signer") {
    const auto signer = test::a_device();
    const auto reader = vault::new_key_pair(), successor = vault::new_key_pair();
    const vault::AssociatedData place{vault::new_uuid(), vault::new_uuid(), 'a'};
    const auto key = vault::new_data_key();
    const std::vector readers{reader.public_key};
    const Bytes content{1, 2, 3};
    auto packet = vault::seal_packet(content, key, readers, place, signer);
    REQUIRE(packet);
    const Bytes public_key(signer.public_key().begin(), signer.public_key().end());
    CHECK(vault::is_whole(*packet, place, public_key));
    packet->key_slots[0] = vault::seal_key(key, successor.public_key, place);
    CHECK_FALSE(vault::is_whole(*packet, place, public_key));
    vault::sign_packet(*packet, place, signer);
    CHECK(vault::is_whole(*packet, place, public_key));
    CHECK(vault::open_packet(*packet, successor, place, public_key).value() == content);
    CHECK_FALSE(vault::open_packet(*packet, reader, place, public_key));
    CHECK_FALSE(vault::is_whole(*packet, {place.part, place.sitting, 'b'}, public_key));
    const auto other = test::a_device();
    CHECK_FALSE(vault::is_whole(*packet, place, other.public_key()));
}
