#include "commands/command_names.hpp"
#include "content/read/diagnostics.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace commands {

namespace {

// How many letters must be put in, taken out or changed (Levenshtein).
std::size_t distance(const std::string& one, const std::string& other) {
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::size_t before = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const auto changed = before + (one[i - 1] == other[j - 1] ? 0 : 1);
            before = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

}

std::string no_such_command(const std::string& said, const std::vector<std::string>& names) {
    auto sentence =
        fmt::format("{}: there is no such command; allowed are: {}", content::shown(said), fmt::join(names, ", "));
    const auto nearest = std::ranges::min_element(names, {}, [&](const auto& name) { return distance(said, name); });
    if (nearest != names.end() && said.size() < 40 &&
        distance(said, *nearest) <= std::max<std::size_t>(2, nearest->size() / 3))
        sentence += fmt::format(" (did you mean {}?)", *nearest);
    return sentence;
}

}
