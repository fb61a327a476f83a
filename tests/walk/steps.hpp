// A walk as bytes: how it begins, and two bytes a step.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace walk {

struct Step {
    std::uint8_t kind = 0, what = 0;
};

struct Path {
    std::uint32_t seed = 0; // of every random number of its kiosk
    std::uint8_t practice = 0, look = 0;
    std::vector<Step> steps;
};

Path path_of(std::uint32_t seed, std::size_t steps);
std::string text_of(const Path& path); // to be given on a command line
Path path_from(const std::string& text);

}
