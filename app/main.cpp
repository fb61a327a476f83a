#include "commands/cli.hpp"
#include "harden.hpp"
#include "kiosk.hpp"

int main(int count, char** arguments) {
    harden_process();
    return commands::run_command_line(count, arguments,
                                      [](const auto& plan, const auto& open) { return run_kiosk(plan, open); });
}
