// Keys made anew, as the rows of one transaction.
#include "support.hpp"

using namespace store_test;

namespace {

// Sealed for therapist 1, and new to them.
core::PartId a_sealed_part(store::Store& store, const Sitting& sitting) {
    ok(store.start_part(sitting.a, keys({1}, "slots"), {}));
    ok(store.seal_part(sitting.a, packet("sealed"), {}, at(5)));
    return sitting.a;
}

Bytes link(int number) {
    return Bytes(32, static_cast<std::uint8_t>(number));
}

void three_entries(store::Store& store) {
    for (const int i : {1, 2, 3})
        ok(store.append_audit({i, 10 * i, "desk", "unlocked", "", link(i)}, bytes("end")));
}

}

TEST_CASE("the audit log is relinked as a whole, and only grows before and after") {
    const Folder folder;
    {
        auto store = new_store(folder.file());
        three_entries(store);
        const std::vector<Bytes> anew{link(11), link(12), link(13)};
        ok(store.relink_audit(anew, bytes("new end")));
        CHECK(take(store.audit_end()) == bytes("new end"));
        std::vector<Bytes> found;
        ok(store.each_audit([&](const store::AuditRow& row) -> core::Done {
            CHECK(row.who == "desk");
            found.push_back(row.link);
            return {};
        }));
        CHECK(found == anew);
    }
    // Its guards are back, word for word: the schema is the one that is expected.
    auto database = take(store::Database::open(folder.file(), store_test::test_hash));
    CHECK_FALSE(database.execute("UPDATE audit SET who = 'nobody'").has_value());
    CHECK_FALSE(database.execute("DELETE FROM audit").has_value());
}

TEST_CASE("a relinking that fails leaves the log and its guards as they were") {
    const Folder folder;
    {
        auto store = new_store(folder.file());
        three_entries(store);
        CHECK(why(store.relink_audit(std::vector<Bytes>{link(11)}, bytes("end"))) == core::ErrorCode::invalid_state);
        CHECK(take(store.last_audit())->link == link(3));
        ok(store.append_audit({4, 40, "desk", "unlocked", "", link(4)}, bytes("end 4")));
    }
    auto database = take(store::Database::open(folder.file(), store_test::test_hash));
    CHECK_FALSE(database.execute("DELETE FROM audit").has_value());
}

TEST_CASE("slots are replaced, and the box stays") {
    const Folder folder;
    auto store = new_store(folder.file());
    const auto sitting = new_sitting(store, 1);
    const auto part = a_sealed_part(store, sitting);
    auto anew = packet("anew");
    const auto box = take(store.packet(part)).box;
    ok(store.set_packet_slots(part, anew));
    CHECK(take(store.packet(part)).therapist_slot == anew.therapist_slot);
    CHECK(take(store.packet(part)).recovery_slot == anew.recovery_slot);
    CHECK(take(store.packet(part)).signature == anew.signature);
    CHECK(take(store.packet(part)).box == box);
    CHECK(why(store.set_packet_slots(sitting.b, anew)) == core::ErrorCode::not_found);

    ok(store.start_part(sitting.b, keys({1}, "open"), {}));
    ok(store.set_part_slots(sitting.b, bytes("theirs"), bytes("kit")));
    CHECK(take(store.part(sitting.b)).therapist_slot == bytes("theirs"));
    CHECK(take(store.part(sitting.b)).recovery_slot == bytes("kit"));
    CHECK(why(store.set_part_slots(part, {}, {})) == core::ErrorCode::not_found);
}

TEST_CASE("one who leaves gives cases, sittings and what is unread to another, and is listed no more") {
    const Folder folder;
    auto store = new_store(folder.file());
    const auto sitting = new_sitting(store, 1);
    const auto part = a_sealed_part(store, sitting);
    ok(store.add_reader({1}, {2}, std::vector{store::Store::SharedSlot{part, {2}, bytes("shared")}}));
    ok(store.mark_read({1}, {2}));
    ok(store.put_note({uuid(70), sitting.id, {1}, packet("note")}, at(6)));
    ok(store.remove_therapist({1}, {2}, std::vector{part}, at(7)));
    CHECK(take(store.therapists()).size() == 1);
    CHECK(take(store.case_by_id({1})).therapist == core::TherapistId{2});
    CHECK(take(store.sitting(sitting.id)).therapist == core::TherapistId{2});
    CHECK(take(store.part(part)).sealed_for == core::TherapistId{2});
    CHECK(take(store.readers_of({1})).empty());
    CHECK_FALSE(take(store.shared_slot(part, {2})).has_value());
    const auto list = take(store.caseload({2}, at(0)));
    REQUIRE(list.size() == 1);
    CHECK(list.front().unread_a);
    CHECK(take(store.caseload({1}, at(0))).empty());
    CHECK(take(store.every_note()).size() == 1); // nothing clinical is deleted
    ok(store.check());
}

TEST_CASE("what is under the device key is replaced in its rows, and nothing else of them") {
    const Folder folder;
    auto store = new_store(folder.file());
    const auto sitting = new_sitting(store, 1);
    auto row = take(store.case_by_id({1}));
    row.sealed_chart_code = bytes("code anew");
    row.chart_code_index = bytes("index anew");
    row.sealed_name_a = bytes("a anew");
    row.next_packet = "not this";
    ok(store.set_sealed_values(row));
    CHECK(take(store.find_case(bytes("index anew")))->sealed_chart_code == bytes("code anew"));
    CHECK(take(store.case_by_id({1})).next_packet.empty());
    auto visit = take(store.sitting(sitting.id));
    visit.sealed_entry_code = bytes("entry anew");
    visit.entry_code_index = bytes("entry index anew");
    visit.status = store::SittingStatus::finished;
    ok(store.set_sealed_values(visit));
    CHECK(take(store.find_open_sitting(bytes("entry index anew"))).has_value());
    auto who = take(store.therapists()).front();
    who.sealed_name = bytes("name anew");
    who.public_key = bytes("not this");
    ok(store.set_sealed_values(who));
    CHECK(take(store.therapists()).front().sealed_name == bytes("name anew"));
    CHECK(take(store.therapists()).front().public_key != bytes("not this"));
}

TEST_CASE("what was replaced is in no page of the file after it was written anew") {
    const Folder folder;
    auto store = new_store(folder.file());
    std::mt19937_64 random(7);
    Trace former;
    std::vector<core::PartId> parts;
    for (int i = 1; i <= 40; ++i) {
        const auto sitting = new_sitting(store, i);
        auto made = packet("sealed");
        made.recovery_slot = random_bytes(129, random);
        former.add(made.recovery_slot);
        ok(store.start_part(sitting.a, keys({1}, "slots"), {}));
        ok(store.seal_part(sitting.a, made, {}, at(5)));
        parts.push_back(sitting.a);
    }
    ok(store.at_once([&]() -> core::Done {
        for (const auto part : parts)
            if (auto done = store.set_packet_slots(part, packet("anew")); !done) return done;
        return {};
    }));
    ok(store.forget_former_keys());
    CHECK(former.found_in(folder.path) == 0);
}
