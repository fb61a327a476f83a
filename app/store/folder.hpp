// The folder a kiosk's file lives in: one process holds it, and what is written there is on the disk when we say so.
#pragma once
#include "core/result.hpp"
#include <chrono>
#include <filesystem>
#include <utility>

namespace store {

// An exclusive lock on `kiosk.lock` beside the file, held until destroyed or released to another owner.
class FolderLock {
public:
    // Fails with busy when another process, or another Database of this one, holds it for two seconds and more.
    [[nodiscard]] static core::Result<FolderLock> take(const std::filesystem::path& file);
    [[nodiscard]] static core::Result<FolderLock> take_now(const std::filesystem::path& file); // busy at once
    FolderLock(FolderLock&& other) noexcept : m_descriptor(other.release()) {}
    FolderLock& operator=(FolderLock&& other) noexcept {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~FolderLock();
    int release() { return std::exchange(m_descriptor, -1); }

private:
    static core::Result<FolderLock> take_within(const std::filesystem::path& file, std::chrono::milliseconds patience);
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

std::filesystem::path beside(const std::filesystem::path& file, const char* suffix); // "kiosk.db" + "-wal"
[[nodiscard]] core::Done make_private_file(const std::filesystem::path& file);       // 0600; never over an existing one
[[nodiscard]] core::Done flush(const std::filesystem::path& file_or_folder);
// Copies, flushes, then renames into place: `to` is whole or absent. Fails with disk_full, io.
[[nodiscard]] core::Done copy_durably(const std::filesystem::path& from, const std::filesystem::path& to);
[[nodiscard]] core::Done rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

}
