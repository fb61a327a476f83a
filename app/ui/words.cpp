#include "ui/words.hpp"

namespace ui {

std::string tr(std::string_view, std::string_view english) {
    return std::string(english);
}

std::string fill(std::string text, std::initializer_list<std::pair<std::string_view, std::string>> places) {
    std::string filled;
    filled.reserve(text.size() + 32);
    std::size_t at = 0;
    // One pass, so that braces inside a name are never taken for a place.
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = open == std::string::npos ? open : text.find('}', open);
        if (close == std::string::npos) break;
        filled.append(text, at, open - at);
        const std::string_view name = std::string_view(text).substr(open + 1, close - open - 1);
        const std::pair<std::string_view, std::string>* found = nullptr;
        for (const auto& place : places) {
            if (place.first == name) found = &place;
        }
        if (found) {
            filled += found->second;
        } else {
            filled.append(text, open, close - open + 1);
        }
        at = close + 1;
    }
    return filled.append(text, at, std::string::npos);
}

}
