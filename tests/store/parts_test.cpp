#include "support.hpp"

using namespace store_test;
using core::ErrorCode;
using store::PartStatus;

TEST_CASE("a part is started once, with its keys and the screens ahead") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    ok(store.start_part(visit.a, keys({1}, "a"), {0, 40, 600}));
    const auto part = take(store.part(visit.a));
    CHECK(part.status == PartStatus::open);
    CHECK(part.sealed_for == core::TherapistId{1});
    CHECK(part.therapist_slot == bytes("therapist slot a"));
    CHECK(part.recovery_slot == bytes("recovery slot a"));
    CHECK(part.resume_slot == bytes("resume slot a"));
    CHECK(part.sealed_count == bytes("count 0"));
    CHECK(part.progress.screens_total == 40);
    CHECK(part.progress.seconds_left == 600);
    CHECK(why(store.start_part(visit.a, keys({1}, "again"), {})) == ErrorCode::invalid_state);
    CHECK(why(store.start_part({99}, keys({1}, "a"), {})) == ErrorCode::not_found);
    CHECK(why(store.start_part(visit.b, keys({99}, "b"), {})) == ErrorCode::not_found);
    CHECK(take(store.part(visit.a)).resume_slot == bytes("resume slot a"));
    CHECK(take(store.part(visit.b)).status == PartStatus::not_started);
}

TEST_CASE("entries are taken in sequence and come back in it") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    CHECK(why(store.append(entry(visit.a, 1, bytes("early")), {})) == ErrorCode::invalid_state);
    ok(store.start_part(visit.a, keys({1}, "a"), {0, 3, 30}));
    ok(store.append(entry(visit.a, 1, bytes("one")), store::Progress{1, 3, 20}));
    CHECK(why(store.append(entry(visit.a, 1, bytes("one again")), {})) == ErrorCode::invalid_state);
    CHECK(why(store.append(entry(visit.a, 3, bytes("three")), {})) == ErrorCode::invalid_state);
    CHECK(why(store.append(entry(visit.a, 0, bytes("zero")), {})) == ErrorCode::invalid_state);
    ok(store.append(entry(visit.a, 2, bytes("two")), {}));
    CHECK(why(store.append(entry({99}, 1, bytes("nowhere")), {})) == ErrorCode::not_found);
    const auto rows = take(store.journal(visit.a));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].sequence == 1);
    CHECK(rows[0].sealed == bytes("one"));
    CHECK(rows[1].sealed == bytes("two"));
    const auto part = take(store.part(visit.a));
    CHECK(part.sealed_count == bytes("count 2"));
    CHECK(part.progress.screens_done == 1);
    CHECK(take(store.journal(visit.b)).empty());
}

TEST_CASE("the joint part gets a resume slot for each partner, and no other part does") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    CHECK(why(store.set_joint_resume(visit.joint, false, bytes("by A"))) == ErrorCode::invalid_state);
    auto no_resume = keys({1}, "j");
    no_resume.resume_slot.clear();
    ok(store.start_part(visit.joint, no_resume, {}));
    ok(store.set_joint_resume(visit.joint, false, bytes("by A")));
    ok(store.set_joint_resume(visit.joint, true, bytes("by B")));
    CHECK(take(store.part(visit.joint)).resume_slot == bytes("by A"));
    CHECK(take(store.part(visit.joint)).resume_slot_b == bytes("by B"));
    ok(store.start_part(visit.a, keys({1}, "a"), {}));
    CHECK(why(store.set_joint_resume(visit.a, true, bytes("x"))) == ErrorCode::invalid_state);
}

TEST_CASE("a wish changes nothing that can be seen in the file: same size, same rows") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    ok(store.checkpoint());
    const auto before = read_file(folder.file());
    ok(store.set_wish(visit.a, bytes("wish: yes")));
    ok(store.checkpoint());
    CHECK(take(store.part(visit.a)).sealed_wish == bytes("wish: yes"));
    CHECK(read_file(folder.file()).size() == before.size());
    CHECK(why(store.set_wish(visit.a, bytes("wish: yes, please"))) == ErrorCode::invalid_state);
    CHECK(why(store.set_wish({99}, bytes("wish: yes"))) == ErrorCode::not_found);
    CHECK(take(store.part(visit.a)).sealed_wish == bytes("wish: yes"));
}

TEST_CASE("sealing puts the packet in, takes journal and resume slot out, and passes on what was released") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    ok(store.start_part(visit.a, keys({1}, "a"), {}));
    ok(store.start_part(visit.joint, keys({1}, "j"), {}));
    ok(store.append(entry(visit.a, 1, bytes("one")), {}));
    const std::vector released{entry(visit.joint, 1, bytes("draft 1")), entry(visit.joint, 2, bytes("draft 2"))};
    ok(store.seal_part(visit.a, packet("a"), released, at(77)));
    const auto part = take(store.part(visit.a));
    CHECK(part.status == PartStatus::sealed);
    CHECK(part.sealed_at_ms == 77);
    CHECK(part.resume_slot.empty());
    CHECK(part.therapist_slot == bytes("packet therapist slot a"));
    CHECK(take(store.journal(visit.a)).empty());
    CHECK(take(store.journal(visit.joint)).size() == 2);
    CHECK(take(store.part(visit.joint)).resume_slot == bytes("resume slot j"));
    const auto read = take(store.packet(visit.a));
    CHECK(read.box == bytes("box a"));
    CHECK(read.signature == bytes("signed"));
    CHECK(read.recovery_slot == bytes("packet recovery slot"));
    ok(store.check());

    CHECK(why(store.append(entry(visit.a, 1, bytes("late")), {})) == ErrorCode::invalid_state);
    CHECK(why(store.seal_part(visit.a, packet("again"), {}, at(78))) == ErrorCode::invalid_state);
    CHECK(why(store.start_part(visit.a, keys({1}, "again"), {})) == ErrorCode::invalid_state);
    CHECK(why(store.reseal_part(visit.a, {2}, bytes("other"))) == ErrorCode::invalid_state);
    CHECK(why(store.packet(visit.b)) == ErrorCode::not_found);
    CHECK(take(store.packet(visit.a)).box == bytes("box a"));
}

TEST_CASE("sealing is all or nothing") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    const auto other = new_sitting(store, 2);
    for (const auto& one : {visit, other}) {
        ok(store.start_part(one.a, keys({1}, "a"), {}));
        ok(store.start_part(one.joint, keys({1}, "j"), {}));
        ok(store.append(entry(one.a, 1, bytes("one")), {}));
    }
    const auto before = picture(store);
    std::vector<store::Store::Append> released{entry(visit.joint, 1, bytes("draft 1"))};
    SUBCASE("a released text out of sequence") {
        released.push_back(entry(visit.joint, 5, bytes("draft 2")));
    }
    SUBCASE("another sitting's joint part") {
        released.push_back(entry(other.joint, 1, bytes("draft 2")));
    }
    SUBCASE("a partner's part in place of the joint one") {
        released.push_back(entry(other.a, 2, bytes("draft 2")));
    }
    CHECK(why(store.seal_part(visit.a, packet("a"), released, at(77))) == ErrorCode::invalid_state);
    CHECK(picture(store) == before);
    CHECK(why(store.seal_part(visit.b, packet("b"), {}, at(77))) == ErrorCode::invalid_state);
    CHECK(picture(store) == before);
    ok(store.check());
}

namespace {

// Eight visits are answered side by side and sealed one by one, by a throw of dice; entries have the sizes given.
void check_that_sealed_parts_leave(unsigned seed, std::size_t least_bytes, std::size_t step, std::size_t steps) {
    CAPTURE(seed);
    Folder folder;
    auto store = new_store(folder.file());
    std::mt19937_64 random(seed);
    struct Written {
        core::PartId id;
        std::uint64_t entries = 0;
        Trace trace;
    };
    std::vector<Written> parts;
    for (int number = 1; number <= 8; ++number) {
        const auto visit = new_sitting(store, number);
        for (const auto id : {visit.a, visit.b, visit.joint}) {
            auto own = keys({1}, "x");
            own.resume_slot = random_bytes(150, random);
            ok(store.start_part(id, own, {}));
            parts.push_back({id, 0, {}});
            parts.back().trace.add(own.resume_slot);
        }
    }
    const auto write_some = [&](int entries) {
        for (int i = 0; i < entries && !parts.empty(); ++i) {
            auto& part = parts[random() % parts.size()];
            const auto sealed = random_bytes(least_bytes + step * (random() % steps), random);
            part.trace.add(sealed);
            ok(store.append(entry(part.id, ++part.entries, sealed), {}));
        }
    };
    write_some(400);
    std::vector<Trace> gone;
    while (!parts.empty()) {
        const auto chosen = parts.begin() + static_cast<std::ptrdiff_t>(random() % parts.size());
        CHECK(chosen->trace.found_in(folder.path) > 0);
        ok(store.seal_part(chosen->id, packet("sealed"), {}, at(5)));
        gone.push_back(chosen->trace);
        parts.erase(chosen);
        CHECK(gone.back().found_in(folder.path) == 0);
        write_some(10);
    }
    for (const auto& trace : gone)
        CHECK(trace.found_in(folder.path) == 0);
    ok(store.check());
}

}

TEST_CASE("once sealed, no piece of a part's entries or resume slots is in any file of the folder") {
    check_that_sealed_parts_leave(3, 250, 256, 5);
}

TEST_CASE("once sealed, no piece of an entry stays behind in the copies that a rebalanced page leaves") {
    // Which throws leave copies where a table is not written anew is SQLite's own; of these, some do.
    for (unsigned seed = 1; seed <= 8; ++seed)
        check_that_sealed_parts_leave(seed, 60, 1, 140);
}

TEST_CASE("once sealed as one fact with others, no piece of a part's entries is in any file of the folder") {
    Folder folder;
    auto store = new_store(folder.file());
    std::mt19937_64 random(6);
    const auto visit = new_sitting(store, 1);
    Trace trace;
    auto own = keys({1}, "a");
    own.resume_slot = random_bytes(150, random);
    trace.add(own.resume_slot);
    ok(store.start_part(visit.a, own, {}));
    for (std::uint64_t sequence = 1; sequence <= 20; ++sequence) {
        const auto sealed = random_bytes(300, random);
        trace.add(sealed);
        ok(store.append(entry(visit.a, sequence, sealed), {}));
    }
    CHECK(trace.found_in(folder.path) > 0);
    ok(store.at_once([&]() -> core::Done {
        if (auto done = store.seal_part(visit.a, packet("sealed"), {}, at(5)); !done) return done;
        return store.set_sitting_status(visit.id, store::SittingStatus::finished, at(6));
    }));
    CHECK(trace.found_in(folder.path) == 0);
    ok(store.check());
}

TEST_CASE("once sealed, no piece of a resume slot stays behind, however the slots of other parts came and went") {
    Folder folder;
    auto store = new_store(folder.file());
    std::mt19937_64 random(9);
    std::vector<std::pair<core::PartId, Trace>> parts;
    for (int number = 1; number <= 40; ++number) {
        const auto visit = new_sitting(store, number);
        for (const auto id : {visit.joint, visit.a, visit.b}) {
            auto own = keys({1}, "x");
            own.resume_slot = id == visit.joint ? Bytes() : random_bytes(120 + 8 * (random() % 16), random);
            ok(store.start_part(id, own, {}));
            parts.push_back({id, {}});
            parts.back().second.add(own.resume_slot);
        }
    }
    // Rows that grow split pages in the middle of the table, which is where copies come from.
    std::shuffle(parts.begin(), parts.end(), random);
    for (auto& [id, trace] : parts) {
        if (take(store.part(id)).owner != store::PartOwner::joint) continue;
        for (const bool for_b : {false, true}) {
            const auto slot = random_bytes(240, random);
            trace.add(slot);
            ok(store.set_joint_resume(id, for_b, slot));
        }
    }
    while (parts.size() > 20) {
        const auto chosen = parts.begin() + static_cast<std::ptrdiff_t>(random() % parts.size());
        ok(store.seal_part(chosen->first, packet("sealed"), {}, at(5)));
        CHECK(chosen->second.found_in(folder.path) == 0);
        parts.erase(chosen);
    }
    ok(store.check());
}

TEST_CASE("after a move, the former therapist's key slot is in no file of the folder") {
    Folder folder;
    auto store = new_store(folder.file());
    std::mt19937_64 random(4);
    const auto visit = new_sitting(store, 1);
    auto own = keys({1}, "a");
    own.therapist_slot = random_bytes(80, random);
    ok(store.start_part(visit.a, own, {}));
    Trace trace;
    trace.add(own.therapist_slot);
    CHECK(trace.found_in(folder.path) > 0);
    ok(store.move_sitting(visit.id, {2}, at(2)));
    ok(store.reseal_part(visit.a, {2}, bytes("for the new one")));
    CHECK(take(store.part(visit.a)).sealed_for == core::TherapistId{2});
    CHECK(take(store.part(visit.a)).therapist_slot == bytes("for the new one"));
    CHECK(take(store.part(visit.a)).resume_slot == own.resume_slot);
    CHECK(trace.found_in(folder.path) == 0);
}
