// The real program beside a bare window, started in turn: what is told as a ratio holds on any machine.
#include "bench/costs.hpp"
#include "bench/bare_file.hpp"
#include "bench/program.hpp"
#include <ctime>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <thread>
#include <unistd.h>

namespace bench {

namespace {

using namespace std::chrono_literals;

using Start = std::function<core::Result<std::unique_ptr<Program>>()>;

core::Result<double> time_to_frame(const Start& start) {
    auto program = start();
    if (!program) return core::pass(program.error());
    const auto frame = (*program)->first_frame();
    if (!frame) return frame;
    if (const auto stopped = (*program)->stop(); !stopped) return core::pass(stopped.error());
    return frame;
}

core::Result<double> memory_at_rest(const Start& start) {
    auto program = start();
    if (!program) return core::pass(program.error());
    if (const auto frame = (*program)->first_frame(); !frame) return frame;
    std::this_thread::sleep_for(2s);
    return proportional_memory((*program)->process());
}

// Everything that is read from a file is on the disk alone afterwards. Needs root.
bool forget_files() {
    sync();
    std::ofstream file("/proc/sys/vm/drop_caches");
    file << "3" << std::flush;
    return file.good();
}

struct Both {
    double ours = 0, bare = 0;
    double ratio() const { return bare > 0 ? ours / bare : 0; }
};

// Medians of pairs, so that both meet the same machine.
core::Result<Both> compare(int count, const Start& ours, const Start& bare, const std::function<bool()>& before) {
    std::vector<double> of_ours, of_bare;
    for (int i = 0; i < count; ++i)
        for (const auto& [start, taken] : {std::pair{&ours, &of_ours}, std::pair{&bare, &of_bare}}) {
            if (!before()) return core::fail(core::ErrorCode::unsupported, "/proc/sys/vm/drop_caches: not allowed");
            const auto time = time_to_frame(*start);
            if (!time) return core::pass(time.error());
            taken->push_back(*time);
        }
    return Both{median(of_ours), median(of_bare)};
}

void print_ratio(const std::string& figure, const Both& both, const char* unit, double aim, const std::string& how) {
    print({figure, fmt::format("{:.2f} ({:.0f} {} to {:.0f} {})", both.ratio(), both.ours, unit, both.bare, unit),
           fmt::format("{:.2f}", aim), both.ratio() <= aim, how});
}

std::chrono::nanoseconds thread_time() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

}

core::Result<BareCosts> bare_costs(const std::filesystem::path& folder) {
    constexpr int more = 300, syncs = 200;
    BareCosts costs;
    std::chrono::nanoseconds of[2];
    for (const int frames : {1, 1 + more}) {
        auto program = Program::start_bare(frames);
        if (!program) return core::pass(program.error());
        if (const auto frame = (*program)->first_frame(); !frame) return core::pass(frame.error());
        of[frames > 1] = cpu_time((*program)->process());
    }
    costs.frame = milliseconds(of[1] - of[0]) / more;
    auto file = BareFile::make(folder / "bare");
    if (!file) return core::pass(file.error());
    const auto before = thread_time();
    for (int i = 0; i < syncs; ++i)
        if (const auto done = file->write(); !done) return core::pass(done.error());
    costs.sync = milliseconds(thread_time() - before) / syncs;
    return costs;
}

core::Done costs(const Options& options) {
    const Start ours = [&] { return Program::start(options); }, bare = [] { return Program::start_bare(); };
    const auto warm = compare(1, ours, bare, [] { return true; });
    if (!warm) return core::pass(warm.error());
    const int count = options.quick ? 5 : 30;
    const auto start = compare(count, ours, bare, [] { return true; });
    if (!start) return core::pass(start.error());
    print_ratio("start to first frame, to a bare window's", *start, "ms", 1.15,
                fmt::format("medians of {} pairs, files in memory; the bare window: SDL, OpenGL, one color", count));
    const int few = options.quick ? 1 : 7;
    const auto cold = compare(few, ours, bare, forget_files);
    if (cold)
        print_ratio("the same from the disk", *cold, "ms", 1.15,
                    fmt::format("medians of {} pairs, each after drop_caches", few));
    else
        print({"the same from the disk", "not measured", "1.15", std::nullopt, cold.error().detail});
    const auto memory = memory_at_rest(ours), least = memory_at_rest(bare);
    if (!memory) return core::pass(memory.error());
    if (!least) return core::pass(least.error());
    print_ratio("memory on Welcome, to a bare window's", {*memory, *least}, "MiB", 1.3,
                "PSS 2 s after the first frame; /proc/PID/smaps_rollup");
    return {};
}

}
