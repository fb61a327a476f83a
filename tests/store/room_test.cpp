// What a therapist's room keeps: a caseload, notes, readers, and the end of a case.
#include "support.hpp"

using namespace store_test;
using store::PartOwner;
using store::Store;

namespace {

// A sitting of case 1 with A's part sealed for therapist 1.
Sitting sealed_visit(Store& store, int number) {
    const auto visit = new_sitting(store, number);
    ok(store.start_part(visit.a, keys({1}, "k" + std::to_string(number)), {}));
    ok(store.append(entry(visit.a, 1, bytes("entry")), {}));
    ok(store.seal_part(visit.a, packet("p" + std::to_string(number)), {}, at(50)));
    return visit;
}

// Of a file without a log. Bytes 36 to 39 of its head: https://www.sqlite.org/fileformat2.html#the_database_header
int free_pages(const std::filesystem::path& file) {
    const auto head = read_file(file);
    REQUIRE(head.size() > 40);
    return head[36] << 24 | head[37] << 16 | head[38] << 8 | head[39];
}

store::CaseLine only_line(Store& store, core::TherapistId therapist) {
    auto lines = take(store.caseload(therapist, at(0)));
    REQUIRE(lines.size() == 1);
    return lines.front();
}

}

TEST_CASE("the caseload counts visits, says what is unread, and brings the wishes of late") {
    Folder folder;
    auto store = new_store(folder.file());
    sealed_visit(store, 1);
    const auto later = new_sitting(store, 5);
    ok(store.set_wish(later.b, bytes("wish: yes")));
    const auto cancelled = new_sitting(store, 6);
    ok(store.cancel_sitting(cancelled.id, at(60)));

    auto line = only_line(store, {1});
    CHECK(line.visits == 2);
    CHECK(line.last_planned_ms == 5000);
    CHECK(line.unread_a);
    CHECK_FALSE(line.unread_b);
    CHECK(line.wishes.size() == 6);
    line = take(store.caseload({1}, at(4000))).front();
    REQUIRE(line.wishes.size() == 3); // of the last visit alone
    CHECK(line.wishes[1].sealed == bytes("wish: yes"));
    ok(store.mark_read({1}, {1}));
    CHECK_FALSE(only_line(store, {1}).unread_a);
    CHECK(take(store.caseload({2}, at(0))).empty());
}

TEST_CASE("private answers are opened by each therapist for themselves, and go with the case") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = sealed_visit(store, 1);
    ok(store.add_reader({1}, {2}, std::vector<Store::SharedSlot>{{visit.a, {2}, bytes("slot for two")}}));
    CHECK(only_line(store, {1}).sealed_a.private_left);
    CHECK_FALSE(only_line(store, {1}).sealed_b.any);
    ok(store.mark_private_opened(visit.a, {1}));
    ok(store.mark_private_opened(visit.a, {1}));
    CHECK_FALSE(only_line(store, {1}).sealed_a.private_left);
    CHECK(only_line(store, {2}).sealed_a.private_left);
    const auto opened = take(store.private_opened({1}, {1}));
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].sitting == visit.id);
    CHECK(opened[0].owner == PartOwner::a);
    CHECK(take(store.private_opened({1}, {2})).empty());

    // Of two visits, one is enough to have something left.
    sealed_visit(store, 2);
    CHECK(only_line(store, {1}).sealed_a.private_left);
    ok(store.mark_private_opened(visit.a, {2}));
    ok(store.remove_reader({1}, {2}));
    CHECK(take(store.private_opened({1}, {2})).empty());
    ok(store.check());
}

TEST_CASE("a case that is shared stands in both caseloads, each with what that therapist has not read") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = sealed_visit(store, 1);
    ok(store.mark_read({1}, {1}));
    ok(store.add_reader({1}, {2}, std::vector<Store::SharedSlot>{{visit.a, {2}, bytes("slot for two")}}));
    CHECK(only_line(store, {2}).unread_a);
    CHECK_FALSE(only_line(store, {1}).unread_a);
    CHECK(take(store.readers_of({1})) == std::vector<core::TherapistId>{{2}});
    CHECK(take(store.shared_slot(visit.a, {2})) == bytes("slot for two"));
    CHECK_FALSE(take(store.shared_slot(visit.b, {2})).has_value());

    // What is sealed later is new for both.
    ok(store.mark_read({1}, {2}));
    sealed_visit(store, 2);
    CHECK(only_line(store, {1}).unread_a);
    CHECK(only_line(store, {2}).unread_a);

    ok(store.remove_reader({1}, {2}));
    CHECK(take(store.caseload({2}, at(0))).empty());
    CHECK_FALSE(take(store.shared_slot(visit.a, {2})).has_value());
    CHECK(why(store.add_reader({1}, {1}, {})) == core::ErrorCode::invalid_state);
    CHECK(why(store.add_reader({1}, {99}, {})) == core::ErrorCode::not_found); // nobody has that number
    ok(store.check());
}

TEST_CASE("a case that is handed over leaves one caseload for the other, and the former slot leaves the folder") {
    Folder folder;
    Trace trace;
    std::mt19937_64 random(7);
    const auto former = random_bytes(113, random);
    {
        auto store = new_store(folder.file());
        const auto visit = new_sitting(store, 1);
        ok(store.start_part(visit.a, keys({1}, "k"), {}));
        auto row = packet("p");
        row.therapist_slot = former;
        ok(store.seal_part(visit.a, row, {}, at(50)));
        trace.add(former);
        CHECK(trace.found_in(folder.path) > 0);
        ok(store.add_reader({1}, {2}, std::vector<Store::SharedSlot>{{visit.a, {2}, bytes("shared")}}));
        CHECK(only_line(store, {1}).unread_a);
        auto anew = row;
        anew.therapist_slot = random_bytes(113, random);
        ok(store.hand_over({1}, {2}, std::vector<Store::NewPacket>{{visit.a, anew}}, at(70)));
        CHECK(take(store.caseload({1}, at(0))).empty());
        CHECK(only_line(store, {2}).unread_a);
        CHECK(take(store.part(visit.a)).sealed_for == core::TherapistId{2});
        CHECK(take(store.sitting(visit.id)).therapist == core::TherapistId{2});
        CHECK(take(store.readers_of({1})).empty());
        CHECK_FALSE(take(store.shared_slot(visit.a, {2})).has_value());
        CHECK(take(store.packet(visit.a)).therapist_slot == anew.therapist_slot);
        // Were it shared with the former therapist again, only what is shared now would be new to them.
        ok(store.add_reader({1}, {1}, {}));
        CHECK_FALSE(only_line(store, {1}).unread_a);
        ok(store.check());
    }
    CHECK(trace.found_in(folder.path) == 0);
}

TEST_CASE("a part moves to another case's sitting and takes the place that waited there") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = sealed_visit(store, 1);
    const auto other = take(store.add_case(couple(2, {1})));
    auto there = sitting(8, other, {1});
    there.expects_a = false;
    const auto parts = three_parts(8);
    const auto target = take(store.new_sitting(there, parts));
    ok(store.add_reader({1}, {2}, std::vector<Store::SharedSlot>{{visit.a, {2}, bytes("slot for two")}}));
    ok(store.move_part(visit.a, target, PartOwner::b, packet("moved"), at(90)));
    const auto moved = take(store.part(visit.a));
    CHECK(moved.sitting == target);
    CHECK(moved.owner == PartOwner::b);
    CHECK(take(store.packet(visit.a)).box == bytes("box moved"));
    CHECK_FALSE(take(store.shared_slot(visit.a, {2})).has_value()); // who reads the case it left does not read this one
    // The other one did not begin yet, and is still expected where it left.
    CHECK(take(store.sitting(visit.id)).status == store::SittingStatus::waiting);
    CHECK(why(store.move_part(visit.b, target, PartOwner::a, packet("x"), at(91))) == core::ErrorCode::invalid_state);
    ok(store.check());
}

TEST_CASE("a note is written over, and each therapist reads their own") {
    Folder folder;
    auto store = new_store(folder.file());
    const auto visit = new_sitting(store, 1);
    store::NoteRow note{.uuid = uuid(1), .sitting = visit.id, .therapist = {1}, .packet = packet("one")};
    ok(store.put_note(note, at(1)));
    note.uuid = uuid(2);
    note.packet = packet("two");
    ok(store.put_note(note, at(2)));
    const auto notes = take(store.notes_of({1}, {1}));
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].packet.box == bytes("box two"));
    CHECK(notes[0].uuid == uuid(2));
    CHECK(take(store.notes_of({1}, {2})).empty());
}

TEST_CASE("an erased case leaves no row and none of its keys, and others keep theirs") {
    Folder folder;
    Trace trace;
    std::mt19937_64 random(11);
    Sitting kept;
    {
        auto store = new_store(folder.file());
        const auto other = take(store.add_case(couple(2, {1})));
        const auto parts = three_parts(40);
        const auto of_other = take(store.new_sitting(sitting(40, other, {1}), parts));
        kept = {of_other, take(store.parts_of(of_other))[0].id, {}, {}};
        ok(store.start_part(kept.a, keys({1}, "kept"), {}));
        ok(store.seal_part(kept.a, packet("kept"), {}, at(3)));
        for (int number = 1; number <= 12; ++number) {
            const auto visit = new_sitting(store, number);
            auto row = packet("p");
            row.therapist_slot = random_bytes(113, random);
            row.recovery_slot = random_bytes(113, random);
            row.box = random_bytes(5000, random);
            trace.add(row.therapist_slot);
            trace.add(row.recovery_slot);
            ok(store.start_part(visit.a, keys({1}, "k"), {}));
            ok(store.seal_part(visit.a, row, {}, at(50)));
            auto open = keys({1}, "open");
            open.resume_slot = random_bytes(200, random);
            trace.add(open.resume_slot);
            ok(store.start_part(visit.b, open, {}));
            ok(store.append(entry(visit.b, 1, bytes("entry")), {}));
            const auto slot = random_bytes(113, random);
            trace.add(slot);
            ok(store.add_reader({1}, {2}, std::vector<Store::SharedSlot>{{visit.a, {2}, slot}}));
            auto note = packet("note");
            note.therapist_slot = random_bytes(113, random);
            trace.add(note.therapist_slot);
            ok(store.put_note({.uuid = uuid(900 + number), .sitting = visit.id, .therapist = {1}, .packet = note},
                              at(5)));
        }
        CHECK(trace.found_in(folder.path) > 0);
        ok(store.set_legal_hold({1}, true));
        CHECK(why(store.erase_case({1})) == core::ErrorCode::invalid_state);
        ok(store.set_legal_hold({1}, false));
        const auto files = names_in(folder.path);
        ok(store.erase_case({1}));
        CHECK(trace.found_in(folder.path) == 0);
        CHECK(free_pages(folder.file()) == 0); // the file was written anew
        CHECK(names_in(folder.path) == files);
        CHECK(why(store.case_by_id({1})) == core::ErrorCode::not_found);
        CHECK(why(store.erase_case({1})) == core::ErrorCode::not_found);
        CHECK(take(store.sittings_of({1})).empty());
        CHECK(take(store.packet(kept.a)).box == bytes("box kept"));
        ok(store.check());
    }
    CHECK(trace.found_in(folder.path) == 0);
}

TEST_CASE("the audit log only grows, whoever writes to the file") {
    Folder folder;
    auto store = new_store(folder.file());
    CHECK_FALSE(take(store.last_audit()).has_value());
    CHECK(take(store.audit_end()).empty());
    for (int i = 1; i <= 3; ++i)
        ok(store.append_audit({i, 10 * i, "desk", "unlocked", "", Bytes(32, static_cast<std::uint8_t>(i))},
                              bytes("end " + std::to_string(i))));
    CHECK(take(store.last_audit())->sequence == 3);
    CHECK(take(store.audit_end()) == bytes("end 3"));
    CHECK_FALSE(store.append_audit({3, 1, "desk", "again", "", Bytes(32)}, {}).has_value());
    auto database = std::move(store);
    int seen = 0;
    ok(database.each_audit([&](const store::AuditRow& row) -> core::Done {
        CHECK(row.sequence == ++seen);
        return {};
    }));
    CHECK(seen == 3);
}

TEST_CASE("a row of the audit log can be neither changed nor deleted by a statement") {
    Folder folder;
    {
        auto store = new_store(folder.file());
        ok(store.append_audit({1, 10, "desk", "unlocked", "", Bytes(32)}, bytes("end")));
    }
    auto database = take(store::Database::open(folder.file(), store_test::test_hash));
    CHECK_FALSE(database.execute("DELETE FROM audit").has_value());
    CHECK_FALSE(database.execute("UPDATE audit SET who = 'nobody'").has_value());
}
