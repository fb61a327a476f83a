// A form of 36 items that has keys and no words, as content/README.md describes it. Even items are anxiety, odd ones
// avoidance, on 1 to 5, ten of them reversed; the data has 0 for an answer that is missing.
#pragma once
#include <algorithm>
#include <array>
#include <string>

namespace content_tests {

std::string bonds_scale(const std::string& id, int first, const std::string& least);

std::string bonds_36(const std::string& least = "14");

}
