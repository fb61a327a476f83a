// The morning check from outside, for `sameside check`: of a kiosk that may run meanwhile. Nothing it looks at is
// changed; a file is written beside the data, read back and removed.
#pragma once
#include "model/case/self_check.hpp"
#include "practice/open_kiosk.hpp"

namespace practice {

struct OutsideCheck {
    const KioskPlan& kiosk;
    core::WallTime now;
    std::filesystem::path system_root = "/";
    model::SelfCheck fonts;
    std::optional<int> updates_waiting;
};
model::Checks check_from_outside(const OutsideCheck& check);

}
