#include "ui/layout/rows.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr float beside = 24;  // between buttons of a row
constexpr float under = 16;   // between rows
constexpr float padding = 24; // inside a button, left and right

// Relative to the rows' corner.
std::vector<Rect> place(const Page& page, std::span<const ButtonSpec> specs, float width, float least) {
    std::vector<Rect> placed;
    float x = 0, y = 0, row = 0;
    std::size_t first = 0;
    const auto end_row = [&](std::size_t end) {
        for (std::size_t i = first; i < end; ++i)
            placed[i].y = y + (row - placed[i].h);
        first = end;
    };
    for (const auto& spec : specs) {
        const float primary = spec.look == ButtonLook::primary ? (page.portrait() ? 320.f : 240.f) : 0;
        const float w = std::min(width, std::max(primary, page.fit_button(spec).w));
        const float h = std::max(least, page.button_height(spec, w));
        if (x > 0 && x + beside + w > width) {
            end_row(placed.size());
            y += row + under;
            x = row = 0;
        }
        if (x > 0) x += beside;
        placed.push_back({x, y, w, h});
        x += w;
        row = std::max(row, h);
    }
    end_row(placed.size());
    return placed;
}

}

float rows_height(const Page& page, std::span<const ButtonSpec> specs, float width, float least) {
    float height = 0;
    for (const auto& placed : place(page, specs, width, least))
        height = std::max(height, placed.bottom());
    return height;
}

float draw_rows(Page& page, Rect at, std::span<const ButtonSpec> specs, float least) {
    const auto placed = place(page, specs, at.w, least);
    float bottom = at.y;
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const Rect rect{at.x + placed[i].x, at.y + placed[i].y, placed[i].w, placed[i].h};
        page.button(rect, specs[i]);
        bottom = std::max(bottom, rect.bottom());
    }
    return bottom;
}

namespace {

constexpr float mark_radius = 12;

float choice_indent(const Page& page, const ChoiceSpec& spec) {
    if (spec.who) return 2 * mark_radius + 20;
    return spec.icon == Icon::none ? 0 : page.icon_size() + 20;
}

}

float choice_height(const Page& page, const ChoiceSpec& spec, float width) {
    const float room = width - 2 * padding - choice_indent(page, spec);
    float height = page.text_height(spec.name, room, Style::heading, Weight::bold);
    if (!spec.words.empty()) height += 4 + page.text_height(spec.words, room, Style::body);
    return std::max(72.f, height + 2 * 16);
}

void choice(Page& page, Rect rect, const ChoiceSpec& spec) {
    page.button(rect, {.id = spec.id, .name = {}, .enabled = spec.enabled, .action = spec.action, .role = Role::row});
    auto& row = page.tree.widgets.back();
    row.name = spec.name;
    row.value = spec.words;
    const float indent = choice_indent(page, spec);
    const Rect room{rect.x + padding + indent, rect.y, rect.w - 2 * padding - indent, 0};
    const float name = page.text_height(spec.name, room.w, Style::heading, Weight::bold);
    const float words = spec.words.empty() ? 0 : 4 + page.text_height(spec.words, room.w, Style::body);
    const float top = rect.y + (rect.h - name - words) / 2;
    const float line = page.type(Style::heading).line;
    if (spec.who) page.partner_mark({rect.x + padding + mark_radius, top + line / 2}, mark_radius, *spec.who);
    const float size = page.icon_size();
    if (spec.icon != Icon::none)
        page.icon({rect.x + padding, top + (line - size) / 2, size, size}, spec.icon, page.color.action);
    page.text({room.x, top, room.w, 0}, spec.name,
              {.style = Style::heading,
               .weight = Weight::bold,
               .color = spec.enabled ? page.color.ink : page.color.soft,
               .paper = page.tree.find_id(spec.id)->paper});
    if (spec.words.empty()) return;
    page.text({room.x, top + name + 4, room.w, 0}, spec.words,
              {.color = page.color.soft, .paper = page.tree.find_id(spec.id)->paper});
}

}
