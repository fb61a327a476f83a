#include "store/schema.hpp"
#include "support.hpp"
#include <memory>
#include <sqlite3.h>

using namespace store_test;
using store::Step;

namespace {

constexpr int now = store::schema_version;
const std::string copy = "kiosk.db.before-v" + std::to_string(now + 1);

std::vector<Step> with_next(std::string_view sql) {
    std::vector<Step> steps(store::steps().begin(), store::steps().end());
    steps.push_back({sql});
    return steps;
}

std::string old_picture(const std::filesystem::path& file) {
    auto store = open_store(file);
    return picture(store);
}

}

TEST_CASE("a step brings the file to the next version, with a copy of the old one beside it") {
    Folder folder;
    { new_store(folder.file()); }
    const auto before = old_picture(folder.file());
    // A table is rebuilt, as a step that changes a constraint has to.
    const auto next = with_next(
        "CREATE TABLE grown (id INTEGER PRIMARY KEY, uuid BLOB NOT NULL, sealed_name BLOB NOT NULL, "
        "public_key BLOB NOT NULL, wrapped_secret_key BLOB NOT NULL, room TEXT) STRICT;"
        "INSERT INTO grown SELECT id, uuid, sealed_name, public_key, wrapped_secret_key, NULL FROM therapists;"
        "DROP TABLE therapists; ALTER TABLE grown RENAME TO therapists;");
    {
        auto database = take(store::Database::open(folder.file(), store_test::test_hash));
        ok(store::migrate(database, folder.file(), next));
        CHECK(take(store::read_integer(database.handle(), "PRAGMA user_version")) == now + 1);
        CHECK(take(store::read_integer(database.handle(), "SELECT count(room IS NULL) FROM therapists")) == 2);
        CHECK(take(store::read_integer(database.handle(), "PRAGMA foreign_keys")) == 1);
        ok(store::check_schema(database.handle(), now + 1, next));
        ok(store::migrate(database, folder.file(), next));
    }
    CHECK(why(store::Database::open(folder.file(), store_test::test_hash)) == core::ErrorCode::newer_version);
    CHECK(old_picture(folder.path / copy) == before);
}

TEST_CASE("a step that fails leaves version, tables and rows as they were") {
    Folder folder;
    { new_store(folder.file()); }
    const auto before = old_picture(folder.file());
    std::vector<Step> next;
    core::ErrorCode code{};
    SUBCASE("halfway through") {
        next = with_next("DELETE FROM cases; DROP TABLE throttle; SELECT no_such_thing();");
        code = core::ErrorCode::io;
    }
    SUBCASE("leaving a case without its therapist") {
        next = with_next("DELETE FROM therapists");
        code = core::ErrorCode::damaged;
    }
    {
        auto database = take(store::Database::open(folder.file(), store_test::test_hash));
        CHECK(why(store::migrate(database, folder.file(), next)) == code);
        CHECK(take(store::read_integer(database.handle(), "PRAGMA user_version")) == now);
        CHECK(take(store::read_integer(database.handle(), "PRAGMA foreign_keys")) == 1);
    }
    CHECK(old_picture(folder.file()) == before);
}

TEST_CASE("without a copy there is no migration") {
    Folder folder;
    { new_store(folder.file()); }
    std::filesystem::create_directories(folder.path / copy / "in the way");
    auto database = take(store::Database::open(folder.file(), store_test::test_hash));
    CHECK_FALSE(store::migrate(database, folder.file(), with_next("DELETE FROM throttle")).has_value());
    CHECK(take(store::read_integer(database.handle(), "PRAGMA user_version")) == now);
}

TEST_CASE(
    "a practice of the third version keeps its sums, and of no part it is known that private answers were opened") {
    Folder folder;
    std::filesystem::copy_file(SAMESIDE_SOURCE_DIR "/tests/store/frozen/version-3.db", folder.file());
    {
        auto store = open_store(folder.file());
        CHECK(store.findings().empty());
        const auto line = take(store.caseload({1}, at(0))).front();
        CHECK_FALSE(line.unread_a);
        CHECK(line.sealed_a.any);
        CHECK(line.sealed_a.private_left);
        CHECK_FALSE(line.sealed_b.any);
        ok(store.mark_private_opened({1}, {1}));
        ok(store.check());
    }
    auto store = open_store(folder.file());
    CHECK(store.findings().empty());
    CHECK_FALSE(take(store.caseload({1}, at(0))).front().sealed_a.private_left);
    CHECK(take(store.caseload({2}, at(0))).front().sealed_a.private_left);
}

TEST_CASE("rows of the third version that another hand took away are missed when it is brought to the next") {
    Folder folder;
    std::filesystem::copy_file(SAMESIDE_SOURCE_DIR "/tests/store/frozen/version-3.db", folder.file());
    {
        sqlite3* raw = nullptr;
        REQUIRE(sqlite3_open(folder.file().c_str(), &raw) == SQLITE_OK);
        const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> handle(raw, sqlite3_close);
        for (const char* sql :
             {"PRAGMA foreign_keys = OFF", "DROP TRIGGER case_readers_are_discounted", "DELETE FROM case_readers",
              "CREATE TRIGGER case_readers_are_discounted BEFORE DELETE ON case_readers\nBEGIN SELECT "
              "check_row('case_readers', OLD.mac, OLD.in_case, OLD.therapist); END"})
            REQUIRE(sqlite3_exec(raw, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    auto store = open_store(folder.file());
    CHECK(store.findings().sets == std::vector<std::string>{"case_readers"});
}

TEST_CASE("a practice of the first version keeps all it has, and its cases may be held, shared and noted on") {
    Folder folder;
    std::filesystem::copy_file(SAMESIDE_SOURCE_DIR "/tests/store/frozen/version-1.db", folder.file());
    auto store = open_store(folder.file());
    const auto read = take(store.case_by_id({1}));
    CHECK(read.sealed_chart_code == Bytes{0x0a});
    CHECK_FALSE(read.legal_hold);
    CHECK(read.next_packet.empty());
    CHECK(take(store.packet({1})).box == Bytes{0x24});
    const auto lines = take(store.caseload({1}, at(0)));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].visits == 2);
    CHECK_FALSE(lines[0].unread_a); // what was there before counts as read
    CHECK(take(store.journal({2})).front().sealed == Bytes{0x51});
    CHECK(take(store.part({2})).resume_slot == Bytes{0x43});
    CHECK(take(store.throttle("desk")).failures == 2);
    CHECK(store.findings().empty()); // what was there is signed once, when it is brought to today's version
    ok(store.set_legal_hold({1}, true));
    ok(store.add_reader({1}, take(store.add_therapist(therapist(9))), {}));
    ok(store.check());
    CHECK(take(store.part({1})).code_digits == 4);
    CHECK_FALSE(take(store.part({1})).closed);
    CHECK(std::filesystem::exists(folder.path / ("kiosk.db.before-v" + std::to_string(now))));
}

TEST_CASE("a practice of the fourth version knows who opened what, and of no couple anything is read back") {
    Folder folder;
    std::filesystem::copy_file(SAMESIDE_SOURCE_DIR "/tests/store/frozen/version-4.db", folder.file());
    {
        auto store = open_store(folder.file());
        CHECK(store.findings().empty());
        CHECK_FALSE(take(store.caseload({1}, at(0))).front().sealed_a.private_left);
        CHECK(take(store.read_back({1})).empty());
        ok(store.set_read_back({1}, bytes("sealed")));
        ok(store.set_read_back({1}, bytes("sealed anew")));
        ok(store.check());
    }
    auto store = open_store(folder.file());
    CHECK(store.findings().empty());
    CHECK(take(store.read_back({1})) == bytes("sealed anew"));
    ok(store.set_read_back({1}, {}));
    CHECK(take(store.read_back({1})).empty());
}
