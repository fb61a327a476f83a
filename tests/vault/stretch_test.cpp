#include "fixture.hpp"
#include <fstream>
#include <sys/resource.h>

using namespace test;
using vault::KdfCost;

namespace {

Bytes from_base64(std::string_view text) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    Bytes bytes;
    unsigned bits = 0, held = 0;
    for (const char c : text) {
        bits = bits << 6U | static_cast<unsigned>(digits.find(c));
        held += 6;
        if (held < 8) continue;
        held -= 8;
        bytes.push_back(static_cast<std::uint8_t>(bits >> held & 0xFFU));
    }
    return bytes;
}

bool stretches_to(std::string_view secret, std::string_view salt, const KdfCost& cost, std::string_view wanted) {
    const auto stretched = vault::derive_key(secret, from_base64(salt), cost);
    return stretched && std::ranges::equal(stretched->bytes(), from_base64(wanted));
}

}

// Source: libsodium, test/default/pwhash_argon2id.c, function tv3: those encoded hashes that the suite accepts and that
// have one lane, a salt of 16 bytes and a hash of 32. m is KiB, t is passes.
TEST_CASE("Argon2id gives libsodium's published values") {
    CHECK(stretches_to("", "bA81arsiXysd3WbTRzmEOw", {2, std::size_t{4882} * 1024},
                       "Nm8QBM+7RH1DXo9rvp5cwKEOOOfD2g6JuxlXihoNcpE"));
    CHECK(stretches_to("^T5H$JYt39n%K*j:W]!1s?vg!:jGi]Ax?..l7[p0v:1jHTpla9;]bUN;?bWyCbtqg ", "PkEgMTYtYnl0ZXMgc2FsdA",
                       {19, std::size_t{4096} * 1024}, "ltB/ue1kPtBMBGfsysMpPigE6hiNEKZ9vs8vLNVDQGA"));
}

TEST_CASE("the costs are the ones promised") {
    CHECK(vault::passphrase_cost() == KdfCost{3, std::size_t{256} << 20U});
    CHECK(vault::code_cost() == KdfCost{2, std::size_t{64} << 20U});
}

TEST_CASE("another secret, salt or cost stretches to another key") {
    const auto cost = support::test_cost();
    const Bytes salt(16, 1);
    const auto key = vault::derive_key("4711", salt, cost);
    REQUIRE(key);
    CHECK(*key == *vault::derive_key("4711", salt, cost));
    CHECK_FALSE(*key == *vault::derive_key("4712", salt, cost));
    CHECK_FALSE(*key == *vault::derive_key("4711", Bytes(16, 2), cost));
    CHECK_FALSE(*key == *vault::derive_key("4711", salt, {cost.passes + 1, cost.memory_bytes}));
    CHECK_FALSE(*key == *vault::derive_key("4711", salt, {cost.passes, cost.memory_bytes * 2}));
}

TEST_CASE("memory that is not to be had is a failure, not a crash") {
    std::ifstream status("/proc/self/statm");
    rlim_t pages = 0;
    status >> pages;
    REQUIRE(pages > 0);
    rlimit old_limit{};
    REQUIRE(::getrlimit(RLIMIT_AS, &old_limit) == 0);
    constexpr rlim_t some = rlim_t{32} << 20U; // less than the 64 MiB asked for
    const rlimit small{pages * static_cast<rlim_t>(::getpagesize()) + some, old_limit.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_AS, &small) == 0);
    const auto stretched = vault::derive_key("x", Bytes(16), vault::code_cost());
    REQUIRE(::setrlimit(RLIMIT_AS, &old_limit) == 0);
    CHECK(failed_with(stretched, ErrorCode::out_of_memory));
    CHECK(vault::derive_key("x", Bytes(16), vault::code_cost()));
}

TEST_CASE("a cost below the least is a failure") {
    CHECK(failed_with(vault::derive_key("x", Bytes(16), {1, 0}), ErrorCode::out_of_memory));
    CHECK(failed_with(vault::derive_key("x", Bytes(16), {0, 8192}), ErrorCode::out_of_memory));
}

TEST_CASE("a verifier takes the right secret and no other") {
    const auto device = a_device();
    const auto verifier = vault::make_verifier("4711", device, support::test_cost());
    REQUIRE(verifier);
    CHECK(vault::check_verifier("4711", *verifier, device));
    for (const std::string_view wrong : {"4712", "471", "47110", "",
                                         "\xEF\xBC\x94"
                                         "711"})
        CHECK(failed_with(vault::check_verifier(wrong, *verifier, device), ErrorCode::wrong_secret));
}

TEST_CASE("two verifiers of one secret have nothing in common but their size and cost") {
    const auto device = a_device();
    const auto one = vault::make_verifier("4711", device, support::test_cost());
    const auto two = vault::make_verifier("4711", device, support::test_cost());
    CHECK(one->size() == two->size());
    CHECK(*one != *two);
    CHECK_FALSE(std::equal(one->end() - 64, one->end() - 32, two->end() - 64));
}

TEST_CASE("a verifier is refused when any byte is changed or missing") {
    const auto device = a_device();
    const auto verifier = vault::make_verifier("4711", device, support::test_cost());
    refuses_every_change(*verifier,
                         [&](const Bytes& changed) { return vault::check_verifier("4711", changed, device); });
}

TEST_CASE("a verifier made on another device, or for another row, is refused") {
    const auto device = a_device();
    const vault::ValueAssociatedData associated_data{"desk-pin", vault::new_uuid()};
    const auto verifier = vault::make_verifier("4711", device, support::test_cost(), associated_data);
    CHECK(vault::check_verifier("4711", *verifier, device, associated_data));
    CHECK(failed_with(vault::check_verifier("4711", *verifier, a_device(), associated_data), ErrorCode::tampered));
    CHECK(failed_with(vault::check_verifier("4711", *verifier, device, {"desk-pin", vault::new_uuid()}),
                      ErrorCode::tampered));
    CHECK(failed_with(vault::check_verifier("4711", *verifier, device, {"entry-code", associated_data.owner}),
                      ErrorCode::tampered));
    CHECK(failed_with(vault::check_verifier("4711", *verifier, device), ErrorCode::tampered));
}

TEST_CASE("nothing is written at a cost that would be refused when read") {
    const auto device = a_device();
    for (const KdfCost& cost :
         {KdfCost{0, 8192}, KdfCost{11, 8192}, KdfCost{1, 8191}, KdfCost{1, (std::size_t{1} << 30U) + 1}})
        CHECK(failed_with(vault::make_verifier("4711", device, cost), ErrorCode::bad_config));
    CHECK(vault::make_verifier("4711", device, {10, 8192}));
}

TEST_CASE("waiting doubles from one second to five minutes") {
    const int wanted[] = {0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300};
    for (int failures = 0; failures < 12; ++failures)
        CHECK(vault::wait_after(failures).count() == wanted[failures]);
    CHECK(vault::wait_after(1000000).count() == 300);
    CHECK(vault::wait_after(-1).count() == 0);
}
