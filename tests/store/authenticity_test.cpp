#include "store/protected_tables.hpp"
#include "store/support.hpp"
#include "support/pen.hpp"

using namespace store_test;
using support::Pen;

namespace {

// Something in every protected table.
void fill(store::Store& store) {
    const auto first = new_sitting(store, 1);
    ok(store.keep_form(Bytes(32, 1), bytes("what is asked")));
    auto with_form = keys({1}, "a");
    with_form.form = Bytes(32, 1);
    ok(store.start_part(first.a, with_form, {1, 5, 60}));
    ok(store.append(entry(first.a, 1, bytes("entry")), store::Progress{2, 5, 50}));
    ok(store.start_part(first.b, keys({1}, "b"), {}));
    ok(store.seal_part(first.b, packet("b"), {}, at(5)));
    ok(store.add_reader({1}, {2}, std::vector<store::Store::SharedSlot>{{first.b, {2}, bytes("slot")}}));
    ok(store.mark_private_opened(first.b, {1}));
    ok(store.set_read_back({1}, bytes("sealed")));
    ok(store.put_note({uuid(9), first.id, {1}, packet("note")}, at(6)));
    ok(store.count_failure("desk", {at(7), {}, {}}));
    ok(store.append_audit({1, 1, "setup", "practice-made", "", Bytes(32)}, bytes("end")));
    ok(store.set_next_packet({1}, "second-visit"));
}

struct Practice {
    Practice() {
        auto store = new_store(folder.file());
        fill(store);
        REQUIRE(store.findings().empty());
    }
    Folder folder;
};

std::vector<std::string> tables_of(Pen& pen) {
    return pen.read("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
}
std::vector<std::string> columns_of(Pen& pen, const std::string& table) {
    return pen.read("SELECT name FROM pragma_table_info('" + table + "')");
}
std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> words(1);
    for (const char letter : list)
        if (letter == ',')
            words.emplace_back();
        else
            words.back() += letter;
    return words;
}

// The parts of a row that are under the device's signature, which the row is bound to.
bool is_signed(const std::string& table, const std::string& column) {
    return (table == "packets" || table == "notes") &&
           (column == "therapist_slot" || column == "recovery_slot" || column == "box");
}

}

TEST_CASE("every table is bound to the device, row by row and column by column, or says why not") {
    Folder folder;
    { new_store(folder.file()); }
    Pen pen(folder.file());
    for (const auto& name : tables_of(pen)) {
        CAPTURE(name);
        const auto others = store::tables_known_otherwise();
        if (std::ranges::find(others, name, &store::KnownOtherwise::name) != others.end()) continue;
        const auto tables = store::protected_tables();
        const auto table = std::ranges::find(tables, name, &store::ProtectedTable::name);
        REQUIRE(table != tables.end());
        const auto bound = split(table->columns);
        for (const auto& column : columns_of(pen, name)) {
            CAPTURE(column);
            if (column == "mac" || is_signed(name, column)) continue;
            CHECK(std::ranges::find(bound, column) != bound.end());
        }
    }
}

TEST_CASE("each column of each row that another hand changes is named, the rest stays as it was") {
    const Practice practice;
    int changes = 0;
    for (const auto& table : store::protected_tables()) {
        const std::string name(table.name), key(table.key);
        Pen look(practice.folder.file());
        const auto rows = look.read("SELECT quote(" + key + ") FROM " + name);
        REQUIRE_FALSE(rows.empty());
        auto columns = split(table.columns);
        columns.emplace_back("mac");
        for (const auto& column : columns)
            for (const auto& row : rows) {
                const auto type =
                    look.read("SELECT typeof(" + column + ") FROM " + name + " WHERE " + key + " = " + row).front();
                const auto value = type == "integer" ? column + " + 1"
                                   : type == "text"  ? "'other'"
                                   : type == "null"  ? std::string("1")
                                                     : "x'5a' || " + column;
                Folder copy;
                std::filesystem::copy_file(practice.folder.file(), copy.file());
                {
                    Pen pen(copy.file());
                    auto changed = "UPDATE " + name + " SET " + column + " = CAST(" + value + " AS " +
                                   (type == "integer" || type == "null" ? "INTEGER"
                                    : type == "text"                    ? "TEXT"
                                                                        : "BLOB") +
                                   ") WHERE " + key + " = " + row;
                    if (!pen.write(changed)) {
                        if (type == "null") continue;
                        // a check of the table's own: another value that it allows
                        changed =
                            "UPDATE " + name + " SET " + column + " = 1 - " + column + " WHERE " + key + " = " + row;
                        if (!pen.write(changed) && !pen.write("UPDATE " + name + " SET " + column +
                                                              " = 'cancelled' WHERE " + key + " = " + row))
                            continue;
                    }
                    pen.read("PRAGMA wal_checkpoint(TRUNCATE)");
                }
                CAPTURE(name + "." + column + " of " + row);
                auto store = open_store(copy.file());
                CHECK_FALSE(store.findings().empty());
                ++changes;
            }
    }
    CHECK(changes > 90);
}

TEST_CASE("rows that were taken, added or put back are noticed by their set") {
    const Practice practice;
    std::vector<std::string> writes;
    for (const auto& table : store::protected_tables()) {
        if (!table.counted) continue;
        writes.push_back("PRAGMA foreign_keys = OFF; DELETE FROM " + std::string(table.name) + " WHERE " +
                         std::string(table.key) + " = (SELECT max(" + std::string(table.key) + ") FROM " +
                         std::string(table.name) + ")");
    }
    writes.push_back("DELETE FROM row_sets");
    writes.push_back("UPDATE row_sets SET generation = generation + 1");
    writes.push_back("UPDATE row_sets SET sums = zeroblob(length(sums))");
    for (const auto& write : writes) {
        CAPTURE(write);
        Folder copy;
        std::filesystem::copy_file(practice.folder.file(), copy.file());
        {
            Pen pen(copy.file());
            REQUIRE(pen.write(write));
        }
        auto store = open_store(copy.file());
        CHECK_FALSE(store.findings().sets.empty());
        // Work goes on, and does not make it good.
        ok(store.count_failure("entry", {at(9), {}, {}}));
        CHECK_FALSE(store.findings().sets.empty());
        CHECK(why(store.check()) != core::ErrorCode{});
    }
}

TEST_CASE("an earlier state of a single row is noticed, though the kiosk wrote it once") {
    const Practice practice;
    std::vector<std::string> earlier;
    {
        Pen pen(practice.folder.file());
        earlier =
            pen.read("SELECT 'UPDATE cases SET legal_hold = ' || legal_hold || ', mac = ' || quote(mac) FROM cases");
    }
    {
        auto store = open_store(practice.folder.file());
        ok(store.set_legal_hold({1}, true));
    }
    {
        Pen pen(practice.folder.file());
        REQUIRE(pen.write(earlier.front()));
    }
    auto store = open_store(practice.folder.file());
    CHECK(store.findings().rows.empty());
    CHECK(store.findings().sets == std::vector<std::string>{"cases"});
}

TEST_CASE("a row that was changed is neither given nor written over; the others are") {
    const Practice practice;
    {
        auto store = open_store(practice.folder.file());
        take(store.add_case(couple(2, {1})));
    }
    {
        Pen pen(practice.folder.file());
        REQUIRE(pen.write("UPDATE cases SET legal_hold = 1 WHERE id = 1"));
        REQUIRE(pen.write("UPDATE therapists SET public_key = x'00' WHERE id = 2"));
        REQUIRE(pen.write("UPDATE case_readers SET therapist = 1"));
        REQUIRE(pen.write("INSERT INTO case_readers (in_case, therapist, mac) SELECT 2, 1, mac FROM case_readers"));
        REQUIRE(pen.write("UPDATE throttle SET failures = 1, failed_at_ms = 0"));
    }
    auto store = open_store(practice.folder.file());
    CHECK(store.findings().rows == std::set<std::string, std::less<>>{"cases:1", "therapists:2", "case_readers:1",
                                                                      "case_readers:2", "throttle:desk"});
    CHECK(why(store.case_by_id({1})) == core::ErrorCode::tampered);
    CHECK(why(store.set_legal_hold({1}, false)) == core::ErrorCode::tampered);
    CHECK_FALSE(store.erase_case({1}).has_value());
    CHECK(take(store.therapists()).size() == 1);
    CHECK(take(store.readers_of({1})).empty());
    CHECK(take(store.caseload({1}, at(0))).size() == 1);
    CHECK(why(store.throttle("desk")) == core::ErrorCode::tampered);
    CHECK(why(store.clear_failures("desk")) == core::ErrorCode::tampered);
    CHECK(take(store.case_by_id({2})).id.value == 2);
    ok(store.set_legal_hold({2}, true));
    CHECK(store.findings().rows.contains("cases:1"));
}

TEST_CASE("what another program writes while the kiosk runs is noticed before it is used") {
    const Practice practice;
    auto store = open_store(practice.folder.file());
    {
        Pen pen(practice.folder.file());
        REQUIRE(pen.write("UPDATE therapists SET public_key = x'00' WHERE id = 1"));
    }
    CHECK(take(store.therapists()).size() == 1);
    CHECK(store.findings().rows.contains("therapists:1"));
}

TEST_CASE("a trigger that another hand puts in while the kiosk runs never runs with the kiosk's right to sign") {
    const Practice practice;
    auto store = open_store(practice.folder.file());
    {
        Pen pen(practice.folder.file());
        REQUIRE(pen.write(
            "CREATE TRIGGER other AFTER INSERT ON throttle BEGIN UPDATE therapists SET public_key = x'00'; END"));
    }
    CHECK(why(store.count_failure("entry", {at(9), {}, {}})) == core::ErrorCode::damaged);
    {
        Pen pen(practice.folder.file());
        REQUIRE(pen.write("DROP TRIGGER other"));
    }
    ok(store.count_failure("entry", {at(9), {}, {}}));
    CHECK(take(store.therapists()).front().public_key == bytes("public"));
}

TEST_CASE("a transaction that is undone leaves the sums as they were") {
    const Practice practice;
    auto store = open_store(practice.folder.file());
    const auto before = store.generation();
    CHECK(why(store.at_once([&]() -> core::Done {
              ok(store.set_legal_hold({1}, true));
              take(store.add_case(couple(7, {1})));
              return core::fail(core::ErrorCode::unsupported, "no");
          })) == core::ErrorCode::unsupported);
    CHECK(store.generation() == before);
    ok(store.check());
    ok(store.set_legal_hold({1}, true));
    ok(store.check());
    CHECK(store.generation() == before + 1);
}

TEST_CASE("whoever goes on with a changed file has its sets counted anew; changed rows stay refused") {
    const Practice practice;
    {
        Pen pen(practice.folder.file());
        REQUIRE(pen.write("DELETE FROM notes; UPDATE cases SET legal_hold = 1; UPDATE throttle SET failures = 3"));
    }
    const auto generation = [&] {
        auto store = open_store(practice.folder.file());
        const auto before = store.generation();
        ok(store.accept_rows(40));
        CHECK(store.generation() == before + 41);
        return store.generation();
    }();
    auto store = open_store(practice.folder.file());
    CHECK(store.generation() == generation);
    CHECK(store.findings().sets.empty());
    CHECK(store.findings().rows == std::set<std::string, std::less<>>{"cases:1"});
    CHECK(take(store.throttle("desk")).failures == 3);
}

TEST_CASE("a changed key row keeps nobody else from locking their part, and is signed by no copying") {
    Folder folder;
    core::PartId hers, another;
    {
        auto store = new_store(folder.file());
        hers = new_sitting(store, 1).a;
        another = new_sitting(store, 2).a;
        ok(store.start_part(hers, keys({1}, "a"), {}));
        ok(store.start_part(another, keys({1}, "b"), {}));
    }
    SUBCASE("a byte of it") {
        Pen pen(folder.file());
        REQUIRE(pen.write("UPDATE part_keys SET resume_slot = x'00' WHERE part = " + std::to_string(hers.value)));
    }
    SUBCASE("and its signature taken away") {
        Pen pen(folder.file());
        REQUIRE(pen.write("UPDATE part_keys SET therapist_slot = x'00', mac = x'' WHERE part = " +
                          std::to_string(hers.value)));
    }
    {
        auto store = open_store(folder.file());
        ok(store.seal_part(another, packet("b"), {}, at(5)));
        CHECK(store.findings().rows.contains("part_keys:" + std::to_string(hers.value)));
    }
    auto store = open_store(folder.file());
    CHECK(store.findings().rows.contains("part_keys:" + std::to_string(hers.value)));
    CHECK_FALSE(store.part(hers).has_value());
    CHECK(take(store.part(another)).status == store::PartStatus::sealed);
}

TEST_CASE("an end of the log that nobody may change is taken as it stands by who chooses to go on") {
    const Practice practice;
    {
        Pen pen(practice.folder.file());
        REQUIRE(pen.write("UPDATE audit_end SET mac = zeroblob(32)"));
    }
    auto store = open_store(practice.folder.file());
    const store::AuditRow next{2, 2, "setup", "tried", "", Bytes(32)};
    CHECK_FALSE(store.append_audit(next, bytes("end")).has_value());
    ok(store.accept_rows(0));
    ok(store.append_audit(next, bytes("end")));
    CHECK(store.findings().empty());
}
