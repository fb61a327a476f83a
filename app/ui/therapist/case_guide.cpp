#include "ui/therapist/case_guide.hpp"
#include <algorithm>

namespace ui {

void add_guide(Page& page, Flow& flow, const std::string& name) {
    const std::string lines[] = {
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
    flow.text(tr("guide.title", "What to do next"), {.style = Style::body, .weight = Weight::bold}, 4, Role::heading);
    flow.stay_with_next();
    const float dot = 4, indent = 24;
    const bool may_break = page.text_at_least(150); // a line may be higher than the room
    for (const auto& line : lines)
        if (may_break) flow.text(line, {.style = Style::body, .color = page.color.soft}, 12);
    for (const auto& line : lines) {
        if (may_break) break;
        flow.block(
            page.text_height(line, flow.width() - indent, Style::body),
            [&page, line, indent, dot](Rect at) {
                page.disc({at.x + dot + 4, at.y + page.type(Style::body).line / 2}, dot, page.color.soft);
                page.text({at.x + indent, at.y, at.w - indent, 0}, line,
                          {.style = Style::body, .color = page.color.soft});
            },
            6);
    }
    flow.block(
        0, [](Rect) {}, 16);
}

}
