#include "ui/layout/pages.hpp"
#include "ui/therapist/case_cards.hpp"
#include "ui/therapist/case_menu.hpp"
#include <algorithm>
#include <cmath>
#include <functional>

namespace ui {
namespace {

constexpr float between = 16; // controls and rows of them

// A control as wide as it likes to be, or narrower where the page is.
struct Control {
    float width, height;
    std::function<void(Rect)> draw;
};

// Lying and in small letters: 16 above the header, 8 between its rows (visual-language 13, staff frame).
bool is_framed(const Page& page) {
    return !page.portrait() && !is_crowded(page);
}

float row_height(const Page& page) {
    return std::max(page.portrait() ? 80.f : 56.f, std::ceil((page.type(Style::body).line + 24) / 8) * 8);
}

// Segments in as many rows as their words need.
Control control_of(Page& page, const std::vector<Page::Segment>& segments, float widest) {
    // Many stand closer: as close as Page::segments lets its words.
    const float round = segments.size() <= 6 ? 32 : row_height(page) >= 64 ? 24 : 16;
    float one = 0;
    for (const auto& segment : segments)
        one = std::max(one, page.text_width(segment.name, Style::body, Weight::bold) + round);
    const auto fits = [&](std::size_t columns) {
        // Whole rows of equal tabs, or one row of tabs that are as wide as their own words.
        return columns == segments.size() ? page.segments_width(segments, round) <= widest
                                          : one * static_cast<float>(columns) <= widest;
    };
    std::size_t columns = segments.size();
    while (columns > 1 && !fits(columns))
        columns = (columns + 1) / 2;
    const std::size_t rows = (segments.size() + columns - 1) / columns;
    const float high = row_height(page);
    // Standing, what stands beside them would be torn from its like, which begins the next row.
    const float width =
        page.portrait() ? widest : std::min(widest, std::ceil(one / 8) * 8 * static_cast<float>(columns));
    const auto draw = [&page, segments, columns, high](Rect at) {
        float y = at.y;
        for (std::size_t begin = 0; begin < segments.size(); begin += columns, y += high)
            page.segments({at.x, y, at.w, high},
                          std::span(segments).subspan(begin, std::min(columns, segments.size() - begin)));
    };
    return {width, high * static_cast<float>(rows), draw};
}

// "Visit 2 of 3, March 4" between the ways to the others; the newest visit is the first the file holds.
Control visits(Page& page, const model::screen::Case& screen, float widest, float high, Color paper) {
    const auto count = screen.file.visits.size();
    const auto words = fill(tr("case.visit", "Visit {number} of {count}, {day}"),
                            {{"number", std::to_string(count - screen.visit)},
                             {"count", std::to_string(count)},
                             {"day", visit_day(page, screen.file.visits[screen.visit].date)}});
    const float arrows = count > 1 ? 2 * (high + 12) : 0;
    const float text = std::min(page.text_width(words, Style::body) + 2, widest - arrows);
    const float text_high = page.text_height(words, text, Style::body);
    const auto draw = [&page, &screen, words, count, high, text, text_high, paper](Rect at) {
        float x = at.x;
        if (count > 1) {
            draw_arrow(page, {x, at.y + (at.h - high) / 2, high, high}, visit_step(1, screen.visit + 1 < count));
            x += high + 12;
        }
        page.text({x, at.y + (at.h - text_high) / 2, text, 0}, words, {.style = Style::body, .paper = paper});
        x += text + 12;
        if (count > 1) draw_arrow(page, {x, at.y + (at.h - high) / 2, high, high}, visit_step(-1, screen.visit > 0));
    };
    return {text + arrows, std::max(high, text_high), draw};
}

Control button_control(Page& page, const ButtonSpec& button, float widest) {
    const float width = std::min(page.fit_button(button).w, widest);
    const float needed = width < page.fit_button(button).w ? page.button_height(button, width) : 0;
    return {width, std::max(row_height(page), needed), [&page, button](Rect at) { page.button(at, button); }};
}

// By its name where the row has room for it, else by its icon alone: no picture gives way to it.
Control way_control(Page& page, const ButtonSpec& way, const std::vector<Control>& before) {
    float room = page.inner().w;
    for (const auto& control : before)
        room -= control.width + between;
    auto words = way;
    words.icon = Icon::none;
    auto named = button_control(page, words, page.inner().w);
    if (named.width <= room) return named;
    const float side = row_height(page);
    return {side, side, [&page, way](Rect at) { page.icon_button(at, way); }};
}

// Side by side while they fit; returns the bottom.
float draw_controls(const std::vector<Control>& controls, Rect at) {
    float y = at.y;
    for (std::size_t begin = 0; begin < controls.size();) {
        std::size_t end = begin;
        float width = 0, height = 0;
        while (end < controls.size()) {
            const float with = width + (end > begin ? between : 0) + controls[end].width;
            if (end > begin && with > at.w) break;
            width = with;
            height = std::max(height, controls[end].height);
            ++end;
        }
        float x = at.x;
        for (std::size_t i = begin; i < end; ++i) {
            const auto& control = controls[i];
            control.draw({x, y + (height - control.height) / 2, control.width, control.height});
            x += control.width + between;
        }
        y += height + between / 2;
        begin = end;
    }
    return y - between / 2;
}

struct Top {
    float bottom;
    std::vector<ButtonSpec> left_over; // had no room
};

// Back, the names, the buttons where there is room for them, Lock now.
Top draw_top(Page& page, const model::screen::Case& screen) {
    const auto inner = page.inner();
    const auto& file = screen.file;
    const auto couple = couple_words(file.name_a, file.name_b);
    const auto& title = couple.empty() ? file.chart_code : couple;
    if (is_crowded(page)) return {draw_short_top(page, screen, title), {}};
    const float corner = page.corner(false, lock_button(), is_framed(page) ? std::optional(16.f) : std::nullopt);
    const auto lock = page.tree.find_id("lock")->rect;
    const ButtonSpec back{.id = "back",
                          .name = tr("case.back", "Caseload"),
                          .look = ButtonLook::quiet,
                          .icon = Icon::back,
                          .action = model::action::BackTapped{}};
    const float back_width = page.fit_button(back).w;
    const bool beside = inner.x + back_width + 24 <= corner;
    const Rect back_at{inner.x, beside ? lock.y : lock.bottom() + 8, back_width, lock.h};
    page.button(back_at, back);

    const float x = back_at.right() + 48;
    const float room = (beside ? corner : inner.right()) - 24 - x;
    const float name = page.text_width(title, Style::heading, Weight::bold);
    auto buttons = case_buttons(screen);
    // As many as there is room for, the first first.
    float taken = 0;
    std::size_t placed = 0;
    while (beside && placed < buttons.size() && name + taken + page.fit_button(buttons[placed]).w + 16 <= room)
        taken += page.fit_button(buttons[placed++]).w + 16;
    float at = corner - taken;
    for (std::size_t i = 0; i < placed; ++i) {
        const float width = page.fit_button(buttons[i]).w;
        page.button({at, lock.y, width, lock.h}, buttons[i]);
        at += width + 16;
    }
    buttons.erase(buttons.begin(), buttons.begin() + static_cast<std::ptrdiff_t>(placed));
    const auto line = page.type(Style::heading).line;
    if (name <= room) {
        const float middle = back_at.center().y;
        page.line({x - 24, middle - 16}, {x - 24, middle + 16}, page.color.line, 1);
        page.text({x, middle - line / 2, name + 2, 0}, title, {.style = Style::heading, .weight = Weight::bold},
                  Role::heading);
        const float code = page.text_width(file.chart_code, Style::small);
        if (!couple.empty() && name + 16 + code <= room - taken)
            page.text({x + name + 16, middle - page.type(Style::small).line / 2, code + 2, 0}, file.chart_code,
                      {.style = Style::small, .color = page.color.soft});
        return {back_at.bottom(), std::move(buttons)};
    }
    const float below = back_at.bottom() + 4;
    return {below + page.text({inner.x, below, inner.w, 0}, title, {.style = Style::body, .weight = Weight::bold},
                              Role::heading),
            std::move(buttons)};
}

struct Banner {
    float bottom;
    float left, right; // what is free between its words and when it locks
};

Banner draw_banner(Page& page, float top, float least) {
    const auto words = tr("case.banner", "Therapist view - not for sharing");
    const auto locks = locks_words(page);
    const auto inner = page.inner();
    const float icon = page.icon_size() + 12;
    const float height = std::max(least, page.text_height(words, inner.w - icon, Style::body, Weight::bold) + 16);
    const float wide = page.text_width(words, Style::body, Weight::bold) + icon;
    const float note = page.text_width(locks, Style::small);
    const bool beside = wide + 32 + note <= inner.w;
    page.box({0, top, page.width(), height}, page.color.alert_soft, 0);
    page.banner({inner.x - 24, top, beside ? wide + 56 : inner.w + 48, height}, Icon::eye, words);
    if (beside)
        page.text({inner.right() - note - 1, top + (height - page.type(Style::small).line) / 2, note + 2, 0}, locks,
                  {.style = Style::small, .color = page.color.alert, .paper = page.color.alert_soft}, Role::status);
    return {top + height, inner.x + wide + 32, beside ? inner.right() - note - 32 : inner.x};
}

// The visit stands in the banner where there is room: the pictures below need what a row of its own would take.
bool draw_visits_in(Page& page, const model::screen::Case& screen, Banner& banner, float top, float high) {
    const auto steps = visits(page, screen, page.inner().w, high, page.color.alert_soft);
    if (steps.width > banner.right - banner.left || steps.height > banner.bottom - top) return false;
    steps.draw({banner.right - steps.width, top + (banner.bottom - top - steps.height) / 2, steps.width, steps.height});
    banner.right -= steps.width + 32;
    return true;
}

}

float draw_therapist_banner(Page& page, float top) {
    return draw_banner(page, top, 48).bottom;
}

CaseHead draw_case_head(Page& page, const model::screen::Case& screen) {
    const auto inner = page.inner();
    const auto top = draw_top(page, screen);
    constexpr float arrow_size = 48;
    const bool has_visit = screen.visit < screen.file.visits.size();
    const float banner_top = top.bottom + 8;
    auto banner = draw_banner(page, banner_top, 48);
    const bool placed = has_visit && draw_visits_in(page, screen, banner, banner_top, arrow_size);
    const bool says_private =
        screen.tab == model::CaseTab::brief ||
        draw_private_line(page, screen.file,
                          {banner.left, banner_top, banner.right - banner.left, banner.bottom - banner_top});
    if (screen.menu && is_crowded(page))
        return {{inner.x, banner.bottom + 12, inner.w, page.height() - 16 - banner.bottom - 12}, true};
    std::vector<Control> controls;
    if (!is_crowded(page)) controls.push_back(control_of(page, case_tabs(screen), inner.w));
    const bool pictures = screen.tab == model::CaseTab::brief || screen.tab == model::CaseTab::overview ||
                          screen.tab == model::CaseTab::trend;
    // In large letters what is shown needs the room: what has none here stands in the lists.
    const bool crowded = is_crowded(page);
    if (has_visit) {
        const bool paged = screen.file.visits.size() > 1 && !pictures;
        if (!placed && (!crowded || paged))
            controls.push_back(visits(page, screen, inner.w, row_height(page), page.color.bg));
    }
    for (const auto& button : top.left_over)
        controls.push_back(button_control(page, button, inner.w));
    if (has_visit && !screen.behind && screen.tab == model::CaseTab::overview)
        if (const auto way = way_to_pictures(page, screen)) controls.push_back(way_control(page, *way, controls));
    const float above = is_framed(page) ? 8 : between;
    const float top_of_room =
        controls.empty() ? banner.bottom : draw_controls(controls, {inner.x, banner.bottom + above, inner.w, 0});
    const bool fills = pictures || screen.tab == model::CaseTab::answers || screen.tab == model::CaseTab::private_view;
    const float below = top_of_room + (is_framed(page) && fills ? 8.f : page.text_at_least(150) || fills ? 12.f : 20.f);
    return {{inner.x, below, inner.w, inner.bottom() - below}, says_private};
}

}
