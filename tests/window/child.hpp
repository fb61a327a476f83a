// The kiosk as a process of its own: this test program started once more, so that it can be killed like the kiosk and
// holds nothing in memory but what was shown or typed to it.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace window {

struct Plan {
    std::filesystem::path data;
    int width = 1280, height = 800; // of the window, pixels
    int text_percent = 100;
    bool pad = false; // five keys beside the panel
    // In the session of a kiosk's service, alone on a panel of that size, its picture turned clockwise by so many
    // degrees.
    std::optional<int> caged = {};
};

// The keys of the pad, by the names that X and the settings have for them.
inline constexpr const char* pad_up = "F5";
inline constexpr const char* pad_down = "F6";
inline constexpr const char* pad_left = "F7";
inline constexpr const char* pad_right = "F8";
inline constexpr const char* pad_choose = "F9";

struct Child {
    pid_t pid = -1;
    int frames = -1; // to read from; whoever starts the child closes it
};

// `by`: the command that starts it, to which words are added; empty: this program.
Child start_child(const Plan& plan, std::vector<std::string> by = {});

// What main does in that process. Returns its exit code.
bool is_child(int count, char** arguments);
int run_child(int count, char** arguments);

// What comes from there until whoever writes has gone; closes it.
std::string all_from(int frames);

// Runs a program to its end and gives what it wrote; empty when it could not be run or failed.
std::string output_of(const std::vector<std::string>& command);

}
