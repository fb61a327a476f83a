#include "core/hex.hpp"
#include "vault/form_hash.hpp"
#include "vault/part.hpp"
#include <doctest/doctest.h>

using namespace vault;

namespace {

std::string hash_of(std::string_view text) {
    return core::hex(form_hash({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}));
}

}

// Made with `b2sum -l 256` of GNU coreutils 9.1.
TEST_CASE("a form's hash is BLAKE2b-256 of its bytes") {
    CHECK(hash_of("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(hash_of("abc") == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("an entry of a part opens with its own form alone") {
    const auto key = new_data_key();
    const Bytes entry{1, 2, 3};
    AssociatedData formless{{1}, {2}, 'a'}, one = formless, other = formless;
    one.form = form_hash(Bytes{1});
    other.form = form_hash(Bytes{2});
    const auto sealed = seal_entry(entry, key, one, 1);
    CHECK(open_entry(sealed, key, one, 1) == entry);
    for (const auto& wrong : {other, formless}) {
        const auto opened = open_entry(sealed, key, wrong, 1);
        REQUIRE_FALSE(opened.has_value());
        CHECK(opened.error().code == core::ErrorCode::tampered);
        CHECK_FALSE(open_count(seal_count(4, key, one), key, wrong).has_value());
    }
    CHECK_FALSE(open_entry(seal_entry(entry, key, formless, 1), key, one, 1).has_value());
}
