#include "fixture.hpp"

using namespace test;
using vault::AssociatedData;

namespace {

// The same part, with one thing about it changed: what a record could be moved to.
std::vector<AssociatedData> others_beside(const AssociatedData& associated_data) {
    auto part = associated_data, sitting = associated_data, partner = associated_data, swapped = associated_data,
         form = associated_data;
    part.part = vault::new_uuid();
    sitting.sitting = vault::new_uuid();
    partner.partner = 'b';
    std::swap(swapped.part, swapped.sitting);
    form.form = core::FormHash{1};
    return {part, sitting, partner, swapped, form};
}

}

TEST_CASE("data keys are 32 bytes and differ") {
    CHECK(vault::new_data_key().size() == 32);
    CHECK_FALSE(vault::new_data_key() == vault::new_data_key());
}

TEST_CASE("a key slot opens for its reader, and for nobody else") {
    const auto key = vault::new_data_key();
    const auto therapist = vault::new_key_pair();
    const auto associated_data = an_associated_data();
    const auto slot = vault::seal_key(key, therapist.public_key, associated_data);
    const auto opened = vault::open_key(slot, therapist, associated_data);
    REQUIRE(opened);
    CHECK(*opened == key);
    CHECK(failed_with(vault::open_key(slot, vault::new_key_pair(), associated_data), ErrorCode::tampered));
}

TEST_CASE("a key slot is refused when any byte is changed or missing, or when it was moved") {
    const auto therapist = vault::new_key_pair();
    const auto associated_data = an_associated_data();
    const auto slot = vault::seal_key(vault::new_data_key(), therapist.public_key, associated_data);
    refuses_every_change(slot,
                         [&](const Bytes& changed) { return vault::open_key(changed, therapist, associated_data); });
    for (const auto& elsewhere : others_beside(associated_data))
        CHECK(failed_with(vault::open_key(slot, therapist, elsewhere), ErrorCode::tampered));
}

TEST_CASE("a key is not sealed to a public key that is none") {
    const auto key = vault::new_data_key();
    CHECK(vault::seal_key(key, {}, an_associated_data()).empty());
    CHECK(vault::seal_key(key, {1}, an_associated_data()).empty()); // the point of order 1
}

TEST_CASE("a part resumes with its partner's code on its kiosk") {
    const auto device = a_device();
    const auto key = vault::new_data_key();
    const auto associated_data = an_associated_data();
    const auto slot = vault::wrap_for_resume(key, "4711", device, associated_data, support::test_cost());
    REQUIRE(slot);
    const auto resumed = vault::resume(*slot, "4711", device, associated_data);
    REQUIRE(resumed);
    CHECK(*resumed == key);
    for (const std::string_view wrong : {"4712", "1174", "471", "47111", ""})
        CHECK(failed_with(vault::resume(*slot, wrong, device, associated_data), ErrorCode::wrong_secret));
}

TEST_CASE("a resume slot is refused when any byte is changed or missing, or when it was moved") {
    const auto device = a_device();
    const auto associated_data = an_associated_data();
    const auto slot =
        vault::wrap_for_resume(vault::new_data_key(), "4711", device, associated_data, support::test_cost());
    refuses_every_change(*slot,
                         [&](const Bytes& changed) { return vault::resume(changed, "4711", device, associated_data); });
    for (const auto& elsewhere : others_beside(associated_data))
        CHECK(failed_with(vault::resume(*slot, "4711", device, elsewhere), ErrorCode::tampered));
    CHECK(failed_with(vault::resume(*slot, "4711", a_device(), associated_data), ErrorCode::tampered));
}

TEST_CASE("a resume slot is not written at a cost that would be refused when read") {
    const auto device = a_device();
    CHECK(failed_with(vault::wrap_for_resume(vault::new_data_key(), "4711", device, an_associated_data(), {11, 8192}),
                      ErrorCode::bad_config));
}

TEST_CASE("a journal entry comes back whatever its length") {
    const auto key = vault::new_data_key();
    const auto associated_data = an_associated_data();
    for (const std::size_t size : {0, 1, 247, 248, 249, 1016, 1017, 1024, 5000, 100000}) {
        const Bytes entry(size, 'x');
        CHECK(vault::open_entry(vault::seal_entry(entry, key, associated_data, 3), key, associated_data, 3).value() ==
              entry);
    }
}

TEST_CASE("a skip and a long answer have the same size within a step") {
    const auto key = vault::new_data_key();
    const auto associated_data = an_associated_data();
    const auto size_of = [&](std::size_t entry) {
        return vault::seal_entry(Bytes(entry, 'x'), key, associated_data, 1).size();
    };
    const std::size_t overhead = 1 + 24 + 16; // version, nonce, tag; the length inside takes 8
    for (std::size_t entry = 0; entry <= 6000; ++entry) {
        const std::size_t padded = size_of(entry) - overhead;
        const std::size_t step = entry + 8 <= 1024 ? 256 : 1024;
        REQUIRE(padded % step == 0);
        REQUIRE(padded >= entry + 8);
        REQUIRE(padded < entry + 8 + step);
    }
    CHECK(size_of(0) == size_of(248));
    CHECK(size_of(1017) == size_of(2040));
}

TEST_CASE("a journal entry is refused when any byte is changed or missing") {
    const auto key = vault::new_data_key();
    const auto associated_data = an_associated_data();
    const auto sealed = vault::seal_entry(bytes_of("{\"skip\":true}"), key, associated_data, 1);
    refuses_every_change(sealed,
                         [&](const Bytes& changed) { return vault::open_entry(changed, key, associated_data, 1); });
}

TEST_CASE("a journal entry does not open elsewhere, in another order or as something else") {
    const auto key = vault::new_data_key();
    const auto associated_data = an_associated_data();
    const auto sealed = vault::seal_entry(bytes_of("8 bytes."), key, associated_data, 2);
    CHECK(failed_with(vault::open_entry(sealed, key, associated_data, 1), ErrorCode::tampered));
    CHECK(failed_with(vault::open_entry(sealed, key, associated_data, 3), ErrorCode::tampered));
    CHECK(failed_with(vault::open_entry(sealed, key, associated_data, (std::uint64_t{1} << 32U) + 2),
                      ErrorCode::tampered));
    CHECK(failed_with(vault::open_entry(sealed, vault::new_data_key(), associated_data, 2), ErrorCode::tampered));
    CHECK(failed_with(vault::open_count(sealed, key, associated_data), ErrorCode::tampered));
    for (const auto& elsewhere : others_beside(associated_data))
        CHECK(failed_with(vault::open_entry(sealed, key, elsewhere, 2), ErrorCode::tampered));
    const auto failed = vault::open_entry(sealed, key, associated_data, 7);
    CHECK(failed.error().detail == "journal entry 7");
}

TEST_CASE("the same answer sealed twice looks different and shows no text") {
    const auto key = vault::new_data_key();
    const auto associated_data = an_associated_data();
    const auto entry = bytes_of("I turn to my sister");
    const auto sealed = vault::seal_entry(entry, key, associated_data, 1);
    CHECK(sealed != vault::seal_entry(entry, key, associated_data, 1));
    CHECK(std::ranges::search(sealed, bytes_of("sister")).empty());
}

TEST_CASE("the count of entries comes back, in one size, and is refused when changed or moved") {
    const auto key = vault::new_data_key();
    const auto associated_data = an_associated_data();
    const auto sealed = vault::seal_count(41, key, associated_data);
    CHECK(vault::open_count(sealed, key, associated_data).value() == 41);
    CHECK(vault::open_count(vault::seal_count(UINT64_MAX, key, associated_data), key, associated_data).value() ==
          UINT64_MAX);
    CHECK(sealed.size() == vault::seal_count(0, key, associated_data).size());
    refuses_every_change(sealed,
                         [&](const Bytes& changed) { return vault::open_count(changed, key, associated_data); });
    for (const auto& elsewhere : others_beside(associated_data))
        CHECK(failed_with(vault::open_count(sealed, key, elsewhere), ErrorCode::tampered));
    CHECK(failed_with(vault::open_count(sealed, vault::new_data_key(), associated_data), ErrorCode::tampered));
    CHECK(failed_with(vault::open_entry(sealed, key, associated_data, 41), ErrorCode::tampered));
}
