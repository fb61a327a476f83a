// Beside a question that is read aloud: who hears it, how to choose, and Hear it again.
#include "model/visit/speech.hpp"
#include "ui/couple/question_parts.hpp"

namespace ui {

void draw_for_listener(Page& page, float top, Rect note) {
    if (!model::reads_page(page.state) || page.text_at_least(200)) return;
    const ButtonSpec again{.id = "hear-again",
                           .name = tr("voice.again", "Hear it again"),
                           .look = ButtonLook::quiet,
                           .icon = Icon::sound,
                           .action = model::action::HearAgainTapped{}};
    const Size size = page.fit_button(again);
    struct Line {
        Icon icon;
        std::string words;
        bool bold;
    };
    const bool headset = model::has_headset(page.state);
    std::vector<Line> lines{{Icon::headset,
                             headset ? tr("voice.only-you", "Headset on. Only you can hear.")
                                     : tr("voice.others-hear", "Headset off. People near you can hear."),
                             true}};
    if (!page.text_at_least(150))
        lines.push_back({Icon::tap, tr("voice.twice", "Tap once to hear, tap again to choose."), false});
    const float icon = page.icon_size(), beside = icon + 12;
    const auto height_of = [&](const Line& line) {
        return page.text_height(line.words, note.w - beside, Style::body, line.bold ? Weight::bold : Weight::regular);
    };
    float height = 0;
    while (!lines.empty()) {
        height = 0;
        for (const auto& line : lines)
            height += height_of(line) + 16;
        if (top + 24 + height <= note.y) break;
        lines.pop_back();
        height = 0;
    }
    if (!page.text_at_least(150) && top + 24 + size.h + 24 + height <= note.y && size.w <= note.w)
        page.button({note.x, top + 24, size.w, size.h}, again);
    float y = note.y - height;
    for (const auto& line : lines) {
        page.icon({note.x, y + (page.type(Style::body).line - icon) / 2, icon, icon}, line.icon,
                  line.bold ? page.color.ink : page.color.soft);
        page.text({note.x + beside, y, note.w - beside, 0}, line.words,
                  line.bold ? TextLook{.weight = Weight::bold} : TextLook{.color = page.color.soft});
        y += height_of(line) + 16;
    }
}

}
