// Random numbers that are the same at every run, so that two tours can be compared. For practices that are thrown away:
// every key, code and nonce of the process can be foretold.
#pragma once
#include <cstdint>

namespace rehearsal {

// From now on, for the whole process, as libsodium gives them out. The same seed gives the same numbers in the same
// order.
void draw_from(std::uint32_t seed);

}
