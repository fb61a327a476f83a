#include "practice/print.hpp"
#include <array>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <spawn.h>
#include <string_view>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace practice {
namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds step{20}, patience{5000};

// Its exit status, or nothing while it runs on.
std::optional<int> ended_within(pid_t process, Milliseconds time) {
    for (Milliseconds waited{0}; waited < time; waited += step) {
        int status = 0;
        if (const auto done = waitpid(process, &status, WNOHANG); done != 0) return done < 0 ? -1 : status;
        std::this_thread::sleep_for(step);
    }
    return std::nullopt;
}

void end_within_a_minute(pid_t process) {
    if (ended_within(process, std::chrono::minutes(1))) return;
    kill(process, SIGKILL);
    waitpid(process, nullptr, 0);
}

// Readable from its beginning; -1 when there is no memory for it.
int in_memory(std::string_view bytes) {
    const int file = memfd_create("page", MFD_CLOEXEC);
    while (file >= 0 && !bytes.empty()) {
        const auto written = write(file, bytes.data(), bytes.size());
        if (written <= 0) {
            close(file);
            return -1;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (file >= 0) lseek(file, 0, SEEK_SET);
    return file;
}

}

bool print_page(const PrinterPlan& printer, const std::string& pdf) {
    const int page = in_memory(pdf);
    if (page < 0) return false;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, page, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    auto program = printer.program.string(), queue = printer.name;
    std::string to = "-d", path = "PATH=/usr/local/bin:/usr/bin:/bin";
    std::array<char*, 4> arguments{program.data(), nullptr, nullptr, nullptr};
    if (!queue.empty()) {
        arguments[1] = to.data();
        arguments[2] = queue.data();
    }
    char* environment[] = {path.data(), nullptr};
    pid_t process = 0;
    const bool started = posix_spawn(&process, program.c_str(), &actions, nullptr, arguments.data(), environment) == 0;
    posix_spawn_file_actions_destroy(&actions);
    close(page);
    if (!started) return false;
    if (const auto status = ended_within(process, patience)) return WIFEXITED(*status) && WEXITSTATUS(*status) == 0;
    std::thread(end_within_a_minute, process).detach();
    return true;
}

}
