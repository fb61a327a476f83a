// Turns SIGTERM, SIGINT and SIGHUP into a call on an ordinary thread, where anything may be done. They stay blocked for
// threads started later, until this is gone.
#pragma once
#include <functional>
#include <signal.h>
#include <thread>

namespace platform {

// Before there is one: in this thread, and those it starts, such a signal waits until there is.
void hold_stops();

class Signals {
public:
    explicit Signals(std::function<void()> asked_to_stop);
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;
    ~Signals();

private:
    std::function<void()> m_asked_to_stop;
    sigset_t m_before{};
    int m_signals = -1;
    int m_done = -1;
    std::thread m_thread;
};

}
