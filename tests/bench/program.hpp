// A program in a window, watched from outside: what it costs until its first frame stands, and while it does nothing.
#pragma once
#include "bench/figures.hpp"
#include <cstdio>
#include <memory>

namespace bench {

// Ended and waited for at the latest with this object.
class Program {
public:
    // It must say "timing: first frame presented" on standard error when that is so, and end well on SIGTERM.
    [[nodiscard]] static core::Result<std::unique_ptr<Program>> start(std::vector<std::string> words);
    // sameside in a window of 1280 x 800, with its trace.
    [[nodiscard]] static core::Result<std::unique_ptr<Program>> start(const Options& options);
    // The least that such a program can be: SDL, a window of the same size, an OpenGL context, frames of one color.
    [[nodiscard]] static core::Result<std::unique_ptr<Program>> start_bare(int frames = 1);
    Program() = default;
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program();

    core::Result<double> first_frame(); // milliseconds since it was started
    // Asks it to stop, as the system would; gives the number of frames it presented, where it says so.
    core::Result<int> stop();
    pid_t process() const { return m_process; }

private:
    std::optional<std::string> next_line();

    pid_t m_process = 0;
    FILE* m_said = nullptr;
    Clock::time_point m_began;
    std::string m_last;
    int m_frames = 0;
};

// Of another process, MiB: what it alone has in memory and its share of what several have, /proc/PID/smaps_rollup.
core::Result<double> proportional_memory(pid_t process);

}
