#include "practice/signal.hpp"
#include "practice/program.hpp"
#include <thread>

namespace practice {

bool run_signal(const std::filesystem::path& program) {
    const auto started = start_program(program);
    if (started) std::thread([process = *started] { (void)status_within(process, std::chrono::minutes(1)); }).detach();
    return started.has_value();
}

}
