// Screens drawn without a window, for the tests of what they look like.
#pragma once
#include "rehearsal/offscreen.hpp"
#include <span>

namespace support {

struct Panel {
    int width, height;
};
inline constexpr Panel lying{1280, 800};
inline constexpr Panel standing{1080, 1920};
inline constexpr int text_sizes[] = {100, 125, 150, 175, 200};
inline constexpr model::Theme themes[] = {model::Theme::day, model::Theme::evening, model::Theme::high_contrast};

// Kept for the whole run, because drawing the letters takes longer than any screen.
rehearsal::Offscreen& offscreen(Panel panel, int text_percent);

// Draws the state at its own text size.
ui::Tree draw(const model::State& state, Panel panel, ui::View view = {});

// Draws the state and writes it as a PNG. False when it cannot be written.
bool write_png(const model::State& state, Panel panel, const std::string& path, ui::View view = {});

// "desk-1280-200-es-day"; a page beyond the first has its number at the end.
std::string picture_name(std::string name, const model::State& state, Panel panel, std::size_t page = 0);

// Writes what was drawn last as <folder>/<name>.png where the environment names a folder in SAMESIDE_SNAPSHOTS.
void keep(const rehearsal::Offscreen& drawn, const std::string& name);

}
