// What stands above a form's pages: how far one is, and whether it is saved.
#include "ui/kit/page.hpp"
#include <algorithm>
#include <cmath>

namespace ui {

void Page::answering_header(const TrailSpec& trail) {
    const float buttons = corner(true) - 24;
    const bool standing = portrait();
    const float line_height = type(Style::body).line;
    const float trail_width = trail_size(trail).w;
    const std::string count = fill(tr("kit.count", "{done} of {of}"),
                                   {{"done", std::to_string(trail.done)}, {"of", std::to_string(trail.of)}});
    const float count_width = text_width(count, Style::body, Weight::bold);
    const float name_width = text_width(trail.name, Style::body, Weight::bold);
    const float saved_icon = trail.tick ? icon_size() + 8 : 0;
    const float saved_words = trail.saved.empty() ? 0 : saved_icon + text_width(trail.saved, Style::body);

    // Lying, all stands in one row. Standing, the words stand below the buttons, and the trail as well where it has no
    // room beside them.
    const bool beside_buttons = !standing || margin() + trail_width <= buttons;
    const float second_row = 148 + line_height / 2;
    const float trail_middle = !standing ? 56 : beside_buttons ? 66 : second_row;
    float words_middle = standing ? second_row : 56;
    float words_x = standing && beside_buttons ? margin() : margin() + trail_width + 24;
    const float row_end = standing ? width() - margin() : buttons;
    if (standing && words_x + count_width + 24 + saved_words > row_end) {
        words_x = margin();
        words_middle += line_height + 16;
    }
    // In large letters the tick alone says that it is saved, before the trail would have to go.
    const bool in_words = words_x + count_width + 24 + saved_words <= row_end;
    const float saved_width = in_words ? saved_words : std::min(saved_words, icon_size());
    const float words_end = trail.saved.empty() ? row_end : row_end - saved_width - 24;
    // A module's name that finds no room stays away, it opened the module.
    const bool name_fits = !text_at_least(175) && words_x + name_width + 16 + count_width <= words_end;

    draw_trail(trail, trail_middle);
    const float y = words_middle - line_height / 2;
    if (name_fits && !trail.name.empty()) {
        text({words_x, y, name_width + 1, line_height}, trail.name, {.weight = Weight::bold});
        words_x += name_width + 16;
    }
    text({words_x, y, count_width + 1, line_height}, count,
         name_fits ? TextLook{.color = color.soft} : TextLook{.weight = Weight::bold});
    if (standing) m_header_bottom = std::max(240.0f, words_middle + line_height / 2 + 24);
    m_header_bottom = header_bottom() + silent_note(header_bottom());
    if (trail.saved.empty() || (!in_words && !trail.tick)) return;
    const float saved_begins = row_end - saved_width;
    const Rect tick{saved_begins, words_middle - icon_size() / 2, icon_size(), icon_size()};
    if (trail.tick) icon(tick, Icon::tick, color.soft);
    if (in_words)
        text({saved_begins + saved_icon, y, saved_width - saved_icon + 1, line_height}, trail.saved,
             {.color = color.soft}, Role::status);
    else
        add({.id = "saved", .role = Role::status, .name = trail.saved, .rect = tick});
}

Size Page::trail_size(const TrailSpec& trail) const {
    const float mark = portrait() ? 20 : 16, bar = portrait() ? 140 : 112, gap = portrait() ? 10 : 8;
    if (trail.modules == 0) return {0, mark};
    const auto count = static_cast<float>(trail.modules);
    return {(trail.now ? bar - mark : 0) + count * mark + (count - 1) * gap, mark};
}

void Page::draw_trail(const TrailSpec& trail, float middle) {
    const auto [wide, mark] = trail_size(trail);
    const float bar = portrait() ? 140 : 112, gap = portrait() ? 10 : 8;
    float x = margin();
    if (trail.action) {
        const float reach = portrait() ? 72.0f : 48.0f;
        const Rect target{x, middle - reach / 2, wide, reach};
        add({.id = "trail",
             .role = Role::button,
             .name = tr("kit.trail", "How far you are"),
             .rect = target,
             .action = trail.action,
             .aside = true,
             .frame = target.inset(4, 4)});
    }
    for (std::size_t index = 0; index < trail.modules; ++index) {
        const bool now = index == trail.now;
        const bool past = trail.now ? index < *trail.now : index < trail.done;
        const Rect place{x, middle - mark / 2, now ? bar : mark, mark};
        box(place, past ? color.action : color.line, mark / 2);
        if (now && trail.of > 0 && trail.done > 0) {
            const float share = std::min(1.0f, static_cast<float>(trail.done) / static_cast<float>(trail.of));
            box({x, place.y, std::max(mark, std::round(bar * share / 8) * 8), mark}, color.action, mark / 2);
        }
        x += place.w + gap;
    }
}

}
