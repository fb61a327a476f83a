#include "ui/therapist/card_head.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

float segment_height(const Page& page) {
    return std::max(48.f, std::ceil((page.type(Style::body).line + 16) / 8) * 8);
}
float segment_width(const Page& page, const Segments& segments) {
    float one = 0;
    for (const auto& part : segments.parts)
        one = std::max(one, page.text_width(part.name, Style::body, Weight::bold) + 26 +
                                (segments.marks.empty() ? 0 : 2 * (page.icon_size() + 12)));
    return std::ceil(one);
}
// Below each other where they do not fit beside each other.
float stacked_height(const Page& page, const Segments& segments, float width) {
    const auto count = static_cast<float>(segments.parts.size());
    return segment_height(page) * (segment_width(page, segments) * count <= width ? 1 : count);
}
void draw_segments(Page& page, const Segments& segments, Rect at) {
    const auto count = segments.parts.size();
    const bool beside = segment_width(page, segments) * static_cast<float>(count) <= at.w + 1;
    const std::size_t in_row = beside ? count : 1;
    for (std::size_t begin = 0; begin < count; begin += in_row) {
        const auto first = page.tree.widgets.size();
        const std::size_t above = begin / in_row;
        page.segments({at.x, at.y + static_cast<float>(above) * segment_height(page), at.w, segment_height(page)},
                      std::span(segments.parts).subspan(begin, in_row));
        for (std::size_t i = 0; i < in_row && begin + i < segments.marks.size(); ++i) {
            const auto& label = page.tree.widgets[first + i].label;
            const float radius = page.icon_size() * 0.36f;
            const auto mark = segments.marks[begin + i];
            page.partner_mark({label.x - 12 - radius, label.center().y}, radius, mark,
                              page.mark_color(mark, segments.parts[begin + i].on));
        }
    }
}

}

float card_title_height(const Page& page, const std::string& title, float width) {
    return page.text_height(title, width, Style::heading, Weight::bold);
}
float draw_card_title(Page& page, Rect at, const std::string& title) {
    return page.text({at.x, at.y, at.w, 0}, title,
                     {.style = Style::heading, .weight = Weight::bold, .paper = page.color.surface}, Role::heading);
}

bool CardHead::on_one_line(const Page& page, float width) const {
    float taken = page.text_width(title, Style::heading, Weight::bold);
    for (const auto& row : rows)
        taken += 16 + segment_width(page, row) * static_cast<float>(row.parts.size());
    return taken <= width;
}

float CardHead::height(const Page& page, float width) const {
    if (on_one_line(page, width)) return segment_height(page);
    float height = card_title_height(page, title, width);
    for (const auto& row : rows)
        height += 8 + stacked_height(page, row, width);
    return height;
}

void CardHead::draw(Page& page, Rect at) const {
    if (on_one_line(page, at.w)) {
        const float line = page.type(Style::heading).line;
        float right = at.right();
        for (std::size_t i = rows.size(); i-- > 0;) {
            const float width = segment_width(page, rows[i]) * static_cast<float>(rows[i].parts.size());
            draw_segments(page, rows[i], {right - width, at.y, width, segment_height(page)});
            right -= width + 16;
        }
        draw_card_title(page, {at.x, at.y + (segment_height(page) - line) / 2, right - at.x, 0}, title);
        return;
    }
    float y = at.y + draw_card_title(page, at, title);
    for (const auto& row : rows) {
        y += 8;
        const auto count = static_cast<float>(row.parts.size());
        const float width = std::min(at.w, segment_width(page, row) * count);
        draw_segments(page, row, {at.x, y, width, 0});
        y += stacked_height(page, row, at.w);
    }
}

void CardHead::add(Page& page, Flow& flow) const {
    flow.heading(title);
    for (const auto& row : rows) {
        const float width = std::min(flow.width(), segment_width(page, row) * static_cast<float>(row.parts.size()));
        flow.block(
            stacked_height(page, row, flow.width()),
            [&page, row, width](Rect at) {
                draw_segments(page, row, {at.x, at.y, width, at.h});
            },
            8);
    }
}

}
