#include "support.hpp"
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace store_test;
using core::ErrorCode;
using store::Database;

TEST_CASE("one holder at a time") {
    Folder folder;
    {
        auto held = take(Database::create(folder.file(), store_test::test_hash));
        CHECK(why(Database::open(folder.file(), store_test::test_hash)) == ErrorCode::busy);
        auto moved = std::move(held);
        CHECK(why(Database::open(folder.file(), store_test::test_hash)) == ErrorCode::busy);
    }
    CHECK(Database::open(folder.file(), store_test::test_hash).has_value());
}

TEST_CASE("a kiosk that was killed a moment ago keeps nobody out") {
    Folder folder;
    { take(Database::create(folder.file(), store_test::test_hash)); }
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        auto held = Database::open(folder.file(), store_test::test_hash);
        // What takes a while to give back.
        std::vector<char> much(std::size_t(400) << 20, 'x');
        if (write(ready[1], held ? "y" : "n", 1) != 1) _exit(1);
        pause();
    }
    char opened = 0;
    REQUIRE(read(ready[0], &opened, 1) == 1);
    REQUIRE(opened == 'y');
    kill(child, SIGKILL);
    CHECK(Database::open(folder.file(), store_test::test_hash).has_value());
    waitpid(child, nullptr, 0);
    close(ready[0]);
    close(ready[1]);
}
