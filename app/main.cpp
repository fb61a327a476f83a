#include "cli.hpp"

int main(int count, char** arguments) {
    return run_command_line(count, arguments);
}
