#include "practice/program.hpp"
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace practice {

std::optional<pid_t> start_program(const std::filesystem::path& program, std::vector<std::string> arguments,
                                   std::optional<int> input, std::optional<int> output) {
    auto name = program.string();
    std::string path = "PATH=/usr/local/bin:/usr/bin:/bin";
    std::vector<char*> words{name.data()};
    for (auto& argument : arguments)
        words.push_back(argument.data());
    words.push_back(nullptr);
    char* environment[] = {path.data(), nullptr};

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    if (input)
        posix_spawn_file_actions_adddup2(&files, *input, STDIN_FILENO);
    else
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (output)
        posix_spawn_file_actions_adddup2(&files, *output, STDOUT_FILENO);
    else
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // A group of its own, so that what it starts can be ended with it.
    posix_spawnattr_t how;
    posix_spawnattr_init(&how);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP);
    pid_t process = 0;
    const bool started = posix_spawn(&process, name.c_str(), &files, &how, words.data(), environment) == 0;
    posix_spawnattr_destroy(&how);
    posix_spawn_file_actions_destroy(&files);
    return started ? std::optional(process) : std::nullopt;
}

std::optional<int> status_within(pid_t program, std::chrono::milliseconds time) {
    pollfd end{static_cast<int>(syscall(SYS_pidfd_open, program, 0)), POLLIN, 0};
    const bool ended = end.fd >= 0 && poll(&end, 1, static_cast<int>(time.count())) == 1;
    if (end.fd >= 0) close(end.fd);
    if (!ended) kill(-program, SIGKILL);
    int status = 0;
    if (waitpid(program, &status, 0) != program || !WIFEXITED(status)) return std::nullopt;
    return WEXITSTATUS(status);
}

std::optional<std::string> output_of(const std::filesystem::path& program, std::vector<std::string> arguments,
                                     std::chrono::milliseconds time) {
    constexpr std::size_t most = 4U << 20;
    const int memory = memfd_create("output", MFD_CLOEXEC);
    if (memory < 0) return std::nullopt;
    std::optional<std::string> written;
    const auto started = start_program(program, std::move(arguments), std::nullopt, memory);
    if (started && status_within(*started, time) == 0) {
        written.emplace(most, '\0');
        const auto size = pread(memory, written->data(), written->size(), 0);
        written->resize(size < 0 ? 0 : static_cast<std::size_t>(size));
    }
    close(memory);
    return written;
}

}
