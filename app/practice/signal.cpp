#include "practice/signal.hpp"
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace practice {
namespace {

void end_within_a_minute(pid_t process) {
    constexpr std::chrono::milliseconds step{100};
    for (auto waited = std::chrono::milliseconds(0); waited < std::chrono::minutes(1); waited += step) {
        if (waitpid(process, nullptr, WNOHANG) != 0) return;
        std::this_thread::sleep_for(step);
    }
    kill(process, SIGKILL);
    waitpid(process, nullptr, 0);
}

}

bool run_signal(const std::filesystem::path& program) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    auto name = program.string();
    std::string path = "PATH=/usr/local/bin:/usr/bin:/bin";
    char* arguments[] = {name.data(), nullptr};
    char* environment[] = {path.data(), nullptr};
    pid_t process = 0;
    const bool started = posix_spawn(&process, name.c_str(), &actions, nullptr, arguments, environment) == 0;
    posix_spawn_file_actions_destroy(&actions);
    if (started) std::thread(end_within_a_minute, process).detach();
    return started;
}

}
