// A measured figure as one line of the table, and what the measuring needs: percentiles, resident memory, CPU time.
#pragma once
#include "core/result.hpp"
#include <chrono>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <sys/types.h>
#include <vector>

namespace bench {

using Clock = std::chrono::steady_clock;

inline double milliseconds(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

struct Line {
    std::string figure;
    std::string measured;
    std::string aim = {}; // empty: there is none
    std::optional<bool> met = {};
    std::string how = {};
};
void print(const Line& line);
void print_head();

// The smallest value that at least `percent` of all values do not exceed (nearest rank). Empty values give 0.
double percentile(std::vector<double> values, double percent);
inline double median(const std::vector<double>& values) {
    return percentile(values, 50);
}

struct Memory {
    double resident = 0, from_files = 0; // MiB; the second is the part of the first that maps files and shared memory
};
Memory memory_now();
double most_memory(); // MiB resident at the highest so far

// All threads, from /proc/PID/task/*/schedstat: nanoseconds on a CPU, see the kernel's sched-stats.rst.
std::chrono::nanoseconds cpu_time(pid_t process);

struct Options {
    std::string figure;
    std::filesystem::path data, program, config, keep;
    bool quick = false;
    int visits = 1000;
    std::string about = {}; // what the data folder holds, for the line's name
};

[[nodiscard]] core::Done start(const Options& options);
[[nodiscard]] core::Done costs(const Options& options);
[[nodiscard]] core::Done steps(const Options& options);
[[nodiscard]] core::Done idle(const Options& options);
[[nodiscard]] core::Done window(const Options& options);
[[nodiscard]] core::Done moving_on(const Options& options);
[[nodiscard]] core::Done speech(const Options& options);
[[nodiscard]] core::Done commit(const Options& options);
[[nodiscard]] core::Done visits(const Options& options);
[[nodiscard]] core::Done forms(const Options& options);
[[nodiscard]] core::Done caseload(const Options& options);
[[nodiscard]] core::Done room(const Options& options);
[[nodiscard]] core::Done erase(const Options& options);
[[nodiscard]] core::Done exports(const Options& options);
[[nodiscard]] core::Done study(const Options& options);
[[nodiscard]] core::Done practice_figures(const Options& options);

}
