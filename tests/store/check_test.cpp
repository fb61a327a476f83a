#include "support.hpp"

using namespace store_test;

TEST_CASE("a check names what is wrong between the tables") {
    Folder folder;
    {
        auto store = new_store(folder.file());
        const auto open = new_sitting(store, 1);
        ok(store.start_part(open.a, keys({1}, "a"), {}));
        for (std::uint64_t i = 1; i <= 3; ++i)
            ok(store.append(entry(open.a, i, bytes("entry")), {}));
        ok(store.start_part(open.b, keys({1}, "b"), {}));
        ok(store.seal_part(open.b, packet("b"), {}, at(1)));
        ok(store.check());
    }
    std::string change;
    std::string named;
    SUBCASE("an entry taken out of the middle") {
        change = "DELETE FROM journal WHERE sequence = 2";
        named = "a gap in a journal";
    }
    SUBCASE("an entry for a sealed part") {
        change = "INSERT INTO journal (entry, part, sequence, sealed) VALUES (2 * 1048576 + 1, 2, 1, x'00')";
        named = "journal entries of a part that is not open";
    }
    SUBCASE("a packet taken out") {
        change = "DELETE FROM packets";
        named = "a sealed part without its packet";
    }
    SUBCASE("a packet for an open part") {
        change =
            "INSERT INTO packets (part, therapist_slot, recovery_slot, signature, box) VALUES (1, x'', x'', x'', x'')";
        named = "a packet of a part that is not sealed";
    }
    SUBCASE("keys taken out") {
        change = "DELETE FROM part_keys";
        named = "an open part without its keys";
    }
    SUBCASE("keys left behind") {
        change = "INSERT INTO part_keys (part, therapist_slot, recovery_slot, resume_slot, resume_slot_b) "
                 "VALUES (2, x'', x'', x'', x'')";
        named = "keys of a part that is not open";
    }
    SUBCASE("a case without its therapist") {
        change = "PRAGMA foreign_keys = OFF; DELETE FROM therapists WHERE id = 1";
        named = "a row without its owner";
    }
    auto database = take(store::Database::open(folder.file(), store_test::test_hash));
    ok(database.execute(change));
    store::Store store(std::move(database));
    const auto checked = store.check();
    CHECK(why(checked) == core::ErrorCode::damaged);
    CHECK(checked.error().detail == named);
}
