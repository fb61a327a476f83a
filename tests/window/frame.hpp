// One message a frame: what stands on the kiosk's screen, written by the kiosk under test and read by the test. The
// product has no such way out; only the test's own child process takes it.
#pragma once
#include "ui/kit/tree.hpp"

namespace window {

inline constexpr char end_of_frame = '\x1d'; // in no text: typed and shipped words are cleaned of control characters

std::string encode(const ui::Tree& tree);  // with end_of_frame
ui::Tree decode(std::string_view message); // without it; ids, partners, names, values, places and states only

}
