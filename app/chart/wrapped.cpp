#include "chart/score_bars.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <utility>

namespace chart {

std::vector<std::string> wrapped(const Ruler& ruler, std::string_view text, float width, float size, Weight weight) {
    std::vector<std::string> lines;
    std::string line;
    const auto fits = [&](const std::string& words) { return ruler.measure(words, size, weight) <= width; };
    const auto put = [&](std::string_view word) {
        const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
        if (fits(longer)) {
            line = longer;
            return;
        }
        if (!line.empty()) lines.push_back(std::exchange(line, {}));
        for (std::size_t at = 0; at < word.size();) {
            const std::size_t length = core::utf8::after(word, at) - at;
            const std::string more = line + std::string(word.substr(at, length));
            if (!line.empty() && !fits(more)) lines.push_back(std::exchange(line, {}));
            line += word.substr(at, length);
            at += length;
        }
    };
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) put(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

}
