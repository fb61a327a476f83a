#include "bench/program.hpp"
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {

core::Result<std::unique_ptr<Program>> Program::start(std::vector<std::string> words) {
    setenv("SAMESIDE_TRACE_TIMING", "1", 1);
    int ends[2] = {-1, -1};
    if (pipe2(ends, O_CLOEXEC) != 0) return core::fail(core::ErrorCode::io, "no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    auto program = std::make_unique<Program>();
    program->m_began = Clock::now();
    const int failed =
        posix_spawn(&program->m_process, words.front().c_str(), &actions, nullptr, arguments.data(), environ);
    unsetenv("SAMESIDE_TRACE_TIMING"); // not for a window of our own
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    program->m_said = fdopen(ends[0], "r");
    if (failed != 0) {
        program->m_process = 0;
        return core::fail(core::ErrorCode::io, words.front() + " cannot be started");
    }
    return program;
}

core::Result<std::unique_ptr<Program>> Program::start(const Options& options) {
    return start(std::vector<std::string>{options.program.string(), "--config", options.config.string(), "--data",
                                          options.data.string(), "--windowed", "1280x800"});
}

core::Result<std::unique_ptr<Program>> Program::start_bare(int frames) {
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) return core::fail(core::ErrorCode::io, "/proc/self/exe: " + error.message());
    return start(std::vector{(self.parent_path() / "bench_bare").string(), std::to_string(frames)});
}

Program::~Program() {
    (void)stop();
    if (m_said) std::fclose(m_said);
}

core::Result<double> Program::first_frame() {
    while (const auto line = next_line())
        if (line->starts_with("timing: first frame presented")) return milliseconds(Clock::now() - m_began);
    return core::fail(core::ErrorCode::unsupported, "the program ended without a frame: " + m_last);
}

core::Result<int> Program::stop() {
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

std::optional<std::string> Program::next_line() {
    char line[512];
    if (!m_said || !std::fgets(line, sizeof line, m_said)) return std::nullopt;
    if (!std::string_view(line).starts_with("timing:")) m_last = line;
    return line;
}

core::Result<double> proportional_memory(pid_t process) {
    std::ifstream file(fmt::format("/proc/{}/smaps_rollup", process));
    for (std::string line; std::getline(file, line);) {
        double kibibytes = 0;
        if (line.starts_with("Pss:") && std::istringstream(line.substr(4)) >> kibibytes) return kibibytes / 1024;
    }
    return core::fail(core::ErrorCode::unsupported, "no smaps_rollup in /proc");
}

}
