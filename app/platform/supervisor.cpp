#include "platform/supervisor.hpp"
#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace platform {
namespace {

std::string taken_out(const char* name) {
    const char* value = std::getenv(name);
    std::string text = value ? value : "";
    unsetenv(name);
    return text;
}

}

Supervisor Supervisor::of_environment() {
    Supervisor told;
    const auto address = taken_out("NOTIFY_SOCKET");
    const auto limit = taken_out("WATCHDOG_USEC");
    unsetenv("WATCHDOG_PID"); // is the compositor's, where one stands between
    if (address.size() < 2 || (address[0] != '/' && address[0] != '@') ||
        address.size() >= sizeof(sockaddr_un::sun_path))
        return told;
    told.m_address = address;
    if (told.m_address[0] == '@') told.m_address[0] = '\0';
    told.m_socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    std::int64_t microseconds = 0;
    const auto* end = limit.data() + limit.size();
    const auto read = std::from_chars(limit.data(), end, microseconds);
    if (read.ec == std::errc() && read.ptr == end && microseconds > 0)
        // Three signs within the limit: one may be late by as long as a backup takes.
        told.m_every = core::Milliseconds(std::max<std::int64_t>(microseconds / 3000, 1));
    return told;
}

Supervisor::Supervisor(Supervisor&& other) noexcept {
    *this = std::move(other);
}

Supervisor& Supervisor::operator=(Supervisor&& other) noexcept {
    std::swap(m_socket, other.m_socket);
    std::swap(m_address, other.m_address);
    std::swap(m_every, other.m_every);
    std::swap(m_due, other.m_due);
    std::swap(m_ready, other.m_ready);
    return *this;
}

Supervisor::~Supervisor() {
    if (m_socket >= 0) close(m_socket);
}

void Supervisor::turned(core::SteadyTime now) {
    if (m_socket < 0) return;
    if (!std::exchange(m_ready, true))
        say("READY=1");
    else if (!m_due || now < *m_due)
        return;
    else
        say("WATCHDOG=1");
    if (m_every.count() > 0) m_due = now + m_every;
}

void Supervisor::stopping() {
    if (m_socket >= 0) say("STOPPING=1");
    m_due.reset();
}

void Supervisor::say(const char* words) const {
    sockaddr_un to{};
    to.sun_family = AF_UNIX;
    std::memcpy(to.sun_path, m_address.data(), m_address.size());
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + m_address.size());
    // Never waits: a manager that does not read is no reason to stand still.
    [[maybe_unused]] const auto sent = sendto(m_socket, words, std::strlen(words), MSG_NOSIGNAL | MSG_DONTWAIT,
                                              reinterpret_cast<const sockaddr*>(&to), size);
}

}
