// Programs of others that this kiosk starts: without a shell, with PATH as all they know of it, and with nothing of
// this process to read or write but what they are given.
#pragma once
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace practice {

// It reads `input`, an open file, or nothing, and writes to `output`, or to nowhere. None when it could not be started.
std::optional<pid_t> start_program(const std::filesystem::path& program, std::vector<std::string> arguments = {},
                                   std::optional<int> input = {}, std::optional<int> output = {});

// Its exit status; none when a signal ended it, or when it did not end in time: then it is ended, with all that it
// started.
std::optional<int> status_within(pid_t program, std::chrono::milliseconds time);

// What it wrote to its standard output, its first megabytes; none unless it ended in time, and well.
std::optional<std::string> output_of(const std::filesystem::path& program, std::vector<std::string> arguments,
                                     std::chrono::milliseconds time);

}
