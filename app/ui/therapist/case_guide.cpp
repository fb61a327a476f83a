#include "ui/therapist/case_guide.hpp"
#include <algorithm>
#include <array>

namespace ui {
namespace {

std::string title() {
    return tr("guide.title", "What to do next");
}

std::array<std::string, 5> lines_for(const std::string& name) {
    return {
        fill(tr("guide.alone",
                "Talk with {name} alone, and with the partner alone as well, so that nobody is singled out."),
             {{"name", name}}),
        tr("guide.both-ways",
           "Ask again in person: some tell paper what they never say, and some the other way round. An answer that "
           "names nothing proves nothing."),
        tr("guide.ask", "Ask about choking, threats to kill, weapons, forced sex, stalking, harm that gets worse, "
                        "children and suicide."),
        fill(tr("guide.secret",
                "Never confront the other with an answer. Agree with {name} first on what may be said, and when."),
             {{"name", name}}),
        tr("guide.safety",
           "While one fears the other, no sessions as a couple. Make a safety plan, whether they stay or leave: "
           "leaving is often the most dangerous time."),
    };
}

constexpr float inset_x = 24, inset_y = 16, indent = 28;

// The lines with their numbers; all of it small enough for a card beside what else is read.
Flow in_card(Page& page, const std::string& name, float width) {
    Flow flow(page, width - 2 * inset_x);
    flow.text(title(), {.style = Style::body, .weight = Weight::bold, .paper = page.color.surface}, 8, Role::heading);
    const auto lines = lines_for(name);
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
                page.text({at.x + indent, at.y, at.w - indent, 0}, line, look);
            },
            8);
    }
    flow.text(tr("guide.constant", "These lines are the same for every case."),
              {.style = Style::small, .color = page.color.soft, .paper = page.color.surface}, 0);
    return flow;
}

}

void add_guide(Page& page, Flow& flow, const std::string& name) {
    flow.text(title(), {.style = Style::body, .weight = Weight::bold}, 4, Role::heading);
    flow.stay_with_next();
    for (const auto& line : lines_for(name))
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
