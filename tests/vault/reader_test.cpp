#include "fixture.hpp"
#include <sodium.h>

using namespace test;
using vault::KeyPair;

namespace {

constexpr std::string_view passphrase = "an owl in the linen press";

// Where the cost stands in a wrapped key: after the version byte, passes then memory, 8 bytes each, little-endian; the
// last 32 bytes are a checksum. An editor who knows all this can make the checksum fit again.
Bytes with_cost(Bytes wrapped, std::uint64_t passes, std::uint64_t memory, const core::Uuid& owner,
                const vault::PublicKey& public_key) {
    for (unsigned i = 0; i < 8; ++i) {
        wrapped[1 + i] = static_cast<std::uint8_t>(passes >> 8U * i);
        wrapped[9 + i] = static_cast<std::uint8_t>(memory >> 8U * i);
    }
    Bytes covered = domain("secret key checksum");
    add(covered, owner);
    add(covered, public_key);
    add(covered, std::span(wrapped).first(wrapped.size() - 32));
    crypto_generichash(wrapped.data() + wrapped.size() - 32, 32, covered.data(), covered.size(), nullptr, 0);
    return wrapped;
}

std::string error_of(const core::Result<KeyPair>& result) {
    if (result) return "opened";
    return result.error().code == ErrorCode::wrong_secret ? result.error().detail : "another failure";
}

std::string with_word(std::string words, std::size_t number, std::string_view word) {
    return words.replace((number - 1) * 6, 5, word);
}

}

TEST_CASE("a therapist's key comes back with the passphrase and with no other") {
    const auto pair = vault::new_key_pair();
    const auto owner = vault::new_uuid();
    const auto wrapped = vault::wrap_secret_key(pair, passphrase, owner, support::test_cost());
    REQUIRE(wrapped);
    const auto opened = vault::unwrap_secret_key(*wrapped, pair.public_key, passphrase, owner);
    REQUIRE(opened);
    CHECK(opened->secret_key == pair.secret_key);
    CHECK(opened->public_key == pair.public_key);
    for (const std::string_view wrong : {"an owl in the linen presS", "an owl in the linen press ", ""})
        CHECK(failed_with(vault::unwrap_secret_key(*wrapped, pair.public_key, wrong, owner), ErrorCode::wrong_secret));
}

TEST_CASE("a wrapped key is refused when any byte is changed or missing") {
    const auto pair = vault::new_key_pair();
    const auto owner = vault::new_uuid();
    const auto wrapped = vault::wrap_secret_key(pair, passphrase, owner, support::test_cost());
    refuses_every_change(*wrapped, [&](const Bytes& changed) {
        return vault::unwrap_secret_key(changed, pair.public_key, passphrase, owner);
    });
}

TEST_CASE("a wrapped key does not open for another therapist or another public key") {
    const auto pair = vault::new_key_pair();
    const auto owner = vault::new_uuid();
    const auto wrapped = vault::wrap_secret_key(pair, passphrase, owner, support::test_cost());
    CHECK(failed_with(vault::unwrap_secret_key(*wrapped, pair.public_key, passphrase, vault::new_uuid()),
                      ErrorCode::tampered));
    CHECK(failed_with(vault::unwrap_secret_key(*wrapped, vault::new_key_pair().public_key, passphrase, owner),
                      ErrorCode::tampered));
    auto one_bit_off = pair.public_key;
    one_bit_off[31] ^= 0x80U; // X25519 takes both for the same point
    CHECK(failed_with(vault::unwrap_secret_key(*wrapped, one_bit_off, passphrase, owner), ErrorCode::tampered));
}

TEST_CASE("a wrapping whose halves are not a pair is refused") {
    auto pair = vault::new_key_pair();
    pair.public_key = vault::new_key_pair().public_key;
    const auto owner = vault::new_uuid();
    const auto wrapped = vault::wrap_secret_key(pair, passphrase, owner, support::test_cost());
    CHECK(failed_with(vault::unwrap_secret_key(*wrapped, pair.public_key, passphrase, owner), ErrorCode::tampered));
}

TEST_CASE("a cost edited by hand cannot hang the kiosk") {
    const auto pair = vault::new_key_pair();
    const auto owner = vault::new_uuid();
    const auto cost = support::test_cost();
    const auto wrapped = vault::wrap_secret_key(pair, passphrase, owner, cost);
    const auto opening = [&](std::uint64_t passes, std::uint64_t memory) {
        return vault::unwrap_secret_key(with_cost(*wrapped, passes, memory, owner, pair.public_key), pair.public_key,
                                        passphrase, owner);
    };
    REQUIRE(opening(cost.passes, cost.memory_bytes)); // the checksum in this test is the real one
    CHECK(failed_with(opening(cost.passes + 1, cost.memory_bytes), ErrorCode::wrong_secret));
    CHECK(failed_with(opening(11, cost.memory_bytes), ErrorCode::tampered));
    CHECK(failed_with(opening(0, cost.memory_bytes), ErrorCode::tampered));
    CHECK(failed_with(opening(std::uint64_t{1} << 63U, cost.memory_bytes), ErrorCode::tampered));
    CHECK(failed_with(opening(1, (std::uint64_t{1} << 30U) + 1), ErrorCode::tampered));
    CHECK(failed_with(opening(1, std::uint64_t{1} << 63U), ErrorCode::tampered));
    CHECK(failed_with(opening(1, 8191), ErrorCode::tampered));
}

TEST_CASE("a wrapped key has one size and does not hold the key in the clear") {
    const auto pair = vault::new_key_pair();
    const auto owner = vault::new_uuid();
    const auto one = vault::wrap_secret_key(pair, passphrase, owner, support::test_cost());
    const auto two = vault::wrap_secret_key(pair, "another passphrase, a longer one", owner, support::test_cost());
    CHECK(one->size() == two->size());
    CHECK(std::ranges::search(*one, pair.secret_key.bytes()).empty());
}

// Source: arXiv:0901.4016, "A Proposal for Proquints", examples of section 4: 127.0.0.1 and 63.84.220.193.
TEST_CASE("recovery words are proquints") {
    const Bytes start{127, 0, 0, 1, 63, 84, 220, 193};
    auto secret = core::SecretBytes(32);
    std::ranges::copy(start, secret.bytes().begin());
    const auto words = vault::recovery_words(secret);
    CHECK(words.substr(0, 23) == "lusab babad gutih tugad");
    CHECK(words.substr(24, 11) == "babab babab");
    CHECK(words.size() == 18 * 5 + 17);
}

TEST_CASE("recovery words give the key pair back") {
    for (int i = 0; i < 50; ++i) {
        const auto pair = vault::new_key_pair();
        const auto opened = vault::key_pair_from_words(vault::recovery_words(pair.secret_key));
        REQUIRE(opened);
        CHECK(opened->secret_key == pair.secret_key);
        CHECK(opened->public_key == pair.public_key);
    }
}

TEST_CASE("recovery words may be typed with capitals, hyphens, line ends and spaces to spare") {
    const auto pair = vault::new_key_pair();
    auto words = vault::recovery_words(pair.secret_key);
    std::string typed = "  \t";
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] != ' ')
            typed += i % 2 == 0 ? static_cast<char>(words[i] - 'a' + 'A') : words[i];
        else
            typed += i % 3 == 0 ? " - " : "\r\n";
    }
    const auto opened = vault::key_pair_from_words(typed + "-\n");
    REQUIRE(opened);
    CHECK(opened->secret_key == pair.secret_key);
}

TEST_CASE("the first recovery word that cannot be right is named, and never spelled out") {
    const auto words = vault::recovery_words(vault::new_key_pair().secret_key);
    CHECK(error_of(vault::key_pair_from_words("")) == "recovery word 1");
    CHECK(error_of(vault::key_pair_from_words(words.substr(0, 17 * 6 - 1))) == "recovery word 18");
    CHECK(error_of(vault::key_pair_from_words(words + " babab")) == "recovery word 19");
    CHECK(error_of(vault::key_pair_from_words(with_word(words, 7, "xxxxx"))) == "recovery word 7");
    CHECK(error_of(vault::key_pair_from_words(with_word(with_word(words, 12, "babe!"), 3, "ababa"))) ==
          "recovery word 3");
    CHECK(error_of(vault::key_pair_from_words(words.substr(1))) == "recovery word 1");
    CHECK(error_of(vault::key_pair_from_words(with_word(words, 18, "bab\xC3\xA9"))) == "recovery word 18");
}

TEST_CASE("one recovery word misread as another word is found, wherever it stands") {
    // A fixed key: for about one key in four thousand another word would fit as well.
    auto secret = core::SecretBytes(32);
    for (std::size_t i = 0; i < 32; ++i)
        secret.bytes()[i] = static_cast<std::uint8_t>(7 * i + 3);
    const auto words = vault::recovery_words(secret);
    for (const std::size_t number : {1, 2, 9, 16, 17, 18}) {
        std::string misread = words;
        char& letter = misread[(number - 1) * 6 + 4];
        letter = letter == 'n' ? 'm' : 'n';
        CHECK(error_of(vault::key_pair_from_words(misread)) == "recovery word " + std::to_string(number));
    }
}

TEST_CASE("recovery words in another order are refused") {
    auto secret = core::SecretBytes(32);
    for (std::size_t i = 0; i < 32; ++i)
        secret.bytes()[i] = static_cast<std::uint8_t>(7 * i + 3);
    const auto words = vault::recovery_words(secret);
    const auto swapped = with_word(with_word(words, 2, words.substr(12, 5)), 3, words.substr(6, 5));
    CHECK(error_of(vault::key_pair_from_words(swapped)) == "recovery words do not belong together");
}

TEST_CASE("a passphrase needs twelve code points that are not one repeated") {
    CHECK(vault::passphrase_weakness("an owl in the linen press").empty());
    CHECK(vault::passphrase_weakness("abcdefghijkl").empty());
    CHECK(vault::passphrase_weakness("\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8"
                                     "\xC3\xA9\xC3\xA8")
              .empty()); // two letters in turn, of two bytes each
    CHECK_FALSE(vault::passphrase_weakness("").empty());
    CHECK_FALSE(vault::passphrase_weakness("abcdefghijk").empty());
    CHECK_FALSE(vault::passphrase_weakness("\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8").empty());
    CHECK_FALSE(vault::passphrase_weakness("aaaaaaaaaaaaaaaa").empty());
    std::string euros;
    for (int i = 0; i < 14; ++i)
        euros += "\xE2\x82\xAC";
    CHECK_FALSE(vault::passphrase_weakness(euros).empty());
    CHECK(vault::passphrase_weakness(euros + "a").empty());
}

TEST_CASE("a passphrase opens however its accents were typed when it was set, and a look-alike does not") {
    const auto pair = vault::new_key_pair();
    const auto owner = vault::new_uuid();
    const auto wrapped = vault::wrap_secret_key(pair, "la man\u0303ana es cafe\u0301", owner, support::test_cost());
    REQUIRE(wrapped);
    CHECK(vault::unwrap_secret_key(*wrapped, pair.public_key, "la mañana es café", owner));
    CHECK_FALSE(vault::unwrap_secret_key(*wrapped, pair.public_key, "la manana es cafe", owner));
    const std::string longer(400, 'x'); // than a secret's memory: not cut
    const auto by_longer = vault::wrap_secret_key(pair, longer, owner, support::test_cost());
    REQUIRE(by_longer);
    CHECK(vault::unwrap_secret_key(*by_longer, pair.public_key, longer, owner));
    CHECK_FALSE(vault::unwrap_secret_key(*by_longer, pair.public_key, longer + "y", owner));
}
