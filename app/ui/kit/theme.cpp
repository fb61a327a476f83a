#include "ui/kit/theme.hpp"
#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16 & 0xFF), static_cast<std::uint8_t>(hex >> 8 & 0xFF),
            static_cast<std::uint8_t>(hex & 0xFF), 255};
}

constexpr Colors day{
    .bg = rgb(0xF6EFE4),
    .surface = rgb(0xFFFBF4),
    .sunk = rgb(0xEADFD0),
    .line = rgb(0xD8CAB7),
    .edge = rgb(0x8A7767),
    .ink = rgb(0x2C2430),
    .soft = rgb(0x62545B),
    .action = rgb(0x4F3455),
    .press = rgb(0x36213B),
    .on_action = rgb(0xFFFBF4),
    .action_soft = rgb(0xEBDFE9),
    .chosen = rgb(0xEBDFE9),
    .on_chosen = rgb(0x2C2430),
    .a = rgb(0x2A637F),
    .a_soft = rgb(0xD6E4E9),
    .a_mid = rgb(0x9CC0CD),
    .b = rgb(0x9A520B),
    .b_soft = rgb(0xF8E6CE),
    .b_mid = rgb(0xE3AE72),
    .shared = rgb(0x4F3455),
    .shared_mid = rgb(0x8A6A8C),
    .alert = rgb(0x8A3640),
    .alert_soft = rgb(0xF5DFDB),
    .ok = rgb(0x38654A),
    .ok_soft = rgb(0xE0E9DC),
    .map_secure = rgb(0xE9EFE1),
    .map_anxious = rgb(0xF6E6E0),
    .map_avoidant = rgb(0xEAE7F0),
    .map_fearful = rgb(0xEAE4DC),
};

constexpr Colors evening{
    .bg = rgb(0x241D1F),
    .surface = rgb(0x312829),
    .sunk = rgb(0x191415),
    .line = rgb(0x4C4041),
    .edge = rgb(0x988886),
    .ink = rgb(0xEFE4D6),
    .soft = rgb(0xC0B1AD),
    .action = rgb(0xE8D5E5),
    .press = rgb(0xCDB2C9),
    .on_action = rgb(0x2A1E2D),
    .action_soft = rgb(0x4D3B4C),
    .chosen = rgb(0x4D3B4C),
    .on_chosen = rgb(0xEFE4D6),
    .a = rgb(0x8CC0D8),
    .a_soft = rgb(0x25404D),
    .a_mid = rgb(0x4B7B90),
    .b = rgb(0xE6A964),
    .b_soft = rgb(0x4C3621),
    .b_mid = rgb(0x9A6A35),
    .shared = rgb(0xE8D5E5),
    .shared_mid = rgb(0xB79AB8),
    .alert = rgb(0xEBA3A1),
    .alert_soft = rgb(0x4E2B30),
    .ok = rgb(0xA2CBA9),
    .ok_soft = rgb(0x2B4032),
    .map_secure = rgb(0x2E362D),
    .map_anxious = rgb(0x3F2D2B),
    .map_avoidant = rgb(0x333040),
    .map_fearful = rgb(0x3A322D),
};

constexpr Colors high_contrast{
    .bg = rgb(0x000000),
    .surface = rgb(0x000000),
    .sunk = rgb(0x1A1A1A),
    .line = rgb(0x6B6B6B),
    .edge = rgb(0xFFFFFF),
    .ink = rgb(0xFFFFFF),
    .soft = rgb(0xE8E8E8),
    .action = rgb(0xFFE14D),
    .press = rgb(0xFFF3B0),
    .on_action = rgb(0x000000),
    .action_soft = rgb(0x262626),
    .chosen = rgb(0xFFE14D),
    .on_chosen = rgb(0x000000),
    .a = rgb(0x7CCBFF),
    .a_soft = rgb(0x00304D),
    .a_mid = rgb(0x7CCBFF),
    .b = rgb(0xFFAE4D),
    .b_soft = rgb(0x4D2C00),
    .b_mid = rgb(0xFFAE4D),
    .shared = rgb(0xFFFFFF),
    .shared_mid = rgb(0xFFFFFF),
    .alert = rgb(0xFFB8B8),
    .alert_soft = rgb(0x4D0000),
    .ok = rgb(0xA8F0B8),
    .ok_soft = rgb(0x003D14),
    .map_secure = rgb(0x000000),
    .map_anxious = rgb(0x000000),
    .map_avoidant = rgb(0x000000),
    .map_fearful = rgb(0x000000),
};

struct StyleRule {
    TypeSize size;
    float growth; // share of the chosen text size it follows
    float standing;
};

constexpr StyleRule rule_of(Style style) {
    switch (style) {
    case Style::display:
        return {{64, 72}, 0.5f, 1.25f};
    case Style::title:
        return {{40, 48}, 0.5f, 1.5f};
    case Style::large:
        return {{32, 40}, 1, 1.25f};
    case Style::heading:
        return {{24, 32}, 1, 1.25f};
    case Style::body:
        return {{20, 28}, 1, 1.25f};
    case Style::small:
        return {{16, 24}, 1, 1.25f};
    }
    return {{20, 28}, 1, 1.25f};
}

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

// Relative luminance, WCAG 2.2 glossary.
double luminance(Color color) {
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

}

const Colors& colors(model::Theme theme) {
    switch (theme) {
    case model::Theme::day:
        return day;
    case model::Theme::evening:
        return evening;
    case model::Theme::high_contrast:
        return high_contrast;
    }
    return day;
}

TypeSize type_size(Style style, int text_percent, bool portrait) {
    const StyleRule rule = rule_of(style);
    const float factor =
        (1 + rule.growth * (static_cast<float>(text_percent) / 100 - 1)) * (portrait ? rule.standing : 1);
    return {std::round(rule.size.px * factor), std::round(rule.size.line * factor)};
}

Color mix(Color from, Color to, float share) {
    const auto part = [share](std::uint8_t x, std::uint8_t y) {
        return static_cast<std::uint8_t>(
            std::lround(static_cast<float>(x) * (1 - share) + static_cast<float>(y) * share));
    };
    return {part(from.r, to.r), part(from.g, to.g), part(from.b, to.b), 255};
}

double contrast(Color a, Color b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}
