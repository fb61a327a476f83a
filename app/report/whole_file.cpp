#include "report/whole_file.hpp"
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace report {
namespace {

using std::filesystem::path;

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (valid()) ::close(m_number);
    }
    int number() const { return m_number; }
    bool valid() const { return m_number >= 0; }

private:
    int m_number;
};

// Removes what was not finished; a file that has got its own name is no longer there under this one.
class Unfinished {
public:
    explicit Unfinished(path file) : m_file(std::move(file)) {}
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    ~Unfinished() { ::unlink(m_file.c_str()); }

private:
    path m_file;
};

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
    std::array<unsigned char, 8> random{};
    std::array<char, 17> words{};
    randombytes_buf(random.data(), random.size());
    sodium_bin2hex(words.data(), words.size(), random.data(), random.size());
    return folder_of(file) / (std::string(".") + words.data() + ".part");
}

int give_name(const path& from, const path& to, Existing existing) {
    if (existing == Existing::replaced) return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    return ::link(from.c_str(), to.c_str()) == 0 ? 0 : errno; // the file system cannot rename without replacing
}

}

core::Done write_whole_file(const path& file, std::string_view bytes, Existing existing) {
    struct stat found {};
    if (existing == Existing::kept && ::lstat(file.c_str(), &found) == 0) return core::pass(error_of(EEXIST, file));
    const path writing = name_while_writing(file);
    const Descriptor made(::open(writing.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!made.valid()) return core::pass(error_of(errno, file));
    const Unfinished unfinished(writing);
    if (const int trouble = write_all(made.number(), bytes); trouble != 0) return core::pass(error_of(trouble, file));
    if (::fsync(made.number()) != 0) return core::pass(error_of(errno, file));
    if (const int trouble = give_name(writing, file, existing); trouble != 0)
        return core::pass(error_of(trouble, file));
    const Descriptor folder(::open(folder_of(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some sticks' file systems cannot flush a folder; the file itself has been flushed.
    if (folder.valid() && ::fsync(folder.number()) != 0 && errno != EINVAL) return core::pass(error_of(errno, file));
    return {};
}

}
