// A light or a chime for the staff, when somebody would like a word.
#pragma once
#include <filesystem>
#include <functional>

namespace practice {

// Starts the program without arguments, with nothing of this process to read or write, and does not wait for it: it is
// ended after a minute. False when it could not be started.
bool run_signal(const std::filesystem::path& program);

}
