#include "store/schema.hpp"
#include "support.hpp"

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

std::vector<std::string> tables_of(store::Database& database) {
    auto found = take(database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'"));
    std::vector<std::string> names;
    while (take(found.step()))
        names.push_back(found.text(0));
    return names;
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
    const auto next =
        with_next("CREATE TABLE grown (id INTEGER PRIMARY KEY, uuid BLOB NOT NULL, sealed_name BLOB NOT NULL, "
                  "public_key BLOB NOT NULL, wrapped_secret_key BLOB NOT NULL, room TEXT) STRICT;"
                  "INSERT INTO grown SELECT *, NULL FROM therapists;"
                  "DROP TABLE therapists; ALTER TABLE grown RENAME TO therapists;");
    {
        auto database = take(store::Database::open(folder.file()));
        ok(store::migrate(database, folder.file(), next));
        CHECK(take(store::read_integer(database.handle(), "PRAGMA user_version")) == now + 1);
        CHECK(take(store::read_integer(database.handle(), "SELECT count(room IS NULL) FROM therapists")) == 2);
        CHECK(take(store::read_integer(database.handle(), "PRAGMA foreign_keys")) == 1);
        ok(store::check_schema(database.handle(), now + 1, next));
        ok(store::migrate(database, folder.file(), next));
    }
    CHECK(why(store::Database::open(folder.file())) == core::ErrorCode::newer_version);
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
        auto database = take(store::Database::open(folder.file()));
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
    auto database = take(store::Database::open(folder.file()));
    CHECK_FALSE(store::migrate(database, folder.file(), with_next("DELETE FROM throttle")).has_value());
    CHECK(take(store::read_integer(database.handle(), "PRAGMA user_version")) == now);
}

TEST_CASE("a practice of the first version keeps all it has, and its cases may be held, shared and noted on") {
    Folder folder;
    {
        auto database = take(store::Database::create(folder.file()));
        // Back to what the first release made.
        ok(database.execute("PRAGMA foreign_keys = OFF"));
        for (const auto& table : tables_of(database))
            ok(database.execute("DROP TABLE " + table));
        ok(database.execute(store::steps().front().sql));
        ok(database.execute("PRAGMA user_version = 1"));
        ok(store::check_schema(database.handle(), 1, store::steps()));
        ok(database.execute(
            "INSERT INTO therapists VALUES (1, zeroblob(16), x'01', x'02', x'03');"
            "INSERT INTO cases VALUES (1, zeroblob(16), 1, x'0a', x'0b', x'0c', x'0d');"
            "INSERT INTO sittings VALUES (1, zeroblob(16), 1, 1, 'first-visit', 1, 0, 'finished', x'', x'', 5, 6);"
            "INSERT INTO parts VALUES (1, zeroblob(16), 1, 'a', 'sealed', 1, x'', x'', 3, 3, 0, 7);"
            "INSERT INTO packets VALUES (1, x'21', x'22', x'23', x'24');"));
    }
    auto store = open_store(folder.file());
    const auto read = take(store.case_by_id({1}));
    CHECK(read.sealed_chart_code == Bytes{0x0a});
    CHECK_FALSE(read.legal_hold);
    CHECK(read.next_packet.empty());
    CHECK(take(store.packet({1})).box == Bytes{0x24});
    const auto lines = take(store.caseload({1}, at(0)));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].visits == 1);
    CHECK_FALSE(lines[0].unread_a); // what was there before counts as read
    ok(store.set_legal_hold({1}, true));
    ok(store.add_reader({1}, take(store.add_therapist(therapist(9))), {}));
    ok(store.check());
    CHECK(std::filesystem::exists(folder.path / ("kiosk.db.before-v" + std::to_string(now))));
}
