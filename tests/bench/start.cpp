// The real program from outside: how soon its first frame stands, and what it does while nobody does anything.
#include "bench/figures.hpp"
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <memory>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace bench {

namespace {

using namespace std::chrono_literals;

// sameside with its trace read. Ended and waited for at the latest with this object.
class Program {
public:
    [[nodiscard]] static core::Result<std::unique_ptr<Program>> start(const Options& options) {
        setenv("SAMESIDE_TRACE_TIMING", "1", 1);
        int ends[2] = {-1, -1};
        if (pipe2(ends, O_CLOEXEC) != 0) return core::fail(core::ErrorCode::io, "no pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
        std::string words[] = {options.program.string(),
                               "--config",
                               options.config.string(),
                               "--data",
                               options.data.string(),
                               "--windowed",
                               "1280x800"};
        std::vector<char*> arguments;
        for (auto& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        auto program = std::make_unique<Program>();
        program->m_began = Clock::now();
        const int failed =
            posix_spawn(&program->m_process, options.program.c_str(), &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        program->m_said = fdopen(ends[0], "r");
        if (failed != 0) {
            program->m_process = 0;
            return core::fail(core::ErrorCode::io, options.program.string() + " cannot be started");
        }
        return program;
    }
    Program() = default;
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program() {
        (void)stop();
        if (m_said) std::fclose(m_said);
    }

    // Milliseconds since it was started.
    core::Result<double> first_frame() {
        while (const auto line = next_line())
            if (line->starts_with("timing: first frame presented")) return milliseconds(Clock::now() - m_began);
        return core::fail(core::ErrorCode::unsupported, "the program ended without a frame: " + m_last);
    }

    // Asks it to stop, as the system would; gives the number of frames it presented.
    core::Result<int> stop() {
        if (m_process == 0) return m_frames;
        kill(m_process, SIGTERM);
        while (const auto line = next_line())
            (void)std::sscanf(line->c_str(), "timing: %d frames", &m_frames);
        int status = 0;
        waitpid(std::exchange(m_process, 0), &status, 0);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
            return core::fail(core::ErrorCode::unsupported, "the program did not end well: " + m_last);
        return m_frames;
    }

    pid_t process() const { return m_process; }

private:
    std::optional<std::string> next_line() {
        char line[512];
        if (!m_said || !std::fgets(line, sizeof line, m_said)) return std::nullopt;
        if (!std::string_view(line).starts_with("timing:")) m_last = line;
        return line;
    }

    pid_t m_process = 0;
    FILE* m_said = nullptr;
    Clock::time_point m_began;
    std::string m_last;
    int m_frames = 0;
};

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
