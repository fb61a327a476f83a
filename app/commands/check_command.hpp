// `sameside check`: the morning check, as the board shows it, for the technician and for programs that watch a kiosk.
#pragma once
#include "practice/open_kiosk.hpp"

namespace commands {

struct CheckPlan {
    const practice::KioskPlan& kiosk;
    model::Locale locale; // what it is said in
    bool json = false;
};
// The exit status: 0 where all is well, 1 where something needs a look or failed.
int run_check(const CheckPlan& plan);

// One line a check, what to do about it below; and the same for programs.
std::string check_lines(const model::Checks& checks);
std::string check_json(const model::Checks& checks, core::WallTime at);

}
