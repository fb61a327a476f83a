#include "support.hpp"
#include <fstream>
#include <sys/mount.h>
#include <unistd.h>

using namespace store_test;

namespace {

// A small disk of our own, for as long as the test runs.
struct SmallDisk {
    Folder folder;
    bool mounted = false;
    SmallDisk() : mounted(::mount("tmpfs", folder.path.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, "size=700k") == 0) {}
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted) ::umount2(folder.path.c_str(), MNT_DETACH);
    }
};

}

TEST_CASE("on a disk that is really full each saved entry is kept, and saving goes on when there is room again") {
    SmallDisk disk;
    if (!disk.mounted) {
        MESSAGE("skipped: mounting a small disk takes root");
        return;
    }
    const auto file = disk.folder.file();
    const auto filler = disk.folder.path / "filler";
    std::uint64_t saved = 0;
    core::PartId part;
    const auto next = [&](store::Store& store) {
        return store.append(entry(part, saved + 1, bytes(std::string(1000, 'x'))), {});
    };
    {
        auto store = new_store(file);
        part = new_sitting(store, 1).a;
        ok(store.start_part(part, keys({1}, "a"), {}));
        ok(store.checkpoint());
        std::ofstream(filler, std::ios::binary) << std::string(250000, 'f');
        core::Done last;
        while ((last = next(store)).has_value()) {
            ++saved;
            REQUIRE(saved < 1000);
        }
        CHECK(last.error().code == core::ErrorCode::disk_full);
        CHECK(saved > 3);
        CHECK(take(store.journal(part)).size() == saved);
        ok(store.check());
    }
    auto store = open_store(file);
    CHECK(take(store.journal(part)).size() == saved);
    std::filesystem::remove(filler);
    ok(next(store));
    ++saved;
    CHECK(take(store.journal(part)).size() == saved);
    ok(store.seal_part(part, packet("a"), {}, at(3)));
    ok(store.check());
}
