#include "kit_support.hpp"

namespace kit {

ui::Tree part(const std::function<void(ui::Page&)>& draw, support::Panel panel, int percent, model::Theme theme,
              ui::View view) {
    return support::offscreen(panel, percent).draw_with(gallery::a_state(theme, percent), std::move(view), draw);
}

model::TextEdit written(std::string_view text, std::size_t caret) {
    model::TextEdit edit = model::edit_of(text, 1 << 22, core::Lines::many);
    edit.caret = caret;
    return edit;
}

int pixels_of(ui::Color color, ui::Rect rect, support::Panel panel, int percent) {
    const rehearsal::Offscreen& drawn = support::offscreen(panel, percent);
    const rehearsal::Image image = drawn.image();
    const auto panel_pixel = [&](float value) { return static_cast<int>(value * drawn.scale()); };
    int count = 0;
    for (int y = panel_pixel(rect.y); y < panel_pixel(rect.bottom()); ++y) {
        for (int x = panel_pixel(rect.x); x < panel_pixel(rect.right()); ++x) {
            const auto at =
                4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x));
            count += image.rgba[at] == color.r && image.rgba[at + 1] == color.g && image.rgba[at + 2] == color.b;
        }
    }
    return count;
}

}
