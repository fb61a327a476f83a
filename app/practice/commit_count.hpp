// How many commits this kiosk's database has seen, kept outside of it, beside the device's key and under it: an earlier
// copy of the database has seen fewer, and is known as one.
#pragma once
#include "vault/device.hpp"
#include <filesystem>
#include <optional>

namespace practice {

class CommitCount {
public:
    // Fails with io. A file that is not there is made (0600) by the first put.
    [[nodiscard]] static core::Result<CommitCount> open(const std::filesystem::path& file, const vault::Device& device);
    CommitCount(CommitCount&& other) noexcept;
    CommitCount& operator=(CommitCount&&) = delete;
    ~CommitCount();

    // The highest number that was written; nothing when the file is new, empty or not this device's.
    std::optional<std::int64_t> highest() const { return m_highest; }
    // Written over the older of two places and not waited for: after a power cut it may be too low, never too high. A
    // count that cannot be written now is written with the next commit.
    void put(std::int64_t commits);
    // For a key that changes with the next commit: its number is written under the new key, and the one before it stays
    // under the former, so that either key finds a count that fits.
    void change_key(const vault::Device& device, std::int64_t commits);

private:
    CommitCount(std::filesystem::path path,
                std::function<std::array<std::uint8_t, 32>(std::span<const std::uint8_t>)> hash)
        : m_path(std::move(path)), m_hash(std::move(hash)) {}
    std::filesystem::path m_path;
    int m_file = -1;
    std::function<std::array<std::uint8_t, 32>(std::span<const std::uint8_t>)> m_hash;
    std::optional<std::int64_t> m_highest;
};

}
