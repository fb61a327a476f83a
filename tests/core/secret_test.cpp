#include "core/secret.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <fstream>
#include <sstream>
#include <string>

using core::SecretBytes;
using core::SecretText;

namespace {

bool all_zero(const SecretBytes& secret) {
    const auto bytes = secret.bytes();
    return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

// The flags the kernel keeps for the mapping that holds `address` (proc(5), smaps).
std::string mapping_flags(const void* address) {
    std::ifstream maps("/proc/self/smaps");
    const auto wanted = reinterpret_cast<std::uintptr_t>(address);
    bool inside = false;
    for (std::string line; std::getline(maps, line);) {
        std::uintptr_t begin = 0, end = 0;
        char dash = 0;
        std::istringstream head(line);
        if (head >> std::hex >> begin >> dash >> end && dash == '-') inside = wanted >= begin && wanted < end;
        if (inside && line.rfind("VmFlags:", 0) == 0) return line + " ";
    }
    return {};
}

}

TEST_CASE("starting the secrets twice does no harm") {
    CHECK(core::init_secrets());
}

TEST_CASE("new secret bytes are zero, random ones are not and differ") {
    CHECK(all_zero(SecretBytes(32)));
    const auto one = SecretBytes::random(32);
    const auto two = SecretBytes::random(32);
    CHECK_FALSE(all_zero(one));
    CHECK_FALSE(one == two);
}

TEST_CASE("an empty secret is empty and equal to another empty one") {
    const SecretBytes none;
    CHECK(none.empty());
    CHECK(none.bytes().empty());
    CHECK(none == SecretBytes(0));
    CHECK(SecretBytes::random(0).empty());
    CHECK_FALSE(none == SecretBytes(1));
    CHECK(SecretBytes(none).empty());
}

TEST_CASE("a copy of secret bytes has its own memory") {
    auto original = SecretBytes::random(16);
    const SecretBytes copy = original;
    CHECK(copy == original);
    CHECK(copy.bytes().data() != original.bytes().data());
    original.bytes()[0] ^= 1U;
    CHECK_FALSE(copy == original);
}

TEST_CASE("moved-from secret bytes are empty and can be used again") {
    auto original = SecretBytes::random(16);
    const SecretBytes kept = original;
    SecretBytes taken = std::move(original);
    CHECK(taken == kept);
    CHECK(original.empty()); // NOLINT(bugprone-use-after-move): that is the promise
    original = taken;
    CHECK(original == kept);
}

TEST_CASE("assigning secret bytes to themselves keeps them") {
    auto secret = SecretBytes::random(16);
    const SecretBytes kept = secret;
    const auto& same = secret;
    secret = same;
    CHECK(secret == kept);
}

TEST_CASE("secrets of different sizes are different") {
    CHECK_FALSE(SecretBytes(16) == SecretBytes(17));
}

TEST_CASE("secret bytes stay out of a core dump") {
    const auto secret = SecretBytes::random(32);
    const auto flags = mapping_flags(secret.bytes().data());
    CAPTURE(flags);
    CHECK(flags.find(" dd ") != std::string::npos);
}

TEST_CASE("typed text is taken in up to its capacity and no further") {
    SecretText text;
    CHECK(text.empty());
    CHECK(text.view().empty());
    CHECK(text.append(std::string(SecretText::capacity - 1, 'x')));
    CHECK_FALSE(text.append("yz"));
    CHECK(text.length() == SecretText::capacity - 1);
    CHECK(text.append("y"));
    CHECK_FALSE(text.append("z"));
    CHECK(text.view().size() == SecretText::capacity);
    CHECK(text.view().back() == 'y');
    CHECK(text.append(""));
}

TEST_CASE("text longer than the capacity is not taken in by half") {
    CHECK(SecretText(std::string(SecretText::capacity + 1, 'x')).empty());
}

TEST_CASE("dropping the last code point takes all its bytes") {
    SecretText text("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x94\x92"); // a, e acute, euro, padlock: 1, 2, 3 and 4 bytes
    CHECK(text.length() == 4);
    text.drop_last();
    CHECK(text.view() == "a\xC3\xA9\xE2\x82\xAC");
    text.drop_last();
    CHECK(text.view() == "a\xC3\xA9");
    text.drop_last();
    CHECK(text.view() == "a");
    text.drop_last();
    CHECK(text.empty());
    text.drop_last();
    CHECK(text.empty());
}

TEST_CASE("dropped bytes are wiped at once") {
    SecretText text("ab9");
    const char* dropped = text.view().data() + 2;
    CHECK(*dropped == '9');
    text.drop_last();
    CHECK(*dropped == 0);
}

TEST_CASE("stray continuation bytes can all be dropped") {
    SecretText text("\x80\x80\x80");
    CHECK(text.length() == 0);
    text.drop_last();
    CHECK(text.empty());
}

TEST_CASE("a copy of typed text is independent") {
    SecretText original("4711");
    SecretText copy = original;
    CHECK(copy == original);
    copy.drop_last();
    CHECK(original.view() == "4711");
    CHECK(copy.view() == "471");
    original.clear();
    CHECK(original.empty());
    CHECK(copy.view() == "471");
    copy = SecretText("0815");
    CHECK(copy.view() == "0815");
}

TEST_CASE("moved-from typed text is empty and can be typed into again") {
    SecretText original("4711");
    const SecretText taken = std::move(original);
    CHECK(taken.view() == "4711");
    CHECK(original.empty()); // NOLINT(bugprone-use-after-move): that is the promise
    CHECK(original.view().empty());
    CHECK(original.append("08"));
    CHECK(original.view() == "08");
}

TEST_CASE("typed texts are equal only with the same bytes") {
    CHECK(SecretText("12") == SecretText("12"));
    CHECK_FALSE(SecretText("12") == SecretText("13"));
    CHECK_FALSE(SecretText("12") == SecretText("123"));
    CHECK(SecretText() == SecretText());
    SecretText cleared("12");
    cleared.clear();
    CHECK(cleared == SecretText());
    CHECK(cleared.append("3"));
    CHECK(cleared.view() == "3");
}
