#include "store/reserve.hpp"
#include "support.hpp"
#include <fstream>
#include <sys/mount.h>
#include <sys/stat.h>

using namespace store_test;

namespace {

struct SmallDisk {
    Folder folder;
    bool mounted = false;
    explicit SmallDisk(const char* size)
        : mounted(::mount("tmpfs", folder.path.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, size) == 0) {}
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted) ::umount2(folder.path.c_str(), MNT_DETACH);
    }
    void fill() const {
        std::ofstream filler(folder.path / "filler", std::ios::binary | std::ios::app);
        const std::string page(4096, 'f');
        while (filler.write(page.data(), 4096).flush()) {
        }
    }
};

}

TEST_CASE("the reserve has blocks of its own, is for its owner alone, and is made anew after it was given back") {
    Folder folder;
    store::keep_reserve(folder.file());
    struct stat found {};
    REQUIRE(::stat((folder.path / "reserve").c_str(), &found) == 0);
    CHECK(found.st_size == static_cast<off_t>(store::reserve_size));
    CHECK(found.st_blocks * 512 >= static_cast<off_t>(store::reserve_size));
    CHECK((found.st_mode & 0777) == 0600);
    CHECK(store::give_back_reserve(folder.file()));
    CHECK_FALSE(store::give_back_reserve(folder.file()));
    CHECK(names_in(folder.path).empty());
    store::keep_reserve(folder.file());
    CHECK(names_in(folder.path) == std::vector<std::string>{"reserve"});
}

TEST_CASE("a disk that is nearly full keeps no reserve, and gets no part of one") {
    SmallDisk disk("size=6m");
    if (!disk.mounted) return;
    store::keep_reserve(disk.folder.file());
    CHECK(names_in(disk.folder.path).empty());
}

TEST_CASE("whether a disk takes what is written is tried by writing, and nothing stays of it") {
    SmallDisk disk("size=2m");
    if (!disk.mounted) return;
    auto store = new_store(disk.folder.file());
    const auto before = names_in(disk.folder.path);
    ok(store.try_disk());
    CHECK(names_in(disk.folder.path) == before);
    disk.fill();
    CHECK(why(store.try_disk()) == core::ErrorCode::disk_full);
    std::filesystem::remove(disk.folder.path / "filler");
    ok(store.try_disk());
    CHECK(names_in(disk.folder.path) == before);
}
