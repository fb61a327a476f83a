// The kiosk in its own window, with a thread beside the loop that does what people do.
#pragma once
#include "bench/visitor.hpp"
#include "model/case/records.hpp"
#include <functional>
#include <string>
#include <vector>

namespace bench {

struct Drawn {
    std::string by; // the graphics driver
    core::Done done;
};
using Script = std::function<core::Done(Panel&, Visitor&, const std::vector<model::BoardRow>&)>;

// Opens the practice's window and runs `script` beside it, with an entry code for each sitting.
Drawn in_window(const Options& options, model::AdvanceBy advance, int sittings, const Script& script);

}
