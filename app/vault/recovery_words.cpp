#include "vault/reader.hpp"
#include "vault/record.hpp"
#include <algorithm>
#include <sodium.h>

namespace vault {
namespace {

constexpr std::string_view consonants = "bdfghjklmnprstvz"; // arXiv:0901.4016, section 3
constexpr std::string_view vowels = "aiou";
constexpr std::size_t checksum_size = 4;
constexpr std::size_t word_length = 5;
constexpr std::size_t word_count = (key_size + checksum_size) / 2;
constexpr std::size_t key_words = key_size / 2;

using Kit = std::span<std::uint8_t>; // the key and its checksum, 36 bytes

std::array<std::uint8_t, checksum_size> checksum(View secret_key) {
    static const Bytes domain = Writer("recovery words").take();
    std::array<std::uint8_t, digest_size> whole{};
    digest_into(whole, {}, {domain, secret_key});
    std::array<std::uint8_t, checksum_size> start{};
    std::copy_n(whole.begin(), checksum_size, start.begin());
    sodium_memzero(whole.data(), whole.size());
    return start;
}

bool fits(View kit) {
    return same(kit.last(checksum_size), checksum(kit.first(key_size)));
}

// The word's 16 bits, or -1.
int decode_word(std::string_view word) {
    if (word.size() != word_length) return -1;
    unsigned bits = 0;
    for (std::size_t i = 0; i < word_length; ++i) {
        const char typed = word[i];
        const char letter = typed >= 'A' && typed <= 'Z' ? static_cast<char>(typed - 'A' + 'a') : typed;
        const bool vowel = i % 2 == 1;
        const auto place = (vowel ? vowels : consonants).find(letter);
        if (place == std::string_view::npos) return -1;
        bits = (bits << (vowel ? 2U : 4U)) | static_cast<unsigned>(place);
    }
    return static_cast<int>(bits);
}

void put_word(Kit kit, std::size_t word, unsigned bits) {
    kit[2 * word] = static_cast<std::uint8_t>(bits >> 8U);
    kit[2 * word + 1] = static_cast<std::uint8_t>(bits & 0xFFU);
}

// All words can be said but do not belong together. When one word alone was misread, trying every other word in its
// place finds which; two wrong words find nothing, but for about one kit in four thousand.
std::size_t misread_word(Kit kit) {
    const auto wanted = checksum(kit.first(key_size));
    const auto last = kit.last(checksum_size);
    if (same(View(wanted).first(2), last.first(2))) return word_count;
    if (same(View(wanted).last(2), last.last(2))) return word_count - 1;
    for (std::size_t word = 0; word < key_words; ++word) {
        const auto typed = static_cast<unsigned>(kit[2 * word] << 8U | kit[2 * word + 1]);
        for (unsigned bits = 0; bits <= 0xFFFFU; ++bits) {
            put_word(kit, word, bits);
            if (fits(kit)) return word + 1;
        }
        put_word(kit, word, typed);
    }
    return 0;
}

tl::unexpected<core::Error> wrong(const std::string& detail) {
    return core::fail(core::ErrorCode::wrong_secret, detail);
}

}

std::string recovery_words(const core::SecretBytes& secret_key) {
    require(secret_key.size() == key_size);
    core::SecretBytes kit(key_size + checksum_size);
    const auto check = checksum(secret_key.bytes());
    std::copy_n(secret_key.bytes().begin(), key_size, kit.bytes().begin());
    std::copy(check.begin(), check.end(), kit.bytes().begin() + key_size);

    std::string words;
    words.reserve(word_count * (word_length + 1)); // never moved while it grows: no copy stays behind
    for (std::size_t word = 0; word < word_count; ++word) {
        const auto bits = static_cast<unsigned>(kit.bytes()[2 * word] << 8U | kit.bytes()[2 * word + 1]);
        if (word > 0) words += ' ';
        words += consonants[bits >> 12U];
        words += vowels[bits >> 10U & 3U];
        words += consonants[bits >> 6U & 15U];
        words += vowels[bits >> 4U & 3U];
        words += consonants[bits & 15U];
    }
    return words;
}

core::Result<KeyPair> key_pair_from_words(std::string_view words) {
    constexpr std::string_view between = " -\t\r\n";
    core::SecretBytes kit(key_size + checksum_size);
    std::size_t count = 0;
    for (auto begin = words.find_first_not_of(between); begin != std::string_view::npos;) {
        const auto end = std::min(words.find_first_of(between, begin), words.size());
        const int bits = decode_word(words.substr(begin, end - begin));
        ++count;
        if (bits < 0 || count > word_count) return wrong("recovery word " + std::to_string(count));
        put_word(kit.bytes(), count - 1, static_cast<unsigned>(bits));
        begin = words.find_first_not_of(between, end);
    }
    if (count < word_count) return wrong("recovery word " + std::to_string(count + 1));
    if (!fits(kit.bytes())) {
        const std::size_t word = misread_word(kit.bytes());
        return wrong(word == 0 ? "recovery words do not belong together" : "recovery word " + std::to_string(word));
    }
    KeyPair pair{{}, core::SecretBytes::copy_of(View(kit.bytes()).first(key_size))};
    crypto_scalarmult_base(pair.public_key.data(), pair.secret_key.bytes().data());
    return pair;
}

}
