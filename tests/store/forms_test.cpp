// Forms as they were asked.
#include "support.hpp"

using namespace store_test;

namespace {

Bytes hash_of(std::uint8_t number) {
    return Bytes(32, number);
}

}

TEST_CASE("a form is kept once by its hash, and comes back as it was") {
    Folder folder;
    {
        auto store = new_store(folder.file());
        ok(store.keep_form(hash_of(1), bytes("what was asked")));
        ok(store.keep_form(hash_of(1), bytes("what was asked")));
        ok(store.keep_form(hash_of(2), bytes("another")));
    }
    auto store = open_store(folder.file());
    CHECK(take(store.form(hash_of(1))) == bytes("what was asked"));
    CHECK(take(store.form(hash_of(2))) == bytes("another"));
    CHECK(why(store.form(hash_of(3))) == core::ErrorCode::not_found);
    CHECK_FALSE(store.keep_form(bytes("no hash"), bytes("what was asked")).has_value());
}

TEST_CASE("a part is begun with a form that was kept") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    auto with_form = keys({1}, "a");
    with_form.form = hash_of(1);
    CHECK_FALSE(store.start_part(visit.a, with_form, {}).has_value());
    CHECK(take(store.part(visit.a)).status == store::PartStatus::not_started);
    ok(store.keep_form(hash_of(1), bytes("what was asked")));
    ok(store.start_part(visit.a, with_form, {}));
    CHECK(take(store.part(visit.a)).form == hash_of(1));
    CHECK(take(store.part(visit.a)).assumed_form.empty());
    CHECK(take(store.parts_without_form()).empty());
}

TEST_CASE("a form is assumed once, for a part that was begun without one") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    ok(store.keep_form(hash_of(1), bytes("what was asked")));
    ok(store.keep_form(hash_of(2), bytes("another")));
    ok(store.start_part(visit.a, keys({1}, "a"), {}));
    const auto without = take(store.parts_without_form());
    REQUIRE(without.size() == 1);
    CHECK(without.front().part == visit.a);
    CHECK(without.front().packet == take(store.sitting(visit.id)).packet);
    ok(store.assume_form(visit.a, hash_of(1)));
    CHECK(take(store.part(visit.a)).assumed_form == hash_of(1));
    CHECK(take(store.part(visit.a)).form.empty());
    CHECK(take(store.parts_without_form()).empty());
    CHECK_FALSE(store.assume_form(visit.a, hash_of(2)).has_value());
    ok(store.check());
}
