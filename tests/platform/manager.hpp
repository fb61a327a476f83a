// A service manager's end of what the kiosk says to it.
#pragma once
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <doctest/doctest.h>
#include <filesystem>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace platform {

// Its address is in NOTIFY_SOCKET from now on: a path, or a name after @.
class Manager {
public:
    explicit Manager(std::string address) : m_address(std::move(address)) {
        m_socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        sockaddr_un at{};
        at.sun_family = AF_UNIX;
        std::memcpy(at.sun_path, m_address.data(), m_address.size());
        if (at.sun_path[0] == '@') at.sun_path[0] = '\0';
        const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + m_address.size());
        REQUIRE(bind(m_socket, reinterpret_cast<const sockaddr*>(&at), size) == 0);
        setenv("NOTIFY_SOCKET", m_address.c_str(), 1);
    }
    Manager(const Manager&) = delete;
    Manager& operator=(const Manager&) = delete;
    ~Manager() {
        close(m_socket);
        if (m_address[0] == '/') std::filesystem::remove(m_address);
    }
    // What was said since it was asked last, each a line.
    std::string heard() const {
        std::string all;
        char words[256];
        for (ssize_t size = 0; (size = recv(m_socket, words, sizeof words, 0)) >= 0;)
            all += std::string(words, static_cast<std::size_t>(size)) + "\n";
        return all;
    }

private:
    std::string m_address;
    int m_socket = -1;
};

inline std::string a_path() {
    return std::filesystem::temp_directory_path() / ("sameside-manager-" + std::to_string(getpid()));
}

}
