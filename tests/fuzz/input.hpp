// What libFuzzer made up, as the file that the program would read it from.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace fuzz {

class MemoryFile {
public:
    MemoryFile(const std::uint8_t* bytes, std::size_t size) : m_file(memfd_create("fuzz", 0)) {
        if (m_file < 0) std::abort();
        for (std::size_t done = 0; done < size;) {
            const auto written = write(m_file, bytes + done, size - done);
            if (written <= 0) std::abort();
            done += static_cast<std::size_t>(written);
        }
    }
    ~MemoryFile() { close(m_file); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::string path() const { return "/proc/self/fd/" + std::to_string(m_file); }

private:
    int m_file;
};

inline void must(bool holds) {
    if (!holds) std::abort();
}

}
