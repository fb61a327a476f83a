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

// How a choice's texts stand, measured from its top.
struct ChoicePlan {
    Style style;
    float width, name_width, name, beside, words, gap; // heights, but for the widths; `beside`: 0 right of the name
    float height() const { return name + beside + (words > 0 ? gap + words : 0); }
};
ChoicePlan plan_of(const Page& page, const ChoiceSpec& spec, float width) {
    ChoicePlan plan{.style = spec.close ? Style::small : Style::body,
                    .width = width - 2 * padding - choice_indent(page, spec),
                    .gap = spec.close ? 0.f : 4.f};
    plan.name_width = plan.width;
    const float beside = spec.beside.empty() ? 0 : page.text_width(spec.beside, plan.style) + 26;
    const bool fits = page.text_width(spec.name, Style::heading, Weight::bold) + beside <= plan.width;
    if (fits) plan.name_width -= beside;
    plan.name = page.text_height(spec.name, plan.name_width, Style::heading, Weight::bold);
    if (!fits && beside > 0) plan.beside = page.text_height(spec.beside, plan.width, plan.style);
    if (!spec.words.empty()) plan.words = page.text_height(spec.words, plan.width, plan.style);
    return plan;
}

float choice_height(const Page& page, const ChoiceSpec& spec, float width) {
    return std::max(72.f, plan_of(page, spec, width).height() + 2 * (spec.close ? 10 : 16));
}

void choice(Page& page, Rect rect, const ChoiceSpec& spec) {
    page.button(rect, {.id = spec.id, .name = {}, .enabled = spec.enabled, .action = spec.action, .role = Role::row});
    auto& row = page.tree.widgets.back();
    row.name = spec.name;
    row.value = spec.spoken.empty() ? spec.words : spec.spoken;
    const auto plan = plan_of(page, spec, rect.w);
    const float x = rect.x + padding + choice_indent(page, spec);
    const float top = rect.y + (rect.h - plan.height()) / 2;
    const float line = page.type(Style::heading).line;
    if (spec.who) page.partner_mark({rect.x + padding + mark_radius, top + line / 2}, mark_radius, *spec.who);
    const float size = page.icon_size();
    if (spec.icon != Icon::none)
        page.icon({rect.x + padding, top + (line - size) / 2, size, size}, spec.icon, page.color.action);
    const auto paper = page.tree.find_id(spec.id)->paper;
    page.text({x, top, plan.name_width, 0}, spec.name,
              {.style = Style::heading,
               .weight = Weight::bold,
               .color = spec.enabled ? page.color.ink : page.color.soft,
               .paper = paper});
    TextLook soft{.style = plan.style, .color = page.color.soft, .paper = paper};
    if (!spec.words.empty()) page.text({x, top + plan.name + plan.beside + plan.gap, plan.width, 0}, spec.words, soft);
    if (spec.beside.empty()) return;
    if (plan.beside > 0) {
        page.text({x, top + plan.name, plan.width, 0}, spec.beside, soft);
        return;
    }
    soft.align = Align::right;
    const float drop = (line - page.type(plan.style).line) / 2;
    page.text({x + plan.name_width, top + drop, plan.width - plan.name_width, 0}, spec.beside, soft);
}

}
