#include "ui/therapist/brief_parts.hpp"
#include "core/numbers.hpp"
#include "ui/layout/fitting.hpp"

namespace ui {

std::string number_words(const std::optional<double>& value, int decimals) {
    return value ? core::decimal(*value, decimals) : "−";
}

std::string heard_number(const std::optional<double>& value, int decimals) {
    return value ? core::decimal(*value, decimals) : tr("brief.no-number", "no number");
}

TextLook brief_note(const Page& page) {
    return {.style = Style::small, .paper = page.color.surface};
}
TextLook brief_soft(const Page& page) {
    return {.style = Style::small, .color = page.color.soft, .paper = page.color.surface};
}
TextLook brief_strong(const Page& page) {
    return {.style = Style::small, .weight = Weight::bold, .paper = page.color.surface};
}

float brief_line(const Page& page) {
    return page.type(Style::small).line;
}

std::string in_lines(const Page& page, const std::string& text, float width, Style style, std::size_t lines) {
    return shortened(page, text, {width, page.type(style).line * static_cast<float>(lines) + 1}, style);
}

float small_mark_indent(const Page& page) {
    return page.icon_size() * 0.7f + 8;
}

void draw_small_mark(Page& page, Point at, model::Partner partner) {
    const float size = page.icon_size();
    page.partner_mark({at.x + size * 0.35f, at.y + brief_line(page) / 2}, size * 0.32f, partner);
}

void add_rule(Page& page, Flow& flow) {
    flow.block(
        1,
        [&page](Rect at) {
            page.line({at.x, at.y}, {at.right(), at.y}, page.color.line, 1);
        },
        4);
}

void add_ends(Page& page, Flow& flow, const std::string& left, TextLook of_left, const std::string& right,
              TextLook of_right, float gap) {
    const float first = page.text_width(left, of_left.style, of_left.weight);
    const float second = page.text_width(right, of_right.style, of_right.weight) + 2;
    if (first + 12 + second > flow.width()) {
        flow.text(left, of_left, 0);
        flow.stay_with_next();
        return flow.text(right, of_right, gap);
    }
    flow.block(
        page.type(of_left.style).line,
        [&page, left, of_left, right, of_right, second](Rect at) {
            const float drop = page.type(of_left.style).line - page.type(of_right.style).line;
            page.text({at.x, at.y, at.w - second - 8, 0}, left, of_left);
            page.text({at.right() - second, at.y + drop / 2, second, 0}, right, of_right);
        },
        gap);
}

}
