#include "report/whole_file.hpp"
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace report {
namespace {

using std::filesystem::path;

constexpr std::string_view unfinished_ending = ".part";
constexpr std::size_t random_letters = 16;

core::Error error_of(int number, const path& file) {
    if (number == EEXIST) return {core::ErrorCode::invalid_state, file.string() + ": something of this name is there"};
    const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
    return {full ? core::ErrorCode::disk_full : core::ErrorCode::io,
            file.string() + ": " + std::generic_category().message(number)};
}

int write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        if (written == 0) return ENOSPC;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

path folder_of(const path& file) {
    return file.has_parent_path() ? file.parent_path() : path(".");
}

path name_while_writing(const path& file) {
    std::array<unsigned char, random_letters / 2> random{};
    std::array<char, random_letters + 1> words{};
    randombytes_buf(random.data(), random.size());
    sodium_bin2hex(words.data(), words.size(), random.data(), random.size());
    return folder_of(file) / (std::string(".") + words.data() + std::string(unfinished_ending));
}

bool is_named_as_unfinished(std::string_view name) {
    if (name.size() != 1 + random_letters + unfinished_ending.size()) return false;
    return name.starts_with('.') && name.ends_with(unfinished_ending) &&
           name.substr(1, random_letters).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// A file being written is locked by whoever writes it, and by nobody when they are gone.
bool lock(int file) {
    return ::flock(file, LOCK_EX | LOCK_NB) == 0;
}

int open_new(const path& writing) {
    for (;;) {
        const int number = ::open(writing.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (number < 0) return number;
        struct stat made {};
        // Between the two another program may have taken it for one that was left behind.
        if (!lock(number) || (::fstat(number, &made) == 0 && made.st_nlink > 0)) return number;
        ::close(number);
    }
}

int give_name(const path& from, const path& to, Existing existing) {
    if (existing == Existing::replaced) return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    return ::link(from.c_str(), to.c_str()) == 0 ? 0 : errno; // the file system cannot rename without replacing
}

}

void remove_unfinished(const path& folder) {
    std::error_code problem;
    for (std::filesystem::directory_iterator file(folder, problem), end; !problem && file != end;
         file.increment(problem)) {
        if (!is_named_as_unfinished(file->path().filename().string())) continue;
        const int number = ::open(file->path().c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        if (number < 0) continue;
        struct stat found {};
        if (::fstat(number, &found) == 0 && S_ISREG(found.st_mode) && lock(number)) ::unlink(file->path().c_str());
        ::close(number);
    }
}

WholeFile::WholeFile(path file, path writing, int number, Existing existing)
    : m_file(std::move(file)), m_writing(std::move(writing)), m_number(number), m_existing(existing) {}

WholeFile::WholeFile(WholeFile&& other) noexcept
    : m_file(std::move(other.m_file)), m_writing(std::move(other.m_writing)),
      m_number(std::exchange(other.m_number, -1)), m_existing(other.m_existing) {}

WholeFile::~WholeFile() {
    if (m_number < 0) return;
    ::close(m_number);
    ::unlink(m_writing.c_str());
}

core::Result<WholeFile> WholeFile::begin(const path& file, Existing existing) {
    struct stat found {};
    if (existing == Existing::kept && ::lstat(file.c_str(), &found) == 0) return core::pass(error_of(EEXIST, file));
    remove_unfinished(folder_of(file));
    path writing = name_while_writing(file);
    const int number = open_new(writing);
    if (number < 0) return core::pass(error_of(errno, file));
    return WholeFile(file, std::move(writing), number, existing);
}

core::Done WholeFile::write(std::string_view bytes) {
    if (const int trouble = write_all(m_number, bytes); trouble != 0) return core::pass(error_of(trouble, m_file));
    return {};
}

core::Done WholeFile::finish() {
    if (::fsync(m_number) != 0) return core::pass(error_of(errno, m_file));
    if (const int trouble = give_name(m_writing, m_file, m_existing); trouble != 0)
        return core::pass(error_of(trouble, m_file));
    const int folder = ::open(folder_of(m_file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return {};
    // Some sticks' file systems cannot flush a folder; the file itself has been flushed.
    const int trouble = ::fsync(folder) == 0 || errno == EINVAL ? 0 : errno;
    ::close(folder);
    if (trouble != 0) return core::pass(error_of(trouble, m_file));
    return {};
}

core::Done write_whole_file(const path& file, std::string_view bytes, Existing existing) {
    auto whole = WholeFile::begin(file, existing);
    if (!whole) return core::pass(whole.error());
    if (const auto written = whole->write(bytes); !written) return written;
    return whole->finish();
}

}
