#include "store/folder.hpp"
#include "store/failure.hpp"
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace store {

namespace {

// A kiosk that was killed may still be leaving when the next one starts.
constexpr std::chrono::seconds patience{2};

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

}

core::Result<FolderLock> FolderLock::take(const std::filesystem::path& file) {
    return take_within(file, patience);
}

core::Result<FolderLock> FolderLock::take_now(const std::filesystem::path& file) {
    return take_within(file, std::chrono::milliseconds(0));
}

core::Result<FolderLock> FolderLock::take_within(const std::filesystem::path& file, std::chrono::milliseconds time) {
    const auto path = folder_of(file) / "kiosk.lock";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return core::pass(error_of_errno(errno, path.string()));
    FolderLock lock(descriptor);
    const auto until = std::chrono::steady_clock::now() + time;
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) return core::pass(error_of_errno(errno, path.string()));
        if (std::chrono::steady_clock::now() >= until)
            return core::fail(core::ErrorCode::busy, path.string() + " is held: another program has this data open");
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return lock;
}

FolderLock::~FolderLock() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

std::filesystem::path beside(const std::filesystem::path& file, const char* suffix) {
    auto path = file;
    path += suffix;
    return path;
}

core::Done make_private_file(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return core::pass(error_of_errno(errno, file.string()));
    ::close(descriptor);
    return {};
}

core::Done flush(const std::filesystem::path& file_or_folder) {
    const int descriptor = ::open(file_or_folder.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return core::pass(error_of_errno(errno, file_or_folder.string()));
    const int number = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (number != 0) return core::pass(error_of_errno(number, file_or_folder.string()));
    return {};
}

core::Done copy_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
    const auto part = beside(to, ".part");
    std::error_code problem;
    std::filesystem::remove(part, problem);
    std::filesystem::copy_file(from, part, problem);
    auto done = problem ? core::Done(core::pass(error_of_errno(problem.value(), to.string()))) : flush(part);
    if (done) done = rename_durably(part, to);
    if (!done) std::filesystem::remove(part, problem);
    return done;
}

core::Done rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code problem;
    std::filesystem::rename(from, to, problem);
    if (problem) return core::pass(error_of_errno(problem.value(), to.string()));
    return flush(folder_of(to));
}

}
