#include "fault_disk.hpp"
#include "store/erase.hpp"
#include "store/schema.hpp"
#include "support.hpp"
#include <sqlite3.h>
#include <sys/stat.h>

using namespace store_test;
using core::ErrorCode;
using store::Database;

namespace {

std::string pragma(Database& database, const std::string& name) {
    auto statement = take(database.prepare("PRAGMA " + name));
    REQUIRE(take(statement.step()));
    return statement.text(0);
}

void run_raw(const std::filesystem::path& file, const char* sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    REQUIRE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

// Opening is refused with `code`, the file keeps every byte, and only the lock file may have come.
void check_refused(const Folder& folder, ErrorCode code) {
    const auto before = read_file(folder.file());
    const auto opened = Database::open(folder.file(), store_test::test_hash);
    CHECK(why(opened) == code);
    CHECK(read_file(folder.file()) == before);
    for (const auto& name : names_in(folder.path))
        CHECK((name == "kiosk.db" || name == "kiosk.lock"));
}

}

TEST_CASE("a new file is private, ours, and has every pragma set") {
    Folder folder;
    auto database = take(Database::create(folder.file(), store_test::test_hash));
    struct stat facts {};
    REQUIRE(::stat(folder.file().c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777U) == 0600U);
    CHECK(pragma(database, "journal_mode") == "wal");
    CHECK(pragma(database, "synchronous") == "2");
    CHECK(pragma(database, "foreign_keys") == "1");
    CHECK(pragma(database, "secure_delete") == "1");
    CHECK(pragma(database, "cell_size_check") == "1");
    CHECK(pragma(database, "trusted_schema") == "0");
    CHECK(pragma(database, "temp_store") == "2");
    CHECK(pragma(database, "busy_timeout") == "2000");
    CHECK(pragma(database, "application_id") == std::to_string(store::application_id));
    CHECK(pragma(database, "user_version") == std::to_string(store::schema_version));
}

TEST_CASE("the pragmas are set again when the file is opened again") {
    Folder folder;
    take(Database::create(folder.file(), store_test::test_hash));
    auto database = take(Database::open(folder.file(), store_test::test_hash));
    CHECK(pragma(database, "synchronous") == "2");
    CHECK(pragma(database, "foreign_keys") == "1");
    CHECK(pragma(database, "secure_delete") == "1");
    CHECK(pragma(database, "trusted_schema") == "0");
}

TEST_CASE("written anew, a file keeps its rows and gives up what is free, and the connection is as strict as before") {
    Folder folder;
    auto database = take(Database::create(folder.file(), store_test::test_hash));
    ok(database.execute("CREATE TABLE kept (row BLOB); INSERT INTO kept VALUES (zeroblob(100000)), (x'5A')"));
    ok(database.execute("DELETE FROM kept WHERE length(row) > 1"));
    CHECK(pragma(database, "freelist_count") != "0");
    ok(store::write_anew(database));
    CHECK(pragma(database, "freelist_count") == "0");
    auto rows = take(database.prepare("SELECT hex(row) FROM kept"));
    REQUIRE(take(rows.step()));
    CHECK(rows.text(0) == "5A");
    CHECK(pragma(database, "temp_store") == "2");
    CHECK_FALSE(database.execute("ATTACH ':memory:' AS other").has_value());
    CHECK(sqlite3_temp_directory == nullptr);
}

TEST_CASE("a pragma that does not take is an error that names it") {
    Folder folder;
    PlainDisk disk;
    const auto made = Database::create(folder.file(), store_test::test_hash);
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().detail.find("journal_mode") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.file()));
}

TEST_CASE("nothing is created over what is there") {
    Folder folder;
    SUBCASE("a file") {
        write_file(folder.file(), bytes("notes"));
    }
    SUBCASE("a log that lost its file") {
        write_file(folder.path / "kiosk.db-wal", bytes("log"));
    }
    const auto before = names_in(folder.path);
    CHECK(why(Database::create(folder.file(), store_test::test_hash)) == ErrorCode::invalid_state);
    CHECK(names_in(folder.path) == before);
}

TEST_CASE("a file that is not there is not found and not made") {
    Folder folder;
    CHECK(why(Database::open(folder.file(), store_test::test_hash)) == ErrorCode::not_found);
    CHECK(names_in(folder.path).empty());
}

TEST_CASE("what is left of a setup cut short does not stop the next one") {
    Folder folder;
    write_file(folder.path / "kiosk.db.new", bytes("half"));
    write_file(folder.path / "kiosk.db.new-wal", bytes("half"));
    take(Database::create(folder.file(), store_test::test_hash));
    CHECK(names_in(folder.path) == std::vector<std::string>{"kiosk.db", "kiosk.lock"});
}

TEST_CASE("a file with signs in its name that mean something in a URI is opened as that file") {
    Folder folder;
    const auto odd = folder.path / "a%41?b#c d.db";
    take(Database::create(odd, store_test::test_hash));
    CHECK(Database::open(odd, store_test::test_hash).has_value());
    CHECK(names_in(folder.path) == std::vector<std::string>{"a%41?b#c d.db", "kiosk.lock"});
}

TEST_CASE("a file that is not ours, not whole or not old enough is refused and left as it is") {
    Folder folder;
    { new_store(folder.file()); }
    SUBCASE("newer") {
        run_raw(folder.file(), ("PRAGMA user_version = " + std::to_string(store::schema_version + 1)).c_str());
        check_refused(folder, ErrorCode::newer_version);
    }
    SUBCASE("without a version") {
        run_raw(folder.file(), "PRAGMA user_version = 0");
        check_refused(folder, ErrorCode::damaged);
    }
    SUBCASE("another program's") {
        run_raw(folder.file(), "PRAGMA application_id = 77");
        check_refused(folder, ErrorCode::not_sameside);
    }
    SUBCASE("with a table more") {
        run_raw(folder.file(), "CREATE TABLE zebra (x)");
        check_refused(folder, ErrorCode::damaged);
    }
    SUBCASE("with a trigger") {
        run_raw(folder.file(), "CREATE TRIGGER copy AFTER INSERT ON journal BEGIN SELECT 1; END");
        check_refused(folder, ErrorCode::damaged);
    }
    SUBCASE("with an index less") {
        run_raw(folder.file(), "DROP INDEX open_entry_codes");
        check_refused(folder, ErrorCode::damaged);
    }
    SUBCASE("cut short") {
        auto content = read_file(folder.file());
        content.resize(content.size() - 4096);
        write_file(folder.file(), content);
        check_refused(folder, ErrorCode::damaged);
    }
    SUBCASE("cut within its first page") {
        auto content = read_file(folder.file());
        content.resize(1000);
        write_file(folder.file(), content);
        check_refused(folder, ErrorCode::damaged);
    }
    SUBCASE("noise") {
        std::mt19937_64 random(5);
        write_file(folder.file(), random_bytes(40000, random));
        check_refused(folder, ErrorCode::damaged);
    }
    SUBCASE("empty") {
        write_file(folder.file(), {});
        check_refused(folder, ErrorCode::damaged);
    }
}

TEST_CASE("a newer version that stands only in the log is refused, and file and log stay as they are") {
    Folder folder;
    { new_store(folder.file()); }
    Folder copy;
    {
        sqlite3* handle = nullptr;
        REQUIRE(sqlite3_open(folder.file().c_str(), &handle) == SQLITE_OK);
        const auto newer = "PRAGMA user_version = " + std::to_string(store::schema_version + 1);
        REQUIRE(sqlite3_exec(handle, newer.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
        for (const char* name : {"kiosk.db", "kiosk.db-wal"})
            std::filesystem::copy_file(folder.path / name, copy.path / name);
        sqlite3_close(handle);
    }
    const auto file = read_file(copy.file());
    const auto log = read_file(copy.path / "kiosk.db-wal");
    REQUIRE_FALSE(log.empty());
    CHECK(why(Database::open(copy.file(), store_test::test_hash)) == ErrorCode::newer_version);
    CHECK(read_file(copy.file()) == file);
    CHECK(read_file(copy.path / "kiosk.db-wal") == log);
    CHECK(names_in(copy.path) == std::vector<std::string>{"kiosk.db", "kiosk.db-wal", "kiosk.lock"});
}

TEST_CASE("a file with any byte flipped is refused or read, and never half of either") {
    Folder folder;
    {
        auto store = new_store(folder.file());
        const auto visit = new_sitting(store, 1);
        ok(store.start_part(visit.a, keys({1}, "a"), {}));
        for (std::uint64_t i = 1; i <= 5; ++i)
            ok(store.append(entry(visit.a, i, bytes(std::string(700, 'x'))), {}));
    }
    const auto whole = read_file(folder.file());
    std::mt19937_64 random(11);
    std::size_t refused = 0;
    for (std::size_t round = 0; round < 400; ++round) {
        Folder broken;
        auto content = whole;
        const auto place = round < 100 ? round : random() % content.size();
        content[place] ^= static_cast<std::uint8_t>(1U << random() % 8);
        write_file(broken.file(), content);
        auto opened = Database::open(broken.file(), store_test::test_hash);
        if (opened) {
            store::Store store(std::move(*opened));
            (void)store.check();
            (void)store.open_sittings();
            (void)store.therapists();
            for (std::int64_t part = 1; part <= 3; ++part) {
                (void)store.part({part});
                (void)store.journal({part});
            }
        } else {
            ++refused;
            CHECK(read_file(broken.file()) == content);
        }
    }
    CHECK(refused > 50);
}

TEST_CASE("a transaction whose body fails or throws leaves nothing behind") {
    Folder folder;
    auto database = take(Database::create(folder.file(), store_test::test_hash));
    const auto insert = "INSERT INTO throttle (subject, failures, failed_at_ms) VALUES ('desk', 1, 1)";
    const auto failed = database.in_transaction([&]() -> core::Done {
        ok(database.execute(insert));
        return core::fail(ErrorCode::unsupported, "no");
    });
    CHECK(why(failed) == ErrorCode::unsupported);
    CHECK_THROWS_AS((void)database.in_transaction([&]() -> core::Done {
        ok(database.execute(insert));
        throw std::bad_alloc();
    }),
                    std::bad_alloc);
    auto statement = take(database.prepare("SELECT count(*) FROM throttle"));
    REQUIRE(take(statement.step()));
    CHECK(statement.integer(0) == 0);
}

TEST_CASE("a transaction inside a transaction is refused and the outer one goes on") {
    Folder folder;
    auto database = take(Database::create(folder.file(), store_test::test_hash));
    ok(database.in_transaction([&]() -> core::Done {
        CHECK(why(database.in_transaction([] { return core::Done(); })) == ErrorCode::invalid_state);
        return database.execute("INSERT INTO throttle (subject, failures, failed_at_ms) VALUES ('desk', 1, 1)");
    }));
    auto statement = take(database.prepare("SELECT count(*) FROM throttle"));
    REQUIRE(take(statement.step()));
    CHECK(statement.integer(0) == 1);
}

TEST_CASE("a value bound to a place that is not there is an error") {
    Folder folder;
    auto database = take(Database::create(folder.file(), store_test::test_hash));
    auto statement = take(database.prepare("SELECT ?"));
    statement.bind(std::int64_t{1}).bind(std::int64_t{2});
    CHECK_FALSE(statement.step().has_value());
}

TEST_CASE("no bytes are stored as no bytes, not as nothing") {
    Folder folder;
    auto database = take(Database::create(folder.file(), store_test::test_hash));
    auto statement = take(database.prepare("SELECT ?, ?, ?"));
    statement.bind(std::span<const std::uint8_t>()).bind(std::string_view()).bind_null();
    REQUIRE(take(statement.step()));
    CHECK_FALSE(statement.is_null(0));
    CHECK_FALSE(statement.is_null(1));
    CHECK(statement.is_null(2));
}

TEST_CASE("a checkpoint leaves an empty log, and is refused while another program reads it") {
    Folder folder;
    auto store = new_store(folder.file());
    ok(store.checkpoint());
    CHECK(std::filesystem::file_size(folder.path / "kiosk.db-wal") == 0);
    ok(store.count_failure("desk", {at(1), {}, {}}));
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(folder.file().c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN; SELECT * FROM practice", nullptr, nullptr, nullptr) == SQLITE_OK);
    ok(store.count_failure("desk", {at(2), {}, {}}));
    CHECK(why(store.checkpoint()) == ErrorCode::busy);
    CHECK(take(store::read_integer(other, "SELECT failures FROM throttle")) == 1);
    sqlite3_close(other);
    CHECK(take(store.throttle("desk")).failures == 2);
    ok(store.checkpoint());
    ok(store.check());
}
