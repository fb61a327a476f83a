// Parts that are not finished by their partner: closed, under another code, dropped, or moved elsewhere.
#include "support.hpp"

using namespace store_test;
using store::PartOwner;
using store::PartStatus;
using store::SittingStatus;

namespace {

void begin(store::Store& store, core::PartId part, std::string_view mark) {
    ok(store.start_part(part, keys({1}, mark), {}));
    ok(store.append(entry(part, 1, bytes("first entry of " + std::string(mark) + ", some bytes long")), std::nullopt));
}

SittingStatus status_of(store::Store& store, core::SittingId id) {
    return take(store.sitting(id)).status;
}

}

TEST_CASE("a part that was closed takes no entry and has no slot for its code, and is named to its reader") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    CHECK(why(store.close_part(visit.a, at(5))) == core::ErrorCode::invalid_state);
    begin(store, visit.a, "a");
    Trace slot;
    slot.add(take(store.part(visit.a)).resume_slot);
    ok(store.close_part(visit.a, at(5)));
    const auto part = take(store.part(visit.a));
    CHECK(part.closed);
    CHECK(part.status == PartStatus::open);
    CHECK(part.resume_slot.empty());
    CHECK_FALSE(part.therapist_slot.empty());
    CHECK(why(store.append(entry(visit.a, 2, bytes("second")), std::nullopt)) == core::ErrorCode::invalid_state);
    CHECK(why(store.append(entry(visit.a, 2, bytes("second")), store::Progress{})) == core::ErrorCode::invalid_state);
    CHECK(why(store.close_part(visit.a, at(6))) == core::ErrorCode::invalid_state);
    CHECK(why(store.change_resume(part, PartOwner::a, bytes("slot"), 4)) == core::ErrorCode::invalid_state);
    CHECK(why(store.move_sitting(visit.id, {2}, at(7))) == core::ErrorCode::invalid_state);
    REQUIRE(take(store.closed_parts({1})).size() == 1);
    CHECK(take(store.closed_parts({1})).front().id == visit.a);
    CHECK(take(store.closed_parts({2})).empty());
    CHECK(take(store.journal(visit.a)).size() == 1);
    ok(store.check());
    CHECK(slot.found_in(folder.path) == 0);
    ok(store.seal_part(visit.a, packet("a"), {}, at(8)));
    CHECK(take(store.closed_parts({1})).empty());
    ok(store.check());
}

TEST_CASE("another code takes the place of the one that was forgotten, which is in no file of the folder") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    begin(store, visit.a, "a");
    begin(store, visit.joint, "joint");
    ok(store.set_joint_resume(visit.joint, false, bytes("6f1c2e90-7d41-4b58-forgotten-by-a")));
    ok(store.set_joint_resume(visit.joint, true, bytes("B kept this one: b-b-b-b-b-b")));
    Trace former;
    former.add(take(store.part(visit.a)).resume_slot);
    former.add(take(store.part(visit.joint)).resume_slot);
    ok(store.change_resume(take(store.part(visit.a)), PartOwner::a, bytes("a new one for the part"), 6));
    ok(store.change_resume(take(store.part(visit.joint)), PartOwner::a, bytes("a new one for both"), 6));
    CHECK(take(store.part(visit.a)).resume_slot == bytes("a new one for the part"));
    CHECK(take(store.part(visit.a)).code_digits == 6);
    CHECK(take(store.part(visit.joint)).resume_slot == bytes("a new one for both"));
    CHECK(take(store.part(visit.joint)).resume_slot_b == bytes("B kept this one: b-b-b-b-b-b"));
    CHECK(former.found_in(folder.path) == 0);
}

TEST_CASE("a part that is dropped leaves nothing, and a sealed one is not dropped") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    begin(store, visit.joint, "joint");
    begin(store, visit.a, "a");
    ok(store.seal_part(visit.a, packet("a"), {}, at(5)));
    CHECK(why(store.drop_part(visit.a)) == core::ErrorCode::invalid_state);
    ok(store.drop_part(visit.joint));
    CHECK(take(store.parts_of(visit.id)).size() == 2);
    CHECK(take(store.journal(visit.joint)).empty());
    ok(store.check());
}

TEST_CASE(
    "a sitting whose part went elsewhere is over when what it keeps is sealed, and waits for whoever is not done") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    const auto there = new_sitting(store, 2);
    begin(store, visit.a, "a");
    ok(store.seal_part(visit.a, packet("a"), {}, at(5)));
    ok(store.drop_part(visit.joint));
    SUBCASE("the other one has not begun") {
        ok(store.move_part(visit.a, there.id, PartOwner::a, packet("moved"), at(6)));
        CHECK(status_of(store, visit.id) == SittingStatus::waiting);
    }
    SUBCASE("the other one is sealed") {
        begin(store, visit.b, "b");
        ok(store.seal_part(visit.b, packet("b"), {}, at(5)));
        ok(store.move_part(visit.a, there.id, PartOwner::a, packet("moved"), at(6)));
        CHECK(status_of(store, visit.id) == SittingStatus::finished);
        CHECK(take(store.sitting(visit.id)).changed_at_ms == 6);
    }
    SUBCASE("the other one was closed") {
        begin(store, visit.b, "b");
        ok(store.close_part(visit.b, at(5)));
        ok(store.move_part(visit.a, there.id, PartOwner::a, packet("moved"), at(6)));
        CHECK(status_of(store, visit.id) == SittingStatus::finished);
    }
    SUBCASE("there is no other one") {
        ok(store.drop_part(visit.b));
        ok(store.move_part(visit.a, there.id, PartOwner::a, packet("moved"), at(6)));
        CHECK(status_of(store, visit.id) == SittingStatus::cancelled);
    }
    CHECK_FALSE(take(store.sitting(visit.id)).expects_a);
    CHECK(take(store.sitting(visit.id)).expects_b);
}

TEST_CASE("a try that was allowed is used up by a wrong one, and all are counted until the right one") {
    Folder folder;
    auto store = new_store(folder.file());
    CHECK(why(store.allow_try("part:7")) == core::ErrorCode::not_found);
    const store::Moment when{at(10), core::SteadyTime(core::Milliseconds(70)), "this start"};
    ok(store.count_failure("part:7", when));
    CHECK(take(store.throttle("part:7")).boot == "this start");
    CHECK(take(store.throttle("part:7")).failed_at_steady_ms == 70);
    for (int given = 1; given <= 2; ++given) {
        ok(store.allow_try("part:7"));
        ok(store.allow_try("part:7")); // one at a time
        CHECK(take(store.throttle("part:7")).allowed == given);
        CHECK(take(store.throttle("part:7")).used == given - 1);
        ok(store.count_failure("part:7", when));
        CHECK(take(store.throttle("part:7")).used == given);
        CHECK(take(store.throttle("part:7")).failures == given + 1);
    }
    ok(store.clear_failures("part:7"));
    CHECK(take(store.throttle("part:7")).allowed == 0);
}

TEST_CASE("several functions as one fact inside of another one are a piece of it") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto done = store.at_once([&]() -> core::Done {
        if (auto inner = store.at_once([&] { return store.count_failure("desk", {at(1), {}, {}}); }); !inner)
            return inner;
        CHECK(take(store.throttle("desk")).failures == 1);
        return core::fail(core::ErrorCode::invalid_state, "not after all");
    });
    CHECK_FALSE(done.has_value());
    CHECK(take(store.throttle("desk")).failures == 0);
}

TEST_CASE("a case with a part that was closed can be erased") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    ok(store.start_part(visit.a, keys({1}, "a"), {}));
    ok(store.close_part(visit.a, at(5)));
    ok(store.erase_case({1}));
    CHECK(why(store.case_by_id({1})) == core::ErrorCode::not_found);
    ok(store.check());
}

TEST_CASE("a new sitting has none of the wrong tries of one whose number it got") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto first = new_sitting(store, 1);
    ok(store.count_failure("entry:" + std::to_string(first.id.value), {at(1), {}, {}}));
    ok(store.count_failure("part:" + std::to_string(first.a.value), {at(1), {}, {}}));
    ok(store.erase_case({1}));
    take(store.add_case(couple(1, {1})));
    const auto parts = three_parts(3);
    const auto id = take(store.new_sitting(sitting(3, {1}, {1}), parts));
    REQUIRE(id == first.id);
    for (const auto& part : take(store.parts_of(id)))
        CHECK(take(store.throttle("part:" + std::to_string(part.id.value))).failures == 0);
    CHECK(take(store.throttle("entry:" + std::to_string(id.value))).failures == 0);
}
