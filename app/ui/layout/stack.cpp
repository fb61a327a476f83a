#include "ui/layout/stack.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float icon_gap = 12;

float indent(const Page& page, const Line& line) {
    return line.icon == Icon::none ? 0 : page.icon_size() + icon_gap;
}

Color ink_of(const Page& page, const Line& line) {
    return line.color.value_or(page.color.ink);
}

float line_height(const Page& page, const Line& line, float width) {
    const float text = page.text_height(line.text, width - indent(page, line), line.style, line.weight);
    return line.icon == Icon::none ? text : std::max(text, page.icon_size());
}

float rise_of(const Page& page, Style style) {
    return page.type(style).line;
}

}

Line title_line(std::string text) {
    return {.text = std::move(text), .style = Style::title, .gap = 0, .role = Role::heading};
}

Line large_line(const Page& page, std::string text) {
    return {.text = std::move(text), .style = Style::large, .color = page.color.soft};
}

Line soft_line(const Page& page, std::string text, Style style) {
    return {.text = std::move(text), .style = style, .color = page.color.soft};
}

Line alert_line(const Page& page, std::string text) {
    return {.text = std::move(text), .weight = Weight::bold, .color = page.color.alert, .role = Role::status};
}

float stack_height(const Page& page, Lines lines, float width) {
    float height = 0;
    for (std::size_t i = 0; i < lines.size(); ++i)
        height += (i == 0 ? 0 : lines[i].gap) + line_height(page, lines[i], width);
    return height;
}

float draw_stack(Page& page, Rect at, Lines lines) {
    float y = at.y;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        if (i > 0) y += line.gap;
        const float height = line_height(page, line, at.w);
        const float left = indent(page, line);
        if (line.icon != Icon::none) {
            const float size = page.icon_size();
            page.icon({at.x, y + (rise_of(page, line.style) - size) / 2, size, size}, line.icon, ink_of(page, line));
        }
        page.text({at.x + left, y, at.w - left, 0}, line.text,
                  {.style = line.style, .weight = line.weight, .color = ink_of(page, line)}, line.role);
        y += height;
    }
    return y;
}

bool words_fit(const Page& page, std::string_view text, float width, Style style, Weight weight) {
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(' ', begin), text.size());
        if (page.text_width(text.substr(begin, end - begin), style, weight) > width) return false;
        begin = end + 1;
    }
    return true;
}

bool stack_fits(const Page& page, Lines lines, Size room) {
    for (const auto& line : lines)
        if (!words_fit(page, line.text, room.w - indent(page, line), line.style, line.weight)) return false;
    return stack_height(page, lines, room.w) <= room.h;
}

long long whole_minutes(std::chrono::seconds left) {
    return std::max<long long>(1, (left.count() + 59) / 60);
}

std::string called(const model::Sitting& sitting, model::Partner partner) {
    const auto& name = model::name_of(sitting, partner);
    if (!name.empty()) return name;
    return partner == model::Partner::a ? tr("couple.first-partner", "First partner")
                                        : tr("couple.second-partner", "Second partner");
}

std::string partner_words(const model::Sitting& sitting, model::Partner partner) {
    const auto& name = model::name_of(sitting, partner);
    return name.empty() ? tr("couple.your-partner", "your partner") : name;
}

Color mix(Color from, Color to, float share) {
    const auto part = [share](std::uint8_t x, std::uint8_t y) {
        return static_cast<std::uint8_t>(
            std::lround(static_cast<float>(x) * (1 - share) + static_cast<float>(y) * share));
    };
    return {part(from.r, to.r), part(from.g, to.g), part(from.b, to.b), 255};
}

}
