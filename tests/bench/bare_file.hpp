// The least that any program must pay for a lasting write.
#pragma once
#include "core/result.hpp"
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <unistd.h>
#include <utility>

namespace bench {

// Writes 4 KiB and waits for the disk, again and again through blocks that are there already, as a write-ahead log
// does.
class BareFile {
public:
    [[nodiscard]] static core::Result<BareFile> make(const std::filesystem::path& path) {
        BareFile file(open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (file.m_descriptor < 0) return core::fail(core::ErrorCode::io, path.string() + " cannot be made");
        for (int block = 0; block < blocks; ++block)
            if (const auto done = file.put(); !done) return core::pass(done.error());
        if (fsync(file.m_descriptor) != 0) return core::fail(core::ErrorCode::io, path.string() + ": fsync");
        return file;
    }
    BareFile(BareFile&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    BareFile& operator=(BareFile&&) = delete;
    ~BareFile() {
        if (m_descriptor >= 0) close(m_descriptor);
    }

    core::Done write() {
        if (const auto done = put(); !done) return done;
        if (fdatasync(m_descriptor) != 0) return core::fail(core::ErrorCode::io, "fdatasync");
        return {};
    }

private:
    static constexpr int blocks = 512;

    explicit BareFile(int descriptor) : m_descriptor(descriptor) {}
    core::Done put() {
        m_block.assign(4096, static_cast<char>(m_count));
        const auto at = static_cast<off_t>(m_count++ % blocks) * 4096;
        if (pwrite(m_descriptor, m_block.data(), m_block.size(), at) != static_cast<ssize_t>(m_block.size()))
            return core::fail(core::ErrorCode::io, "a block could not be written");
        return {};
    }

    int m_descriptor;
    int m_count = 0;
    std::string m_block;
};

}
