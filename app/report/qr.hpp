// A QR code (ISO/IEC 18004) of a text, as the dark squares of a grid.
#pragma once
#include "chart/canvas.hpp"
#include "core/result.hpp"
#include <string>
#include <vector>

namespace report {

// Dark squares within `box`, which includes the quiet zone of four squares. A quarter of the squares may be lost and it
// still reads. Fails with unsupported when the text is too long for one code.
[[nodiscard]] core::Result<std::vector<chart::Box>> qr_squares(const std::string& text, chart::Box box);

}
