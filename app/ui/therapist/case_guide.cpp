#include "ui/therapist/case_guide.hpp"
#include "chart/guide_words.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr float inset_x = 24, inset_y = 16, indent = 28;

// The lines with their numbers; all of it small enough for a card beside what else is read.
Flow in_card(Page& page, const std::string& name, float width) {
    Flow flow(page, width - 2 * inset_x);
    flow.text(chart::guide_title(), {.style = Style::body, .weight = Weight::bold, .paper = page.color.surface}, 8,
              Role::heading);
    const auto lines = chart::guide_lines(name);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const TextLook look{.style = Style::small, .paper = page.color.surface};
        flow.block(
            page.text_height(lines[i], flow.width() - indent, look.style),
            [&page, line = lines[i], number = std::to_string(i + 1), look](Rect at) {
                page.text({at.x, at.y, indent, 0}, number,
                          {.style = look.style,
                           .weight = Weight::bold,
                           .color = page.color.soft,
                           .paper = page.color.surface});
                page.heard_as(page.tree.widgets.size() - 1, {}, {});
                page.text({at.x + indent, at.y, at.w - indent, 0}, line, look);
            },
            8);
    }
    flow.text(chart::guide_is_constant(),
              {.style = Style::small, .color = page.color.soft, .paper = page.color.surface}, 0);
    return flow;
}

}

void add_guide(Page& page, Flow& flow, const std::string& name) {
    flow.text(chart::guide_title(), {.style = Style::body, .weight = Weight::bold}, 4, Role::heading);
    flow.stay_with_next();
    for (const auto& line : chart::guide_lines(name))
        flow.text(line, {.style = Style::body, .color = page.color.soft}, 12);
}

bool guide_fits(Page& page, const std::string& name, Size room) {
    return in_card(page, name, room.w).fits(room.h - 2 * inset_y);
}

void draw_guide(Page& page, const std::string& name, Rect at) {
    const auto lines = in_card(page, name, at.w);
    page.card({at.x, at.y, at.w, std::max(at.h, lines.height() + 2 * inset_y)});
    lines.draw({at.x + inset_x, at.y + inset_y});
}

}
