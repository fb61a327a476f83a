#include "ui/layout/fitting.hpp"
// Items answered in one's own words. The keyboard takes the lower part, so Back and Skip stand beside the starters.
#include "ui/couple/question_starters.hpp"
#include "ui/kit/people.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

enum class LockLinePlace { beside, below, with_prompt, away };
struct Plan {
    Style prompt = Style::large;
    bool detail = true; // else it stands in the box while that is empty
    LockLinePlace lock_line = LockLinePlace::beside;
};

std::string lock_words(const Asked& asked) {
    if (asked.item.releasable) return tr("question.until-released", "Private until you release it");
    return fill(trn("question.only-therapist-this", "Only {therapist} will see this", "Only {therapist} will see this",
                    readers_count(asked.screen.session.seat.sitting)),
                {{"therapist", readers_within(asked.screen.session.seat.sitting)}});
}

float icon_room(const Page& page) {
    return page.icon_size() + 12;
}
float lock_line_width(const Page& page, const Asked& asked) {
    return icon_room(page) + page.text_width(lock_words(asked), Style::body) + 2;
}

float row_of_lock_line(const Page& page) {
    return std::max(page.icon_size(), page.type(Style::body).line);
}

void draw_lock_line(Page& page, const Asked& asked, Rect at) {
    const float icon = page.icon_size();
    page.icon({at.x, at.y + (row_of_lock_line(page) - icon) / 2, icon, icon}, Icon::lock, page.color.soft);
    page.text({at.x + icon_room(page), at.y, at.w - icon_room(page), 0}, lock_words(asked),
              {.style = Style::body, .color = page.color.soft});
}

float lock_line_height(const Page& page, const Asked& asked, float width) {
    return std::max(page.icon_size(), page.text_height(lock_words(asked), width - icon_room(page), Style::body));
}

float prompt_width(const Page& page, const Asked& asked, const Plan& plan) {
    const float width = page.inner().w;
    return plan.lock_line == LockLinePlace::beside ? width - lock_line_width(page, asked) - 32 : width;
}

float prompt_height(const Page& page, const Asked& asked, const Plan& plan) {
    const float width = prompt_width(page, asked, plan);
    if (width < page.inner().w / 2) return 1e6f;
    const auto text =
        plan.lock_line == LockLinePlace::with_prompt ? asked.item.text + "  " + lock_words(asked) : asked.item.text;
    if (!words_fit(page, text, width, plan.prompt)) return 1e6f;
    return page.text_height(text, width, plan.prompt);
}

float head_height(const Page& page, const Asked& asked, const Plan& plan) {
    float height = prompt_height(page, asked, plan);
    if (plan.detail && !asked.item.detail.empty())
        height += 4 + page.text_height(asked.item.detail, page.inner().w, Style::body);
    if (plan.lock_line == LockLinePlace::below) height += 8 + lock_line_height(page, asked, page.inner().w);
    return height;
}

float draw_head(Page& page, const Asked& asked, float y, const Plan& plan) {
    const auto inner = page.inner();
    const float width = prompt_width(page, asked, plan);
    const float height = prompt_height(page, asked, plan);
    if (plan.lock_line == LockLinePlace::with_prompt) {
        const Page::Run runs[]{{asked.item.text, Weight::regular, {}},
                               {"  " + lock_words(asked), Weight::regular, page.color.soft}};
        page.runs({inner.x, y, width, 0}, runs, {.style = plan.prompt});
    } else {
        page.text({inner.x, y, width, 0}, asked.item.text, {.style = plan.prompt}, Role::heading);
    }
    if (plan.lock_line == LockLinePlace::beside) {
        const float line = page.type(plan.prompt).line;
        draw_lock_line(page, asked,
                       {inner.right() - lock_line_width(page, asked), y + (line - row_of_lock_line(page)) / 2,
                        lock_line_width(page, asked), 0});
    }
    y += height;
    if (plan.detail && !asked.item.detail.empty())
        y += 4 + page.text({inner.x, y + 4, inner.w, 0}, asked.item.detail,
                           {.style = Style::body, .color = page.color.soft});
    if (plan.lock_line == LockLinePlace::below) {
        draw_lock_line(page, asked, {inner.x, y + 8, inner.w, 0});
        y += 8 + lock_line_height(page, asked, inner.w);
    }
    return y;
}

float row_height(const Page& page) {
    return std::max(chip_height(page), page.fit_button(back_of()).h);
}

// What may stand beside Skip.
std::optional<ButtonSpec> quiet_of(const Asked& asked) {
    if (entered_by(asked.item.kind) == model::EnteredBy::pen)
        return ButtonSpec{.id = "sign:by-drawing",
                          .name = tr("signature.by-drawing", "Draw it instead"),
                          .look = ButtonLook::quiet,
                          .action = model::action::SignByDrawingTapped{}};
    if (asked.item.may_prefer_not) return prefer_not_of(preferred_not(asked));
    return std::nullopt;
}
float quiet_width(const Page& page, const ButtonSpec& quiet) {
    const bool prefer_not = quiet.id == "prefer-not"; // which must not move when it is chosen
    return page.fit_button(prefer_not ? prefer_not_of(true) : quiet).w;
}

// Back, the starters, Skip.
void draw_row(Page& page, const Asked& asked, Rect at) {
    const auto back = page.fit_button(back_of()), skip = page.fit_button(skip_of());
    const float back_width = page.portrait() ? std::max(back.w, 200.f) : back.w;
    page.button({at.x, at.y, back_width, at.h}, back_of());
    const float x = at.x + back_width + 24;
    page.button({at.right() - skip.w, at.y, skip.w, at.h}, skip_of());
    float right = at.right() - skip.w - 24;
    if (const auto quiet = quiet_of(asked)) {
        const float wide = quiet_width(page, *quiet);
        page.button({right - wide, at.y, wide, at.h}, *quiet);
        right -= wide + 24;
    }
    draw_starters(page, asked, {x, at.y, right - x, at.h}, true);
}

std::vector<Plan> lying_plans() {
    using enum LockLinePlace;
    std::vector<Plan> plans;
    for (const Style prompt : {Style::large, Style::heading, Style::body})
        for (const auto lock_line : {beside, below})
            for (const bool detail : {true, false})
                plans.push_back({prompt, detail, lock_line});
    plans.push_back({Style::body, false, with_prompt});
    plans.push_back({Style::body, false, away});
    return plans;
}

float lines_high(const Page& page, int lines) {
    return static_cast<float>(lines) * page.type(Style::heading).line + (lines > 1 ? 40.f : 8.f);
}

Plan lying_plan(const Page& page, const Asked& asked, float room) {
    const auto plans = lying_plans();
    const bool one_line = entered_by(asked.item.kind) != model::EnteredBy::lines;
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
    const auto skip = page.fit_button(skip_of());
    const float back = std::max(page.fit_button(back_of()).w, 200.f);
    const auto quiet = quiet_of(asked);
    const float quiet_room = inner.w - back - skip.w - 48;
    const float wide = quiet ? std::min(quiet_width(page, *quiet), quiet_room) : 0;
    const float row = std::max(row_height(page), quiet ? page.button_height(*quiet, wide) : 0);
    const float row_y = page.keyboard_top() - 32 - row;
    const float chips = standing_chips_height(page, asked);
    const bool trouble = asked.screen.session.trouble;
    const float below = trouble ? trouble_height(page, inner.w) + 16 : 0;
    const float room = row_y - 32 - chips - below - asked.top;
    Plan plan{Style::title, true, LockLinePlace::below};
    for (const Style style : {Style::title, Style::large, Style::heading, Style::body}) {
        plan.prompt = style;
        if (head_height(page, asked, plan) + 24 + lines_high(page, 2) <= room) break;
    }
    const float y = draw_head(page, asked, asked.top, plan) + 24;
    const float box_bottom = row_y - 32 - chips;
    const float high = std::min(box_bottom - below - y, 480.f);
    draw_box(page, asked, {inner.x, y, inner.w, high}, true);
    if (trouble) draw_trouble(page, {inner.x, y + high + 16, inner.w, 0});
    if (chips > 0)
        draw_starters(page, asked, {inner.x, row_y - 24 - chip_height(page), inner.w, chip_height(page)}, false);
    page.button({inner.x, row_y, back, row}, back_of());
    page.button({inner.right() - skip.w, row_y, skip.w, row}, skip_of());
    if (quiet) page.button({inner.right() - skip.w - 24 - wide, row_y, wide, row}, *quiet);
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
