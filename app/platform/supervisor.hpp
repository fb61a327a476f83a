// Tells the service manager that started the kiosk, if one did, that it stands and that its loop still turns. It speaks
// in datagrams as sd_notify(3) has them, and says nothing of what is on the screen.
#pragma once
#include "core/time.hpp"
#include <optional>
#include <string>

namespace platform {

class Supervisor {
public:
    // Of NOTIFY_SOCKET and WATCHDOG_USEC, which are taken out of the environment: what the kiosk runs is to say nothing
    // in its name. Before there are threads. Without a socket everything here does nothing.
    static Supervisor of_environment();

    Supervisor() = default;
    Supervisor(Supervisor&& other) noexcept;
    Supervisor& operator=(Supervisor&& other) noexcept;
    ~Supervisor();

    // After each turn of the loop, and after the first picture: ready once, then a sign of life when one is due.
    void turned(core::SteadyTime now);
    void stopping();
    // When turned() is to be called again; empty: nobody waits for it.
    std::optional<core::SteadyTime> deadline() const { return m_due; }

private:
    void say(const char* words) const;
    int m_socket = -1;
    std::string m_address;
    core::Milliseconds m_every{0}; // 0: no signs of life are wanted
    std::optional<core::SteadyTime> m_due;
    bool m_ready = false;
};

}
