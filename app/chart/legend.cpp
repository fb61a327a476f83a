#include "chart/legend.hpp"
#include "chart/small_text.hpp"
#include "chart/strokes.hpp"
#include <algorithm>

namespace chart {
namespace {

constexpr float gap = 16;
constexpr float title_line = 32; // of a title beside it
constexpr float line_length = 32;
constexpr float mark_radius = 6;

float before_words(const LegendEntry& entry) {
    if (!entry.partner) return 0;
    return 2 * mark_radius + 8 + (entry.with_line ? line_length + 8 : 0);
}

void draw_entry(Canvas& canvas, const LegendEntry& entry, float x, float middle, const std::string& words,
                const ScoreColors& colors) {
    if (entry.partner) {
        const Point centre{x + mark_radius, middle};
        if (*entry.partner == model::Partner::a)
            canvas.disc(centre, mark_radius, colors.a);
        else
            canvas.ring(centre, mark_radius, 3, colors.b, colors.surface);
        if (entry.with_line) {
            const Point line[] = {{x + 2 * mark_radius + 8, middle}, {x + 2 * mark_radius + 8 + line_length, middle}};
            if (*entry.partner == model::Partner::a)
                canvas.curve(line, 3, colors.a);
            else
                draw_dashed(canvas, line, line_dash, 3, colors.b);
        }
    }
    put_small(canvas, x + before_words(entry), middle, words, Align::left, colors.soft);
}

}

float draw_legend(Canvas& canvas, const std::vector<LegendEntry>& entries, Point at, const Room& room, Stand stand,
                  const ScoreColors& colors) {
    const auto width_of = [&](const LegendEntry& entry) {
        return before_words(entry) + small_width(canvas, entry.words);
    };
    float whole = 0;
    for (const LegendEntry& entry : entries)
        whole += width_of(entry) + (whole > 0 ? gap : 0);
    const float first_line = room.kept_left > 0 ? title_line : line_height;
    const float kept = room.kept_left > 0 ? room.kept_left + gap : 0;
    if (whole <= room.width - kept) {
        float x = stand == Stand::right ? at.x + room.width - whole : at.x + kept;
        for (const LegendEntry& entry : entries) {
            draw_entry(canvas, entry, x, at.y + first_line / 2, entry.words, colors);
            x += width_of(entry) + gap;
        }
        return first_line;
    }
    // Below the title, as many in a line as fit; words wider than a line are broken.
    float x = at.x, y = at.y + (kept > 0 ? title_line : 0);
    for (const LegendEntry& entry : entries) {
        if (x > at.x && x + width_of(entry) > at.x + room.width) {
            x = at.x;
            y += line_height;
        }
        const auto lines =
            wrapped(canvas, entry.words, std::max(room.width - before_words(entry), 1.0F), small, Weight::regular);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i == 0)
                draw_entry(canvas, entry, x, y + line_height / 2, lines[i], colors);
            else
                put_small(canvas, x + before_words(entry), y + line_height / 2, lines[i], Align::left, colors.soft);
            if (i + 1 < lines.size()) y += line_height;
        }
        x += width_of(entry) + gap;
    }
    return y + line_height - at.y;
}

}
