// Records of format 1, made once by this code and kept: whatever is changed later, they must still open. A test here
// that fails means that the answers on every kiosk in use could no longer be read.
#include "fixture.hpp"
#include <fstream>
#include <sodium.h>
#include <sys/stat.h>

using namespace test;

namespace {

constexpr std::string_view device_public_key = "a19a215f854f7b2ecaed50c929e84164fb4d2b83cea03c56fd9124e5fee2c329";

constexpr std::string_view chart_code_index = "112cad929d3861319a273edfcf11ddd7496f5bf9a20320fb32a344f88ea6735c";

constexpr std::string_view chart_code =
    "01b2867ca47d4afc84d41d358f4f2849cee942781b5677b17fa305660a824eaeb6ee2651af8315a07dc32bf6645d37c9"
    "c41267cb23e5c0f54f36a16613169866a306022c8d7489a46005dea10b78940967b12264a7e4150b59a6ed8ce393ee52"
    "539387d354c6631e39";

constexpr std::string_view desk_pin_verifier =
    "010100000000000000002000000000000017577db7ab04f39c012268d3a059153c49bada0df2e53f46ce6afe9df8fa02"
    "edd5ab3f9e49ff1901e8800c7eaccd2fce4d7fefd706700c2984b18fc319bab3ea67c18c602fe35a87e48c6d9bcd5058"
    "dd";

constexpr std::string_view reader_public_key = "7d9c24316539825c1896e57f28197746793ce60cbee3ad47da9d07b85fa55e2a";

constexpr std::string_view wrapped_secret_key =
    "0101000000000000000020000000000000cfc2dfb5eaf3403f2a57267ab49e952f018927de93685a6fed4dec71d2f3ff"
    "ce559a2419671b3c657201186a93d05d662e893e3858dbd43f9f381b52d37c9d7cdfebe4fa5896c56a23e07c0f8d4848"
    "dff6d696bb3ece40d76d8817ecc867d9b2f331b665b5bb815aa074681a7030507a2235f23199bb08a2465086923bbfe6"
    "6bff";

constexpr std::string_view key_slot =
    "0108371a26a07f4268aefc48ed95229c113526f7a7efb113909ab6f6ec58502516483f074ad39636dd9ec26a6df15e22"
    "97f21b42b080951868b5cd4d8f63fbaee2a2f80041a0a0dba59dc40ddcb3b303f7c6875d88d65f2c9bbe8703eb11d4ca"
    "ac573dacdad9f834720eaa7969ea48559e";

constexpr std::string_view resume_slot =
    "010100000000000000002000000000000049a09b02fc54c4cd81d645fef0c6d7a8018579a7c63345582f48f7ceae06d8"
    "009d9d72ca6e6d02aaa3d5cdfe152d544d3b08f2090d8568626cbf63088b5ba5ca915a33d9e926aa473290298ad8ea30"
    "01f56dccbbd36244b80e60176fb3e185bfc83f376dc34167877913e54a7d98f0427a9de94ed754bc160b68b441a5deb5"
    "3206";

constexpr std::string_view journal_entry =
    "012de48671653d564e7ce368bf8b303ab453babdb463cc4afef12ee11637db64ecd8c6e8de67d3f4f4a0b7d7610bda74"
    "094f811b60393b0a7540914d8d695e8914b5a0d333e2586c7037813d5523d161781db1d7750714ca59f9cffc37ca14b4"
    "b59f724f70c8419970605a69c1d5271e1d3dfbe2bbc32ecbe338a199e63eaabdacc0d46bc75de9b0813bb26db97096f6"
    "4cee7dde6b1a02acb9c2f92aa03cb1be4cfcdb5a36b1d29ca19bea235f8b010d147a2fdea4082b05d9612b1a7e331786"
    "7e0dfa050cfedac8a32505437f2eb450e2cb1f34854ef8a132db40ed6af931a5c59d705ae6519b6f9ed59572ae55bb38"
    "00a412742b275a6a693272c82742f97a8c16116e07a173b2fcc9d60a1a5271df08e126c6f1f7d1a3630137ec1729982e"
    "cee6250caf0818959c";

constexpr std::string_view journal_count =
    "019a67ee717480302e6b0e671366a33febf1f4fa5b3ebf4ccf770a96afc945f550fcf077ce1ea2f0f94fb7dd2362bd7c"
    "3c9b3c84d44ed456cf";

constexpr std::string_view kit =
    "kidoj kinol kodon konor kudot kunoz ladud lanug liduj linul lodun lonur ludut lunuz mafad mapag josok zulir";

Bytes from_hex(std::string_view text) {
    Bytes bytes(text.size() / 2);
    REQUIRE(sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, nullptr, nullptr) == 0);
    return bytes;
}

vault::Device the_device() {
    const Folder folder;
    const auto file = folder / "device.key";
    std::ofstream(file) << std::string(32, 'k');
    REQUIRE(::chmod(file.c_str(), 0600) == 0);
    auto device = vault::Device::open(file);
    REQUIRE(device);
    return std::move(*device);
}

core::Uuid all(std::uint8_t byte) {
    core::Uuid uuid{};
    uuid.fill(byte);
    return uuid;
}

vault::AssociatedData the_associated_data() {
    return {all(1), all(2), 'a'};
}

core::SecretBytes counting_from(std::uint8_t first) {
    core::SecretBytes bytes(32);
    for (auto& byte : bytes.bytes())
        byte = first++;
    return bytes;
}

vault::KeyPair the_reader() {
    vault::KeyPair pair{{}, counting_from(100)};
    std::ranges::copy(from_hex(reader_public_key), pair.public_key.begin());
    return pair;
}

}

TEST_CASE("a device file of format 1 gives the same keys") {
    const auto device = the_device();
    CHECK(std::ranges::equal(device.public_key(), from_hex(device_public_key)));
    CHECK(device.index_of("chart-code", "C-17") == from_hex(chart_code_index));
}

TEST_CASE("a value of format 1 opens") {
    CHECK(the_device().open_value(from_hex(chart_code), {"chart-code", all(3)}).value() == "C-17");
}

TEST_CASE("a verifier of format 1 is understood") {
    const auto device = the_device();
    CHECK(vault::check_verifier("4711", from_hex(desk_pin_verifier), device, {"desk-pin", all(3)}));
    CHECK(failed_with(vault::check_verifier("4712", from_hex(desk_pin_verifier), device, {"desk-pin", all(3)}),
                      ErrorCode::wrong_secret));
}

TEST_CASE("a wrapped secret key and recovery words of format 1 open") {
    const auto reader = the_reader();
    const auto opened =
        vault::unwrap_secret_key(from_hex(wrapped_secret_key), reader.public_key, "an owl in the linen press", all(3));
    REQUIRE(opened);
    CHECK(opened->secret_key == reader.secret_key);
    CHECK(vault::recovery_words(reader.secret_key) == kit);
    const auto from_kit = vault::key_pair_from_words(kit);
    REQUIRE(from_kit);
    CHECK(from_kit->public_key == reader.public_key);
}

TEST_CASE("the records of a part of format 1 open") {
    const auto data_key = counting_from(0);
    const auto associated_data = the_associated_data();
    const auto from_slot = vault::open_key(from_hex(key_slot), the_reader(), associated_data);
    REQUIRE(from_slot);
    CHECK(*from_slot == data_key);
    const auto resumed = vault::resume(from_hex(resume_slot), "4711", the_device(), associated_data);
    REQUIRE(resumed);
    CHECK(*resumed == data_key);
    CHECK(vault::open_entry(from_hex(journal_entry), data_key, associated_data, 5).value() == bytes_of("answer"));
    CHECK(vault::open_count(from_hex(journal_count), data_key, associated_data).value() == 5);
}

TEST_CASE("a packet written by hand as format 1 says opens") {
    const auto data_key = counting_from(0);
    const auto associated_data = the_associated_data();
    const auto device = the_device();
    const auto part_words = [&](std::string_view kind) {
        Bytes words = domain(kind);
        add_number(words, 1);
        add(words, associated_data.part);
        add(words, associated_data.sitting);
        words.push_back('a');
        return words;
    };
    Bytes padded;
    add_number(padded, 6);
    add(padded, bytes_of("answer"));
    padded.resize(4096);
    const auto bound = part_words("packet box");
    vault::Packet packet;
    packet.key_slots.push_back(from_hex(key_slot));
    packet.box.assign(1 + 24 + 4096 + 16, 9); // the nonce is all nines
    packet.box[0] = 1;
    crypto_aead_xchacha20poly1305_ietf_encrypt(packet.box.data() + 25, nullptr, padded.data(), padded.size(),
                                               bound.data(), bound.size(), nullptr, packet.box.data() + 1,
                                               data_key.bytes().data());
    Bytes words = part_words("packet");
    add_number(words, 1);
    add_number(words, packet.key_slots[0].size());
    add(words, packet.key_slots[0]);
    add_number(words, packet.box.size());
    add(words, packet.box);
    packet.signature = device.sign(words);
    CHECK(vault::open_packet(packet, the_reader(), associated_data, device.public_key()).value() == bytes_of("answer"));
}
