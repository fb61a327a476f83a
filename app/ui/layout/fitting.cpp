#include "ui/layout/fitting.hpp"
#include "core/utf8.hpp"
#include <algorithm>

namespace ui {

bool words_fit(const Page& page, std::string_view text, float width, Style style, Weight weight) {
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(' ', begin), text.size());
        if (page.text_width(text.substr(begin, end - begin), style, weight) > width) return false;
        begin = end + 1;
    }
    return true;
}

std::string shortened(const Page& page, std::string_view text, Size room, Style style, Weight weight) {
    const Page::Run whole{std::string(text), weight, std::nullopt};
    const auto cut = page.cut({&whole, 1}, room, style);
    if (cut.rest.empty()) return whole.text;
    // Room for the sign that something is left out.
    std::string_view part = cut.first.empty() ? std::string_view() : cut.first.front().text;
    while (!part.empty()) {
        const auto with = std::string(part) + "…";
        if (page.text_height(with, room.w, style, weight) <= room.h) return with;
        const auto blank = part.find_last_of(" \n");
        part = part.substr(0, blank == std::string_view::npos ? core::utf8::before(part, part.size()) : blank);
    }
    return "…";
}

}
