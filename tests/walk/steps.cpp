#include "walk/steps.hpp"
#include <fmt/format.h>
#include <random>
#include <stdexcept>

namespace walk {

Path path_of(std::uint32_t seed, std::size_t steps) {
    std::mt19937 random(seed);
    const auto byte = [&] { return static_cast<std::uint8_t>(random() >> 24); };
    Path path{.seed = seed, .practice = byte(), .look = byte(), .steps = {}};
    path.steps.reserve(steps);
    for (std::size_t i = 0; i < steps; ++i) {
        const auto kind = byte();
        path.steps.push_back({kind, byte()});
    }
    return path;
}

std::string text_of(const Path& path) {
    auto text = fmt::format("{}.{:02x}{:02x}", path.seed, path.practice, path.look);
    for (const auto& step : path.steps)
        text += fmt::format("{:02x}{:02x}", step.kind, step.what);
    return text;
}

Path path_from(const std::string& text) {
    const auto dot = text.find('.');
    const auto bytes = dot == std::string::npos ? std::string() : text.substr(dot + 1);
    if (bytes.size() < 4 || bytes.size() % 4 != 0 || bytes.find_first_not_of("0123456789abcdef") != std::string::npos)
        throw std::invalid_argument("a walk is written as SEED.BYTES");
    const auto byte = [&](std::size_t place) {
        return static_cast<std::uint8_t>(std::stoi(bytes.substr(2 * place, 2), nullptr, 16));
    };
    Path path{.seed = static_cast<std::uint32_t>(std::stoul(text.substr(0, dot))),
              .practice = byte(0),
              .look = byte(1),
              .steps = {}};
    for (std::size_t place = 2; place + 1 < bytes.size() / 2; place += 2)
        path.steps.push_back({byte(place), byte(place + 1)});
    return path;
}

}
