#include "model/visit/update.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

// One line of help: whose it is and when, and how to reach it in large letters.
struct Place {
    bool beside = false; // how to reach it stands right of the name
    float left = 0;      // width of the name's side
    float height = 0;
};

constexpr float inset = 24;

Place place(const Page& page, const model::HelpLine& line, float width) {
    const float room = width - 2 * inset;
    const float reach = page.text_width(line.reach, Style::large, Weight::bold);
    const float pad = page.text_at_least(150) ? 8 : 16;
    const auto words = [&](float width) {
        return page.text_height(line.name, width, Style::heading, Weight::bold) +
               (line.detail.empty() ? 0 : page.text_height(line.detail, width, Style::body));
    };
    const auto number = [&](float width) { return page.text_height(line.reach, width, Style::large, Weight::bold); };
    const Place below{.beside = false, .left = room, .height = 2 * pad + words(room) + number(room)};
    if (page.portrait() || reach > room * 0.5f) return below;
    const float left = room - reach - 24;
    const Place beside{.beside = true, .left = left, .height = 2 * pad + std::max(words(left), number(reach + 2))};
    return beside.height <= below.height ? beside : below; // no help stands on a second page for the looks of it
}

void draw_line(Page& page, Rect at, const model::HelpLine& line) {
    const auto placed = place(page, line, at.w);
    const float pad = page.text_at_least(150) ? 8 : 16;
    const auto paper = page.color.surface;
    page.card(at);
    const float x = at.x + inset;
    float y = at.y + pad;
    y +=
        page.text({x, y, placed.left, 0}, line.name, {.style = Style::heading, .weight = Weight::bold, .paper = paper});
    if (!line.detail.empty())
        y += page.text({x, y, placed.left, 0}, line.detail, {.color = page.color.soft, .paper = paper});
    if (!placed.beside) {
        page.text({x, y, placed.left, 0}, line.reach,
                  {.style = Style::large, .weight = Weight::bold, .color = page.color.action, .paper = paper});
        return;
    }
    const float width = page.text_width(line.reach, Style::large, Weight::bold) + 2;
    const float height = page.type(Style::large).line;
    page.text({at.right() - inset - width, at.y + (at.h - height) / 2, width, 0}, line.reach,
              {.style = Style::large, .weight = Weight::bold, .color = page.color.action, .paper = paper});
}

}

// The same page wherever it was opened: nothing of the screen below is read here but whether it can be hidden.
void draw_help(Page& page) {
    const auto inner = page.inner();
    const bool hides = model::can_hide(page.state.screen);
    float room_ends = page.corner(hides);
    const auto title = tr("help.title", "Help lines");
    const float middle = page.portrait() ? 88 : 56;
    const auto language = page.other_language();
    const auto language_size = language ? page.fit_button(*language) : Size{};
    const bool in_corner =
        language && page.text_width(title, Style::title) + 24 <= room_ends - language_size.w - inner.x;
    if (in_corner) {
        room_ends -= language_size.w;
        page.button({room_ends, std::max(24.f, middle - language_size.h / 2), language_size.w, language_size.h},
                    *language);
    }
    const float width = room_ends - 24 - inner.x;
    const float title_height = page.text_height(title, width, Style::title);
    const float title_top = std::max(24.f, middle - title_height / 2);
    page.text({inner.x, title_top, width, 0}, title, {.style = Style::title}, Role::heading);

    const Page::FooterSpec footer{.left = ButtonSpec{.id = "close",
                                                     .name = tr("common.close", "Close"),
                                                     .look = ButtonLook::quiet_with_line,
                                                     .action = model::action::HelpClosed{}}};
    const auto& lines = page.state.practice->help_lines;
    const auto sentence =
        lines.empty() ? tr("help.none", "Please ask the front desk. They know whom to call.")
                      : tr("help.sentence", "You may use these at any time. Nobody is told that you looked here.");
    float top = std::max(page.header_bottom(), title_top + title_height) + (page.portrait() ? 32.f : 0.f);
    if (language && !in_corner) {
        page.button({inner.x, top, language_size.w, language_size.h}, *language);
        top += language_size.h + 16;
    }
    top += page.silent_note(top);
    const float bottom = content_bottom(page, footer);
    Flow list(page, inner.w);
    for (const auto& line : lines)
        list.block(
            place(page, line, inner.w).height, [&page, &line](Rect at) { draw_line(page, at, line); }, 12);
    // Where there is no room for both, the sentence makes way.
    const float said = page.text_height(sentence, inner.w, Style::body) + 16;
    if (lines.empty() || top + said + list.height() + 12 <= bottom)
        top += page.text({inner.x, top, inner.w, 0}, sentence, {.color = page.color.soft}) + 16;
    list.draw({inner.x, top, inner.w, bottom - top}, page.state.help_page);
    page.footer(footer);
}

}
