// The real program from outside: how soon its first frame stands, and what it does while nobody does anything.
#include "bench/program.hpp"
#include <fmt/format.h>
#include <thread>

namespace bench {

namespace {

using namespace std::chrono_literals;

struct Rest {
    int frames = 0;
    std::chrono::nanoseconds cpu{0};
};

core::Result<Rest> rest_for(const Options& options, std::chrono::milliseconds first, std::chrono::milliseconds then) {
    auto program = Program::start(options);
    if (!program) return core::pass(program.error());
    if (const auto frame = (*program)->first_frame(); !frame) return core::pass(frame.error());
    std::this_thread::sleep_for(first);
    const auto before = cpu_time((*program)->process());
    if (before == std::chrono::nanoseconds(0)) return core::fail(core::ErrorCode::unsupported, "no schedstat in /proc");
    std::this_thread::sleep_for(then);
    Rest rest;
    rest.cpu = cpu_time((*program)->process()) - before;
    const auto frames = (*program)->stop();
    if (!frames) return core::pass(frames.error());
    rest.frames = *frames;
    return rest;
}

}

core::Done start(const Options& options) {
    const int count = options.quick ? 5 : 30;
    std::vector<double> taken;
    for (int i = 0; i <= count; ++i) {
        auto program = Program::start(options);
        if (!program) return core::pass(program.error());
        const auto frame = (*program)->first_frame();
        if (!frame) return core::pass(frame.error());
        if (const auto stopped = (*program)->stop(); !stopped) return core::pass(stopped.error());
        // The first one reads the program and its libraries from the disk.
        if (i > 0) taken.push_back(*frame);
    }
    const auto middle = median(taken);
    print(
        {"start to first frame" + (options.about.empty() ? "" : ", " + options.about),
         fmt::format("median {:.0f} ms (min {:.0f}, max {:.0f})", middle, percentile(taken, 0), percentile(taken, 100)),
         "150 ms", middle <= 150,
         fmt::format("{} starts of sameside --windowed 1280x800, files in memory; posix_spawn to its trace line",
                     count)});
    return {};
}

core::Done idle(const Options& options) {
    constexpr auto settling = 2000ms;
    const auto time = options.quick ? 3000ms : 10'000ms;
    const auto brief = rest_for(options, settling, 0ms);
    if (!brief) return core::pass(brief.error());
    const auto longer = rest_for(options, settling, time);
    if (!longer) return core::pass(longer.error());
    const int frames = longer->frames - brief->frames;
    const double share = milliseconds(longer->cpu) / milliseconds(time) * 100;
    const auto seconds = time.count() / 1000;
    print({fmt::format("frames drawn in {} idle seconds on Welcome", seconds), fmt::format("{}", frames), "0",
           frames == 0,
           fmt::format("sameside stopped {} s after its first frame and {} s later; the difference",
                       settling.count() / 1000, seconds)});
    print({fmt::format("CPU in {} idle seconds on Welcome", seconds), fmt::format("{:.3f} %", share), "0.1 %",
           share <= 0.1, "of one CPU, all threads of sameside; /proc/PID/task/*/schedstat"});
    return {};
}

}
