// What practice guidance says to do with private answers (clinical.md, safety). The same whatever was answered, on the
// screen and on paper.
#pragma once
#include <array>
#include <string>

namespace chart {

std::string guide_title();
std::array<std::string, 5> guide_lines(const std::string& name); // the partner's whose answers they are
std::string guide_is_constant();

}
