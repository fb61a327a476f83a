// Smaller pieces: segments, pills, icons, banners, the dots of a code.
#include "ui/kit/page.hpp"
#include "ui/kit/paragraph.hpp"
#include "ui/kit/pen.hpp"
#include <algorithm>
#include <cmath>

namespace ui {

void Page::icon(Rect rect, Icon which, Color ink) {
    draw_icon(*list(), rect, which, ink, scale());
}

float Page::segments_width(std::span<const Segment> parts, float round) const {
    float width = 0;
    for (const auto& part : parts)
        width += std::ceil(text_width(part.name, Style::body, Weight::bold)) + round +
                 (part.icon == Icon::none ? 0 : icon_size() + 12);
    return width;
}

void Page::say_about(std::size_t since, const std::string& words) {
    for (auto& widget : std::span(tree.widgets).subspan(since))
        if (widget.action) widget.about = words;
}

void Page::segments(Rect rect, std::span<const Segment> parts, bool quiet) {
    if (parts.empty()) return;
    const bool high = state.appearance.theme == model::Theme::high_contrast;
    const float inset = rect.h >= 64 ? 8 : 4;
    const Color track = quiet ? color.surface : color.sunk;
    box(rect, track, 16);
    if (high || quiet) outline(rect, color.edge, control_line(), 16);
    const auto count = static_cast<float>(parts.size());
    const float share = rect.w / count, round = 2 * (inset + 4);
    const auto wider = [&](const Segment& part) { return segments_width({&part, 1}, round) > share; };
    const float spare = (rect.w - segments_width(parts, round)) / count;
    const bool equal = std::ranges::none_of(parts, wider) || spare < 0;
    float next = rect.x;
    for (std::size_t index = 0; index < parts.size(); ++index) {
        const Segment& part = parts[index];
        const Rect target{next, rect.y, equal ? share : segments_width({&part, 1}, round) + spare, rect.h};
        next = target.right();
        const Rect tile = target.inset(inset, inset);
        const bool held = pressed(part.id);
        Color fill = track, ink = color.ink;
        if (part.on) {
            fill = high ? color.chosen : quiet ? color.action_soft : color.surface;
            ink = high ? color.on_chosen : color.ink;
            box(tile, fill, 12);
        } else if (held) {
            fill = color.line;
            box(tile, fill, 12);
        }
        const Label label{.name = part.name,
                          .icon = part.icon,
                          .weight = part.on ? Weight::bold : Weight::regular,
                          .padding = 4,
                          .icon_size = icon_size()};
        Widget widget;
        widget.label = draw_label(tile, label, ink);
        widget.id = part.id;
        widget.role = Role::tab;
        widget.frame = target.inset(8, 8); // the next one touches it
        widget.name = part.name;
        widget.rect = target;
        widget.chosen = part.on;
        widget.action = part.action;
        widget.ink = ink;
        widget.paper = fill;
        widget.text_px = type(Style::body).px;
        add(std::move(widget));
    }
}

namespace {

constexpr float pill_padding = 16, pill_gap = 8;

}

Size Page::pill_size(const PillSpec& spec) const {
    const float words = text_width(spec.name, Style::small, Weight::bold);
    const float icon_side = spec.icon == Icon::none && !spec.mark ? 0 : grow(20) + pill_gap;
    const float bar = spec.bar ? grow(20) + pill_gap : 0;
    return {std::ceil(words + icon_side + bar + 2 * pill_padding),
            std::max(40.0f, std::ceil((type(Style::small).line + 8) / 8) * 8)};
}

float Page::pill(Point at, const PillSpec& spec) {
    const Size size = pill_size(spec);
    const Rect rect{at.x, at.y, size.w, size.h};
    box(rect, spec.paper, size.h / 2);
    if (spec.outline) outline(rect, *spec.outline, 1, size.h / 2);
    float x = at.x + pill_padding;
    const float side = grow(20);
    if (spec.mark) {
        partner_mark({x + side / 2, rect.center().y}, grow(8), *spec.mark);
        x += side + pill_gap;
    } else if (spec.icon != Icon::none) {
        icon({x, rect.center().y - side / 2, side, side}, spec.icon, spec.ink);
        x += side + pill_gap;
    }
    if (spec.bar) {
        const float high = grow(8), full = std::clamp(*spec.bar, 0.0f, 1.0f);
        const Rect bar{x, rect.center().y - high / 2, side, high};
        box(bar, color.line, high / 2);
        if (full > 0) box({bar.x, bar.y, std::max(high, bar.w * full), high}, spec.ink, high / 2);
        x += side + pill_gap;
    }
    const Run run{spec.name, Weight::bold, spec.ink};
    const TextLook look{.style = Style::small, .weight = Weight::bold, .color = spec.ink, .middle = true};
    const Paragraph words = lay_out({&run, 1}, size.w, look, height());
    Widget widget;
    widget.label = draw_paragraph(words, {x, rect.y, words.width, rect.h}, look);
    widget.id = next_id("pill");
    widget.role = Role::status;
    widget.name = spec.name;
    widget.rect = rect;
    widget.ink = spec.ink;
    widget.paper = spec.paper;
    widget.text_px = type(Style::small).px;
    add(std::move(widget));
    return size.w;
}

void Page::banner(Rect rect, Icon which, std::string words) {
    box(rect, color.alert_soft, rect.w < width() ? 16.0f : 0.0f);
    const float left = rect.w < width() ? 24 : margin();
    const Label label{.name = words, .icon = which, .align = Align::left, .padding = left, .icon_size = icon_size()};
    Widget widget;
    widget.label = draw_label(rect, label, color.alert);
    widget.id = next_id("banner");
    widget.role = Role::status;
    widget.name = std::move(words);
    widget.rect = rect;
    widget.ink = color.alert;
    widget.paper = color.alert_soft;
    widget.text_px = type(Style::body).px;
    add(std::move(widget));
}

void Page::ribbon(std::string words) {
    // Always the smallest size at 100 %, whatever faces there are.
    const float px = type_size(Style::small, 100, portrait()).px, high = std::round(px * 1.4f);
    const ImFont* font = m_surface.fonts->face(Style::small, Weight::bold);
    const float shrunk = px / type(Style::small).px;
    const float wide = text_width(words, Style::small, Weight::bold) * shrunk;
    const Rect rect{(width() - wide) / 2 - 12, 0, wide + 24, high};
    list()->AddRectFilled({std::round(rect.x * scale()), 0},
                          {std::round(rect.right() * scale()), std::round(rect.bottom() * scale())},
                          packed(color.action_soft), 8 * scale(), ImDrawFlags_RoundCornersBottom);
    const float font_high = font->FontSize * shrunk;
    list()->AddText(font, font_high,
                    {std::round((rect.x + 12) * scale()), std::round(rect.center().y * scale() - font_high / 2)},
                    packed(color.action), words.data(), words.data() + words.size());
    Widget widget;
    widget.id = "ribbon";
    widget.role = Role::status;
    widget.name = std::move(words);
    widget.rect = widget.label = rect;
    widget.ink = color.action;
    widget.paper = color.action_soft;
    widget.text_px = px;
    add(std::move(widget));
}

void Page::code_dots(Rect rect, std::size_t typed, std::size_t of) {
    const std::size_t count = std::max(typed, of);
    const float apart = std::min(56.0f, rect.w / static_cast<float>(std::max<std::size_t>(count, 1)));
    float x = rect.center().x - apart * static_cast<float>(count) / 2 + apart / 2;
    for (std::size_t index = 0; index < count; ++index, x += apart) {
        // Filled either way: a ring is the second partner's.
        disc({x, rect.center().y}, index < typed ? 14.0f : 8.0f, index < typed ? color.action : color.line);
    }
    Widget widget;
    widget.id = "code";
    widget.role = Role::status;
    widget.name =
        fill(tr("kit.code", "{typed} of {of} typed"), {{"typed", std::to_string(typed)}, {"of", std::to_string(of)}});
    widget.rect = rect;
    widget.frame = {rect.x, rect.y, std::max(rect.w, 56.0f), rect.h}; // of a code of unknown length nothing stands yet
    widget.secret = widget.typing = true;
    widget.ink = widget.paper = color.bg;
    add(std::move(widget));
}

}
