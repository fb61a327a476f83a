#include "platform/signals.hpp"
#include <cstdint>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace platform {

namespace {

sigset_t stops() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    return set;
}

}

void hold_stops() {
    const auto set = stops();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

Signals::Signals(std::function<void()> asked_to_stop) : m_asked_to_stop(std::move(asked_to_stop)) {
    const auto set = stops();
    pthread_sigmask(SIG_BLOCK, &set, &m_before);
    m_signals = signalfd(-1, &set, SFD_CLOEXEC);
    m_done = eventfd(0, EFD_CLOEXEC);
    m_thread = std::thread([this] {
        for (;;) {
            pollfd watched[2] = {{m_signals, POLLIN, 0}, {m_done, POLLIN, 0}};
            if (poll(watched, 2, -1) < 0) continue;
            if (watched[1].revents != 0) return;
            signalfd_siginfo info{};
            if (read(m_signals, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) m_asked_to_stop();
        }
    });
}

Signals::~Signals() {
    const std::uint64_t one = 1;
    if (write(m_done, &one, sizeof one) == static_cast<ssize_t>(sizeof one))
        m_thread.join();
    else
        m_thread.detach();
    close(m_signals);
    close(m_done);
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

}
