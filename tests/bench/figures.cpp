#include "bench/figures.hpp"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace bench {

namespace {

constexpr const char* columns = "{:<58} {:<42} {:<15} {:<4} {}\n";

}

void print_head() {
    fmt::print(columns, "figure", "measured", "aim", "met", "how");
}

void print(const Line& line) {
    const char* met = !line.met ? "" : *line.met ? "yes" : "NO";
    fmt::print(columns, line.figure, line.measured, line.aim, met, line.how);
    std::fflush(stdout);
}

double percentile(std::vector<double> values, double percent) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    const auto rank = static_cast<std::size_t>(std::ceil(percent / 100 * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

Memory memory_now() {
    std::ifstream file("/proc/self/statm");
    double all = 0, resident = 0, shared = 0;
    file >> all >> resident >> shared;
    const double page = static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
    return {resident * page, shared * page};
}

double most_memory() {
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("VmHWM:")) continue;
        double kibibytes = 0;
        std::istringstream(line.substr(6)) >> kibibytes;
        return kibibytes / 1024;
    }
    return 0;
}

std::chrono::nanoseconds cpu_time(pid_t process) {
    std::chrono::nanoseconds sum{0};
    std::error_code error;
    for (const auto& thread : std::filesystem::directory_iterator(fmt::format("/proc/{}/task", process), error)) {
        std::ifstream file(thread.path() / "schedstat");
        std::int64_t running = 0;
        if (file >> running) sum += std::chrono::nanoseconds(running);
    }
    return sum;
}

}
