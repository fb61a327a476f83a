// What any program must pay on this machine, for ratios.
#pragma once
#include "core/result.hpp"
#include <filesystem>

namespace bench {

struct BareCosts {    // milliseconds of CPU
    double frame = 0; // a window of 1280 x 800 in one color, all threads, the driver's too
    double sync = 0;  // 4 KiB written and waited for
};
// Opens windows, and a file in the folder.
[[nodiscard]] core::Result<BareCosts> bare_costs(const std::filesystem::path& folder);

}
