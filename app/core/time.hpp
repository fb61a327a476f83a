// Two clocks, both passed in: the wall clock for what people read, the steady clock for waiting.
#pragma once
#include <chrono>

namespace core {

using Milliseconds = std::chrono::milliseconds;
using WallTime = std::chrono::sys_time<Milliseconds>; // UTC
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, Milliseconds>;

struct Now {
    WallTime wall;
    SteadyTime steady;
};

}
