#include "vault/key_file.hpp"
#include "vault/record.hpp"
#include <cerrno>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <system_error>
#include <unistd.h>

namespace vault {
namespace {

using std::filesystem::path;

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    int number() const { return m_number; }
    bool valid() const { return m_number >= 0; }

private:
    int m_number;
};

// Removes the half-made file, whichever way its maker is left.
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
    const bool full = number == ENOSPC || number == EDQUOT;
    return {full ? core::ErrorCode::disk_full : core::ErrorCode::io,
            "device key " + file.string() + ": " + std::generic_category().message(number)};
}

bool write_all(int file, View bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

bool read_all(int file, std::span<std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const ssize_t got = ::read(file, bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

bool sync_folder_of(const path& file) {
    const path folder = file.has_parent_path() ? file.parent_path() : path(".");
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return opened.valid() && ::fsync(opened.number()) == 0;
}

// With an access list the group bits of the mode are only a ceiling. A systemd credential is handed to its service that
// way: one entry for the service's user, nothing for anyone else.
bool list_grants_only_us(int file) {
    constexpr std::uint16_t user_owner = 0x01, named_user = 0x02, ceiling = 0x10; // acl(5), as Linux stores it
    std::array<std::uint8_t, 1024> list{};
    const ssize_t got = ::fgetxattr(file, "system.posix_acl_access", list.data(), list.size());
    if (got < 4 || (got - 4) % 8 != 0) return false;
    const auto at = [&list](std::size_t place) { return static_cast<std::uint32_t>(list[place]); };
    for (std::size_t entry = 4; entry < static_cast<std::size_t>(got); entry += 8) {
        const std::uint32_t tag = at(entry) | at(entry + 1) << 8U;
        const std::uint32_t rights = at(entry + 2) | at(entry + 3) << 8U;
        const std::uint32_t id = at(entry + 4) | at(entry + 5) << 8U | at(entry + 6) << 16U | at(entry + 7) << 24U;
        const bool ours = tag == user_owner || tag == ceiling || (tag == named_user && id == ::geteuid());
        if (!ours && rights != 0) return false;
    }
    return true;
}

bool readable_by_others(int file, mode_t mode) {
    if ((mode & 0007U) != 0) return true;
    return (mode & 0070U) != 0 && !list_grants_only_us(file);
}

}

core::Done create_key_file(const path& file, const core::SecretBytes& seed) {
    std::array<std::uint8_t, 8> random{};
    std::array<char, 17> suffix{};
    randombytes_buf(random.data(), random.size());
    sodium_bin2hex(suffix.data(), suffix.size(), random.data(), random.size());
    const path making = file.string() + "." + suffix.data() + ".new";

    const Descriptor made(::open(making.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!made.valid()) return core::pass(error_of(errno, file));
    const Unfinished unfinished(making);
    if (::fchmod(made.number(), 0600) != 0 || !write_all(made.number(), seed.bytes()) || ::fsync(made.number()) != 0)
        return core::pass(error_of(errno, file));
    if (::link(making.c_str(), file.c_str()) != 0) {
        if (errno == EEXIST)
            return core::fail(core::ErrorCode::invalid_state, "device key " + file.string() + " exists");
        return core::pass(error_of(errno, file));
    }
    if (!sync_folder_of(file)) {
        const int why = errno;
        ::unlink(file.c_str());
        return core::pass(error_of(why, file));
    }
    return {};
}

core::Result<core::SecretBytes> read_key_file(const path& file) {
    // O_NONBLOCK: a pipe put in the file's place must not hold up the start.
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!opened.valid()) {
        if (errno == ELOOP) return core::fail(core::ErrorCode::bad_config, "device key " + file.string() + ": a link");
        return core::pass(error_of(errno, file));
    }
    struct stat found {};
    if (::fstat(opened.number(), &found) != 0) return core::pass(error_of(errno, file));
    if (!S_ISREG(found.st_mode))
        return core::fail(core::ErrorCode::bad_config, "device key " + file.string() + ": not a plain file");
    if (readable_by_others(opened.number(), found.st_mode))
        return core::fail(core::ErrorCode::bad_config,
                          "device key " + file.string() + ": others may read it; 0600 wanted");
    if (found.st_size != static_cast<off_t>(key_size))
        return core::fail(core::ErrorCode::io, "device key " + file.string() +
                                                   ": not 32 bytes; where it is bound to the machine, "
                                                   "sameside-kiosk-order gives it to an order");
    core::SecretBytes seed(key_size);
    if (!read_all(opened.number(), seed.bytes())) return core::pass(error_of(EIO, file));
    return seed;
}

}
