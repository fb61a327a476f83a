// What may begin a text, each in a pill.
#include "ui/couple/question_starters.hpp"
#include "ui/layout/pages.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

float chip_width(const Page& page, const std::string& name) {
    return std::ceil(page.text_width(name, Style::body)) + 2 + 48;
}

struct Chip {
    std::string id, name;
    Meaning action;
    bool enabled = true;
};

void draw_chip(Page& page, Rect at, const Chip& chip) {
    const auto& [id, name, action, enabled] = chip;
    const bool held = page.view.pressed == id;
    const auto paper = held ? page.color.sunk : page.color.surface;
    page.box(at, paper, at.h / 2);
    page.outline(at, page.color.edge, 2, at.h / 2);
    const float line = page.type(Style::body).line;
    page.text({at.x + 24, at.y + (at.h - line) / 2, at.w - 48, 0}, name,
              {.style = Style::body,
               .color = enabled ? page.color.ink : page.color.soft,
               .align = Align::center,
               .paper = paper});
    // The words just drawn are this button's label.
    auto& widget = page.tree.widgets.back();
    widget.label = widget.rect;
    widget.rect = at;
    widget.id = id;
    widget.role = Role::button;
    widget.enabled = enabled;
    widget.action = action;
    widget.round = at.h / 2;
}

// With the spaces around it: half a beginning is none.
bool has_room(const Asked& asked, const std::string& starter) {
    const auto& writing = asked.screen.writing;
    return !writing || writing->text.size() + starter.size() + 2 <= writing->max_bytes;
}

// Those of the starters that stand in a row of this width, with the way to the others.
std::vector<Chip> chips_for(const Page& page, const Asked& asked, float width) {
    const auto& starters = asked.item.starters;
    const auto more = tr("question.more-starters", "More");
    const auto fewer = tr("question.earlier-starters", "Earlier");
    const float turn = std::max(chip_width(page, more), chip_width(page, fewer)) + 16;
    std::vector<std::vector<Chip>> groups(1);
    const auto fill_groups = [&](float room) {
        groups.assign(1, {});
        float used = 0;
        for (std::size_t i = 0; i < starters.size(); ++i) {
            const float wide = chip_width(page, starters[i]);
            if (wide > room) continue; // longer than the row: it would have to be cut
            if (used > 0 && used + 16 + wide > room) {
                groups.emplace_back();
                used = 0;
            }
            used += (used > 0 ? 16 : 0) + wide;
            groups.back().push_back({"starter:" + std::to_string(i), starters[i], model::action::StarterTapped{i},
                                     has_room(asked, starters[i])});
        }
    };
    fill_groups(width);
    if (groups.size() == 1) return groups.front();
    fill_groups(width - turn);
    const auto shown = shown_page(asked.screen.choices_page, groups.size());
    auto chips = groups[shown];
    if (groups.size() == 1) return chips;
    const bool last = shown + 1 == groups.size();
    chips.push_back({"more", last ? fewer : more,
                     last ? model::to_earlier_page(shown) : model::to_later_page(shown, groups.size())});
    return chips;
}

}

float chip_height(const Page& page) {
    return std::max(page.portrait() ? 72.f : 56.f, std::ceil((page.type(Style::body).line + 8) / 8) * 8);
}

void draw_starters(Page& page, const Asked& asked, Rect room, bool with_label) {
    float x = room.x;
    const float label = page.text_width(tr("question.start-with", "Start with:"), Style::body) + 2;
    float all = 0;
    for (const auto& starter : asked.item.starters)
        all += chip_width(page, starter) + 16;
    if (with_label && !asked.item.starters.empty() && label + 16 + all <= room.w) {
        const float line = page.type(Style::body).line;
        page.text({x, room.y + (room.h - line) / 2, label, 0}, tr("question.start-with", "Start with:"),
                  {.style = Style::body, .color = page.color.soft});
        x += label + 16;
    }
    for (const auto& chip : chips_for(page, asked, room.right() - x)) {
        const float wide = chip_width(page, chip.name);
        draw_chip(page, {x, room.y + (room.h - chip_height(page)) / 2, wide, chip_height(page)}, chip);
        x += wide + 16;
    }
}

}
