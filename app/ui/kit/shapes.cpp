#include "ui/kit/page.hpp"
#include "ui/kit/pen.hpp"
#include <cmath>

namespace ui {

void Page::box(Rect rect, Color fill, float radius) {
    Pen(*list(), scale()).box(rect, fill, radius);
}

void Page::outline(Rect rect, Color line_color, float thickness, float radius) {
    Pen(*list(), scale()).outline(rect, line_color, thickness, radius);
}

void Page::disc(Point center, float radius, Color fill) {
    Pen(*list(), scale()).disc(center, radius, fill);
}

void Page::ring(Point center, float radius, float stroke, Color line_color) {
    Pen(*list(), scale()).ring(center, radius, stroke, line_color);
}

void Page::line(Point from, Point to, Color line_color, float thickness) {
    Pen(*list(), scale()).line(from, to, line_color, thickness);
}

void Page::curve(std::span<const Point> points, Color line_color, float thickness) {
    const Pen pen(*list(), scale());
    if (points.empty()) return;
    std::vector<ImVec2> places;
    places.reserve(points.size());
    for (const Point point : points)
        places.push_back(pen.at(point));
    list()->AddPolyline(places.data(), static_cast<int>(places.size()), packed(line_color), ImDrawFlags_None,
                        pen.size(thickness));
    pen.disc(points.front(), thickness / 2, line_color);
    pen.disc(points.back(), thickness / 2, line_color);
}

void Page::dotted_ring(Point center, float radius, Color line_color) {
    // Dashes of 4, a gap of about 14 between them; thick ones are short lines with round ends.
    const Pen pen(*list(), scale());
    constexpr float full_circle = 6.2831853f;
    const int dashes = std::max(12, static_cast<int>(std::lround(full_circle * radius / 18)));
    const float half_dash = 2 / radius;
    for (int dash = 0; dash < dashes; ++dash) {
        const float angle = full_circle * static_cast<float>(dash) / static_cast<float>(dashes) - full_circle / 4;
        const auto on_ring = [&](float at) {
            return Point{center.x + radius * std::cos(at), center.y + radius * std::sin(at)};
        };
        const Point from = on_ring(angle - half_dash), to = on_ring(angle + half_dash);
        list()->AddLine(pen.at(from), pen.at(to), packed(line_color), pen.size(4));
        pen.disc(from, 2, line_color);
        pen.disc(to, 2, line_color);
    }
}

void Page::card(Rect rect, bool shadow) {
    constexpr float radius = 24;
    if (shadow) {
        struct Layer {
            float down, grown, share;
        };
        const bool dark = state.appearance.theme != model::Theme::day;
        for (const Layer layer : {Layer{6, 4, 0.012f}, Layer{4, 2, 0.02f}, Layer{2, 1, 0.03f}, Layer{1, 0, 0.05f}}) {
            const Color ink = dark ? Color{0, 0, 0, 255} : Color{60, 40, 45, 255};
            const Rect around = rect.inset(-layer.grown, -layer.grown);
            box({around.x, around.y + layer.down, around.w, around.h}, faded(ink, layer.share), radius + layer.grown);
        }
    }
    box(rect, color.surface, radius);
    outline(rect, color.line, state.appearance.theme == model::Theme::high_contrast ? 2 : 1, radius);
}

void Page::partner_mark(Point center, float radius, model::Partner who, std::optional<Color> ink) {
    if (who == model::Partner::a) {
        disc(center, radius, ink.value_or(color.a));
    } else {
        ring(center, radius, std::max(2.5f, radius * 0.4f), ink.value_or(color.b));
    }
}

Color Page::mark_color(model::Partner who, bool chosen) const {
    if (chosen && state.appearance.theme == model::Theme::high_contrast) return color.on_chosen;
    return who == model::Partner::a ? color.a : color.b;
}

void Page::two_circles(Rect rect, bool illustration) {
    const Pen pen(*list(), scale());
    const float apart = illustration ? 8.0f / 7 : 1.22f; // centres, in radii
    const float radius = std::min(rect.h / 2, rect.w / (2 + apart));
    const float stroke = illustration ? radius * 20 / 168 : radius * 0.27f;
    const Point middle = rect.center();
    const Point a{middle.x - radius * apart / 2, middle.y}, b{middle.x + radius * apart / 2, middle.y};
    if (illustration) pen.disc(b, radius - stroke, color.b_soft);
    pen.disc(a, radius, illustration ? color.a_mid : color.a);
    pen.lens(a, radius, b, radius - stroke / 2, illustration ? color.shared_mid : color.shared);
    pen.ring(b, radius, stroke, illustration ? color.b_mid : color.b);
}

void Page::picture(Rect rect, std::string_view name, float radius, std::string alt) {
    const std::uintptr_t texture = m_surface.texture ? m_surface.texture(m_surface.textures, name) : 0;
    if (texture == 0) return;
    const Pen pen(*list(), scale());
    // The pictures are of daylight; on dark paper they are dimmed to what is around them.
    const bool dark = state.appearance.theme != model::Theme::day;
    const ImU32 tint = dark ? IM_COL32(108, 96, 102, 255) : IM_COL32_WHITE;
    list()->AddImageRounded(reinterpret_cast<ImTextureID>(texture), pen.at({rect.x, rect.y}),
                            pen.at({rect.right(), rect.bottom()}), {0, 0}, {1, 1}, tint, pen.size(radius));
    add_picture(rect, std::move(alt));
}

}
