// Messages from a kiosk in a process of its own to the test that watches it.
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <optional>
#include <poll.h>
#include <span>
#include <unistd.h>
#include <vector>

namespace promises {

struct CatalogueEntry {
    char kind = 0;
    std::vector<std::uint8_t> bytes;
};

class Pipe {
public:
    Pipe() {
        if (pipe(m_ends.data()) != 0) std::abort();
    }
    ~Pipe() {
        close_reading();
        close_writing();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void close_reading() { shut(m_ends[0]); }
    void close_writing() { shut(m_ends[1]); }

    void send(char kind, std::span<const std::uint8_t> bytes = {}) {
        std::vector<std::uint8_t> all(5 + bytes.size());
        all[0] = static_cast<std::uint8_t>(kind);
        const auto size = static_cast<std::uint32_t>(bytes.size());
        std::memcpy(all.data() + 1, &size, 4);
        std::copy(bytes.begin(), bytes.end(), all.begin() + 5);
        for (std::size_t sent = 0; sent < all.size();) {
            const auto now = write(m_ends[1], all.data() + sent, all.size() - sent);
            if (now <= 0) _exit(4);
            sent += static_cast<std::size_t>(now);
        }
    }

    // Nothing when the sender is gone; half a message of a killed sender is no message.
    std::optional<CatalogueEntry> receive() {
        std::array<std::uint8_t, 5> head{};
        if (!read_all(head)) return std::nullopt;
        std::uint32_t size = 0;
        std::memcpy(&size, head.data() + 1, 4);
        CatalogueEntry message{static_cast<char>(head[0]), std::vector<std::uint8_t>(size)};
        if (!read_all(message.bytes)) return std::nullopt;
        return message;
    }

private:
    static void shut(int& end) {
        if (end >= 0) close(end);
        end = -1;
    }
    bool read_all(std::span<std::uint8_t> into) {
        for (std::size_t got = 0; got < into.size();) {
            const auto now = read(m_ends[0], into.data() + got, into.size() - got);
            if (now <= 0) return false;
            got += static_cast<std::size_t>(now);
        }
        return true;
    }
    std::array<int, 2> m_ends{-1, -1};
};

}
