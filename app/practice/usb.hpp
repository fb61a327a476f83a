// USB sticks that are in the kiosk.
#pragma once
#include "model/case/records.hpp"
#include <string_view>

namespace practice {

// What is mounted below /media or /run/media and can be written to, in the order of mounting, of a table as Linux gives
// it (proc(5), /proc/PID/mountinfo). Each is called what its folder is called, and is there once. Lines of another
// shape are passed over.
std::vector<model::ExportPlace> usb_drives_in(std::string_view mountinfo);

std::vector<model::ExportPlace> find_usb_drives(); // of this process; empty when the table cannot be read

}
