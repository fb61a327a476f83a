// Files with one fault each, and the complaint that must name it.
#pragma once
#include "a_content_folder.hpp"

namespace content_tests {

struct Rule {
    const char* what;
    std::string file;
    std::string text;
    std::string complaint; // the whole line, or its telling part
};

std::string plain();
std::string plain_with(std::string_view from, std::string_view to);
std::string plain_and(std::string_view more);
std::string head_and(std::string_view items);

void each_is_refused(const std::vector<Rule>& rules);

inline const std::string m = "modules/plain.toml";

}
