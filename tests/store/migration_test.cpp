#include "store/schema.hpp"
#include "support.hpp"

using namespace store_test;
using store::Step;

namespace {

std::vector<Step> with_second(std::string_view sql) {
    std::vector<Step> two(store::steps().begin(), store::steps().end());
    two.push_back({sql});
    return two;
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
    const auto two =
        with_second("CREATE TABLE grown (id INTEGER PRIMARY KEY, uuid BLOB NOT NULL, sealed_name BLOB NOT NULL, "
                    "public_key BLOB NOT NULL, wrapped_secret_key BLOB NOT NULL, room TEXT) STRICT;"
                    "INSERT INTO grown SELECT *, NULL FROM therapists;"
                    "DROP TABLE therapists; ALTER TABLE grown RENAME TO therapists;");
    {
        auto database = take(store::Database::open(folder.file()));
        ok(store::migrate(database, folder.file(), two));
        CHECK(take(store::read_integer(database.handle(), "PRAGMA user_version")) == 2);
        CHECK(take(store::read_integer(database.handle(), "SELECT count(room IS NULL) FROM therapists")) == 2);
        CHECK(take(store::read_integer(database.handle(), "PRAGMA foreign_keys")) == 1);
        ok(store::check_schema(database.handle(), 2, two));
        ok(store::migrate(database, folder.file(), two));
    }
    CHECK(why(store::Database::open(folder.file())) == core::ErrorCode::newer_version);
    CHECK(old_picture(folder.path / "kiosk.db.before-v2") == before);
}

TEST_CASE("a step that fails leaves version, tables and rows as they were") {
    Folder folder;
    { new_store(folder.file()); }
    const auto before = old_picture(folder.file());
    std::vector<Step> two;
    core::ErrorCode code{};
    SUBCASE("halfway through") {
        two = with_second("DELETE FROM cases; DROP TABLE throttle; SELECT no_such_thing();");
        code = core::ErrorCode::io;
    }
    SUBCASE("leaving a case without its therapist") {
        two = with_second("DELETE FROM therapists");
        code = core::ErrorCode::damaged;
    }
    {
        auto database = take(store::Database::open(folder.file()));
        CHECK(why(store::migrate(database, folder.file(), two)) == code);
        CHECK(take(store::read_integer(database.handle(), "PRAGMA user_version")) == 1);
        CHECK(take(store::read_integer(database.handle(), "PRAGMA foreign_keys")) == 1);
    }
    CHECK(old_picture(folder.file()) == before);
}

TEST_CASE("without a copy there is no migration") {
    Folder folder;
    { new_store(folder.file()); }
    std::filesystem::create_directories(folder.path / "kiosk.db.before-v2" / "in the way");
    auto database = take(store::Database::open(folder.file()));
    CHECK_FALSE(store::migrate(database, folder.file(), with_second("DELETE FROM throttle")).has_value());
    CHECK(take(store::read_integer(database.handle(), "PRAGMA user_version")) == 1);
}
