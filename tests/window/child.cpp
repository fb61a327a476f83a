#include "window/child.hpp"
#include "content/forms/content.hpp"
#include "harden.hpp"
#include "kiosk.hpp"
#include "support/test_cost.hpp"
#include "window/frame.hpp"
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <spawn.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace practice;

namespace window {
namespace {

constexpr int frames_of_child = 9; // the kiosk's session uses the first ones itself
constexpr std::string_view child_word = "as-the-kiosk";

// The other end of `to` in the new process is the reading end of what this returns.
Child spawn(const std::vector<std::string>& command, int to) {
    int ends[2] = {-1, -1};
    if (pipe2(ends, O_CLOEXEC) != 0) return {};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], to);
    std::vector<char*> arguments;
    for (const auto& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    Child child{.pid = -1, .frames = ends[0]};
    if (posix_spawnp(&child.pid, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) child.pid = -1;
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    return child;
}

void write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = write(to, bytes.data(), bytes.size());
        if (written <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

int complain(const core::Error& error) {
    std::fprintf(stderr, "the kiosk under test: %s\n", error.detail.c_str());
    return 1;
}

}

Child start_child(const Plan& plan, std::vector<std::string> by) {
    if (by.empty()) by.push_back(std::filesystem::read_symlink("/proc/self/exe"));
    for (std::string word : {std::string(child_word), plan.data.string(), std::to_string(plan.width),
                             std::to_string(plan.height), std::to_string(plan.text_percent),
                             std::string(plan.pad ? "pad" : "panel"), std::string(plan.caged ? "whole" : "window")})
        by.push_back(std::move(word));
    return spawn(by, frames_of_child);
}

bool is_child(int count, char** arguments) {
    return count == 8 && arguments[1] == child_word;
}

int run_child(int, char** arguments) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    harden_process();
    prctl(PR_SET_DUMPABLE, 1); // the test searches this memory
    auto content = content::load(std::filesystem::path(SAMESIDE_SOURCE_DIR) / "content");
    if (!content) return complain(content.error());
    KioskPlan plan;
    plan.practice.name = "Rivergate Counseling";
    plan.practice.help_lines = {{"988 Lifeline", "Call or text 988", "Any hour, free"}};
    plan.content = std::make_shared<const model::Content>(std::move(*content));
    plan.assets = std::filesystem::path(SAMESIDE_SOURCE_DIR) / "assets";
    plan.data_folder = arguments[2];
    plan.export_folder = plan.data_folder / "charts";
    if (std::string_view(arguments[7]) == "window")
        plan.window = PanelSize{std::atoi(arguments[3]), std::atoi(arguments[4])};
    plan.appearance.text_percent = std::atoi(arguments[5]);
    plan.code_cost = support::test_cost();
    if (std::string_view(arguments[6]) == "pad") {
        const auto code = [](const char* name) { return core::key_code(name).value_or(0); };
        plan.keys = {.up = code(pad_up),
                     .down = code(pad_down),
                     .left = code(pad_left),
                     .right = code(pad_right),
                     .choose = code(pad_choose)};
    }
    const auto done =
        run_kiosk(plan, practice::open_kiosk, [](const ui::Tree& tree) { write_all(frames_of_child, encode(tree)); });
    return done ? 0 : complain(done.error());
}

std::string all_from(int frames) {
    std::string all;
    char some[4096];
    for (ssize_t count = 0; (count = read(frames, some, sizeof some)) > 0;)
        all.append(some, static_cast<std::size_t>(count));
    close(frames);
    return all;
}

std::string output_of(const std::vector<std::string>& command) {
    const auto child = spawn(command, STDOUT_FILENO);
    const auto output = all_from(child.frames);
    int status = 0;
    const bool ended = child.pid > 0 && waitpid(child.pid, &status, 0) == child.pid;
    return ended && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? output : std::string();
}

}
