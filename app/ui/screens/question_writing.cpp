// Items answered in one's own words. The keyboard takes the lower part, so Back and Skip stand beside the starters.
#include "ui/screens/question_parts.hpp"
#include "ui/screens/stack.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

enum class NotePlace { beside, below, with_prompt, away };
struct Plan {
    Style prompt = Style::large;
    bool detail = true; // else it stands in the box while that is empty
    NotePlace note = NotePlace::beside;
};

std::string note_words(const Asked& asked) {
    if (asked.item.releasable) return tr("question.until-released", "Private until you release it");
    return fill(tr("question.only-therapist-this", "Only {therapist} will see this"),
                {{"therapist", asked.screen.session.seat.sitting.therapist}});
}

float icon_room(const Page& page) {
    return page.icon_size() + 12;
}
float note_width(const Page& page, const Asked& asked) {
    return icon_room(page) + page.text_width(note_words(asked), Style::body) + 2;
}

float line_height_of_note(const Page& page) {
    return std::max(page.icon_size(), page.type(Style::body).line);
}

void draw_lock_line(Page& page, const Asked& asked, Rect at) {
    const float icon = page.icon_size();
    page.icon({at.x, at.y + (line_height_of_note(page) - icon) / 2, icon, icon}, Icon::lock, page.color.soft);
    page.text({at.x + icon_room(page), at.y, at.w - icon_room(page), 0}, note_words(asked),
              {.style = Style::body, .color = page.color.soft});
}

float lock_line_height(const Page& page, const Asked& asked, float width) {
    return std::max(page.icon_size(), page.text_height(note_words(asked), width - icon_room(page), Style::body));
}

float prompt_width(const Page& page, const Asked& asked, const Plan& plan) {
    const float width = page.inner().w;
    return plan.note == NotePlace::beside ? width - note_width(page, asked) - 32 : width;
}

float prompt_height(const Page& page, const Asked& asked, const Plan& plan) {
    const float width = prompt_width(page, asked, plan);
    if (width < page.inner().w / 2) return 1e6f;
    const auto text =
        plan.note == NotePlace::with_prompt ? asked.item.text + "  " + note_words(asked) : asked.item.text;
    if (!words_fit(page, text, width, plan.prompt)) return 1e6f;
    return page.text_height(text, width, plan.prompt);
}

float head_height(const Page& page, const Asked& asked, const Plan& plan) {
    float height = prompt_height(page, asked, plan);
    if (plan.detail && !asked.item.detail.empty())
        height += 4 + page.text_height(asked.item.detail, page.inner().w, Style::body);
    if (plan.note == NotePlace::below) height += 8 + lock_line_height(page, asked, page.inner().w);
    return height;
}

float draw_head(Page& page, const Asked& asked, float y, const Plan& plan) {
    const auto inner = page.inner();
    const float width = prompt_width(page, asked, plan);
    const float height = prompt_height(page, asked, plan);
    if (plan.note == NotePlace::with_prompt) {
        const Page::Run runs[]{{asked.item.text, Weight::regular, {}},
                               {"  " + note_words(asked), Weight::regular, page.color.soft}};
        page.runs({inner.x, y, width, 0}, runs, {.style = plan.prompt});
    } else {
        page.text({inner.x, y, width, 0}, asked.item.text, {.style = plan.prompt}, Role::heading);
    }
    if (plan.note == NotePlace::beside) {
        const float line = page.type(plan.prompt).line;
        draw_lock_line(page, asked,
                       {inner.right() - note_width(page, asked), y + (line - line_height_of_note(page)) / 2,
                        note_width(page, asked), 0});
    }
    y += height;
    if (plan.detail && !asked.item.detail.empty())
        y += 4 + page.text({inner.x, y + 4, inner.w, 0}, asked.item.detail,
                           {.style = Style::body, .color = page.color.soft});
    if (plan.note == NotePlace::below) {
        draw_lock_line(page, asked, {inner.x, y + 8, inner.w, 0});
        y += 8 + lock_line_height(page, asked, inner.w);
    }
    return y;
}

// A pill with a sentence beginning.
float chip_height(const Page& page) {
    return std::max(page.portrait() ? 72.f : 56.f, std::ceil((page.type(Style::body).line + 8) / 8) * 8);
}
float chip_width(const Page& page, const std::string& name) {
    return std::ceil(page.text_width(name, Style::body)) + 2 + 48;
}

void draw_chip(Page& page, Rect at, const std::string& id, const std::string& name, Meaning action) {
    const bool held = page.view.pressed == id;
    const auto paper = held ? page.color.sunk : page.color.surface;
    page.box(at, paper, at.h / 2);
    page.outline(at, page.color.edge, 2, at.h / 2);
    const float line = page.type(Style::body).line;
    page.text({at.x + 24, at.y + (at.h - line) / 2, at.w - 48, 0}, name,
              {.style = Style::body, .align = Align::center, .paper = paper});
    if (page.view.show_focus && page.view.focus == id)
        page.outline(at.inset(-8, -8), page.color.action, 4, at.h / 2 + 8);
    // The words just drawn are this button's label.
    auto& widget = page.tree.widgets.back();
    widget.label = widget.rect;
    widget.rect = at;
    widget.id = id;
    widget.role = Role::button;
    widget.action = std::move(action);
}

struct Chip {
    std::string id, name;
    Meaning action;
};
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
            groups.back().push_back({"starter:" + std::to_string(i), starters[i], model::action::StarterTapped{i}});
        }
    };
    fill_groups(width);
    if (groups.size() == 1) return groups.front();
    fill_groups(width - turn);
    const auto shown = shown_page(asked.screen.choices_page, groups.size());
    auto chips = groups[shown];
    if (groups.size() == 1) return chips;
    const bool last = shown + 1 == groups.size();
    chips.push_back({"more", last ? fewer : more, page_turn(last ? shown - 1 : shown + 1, asked.screen.choices_page)});
    return chips;
}

float row_height(const Page& page) {
    return std::max(chip_height(page), page.fit_button(back_of()).h);
}

void draw_chips(Page& page, const Asked& asked, Rect room) {
    float x = room.x;
    const float label = page.text_width(tr("question.start-with", "Start with:"), Style::body) + 2;
    float all = 0;
    for (const auto& starter : asked.item.starters)
        all += chip_width(page, starter) + 16;
    if (!asked.item.starters.empty() && label + 16 + all <= room.w) {
        const float line = page.type(Style::body).line;
        page.text({x, room.y + (room.h - line) / 2, label, 0}, tr("question.start-with", "Start with:"),
                  {.style = Style::body, .color = page.color.soft});
        x += label + 16;
    }
    for (const auto& chip : chips_for(page, asked, room.right() - x)) {
        const float wide = chip_width(page, chip.name);
        draw_chip(page, {x, room.y + (room.h - chip_height(page)) / 2, wide, chip_height(page)}, chip.id, chip.name,
                  chip.action);
        x += wide + 16;
    }
}

// Back, the starters, Skip.
void draw_row(Page& page, const Asked& asked, Rect at) {
    const auto back = page.fit_button(back_of()), skip = page.fit_button(skip_of());
    const float back_width = page.portrait() ? std::max(back.w, 200.f) : back.w;
    page.button({at.x, at.y, back_width, at.h}, back_of());
    const float x = at.x + back_width + 24;
    draw_chips(page, asked, {x, at.y, at.right() - skip.w - 24 - x, at.h});
    page.button({at.right() - skip.w, at.y, skip.w, at.h}, skip_of());
}

std::vector<Plan> lying_plans() {
    using enum NotePlace;
    std::vector<Plan> plans;
    for (const Style prompt : {Style::large, Style::heading, Style::body})
        for (const auto note : {beside, below})
            for (const bool detail : {true, false})
                plans.push_back({prompt, detail, note});
    plans.push_back({Style::body, false, with_prompt});
    plans.push_back({Style::body, false, away});
    return plans;
}

float lines_high(const Page& page, int lines) {
    return static_cast<float>(lines) * page.type(Style::heading).line + (lines > 1 ? 40.f : 8.f);
}

Plan lying_plan(const Page& page, const Asked& asked, float room) {
    const auto plans = lying_plans();
    const bool one_line = asked.item.kind == model::ItemKind::short_text;
    for (const int lines : {one_line ? 1 : 3, one_line ? 1 : 2, 1})
        for (const auto& plan : plans)
            if (head_height(page, asked, plan) + 12 + std::max(64.f, lines_high(page, lines)) <= room) return plan;
    return plans.back();
}

void draw_box(Page& page, const Asked& asked, Rect at, bool with_detail) {
    const auto& edit = asked.screen.writing ? *asked.screen.writing : model::TextEdit{};
    const auto line = page.type(Style::heading).line;
    const auto room = Size{at.w - 60, std::max(line, at.h - 40)};
    const auto hint = with_detail || asked.item.detail.empty()
                          ? std::string()
                          : shortened(page, asked.item.detail, room, Style::heading);
    page.writing_box(at, edit, true, "writing", asked.item.text, hint);
}

void draw_lying(Page& page, const Asked& asked) {
    const auto inner = page.inner();
    const bool trouble = asked.screen.session.trouble;
    const float below = trouble ? trouble_height(page, inner.w) + 8 : 0;
    const float row = row_height(page);
    const float row_y = page.keyboard_top() - 24 - row;
    const float gap = page.text_at_least(150) ? 8.f : 16.f;
    const float top = page.text_at_least(150) ? asked.top - 8 : asked.top - 4;
    const float room = row_y - gap - top;
    const auto plan = lying_plan(page, asked, room - below);
    float y = top;
    const bool crowded = trouble && head_height(page, asked, plan) + 12 + below + 64 > room;
    if (crowded) { // until it is saved this matters more than the question
        draw_trouble(page, {inner.x, y, inner.w, 0});
        y += trouble_height(page, inner.w);
    } else {
        y = draw_head(page, asked, y, plan);
    }
    y += 12;
    const float box_bottom = row_y - gap - (crowded ? 0 : below);
    draw_box(page, asked, {inner.x, y, inner.w, box_bottom - y}, plan.detail);
    if (trouble && !crowded) draw_trouble(page, {inner.x, box_bottom + 8, inner.w, 0});
    draw_row(page, asked, {inner.x, row_y, inner.w, row});
}

// The starters stand in rows of their own when the screen is standing.
float standing_chips_height(const Page& page, const Asked& asked) {
    return asked.item.starters.empty() ? 0 : chip_height(page) + 24;
}

void draw_standing(Page& page, const Asked& asked) {
    const auto inner = page.inner();
    const float row = row_height(page);
    const float row_y = page.keyboard_top() - 32 - row;
    const float chips = standing_chips_height(page, asked);
    const bool trouble = asked.screen.session.trouble;
    const float below = trouble ? trouble_height(page, inner.w) + 16 : 0;
    const float room = row_y - 32 - chips - below - asked.top;
    Plan plan{Style::title, true, NotePlace::below};
    for (const Style style : {Style::title, Style::large, Style::heading, Style::body}) {
        plan.prompt = style;
        if (head_height(page, asked, plan) + 24 + lines_high(page, 2) <= room) break;
    }
    const float y = draw_head(page, asked, asked.top, plan) + 24;
    const float box_bottom = row_y - 32 - chips;
    const float high = std::min(box_bottom - below - y, 480.f);
    draw_box(page, asked, {inner.x, y, inner.w, high}, true);
    if (trouble) draw_trouble(page, {inner.x, y + high + 16, inner.w, 0});
    if (chips > 0) {
        float x = inner.x;
        for (const auto& chip : chips_for(page, asked, inner.w)) {
            const float wide = chip_width(page, chip.name);
            draw_chip(page, {x, row_y - 24 - chip_height(page), wide, chip_height(page)}, chip.id, chip.name,
                      chip.action);
            x += wide + 16;
        }
    }
    const auto skip = page.fit_button(skip_of());
    page.button({inner.x, row_y, std::max(page.fit_button(back_of()).w, 200.f), row}, back_of());
    page.button({inner.right() - skip.w, row_y, skip.w, row}, skip_of());
}

}

void draw_writing(Page& page, const Asked& asked) {
    if (page.portrait())
        draw_standing(page, asked);
    else
        draw_lying(page, asked);
    page.keyboard(asked.screen.keyboard, tr("question.done", "Done"));
}

}
