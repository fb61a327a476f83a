#include "support.hpp"

using namespace store_test;
using core::ErrorCode;
using store::SittingStatus;

TEST_CASE("the practice and its therapists come back as they were put in") {
    Folder folder;
    { new_store(folder.file()); }
    auto store = open_store(folder.file());
    const auto practice = take(store.practice());
    CHECK(practice.device_public_key == bytes("device"));
    CHECK(practice.desk_pin_verifier == bytes("pin"));
    CHECK(practice.recovery_public_key == bytes("recovery"));
    CHECK(practice.created_at_ms == 7);
    const auto people = take(store.therapists());
    REQUIRE(people.size() == 2);
    CHECK(people[1].id == core::TherapistId{2});
    CHECK(people[1].uuid == uuid(1002));
    CHECK(people[1].sealed_name == bytes("name 2"));
    CHECK(people[1].public_key == bytes("public"));
    CHECK(people[1].wrapped_secret_key == bytes("wrapped"));
}

TEST_CASE("a practice that was not set up is not found, and setting it again replaces it") {
    Folder folder;
    store::Store store(take(store::Database::create(folder.file(), store_test::test_hash)));
    CHECK(why(store.practice()) == ErrorCode::not_found);
    ok(store.set_practice({bytes("device"), bytes("1"), bytes("recovery"), 7}));
    ok(store.set_practice({bytes("device"), bytes("2"), bytes("recovery"), 7}));
    CHECK(take(store.practice()).desk_pin_verifier == bytes("2"));
}

TEST_CASE("a case is found by its chart code's index, which is unique") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto found = take(store.find_case(bytes("index 1")));
    REQUIRE(found.has_value());
    CHECK(found->sealed_chart_code == bytes("chart 1"));
    CHECK(found->uuid == uuid(2001));
    CHECK_FALSE(take(store.find_case(bytes("index 2"))).has_value());
    auto twin = couple(2, {1});
    twin.chart_code_index = bytes("index 1");
    CHECK(why(store.add_case(twin)) == ErrorCode::invalid_state);
    CHECK(why(store.add_case(couple(3, {99}))) == ErrorCode::not_found);
    CHECK(take(store.cases_of({1})).size() == 1);
}

TEST_CASE("names are set on a case that exists") {
    Folder folder;
    auto store = new_store(folder.file());
    ok(store.set_names({1}, bytes("sealed A"), bytes("sealed B")));
    CHECK(take(store.case_by_id({1})).sealed_name_a == bytes("sealed A"));
    CHECK(take(store.case_by_id({1})).sealed_name_b == bytes("sealed B"));
    CHECK(why(store.set_names({9}, bytes(""), bytes(""))) == ErrorCode::not_found);
    CHECK(why(store.case_by_id({9})) == ErrorCode::not_found);
}

TEST_CASE("a new sitting has the parts of those who are expected") {
    Folder folder;
    auto store = new_store(folder.file());
    auto row = sitting(1, {1}, {1});
    row.expects_b = false;
    const auto parts = three_parts(1);
    const auto id = take(store.new_sitting(row, parts));
    const auto made = take(store.parts_of(id));
    REQUIRE(made.size() == 2);
    CHECK(made[0].owner == store::PartOwner::a);
    CHECK(made[0].uuid == parts[0].uuid);
    CHECK(made[0].status == store::PartStatus::not_started);
    CHECK(made[0].sealed_for == core::TherapistId{0});
    CHECK(made[1].owner == store::PartOwner::joint);
    const auto read = take(store.sitting(id));
    CHECK(read.packet == "first-visit");
    CHECK(read.expects_a);
    CHECK_FALSE(read.expects_b);
    CHECK(read.sealed_entry_code == bytes("sealed code"));
    CHECK(read.uuid == row.uuid);
}

TEST_CASE("a sitting with something wrong is not made at all") {
    Folder folder;
    auto store = new_store(folder.file());
    auto parts = three_parts(1);
    SUBCASE("a part is missing") {
        parts.erase(parts.begin());
        CHECK(why(store.new_sitting(sitting(1, {1}, {1}), parts)) == ErrorCode::invalid_state);
    }
    SUBCASE("a role twice") {
        parts.push_back({store::PartOwner::joint, uuid(1), {}});
        CHECK(why(store.new_sitting(sitting(1, {1}, {1}), parts)) == ErrorCode::invalid_state);
    }
    SUBCASE("no such case") {
        CHECK(why(store.new_sitting(sitting(1, {9}, {1}), parts)) == ErrorCode::not_found);
    }
    CHECK(take(store.open_sittings()).empty());
    CHECK(why(store.part({1})) == ErrorCode::not_found);
}

TEST_CASE("an entry code is unique among open sittings and free again afterwards") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto first = new_sitting(store, 1);
    auto second = sitting(2, {1}, {1});
    second.entry_code_index = bytes("code 1");
    const auto parts = three_parts(2);
    CHECK(why(store.new_sitting(second, parts)) == ErrorCode::invalid_state);
    ok(store.set_sitting_status(first.id, SittingStatus::parked, at(5)));
    CHECK(why(store.new_sitting(second, parts)) == ErrorCode::invalid_state);
    CHECK(take(store.find_open_sitting(bytes("code 1")))->id == first.id);
    SUBCASE("finished") {
        ok(store.set_sitting_status(first.id, SittingStatus::finished, at(6)));
    }
    SUBCASE("cancelled") {
        ok(store.cancel_sitting(first.id, at(6)));
    }
    CHECK_FALSE(take(store.find_open_sitting(bytes("code 1"))).has_value());
    const auto id = take(store.new_sitting(second, parts));
    CHECK(take(store.find_open_sitting(bytes("code 1")))->id == id);
}

TEST_CASE("sittings opened at once have no code and do not get in each other's way") {
    Folder folder;
    auto store = new_store(folder.file());
    for (int number : {1, 2}) {
        auto row = sitting(number, {1}, {1});
        row.entry_code_index.clear();
        row.status = SittingStatus::active;
        const auto parts = three_parts(number);
        take(store.new_sitting(row, parts));
    }
    CHECK(take(store.open_sittings()).size() == 2);
    CHECK_FALSE(take(store.find_open_sitting({})).has_value());
}

TEST_CASE("open sittings come oldest plan first, a case's sittings newest first, without the cancelled") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto third = new_sitting(store, 3);
    const auto first = new_sitting(store, 1);
    const auto second = new_sitting(store, 2);
    auto open = take(store.open_sittings());
    REQUIRE(open.size() == 3);
    CHECK(open[0].id == first.id);
    CHECK(open[2].id == third.id);
    ok(store.cancel_sitting(second.id, at(9)));
    ok(store.set_sitting_status(first.id, SittingStatus::finished, at(9)));
    CHECK(take(store.open_sittings()).size() == 1);
    const auto all = take(store.sittings_of({1}));
    REQUIRE(all.size() == 2);
    CHECK(all[0].id == third.id);
    CHECK(all[1].id == first.id);
    CHECK(all[1].status == SittingStatus::finished);
    CHECK(all[1].changed_at_ms == 9);
}

TEST_CASE("a sitting is cancelled only before anyone started, by either road, and stays cancelled") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    ok(store.start_part(visit.b, keys({1}, "b"), {}));
    CHECK(why(store.cancel_sitting(visit.id, at(2))) == ErrorCode::invalid_state);
    CHECK(why(store.set_sitting_status(visit.id, SittingStatus::cancelled, at(2))) == ErrorCode::invalid_state);
    CHECK(take(store.sitting(visit.id)).status == SittingStatus::waiting);

    const auto other = new_sitting(store, 2);
    ok(store.cancel_sitting(other.id, at(2)));
    CHECK(why(store.set_sitting_status(other.id, SittingStatus::active, at(3))) == ErrorCode::invalid_state);
    CHECK(why(store.start_part(other.a, keys({1}, "a"), {})) == ErrorCode::invalid_state);
    CHECK(why(store.cancel_sitting({99}, at(2))) == ErrorCode::not_found);
    CHECK(why(store.set_sitting_status({99}, SittingStatus::active, at(2))) == ErrorCode::not_found);
}

TEST_CASE("a sitting moves to another therapist only while no part of it is sealed, and takes an unsealed case along") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    ok(store.start_part(visit.a, keys({1}, "a"), {}));
    ok(store.move_sitting(visit.id, {2}, at(3)));
    CHECK(take(store.sitting(visit.id)).therapist == core::TherapistId{2});
    CHECK(take(store.case_by_id({1})).therapist == core::TherapistId{2});
    CHECK(why(store.move_sitting(visit.id, {99}, at(3))) == ErrorCode::not_found);
    CHECK(why(store.move_sitting({99}, {1}, at(3))) == ErrorCode::not_found);
    CHECK(take(store.sitting(visit.id)).therapist == core::TherapistId{2});

    ok(store.seal_part(visit.a, packet("a"), {}, at(4)));
    CHECK(why(store.move_sitting(visit.id, {1}, at(5))) == ErrorCode::invalid_state);
    const auto next = new_sitting(store, 2);
    ok(store.move_sitting(next.id, {1}, at(6)));
    CHECK(take(store.sitting(next.id)).therapist == core::TherapistId{1});
    CHECK(take(store.case_by_id({1})).therapist == core::TherapistId{2});
    for (const core::TherapistId therapist : {core::TherapistId{1}, core::TherapistId{2}})
        CHECK(take(store.cases_of(therapist)).size() == 1);
}

TEST_CASE("wrong tries are counted by subject, across openings, until cleared") {
    Folder folder;
    {
        auto store = new_store(folder.file());
        ok(store.count_failure("desk", {at(10), {}, {}}));
        ok(store.count_failure("desk", {at(20), {}, {}}));
        ok(store.count_failure("therapist:1", {at(30), {}, {}}));
    }
    auto store = open_store(folder.file());
    CHECK(take(store.throttle("desk")).failures == 2);
    CHECK(take(store.throttle("desk")).failed_at_ms == 20);
    ok(store.clear_failures("desk"));
    ok(store.clear_failures("nobody"));
    CHECK(take(store.throttle("desk")).failures == 0);
    CHECK(take(store.throttle("therapist:1")).failures == 1);
}

TEST_CASE("free space is told in bytes") {
    Folder folder;
    auto store = new_store(folder.file());
    CHECK(take(store.free_bytes()) == std::filesystem::space(folder.path).available);
}
