#include "ui/kit/page.hpp"
#include "ui/kit/paragraph.hpp"
#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float button_radius = 16;
float up_to_8(float value) {
    return std::ceil(value / 8 - 0.01f) * 8;
}

}

// Room for the words beside the icon.
float Page::room_for_words(const Label& label, float width) const {
    return width - 2 * label.padding - (label.icon == Icon::none ? 0 : label.icon_size + label.gap);
}

float Page::label_height(const Label& label, float width) const {
    const float words = text_height(label.name, room_for_words(label, width), label.style, label.weight);
    return std::max(words, label.icon == Icon::none ? 0 : label.icon_size);
}

Rect Page::draw_label(Rect rect, const Label& label, Color ink) {
    const Run run{std::string(label.name), label.weight, ink};
    TextLook look{.style = label.style, .weight = label.weight, .color = ink, .align = label.align};
    const float room = room_for_words(label, rect.w);
    const Paragraph words = lay_out({&run, 1}, room, look, height());
    const float beside = label.icon == Icon::none ? 0 : label.icon_size + (words.width > 0 ? label.gap : 0);
    const float total = words.width + beside;
    float x = rect.x + label.padding;
    if (label.align == Align::center) x = rect.x + (rect.w - total) / 2;
    if (label.align == Align::right) x = rect.right() - label.padding - total;
    const Rect used{x, rect.center().y - std::max(words.height(), label.icon_size * (beside > 0 ? 1.0f : 0.0f)) / 2,
                    total, std::max(words.height(), label.icon_size * (beside > 0 ? 1.0f : 0.0f))};
    float icon_x = x;
    if (label.icon_right)
        icon_x =
            label.align == Align::left ? rect.right() - label.padding - label.icon_size : x + total - label.icon_size;
    if (label.icon != Icon::none)
        icon({icon_x, rect.center().y - label.icon_size / 2, label.icon_size, label.icon_size}, label.icon, ink);
    const float words_x = label.icon_right ? x : x + beside;
    draw_paragraph(words, {words_x, rect.center().y - words.height() / 2, words.width, words.height()}, look);
    return used;
}

Page::Label Page::label_of(const ButtonSpec& spec) const {
    return {.name = spec.name,
            .icon = spec.icon,
            .icon_right = spec.icon_right,
            .style = spec.style,
            .padding = spec.look == ButtonLook::quiet ? 0.0f : 16.0f,
            .icon_size = icon_size()};
}

Size Page::fit_button(const ButtonSpec& spec) const {
    const Label label = label_of(spec);
    const float words = spec.name.empty() ? 0 : text_width(spec.name, spec.style, Weight::bold);
    const float beside = label.icon == Icon::none ? 0 : label.icon_size + (spec.name.empty() ? 0 : label.gap);
    const float least = spec.look == ButtonLook::quiet_with_line ? 56 : portrait() ? 88.0f : 64.0f;
    const float high = std::max(portrait() && spec.look == ButtonLook::quiet_with_line ? 80.0f : least,
                                up_to_8(type(spec.style).line + 8));
    const float sides = spec.look == ButtonLook::quiet ? 0 : portrait() ? 70.0f : 56.0f;
    return {std::max(48.0f, up_to_8(words + beside + sides)), high};
}

float Page::button_height(const ButtonSpec& spec, float width) const {
    return std::max(fit_button(spec).h, up_to_8(label_height(label_of(spec), width) + 8));
}

void Page::button(Rect rect, const ButtonSpec& spec) {
    const bool held = spec.enabled && pressed(spec.id);
    Color fill = color.surface, ink = color.ink;
    std::optional<Color> edge;
    Label label = label_of(spec);
    switch (spec.look) {
    case ButtonLook::primary:
        fill = held ? color.press : color.action;
        ink = color.on_action;
        break;
    case ButtonLook::secondary:
        fill = held ? color.sunk : color.surface;
        edge = color.edge;
        break;
    case ButtonLook::quiet:
        fill = held ? color.sunk : color.bg;
        ink = color.action;
        // At the page's edge the words stand on the margin.
        if (std::abs(rect.x - margin()) < 1) label.align = Align::left;
        if (std::abs(rect.right() - (width() - margin())) < 1) label.align = Align::right;
        break;
    case ButtonLook::quiet_with_line:
        fill = held ? color.sunk : color.surface;
        ink = color.action;
        edge = state.appearance.theme == model::Theme::high_contrast || held ? color.edge : color.line;
        break;
    }
    if (spec.chosen) {
        fill = color.chosen;
        ink = color.on_chosen;
        edge = color.action;
    }
    if (!spec.enabled) {
        ink = color.soft;
        edge.reset();
        if (spec.look != ButtonLook::quiet) fill = color.sunk;
    }
    if (spec.look == ButtonLook::quiet) {
        // The words keep to the edge they stand at; what is held shows a little beyond them.
        if (held) box(rect.inset(-8, 0), fill, 12);
    } else {
        box(rect, fill, button_radius);
        if (edge) outline(rect, *edge, spec.chosen ? chosen_line() : control_line(), button_radius);
    }
    Widget widget;
    widget.label = draw_label(rect, label, ink);
    widget.id = spec.id;
    widget.role = spec.role;
    widget.name = spec.name;
    widget.about = spec.about;
    widget.rect = rect;
    widget.enabled = spec.enabled;
    widget.chosen = spec.chosen;
    widget.primary = spec.look == ButtonLook::primary;
    widget.action = spec.action;
    widget.ink = ink;
    widget.paper = fill;
    widget.text_px = type(spec.style).px;
    add(std::move(widget));
}

Page::Label Page::answer_label(std::string_view name, Align align, bool chosen) const {
    const bool list_row = align != Align::center;
    return {.name = name,
            .icon = chosen || list_row ? Icon::tick : Icon::none,
            .icon_right = true,
            .style = Style::heading,
            .weight = chosen ? Weight::bold : Weight::regular,
            .align = align,
            .padding = !list_row    ? 12.0f
                       : portrait() ? 32.0f
                                    : 26.0f,
            .icon_size = grow(28),
            .gap = 8};
}

float Page::answer_height(std::string_view name, float width, Align align) const {
    // As tall as when it is chosen, so that nothing moves.
    const float words = label_height(answer_label(name, align, true), width);
    const float least = portrait() ? 104 : 72;
    const float line_height = type(Style::heading).line;
    return std::max(least, up_to_8(words + (words > line_height ? 16 : 8)));
}

void Page::answer(Rect rect, std::string id, std::string name, bool chosen, Meaning action, Align align) {
    const bool held = pressed(id);
    const Color fill = chosen ? color.chosen : held ? color.sunk : color.surface;
    const Color ink = chosen ? color.on_chosen : color.ink;
    box(rect, fill, button_radius);
    outline(rect, chosen ? color.action : color.edge, chosen ? chosen_line() : control_line(), button_radius);
    Label label = answer_label(name, align, chosen);
    Widget widget;
    if (align == Align::center) {
        widget.label = draw_label(rect, label, ink);
    } else {
        const float tick = label.icon_size;
        const Rect words{rect.x, rect.y, rect.w - tick - label.gap, rect.h};
        if (chosen)
            icon({rect.right() - label.padding - tick, rect.center().y - tick / 2, tick, tick}, Icon::tick, ink);
        label.icon = Icon::none;
        widget.label = draw_label(words, label, ink);
    }
    widget.id = std::move(id);
    widget.role = Role::answer;
    widget.name = std::move(name);
    widget.rect = rect;
    widget.chosen = chosen;
    widget.action = std::move(action);
    widget.ink = ink;
    widget.paper = fill;
    widget.text_px = type(Style::heading).px;
    add(std::move(widget));
}

Page::Label Page::toggle_label(std::string_view name) const {
    return {.name = name,
            .icon = Icon::tick,
            .style = Style::body,
            .weight = Weight::regular,
            .align = Align::left,
            .padding = 16,
            .icon_size = grow(32),
            .gap = 16};
}

float Page::toggle_height(std::string_view name, float width) const {
    return std::max(portrait() ? 88.0f : 64.0f, up_to_8(label_height(toggle_label(name), width) + 16));
}

void Page::toggle(Rect rect, std::string id, std::string name, bool on, Meaning action) {
    const bool held = pressed(id);
    const Color fill = on ? color.chosen : held ? color.sunk : color.surface;
    const Color ink = on ? color.on_chosen : color.ink;
    box(rect, fill, button_radius);
    outline(rect, on ? color.action : color.edge, on ? chosen_line() : control_line(), button_radius);
    Label label = toggle_label(name);
    label.icon = Icon::none;
    const float side = label.icon_size;
    const Rect tick{rect.x + label.padding, rect.center().y - side / 2, side, side};
    box(tick, on ? ink : color.surface, 8);
    if (on) {
        icon(tick.inset(side / 8, side / 8), Icon::tick, fill);
    } else {
        outline(tick, color.edge, control_line(), 8);
    }
    const float before = side + label.gap;
    Widget widget;
    widget.label = draw_label({rect.x + before, rect.y, rect.w - before, rect.h}, label, ink);
    widget.id = std::move(id);
    widget.role = Role::toggle;
    widget.name = std::move(name);
    widget.value = on ? "on" : "off";
    widget.rect = rect;
    widget.chosen = on;
    widget.action = std::move(action);
    widget.ink = ink;
    widget.paper = fill;
    widget.text_px = type(Style::body).px;
    add(std::move(widget));
}

}
