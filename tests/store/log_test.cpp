#include "support.hpp"
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace store_test;

namespace {

std::uintmax_t log_size(const Folder& folder) {
    auto log = folder.file();
    log += "-wal";
    return std::filesystem::exists(log) ? std::filesystem::file_size(log) : 0;
}

}

TEST_CASE("room made in the log beforehand holds nothing, and what is saved in it survives a kill") {
    Folder folder;
    core::PartId part;
    const auto child_saves = [&] {
        auto store = open_store(folder.file());
        store.expect_entries();
        for (std::uint64_t i = 1; i <= 40; ++i)
            if (!store.append(entry(part, i, bytes(std::string(900, 'x'))), {})) _exit(1);
        raise(SIGKILL);
    };
    {
        auto store = new_store(folder.file());
        part = new_sitting(store, 1).a;
        ok(store.start_part(part, keys({1}, "a"), {}));
    }
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) child_saves();
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    CHECK(log_size(folder) >= 1 << 20);

    auto store = open_store(folder.file());
    CHECK(take(store.journal(part)).size() == 40);
    ok(store.check());
    store.expect_entries();
    ok(store.append(entry(part, 41, bytes("one more")), {}));
    ok(store.seal_part(part, packet("a"), {}, at(3)));
    CHECK(log_size(folder) == 0);
    ok(store.check());
}
