// What every screen owes its readers, checked on its tree: everything on the screen, nothing over anything else,
// targets large enough, words that can be read, ids that can be told apart.
#pragma once
#include "ui/kit/tree.hpp"

namespace support {

struct LayoutRules {
    double least_contrast = 4.5; // 7 in High contrast
};

// One line for each complaint; empty when all is well.
std::vector<std::string> layout_complaints(const ui::Tree& tree, const LayoutRules& rules = {});

// All of them in one text, for a test's message.
std::string joined(const std::vector<std::string>& complaints);

}
