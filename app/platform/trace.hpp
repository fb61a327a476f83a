// Times on stderr for whoever measures, when SAMESIDE_TRACE_TIMING=1: never what was typed, tapped or shown.
#pragma once
#include "platform/input.hpp"
#include <chrono>
#include <vector>

namespace platform {

class Trace {
public:
    Trace();
    void took(const Input& input); // a press, a release or a key
    void presented();
    void nothing_changed(); // what was taken needs no frame
    ~Trace();
    Trace(const Trace&) = delete;
    Trace& operator=(const Trace&) = delete;

private:
    using Clock = std::chrono::steady_clock;
    bool m_on = false;
    Clock::time_point m_start;
    std::vector<Clock::time_point> m_waiting;
    std::size_t m_frames = 0;
};

}
