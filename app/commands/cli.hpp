// The command line. Anything unknown, missing or out of range is one line on stderr naming what and what is allowed,
// exit status 2, and nothing is created or lost.
#pragma once
#include "practice/open_kiosk.hpp"

namespace commands {

using RunKiosk = std::function<core::Done(const practice::KioskPlan&, const practice::Opener&)>;
int run_command_line(int count, const char* const* arguments, const RunKiosk& run_kiosk);

}
