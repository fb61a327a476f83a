#include "core/plain_text.hpp"
#include "core/utf8.hpp"
#include <doctest/doctest.h>
#include <random>
#include <string>
#include <vector>

namespace utf8 = core::utf8;

namespace {

std::vector<char32_t> codes_of(std::string_view text) {
    std::vector<char32_t> codes;
    for (std::size_t at = 0; at < text.size();)
        codes.push_back(utf8::next(text, at).code);
    return codes;
}

constexpr std::string_view four = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x94\x92"; // 1, 2, 3 and 4 bytes

}

TEST_CASE("a text is read code point by code point") {
    CHECK(codes_of(four) == std::vector<char32_t>{U'a', 0xE9, 0x20AC, 0x1F512});
    CHECK(codes_of("\xF4\x8F\xBF\xBF") == std::vector<char32_t>{0x10FFFF});
    CHECK(utf8::length(four) == 4);
    CHECK(utf8::valid_until(four) == four.size());
}

TEST_CASE("what is no UTF-8 is one broken code point, and what stands around it is read") {
    // An overlong form, a surrogate, one past the last, two cut short, bytes that begin nothing.
    for (const char* broken :
         {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xF0\x9F\x94", "\xFF", "\xC3"}) {
        CAPTURE(broken);
        const auto text = "\xC3\xA9" + std::string(broken) + "z";
        CHECK(codes_of(text) == std::vector<char32_t>{0xE9, 0xFFFD, U'z'});
        CHECK(utf8::valid_until(text) == 2);
        CHECK(core::cleaned(text, core::Lines::one) == "\xC3\xA9z");
    }
    CHECK(codes_of("a\x80\x80z") == std::vector<char32_t>{U'a', 0xFFFD, U'z'});
    std::size_t at = 0;
    CHECK_FALSE(utf8::next("\xEF\xBF\xBD", at).broken); // U+FFFD itself
}

TEST_CASE("steps go from code point to code point and stay in the text") {
    CHECK(utf8::after(four, 0) == 1);
    CHECK(utf8::after(four, 1) == 3);
    CHECK(utf8::after(four, 6) == 10);
    CHECK(utf8::after(four, 10) == 10);
    CHECK(utf8::before(four, 10) == 6);
    CHECK(utf8::before(four, 1) == 0);
    CHECK(utf8::before(four, 0) == 0);
    CHECK(utf8::begin_of(four, 5) == 3);
    CHECK(utf8::begin_of(four, 3) == 3);
    CHECK(utf8::begin_of(four, 99) == 10);
    CHECK(utf8::offset_of(four, 2) == 3);
    CHECK(utf8::offset_of(four, 9) == 10);
}

TEST_CASE("any bytes are passed through whole, in pieces that are never empty") {
    std::mt19937 random(7);
    for (int round = 0; round < 2'000; ++round) {
        std::string text(random() % 12, '\0');
        for (char& byte : text)
            byte = static_cast<char>(random() % 3 == 0 ? random() : 0x80 + random() % 0x80);
        std::string joined;
        for (std::size_t at = 0; at < text.size();) {
            const auto point = utf8::next(text, at);
            REQUIRE_FALSE(point.bytes.empty());
            joined += point.bytes;
            CHECK(point.broken == (utf8::valid_until(point.bytes) != point.bytes.size()));
        }
        CHECK(joined == text);
        const auto clean = core::cleaned(text, core::Lines::many);
        CHECK(utf8::valid_until(clean) == clean.size());
    }
}
