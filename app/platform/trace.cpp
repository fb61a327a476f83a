#include "platform/trace.hpp"
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string_view>
#include <unistd.h>

namespace platform {
namespace {

double in_milliseconds(std::chrono::steady_clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

// Since this process began: field 22 of /proc/self/stat, see proc(5), in clock ticks since the machine started.
double since_process_start() {
    std::ifstream file("/proc/self/stat");
    std::string all((std::istreambuf_iterator<char>(file)), {});
    const std::size_t after_name = all.rfind(')');
    if (after_name == std::string::npos) return 0;
    std::istringstream fields(all.substr(after_name + 2));
    std::string skipped;
    for (int field = 3; field < 22; ++field)
        fields >> skipped;
    double started = 0;
    fields >> started;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double seconds = static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
    return (seconds - started / static_cast<double>(sysconf(_SC_CLK_TCK))) * 1000;
}

}

Trace::Trace() : m_start(Clock::now()) {
    const char* wanted = std::getenv("SAMESIDE_TRACE_TIMING");
    m_on = wanted && std::string_view(wanted) == "1";
}

Trace::~Trace() {
    if (m_on)
        std::fprintf(stderr, "timing: %zu frames in %.0f ms\n", m_frames, in_milliseconds(Clock::now() - m_start));
}

void Trace::took(const Input& input) {
    const bool counts =
        std::holds_alternative<input::Press>(input.what) || std::holds_alternative<input::Release>(input.what) ||
        std::holds_alternative<input::Typed>(input.what) || std::holds_alternative<input::KeyDown>(input.what);
    if (m_on && counts) m_waiting.push_back(Clock::now());
}

void Trace::presented() {
    ++m_frames;
    if (!m_on) return;
    if (m_frames == 1) std::fprintf(stderr, "timing: first frame presented after %.0f ms\n", since_process_start());
    for (const Clock::time_point taken : m_waiting)
        std::fprintf(stderr, "timing: tap->presented %.1f ms\n", in_milliseconds(Clock::now() - taken));
    m_waiting.clear();
}

void Trace::nothing_changed() {
    m_waiting.clear();
}

}
