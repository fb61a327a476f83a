#include "support/snapshot.hpp"
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace support {

rehearsal::Offscreen& offscreen(Panel panel, int text_percent) {
    static std::map<std::tuple<int, int, int>, rehearsal::Offscreen> kept;
    const std::tuple key{panel.width, panel.height, text_percent};
    auto found = kept.find(key);
    if (found == kept.end()) {
        auto made = rehearsal::Offscreen::create(panel.width, panel.height, text_percent);
        if (!made) {
            std::fprintf(stderr, "%s\n", made.error().detail.c_str());
            std::abort();
        }
        found = kept.emplace(key, std::move(*made)).first;
    }
    return found->second;
}

ui::Tree draw(const model::State& state, Panel panel, ui::View view) {
    return offscreen(panel, state.appearance.text_percent).draw(state, std::move(view));
}

bool write_png(const model::State& state, Panel panel, const std::string& path, ui::View view) {
    draw(state, panel, std::move(view));
    return rehearsal::write_png(offscreen(panel, state.appearance.text_percent).image(), path).has_value();
}

std::string picture_name(std::string name, const model::State& state, Panel panel, std::size_t page) {
    std::ranges::replace_if(
        name, [](unsigned char c) { return std::isalnum(c) == 0; }, '-');
    const char* const themes[] = {"day", "evening", "contrast"};
    return fmt::format("{}-{}-{}-{}-{}{}", name, panel.width, state.appearance.text_percent,
                       state.appearance.language.tag, themes[static_cast<int>(state.appearance.theme)],
                       page == 0 ? "" : fmt::format("-{}", page + 1));
}

void keep(const rehearsal::Offscreen& drawn, const std::string& name) {
    const char* folder = std::getenv("SAMESIDE_SNAPSHOTS");
    if (!folder) return;
    const auto written = rehearsal::write_png(drawn.image(), std::string(folder) + "/" + name + ".png");
    if (!written) std::fprintf(stderr, "%s\n", written.error().detail.c_str());
}

}
