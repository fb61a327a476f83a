#include "practice/commit_count.hpp"
#include "store/folder.hpp"
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace practice {

namespace {

constexpr std::string_view words = "sameside commits";
constexpr std::size_t number_size = 8, place_size = number_size + 32;

constexpr int open_flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC;

using Number = std::array<std::uint8_t, number_size>;

Number bytes_of(std::int64_t commits) {
    Number bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(commits) >> (8 * i));
    return bytes;
}

std::int64_t number_of(std::span<const std::uint8_t> bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < number_size; ++i)
        value |= static_cast<std::uint64_t>(bytes[i]) << (8 * i);
    return static_cast<std::int64_t>(value);
}

std::vector<std::uint8_t> bound(std::span<const std::uint8_t> number) {
    std::vector<std::uint8_t> bytes(words.begin(), words.end());
    bytes.insert(bytes.end(), number.begin(), number.end());
    return bytes;
}

}

core::Result<CommitCount> CommitCount::open(const std::filesystem::path& file, const vault::Device& device) {
    CommitCount count(file, device.row_hash());
    count.m_file = ::open(file.c_str(), open_flags);
    if (count.m_file < 0 && errno != ENOENT)
        return core::fail(core::ErrorCode::io, file.string() + ": " + std::generic_category().message(errno));
    for (off_t place = 0; place < 2; ++place) {
        std::array<std::uint8_t, place_size> read{};
        if (::pread(count.m_file, read.data(), read.size(), place * static_cast<off_t>(place_size)) !=
            static_cast<ssize_t>(read.size()))
            continue;
        const std::span<const std::uint8_t> number(read.data(), number_size), mac(read.data() + number_size, 32);
        if (!std::ranges::equal(count.m_hash(bound(number)), mac)) continue;
        count.m_highest = std::max(count.m_highest.value_or(0), number_of(number));
    }
    return count;
}

CommitCount::CommitCount(CommitCount&& other) noexcept
    : m_path(std::move(other.m_path)), m_file(std::exchange(other.m_file, -1)), m_hash(std::move(other.m_hash)),
      m_highest(other.m_highest) {}

CommitCount::~CommitCount() {
    if (m_file >= 0) ::close(m_file);
}

void CommitCount::change_key(const vault::Device& device, std::int64_t commits) {
    m_hash = device.row_hash();
    put(commits);
    if (m_file >= 0) (void)::fdatasync(m_file); // the commit that follows is on the disk for certain
}

void CommitCount::put(std::int64_t commits) {
    const bool is_new = m_file < 0;
    if (is_new) m_file = ::open(m_path.c_str(), open_flags | O_CREAT, 0600);
    const auto number = bytes_of(commits);
    std::array<std::uint8_t, place_size> place{};
    std::ranges::copy(number, place.begin());
    std::ranges::copy(m_hash(bound(number)), place.begin() + number_size);
    const auto at = static_cast<off_t>(commits % 2) * static_cast<off_t>(place_size);
    if (::pwrite(m_file, place.data(), place.size(), at) == static_cast<ssize_t>(place.size())) m_highest = commits;
    // Without any number nothing is opened after a power cut.
    if (is_new && m_file >= 0 && ::fsync(m_file) == 0) (void)store::flush(m_path.parent_path());
}

}
