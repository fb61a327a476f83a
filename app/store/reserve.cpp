#include "store/reserve.hpp"
#include "store/failure.hpp"
#include "store/folder.hpp"
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace store {

namespace {

std::filesystem::path in_folder_of(const std::filesystem::path& database, const char* name) {
    return database.parent_path() / name;
}

// A file that is open, and gone when it is not to stay.
struct Writing {
    std::filesystem::path path;
    int file;
    bool stays = false;
    explicit Writing(std::filesystem::path at)
        : path(std::move(at)), file(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600)) {}
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    ~Writing() {
        if (file < 0) return;
        ::close(file);
        if (!stays) ::unlink(path.c_str());
    }
};

}

void keep_reserve(const std::filesystem::path& database) {
    const auto path = in_folder_of(database, "reserve");
    std::error_code problem;
    if (std::filesystem::file_size(path, problem) == reserve_size && !problem) return;
    const auto space = std::filesystem::space(database.parent_path(), problem);
    if (problem || space.available < 2 * reserve_size) return;
    Writing reserve(path);
    // Blocks of its own, which a file that was only made long would not have.
    reserve.stays = reserve.file >= 0 && ::posix_fallocate(reserve.file, 0, reserve_size) == 0;
}

bool give_back_reserve(const std::filesystem::path& database) {
    std::error_code problem;
    return std::filesystem::remove(in_folder_of(database, "reserve"), problem);
}

core::Done try_disk(const std::filesystem::path& database) {
    std::array<std::uint8_t, 4096> written{}, read{};
    ::arc4random_buf(written.data(), sizeof written);
    const auto path = in_folder_of(database, "disk-check");
    const Writing check(path);
    if (check.file < 0) return core::pass(error_of_errno(errno, path.string()));
    errno = 0;
    if (::pwrite(check.file, written.data(), sizeof written, 0) != sizeof written)
        return core::pass(error_of_errno(errno == 0 ? ENOSPC : errno, path.string()));
    if (::fsync(check.file) != 0) return core::pass(error_of_errno(errno, path.string()));
    ::posix_fadvise(check.file, 0, 0, POSIX_FADV_DONTNEED); // from the disk, not from memory
    if (::pread(check.file, read.data(), sizeof read, 0) != sizeof read || read != written)
        return core::fail(core::ErrorCode::io, path.string() + ": what was written is not what is read");
    return {};
}

}
