#include "ui/therapist/case_menu.hpp"
#include "ui/layout/flow.hpp"
#include "ui/therapist/case_parts.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr float gap = 16;

ButtonSpec tab_list(const model::screen::Case& screen) {
    const auto tabs = case_tabs(screen);
    const auto open = std::ranges::find(tabs, true, &Page::Segment::on);
    return {.id = "case:tabs",
            .name = open == tabs.end() ? std::string() : open->name,
            .icon = Icon::down,
            .icon_right = true,
            .action = model::action::CaseMenuTapped{model::CaseMenu::tabs}};
}

ButtonSpec more() {
    return {.id = "case:more",
            .name = tr("case.more", "More"),
            .icon = Icon::more,
            .action = model::action::CaseMenuTapped{model::CaseMenu::more}};
}

GridChoice entry_of(const ButtonSpec& button) {
    return {.id = button.id, .name = button.name, .action = button.action};
}

std::vector<GridChoice> entries(const Page& page, const model::screen::Case& screen) {
    std::vector<GridChoice> list;
    if (screen.menu == model::CaseMenu::tabs) {
        for (const auto& tab : case_tabs(screen))
            list.push_back({.id = tab.id, .name = tab.name, .chosen = tab.on, .action = tab.action});
        return list;
    }
    for (const auto& button : case_buttons(screen))
        list.push_back(entry_of(button));
    if (screen.visit + 1 < screen.file.visits.size()) list.push_back(entry_of(visit_step(1, true)));
    if (screen.visit > 0) list.push_back(entry_of(visit_step(-1, true)));
    if (const auto language = page.other_language()) list.push_back(entry_of(*language));
    list.push_back(entry_of(page.help_lines()));
    return list;
}

}

std::vector<Page::Segment> case_tabs(const model::screen::Case& screen) {
    using enum model::CaseTab;
    const auto tab = [&](const std::string& id, std::string name, model::CaseTab which) {
        return Page::Segment{.id = "tab:" + id,
                             .name = std::move(name),
                             .on = screen.tab == which,
                             .action = model::action::CaseTabChosen{which}};
    };
    return {tab("brief", tr("case.brief", "Brief"), brief),
            tab("overview", tr("case.overview", "Overview"), overview),
            tab("trend", tr("case.trend", "Trend"), trend),
            tab("scores", tr("case.scores", "Scores"), scores),
            tab("answers", tr("case.answers", "Answers"), answers),
            tab("mission", tr("case.mission", "Mission"), mission),
            tab("notes", tr("case.notes", "Notes"), notes),
            tab("private", tr("case.private", "Private"), private_view)};
}

std::vector<ButtonSpec> case_buttons(const model::screen::Case& screen) {
    std::vector<ButtonSpec> buttons;
    if (screen.visit < screen.file.visits.size()) {
        buttons.push_back({.id = "together",
                           .name = tr("case.together", "Together view"),
                           .icon = Icon::pass_turn,
                           .action = model::action::TogetherTapped{}});
        buttons.push_back({.id = "chart",
                           .name = tr("case.export", "Export"),
                           .icon = Icon::download,
                           .action = model::action::ExportTapped{}});
    }
    buttons.push_back(
        {.id = "folder", .name = tr("case.folder", "Case"), .action = model::action::CaseActionsTapped{}});
    return buttons;
}

ButtonSpec visit_step(int by, bool enabled) {
    return {.id = by > 0 ? "visit:earlier" : "visit:later",
            .name = by > 0 ? tr("case.earlier-visit", "Earlier visit") : tr("case.later-visit", "Later visit"),
            .icon = by > 0 ? Icon::back : Icon::next,
            .enabled = enabled,
            .action = model::action::VisitStepped{by}};
}

float draw_short_top(Page& page, const model::screen::Case& screen, const std::string& title) {
    const auto inner = page.inner();
    const auto lock = lock_button(), tabs = tab_list(screen);
    const auto size = page.fit_button(lock);
    const float top = page.portrait() ? std::max(24.f, 88 - size.h / 2) : 16, high = size.h;
    float x = inner.right() - size.w;
    page.button({x, top, size.w, high}, lock);
    x -= gap + high;
    page.icon_button({x, top, high, high}, more());
    const ButtonSpec back{
        .id = "back", .name = tr("case.back", "Caseload"), .icon = Icon::back, .action = model::action::BackTapped{}};
    page.icon_button({inner.x, top, high, high}, back);
    const float begins = inner.x + high + gap;
    const float wide = page.fit_button(tabs).w;
    const bool beside = begins + wide <= x - gap;
    float bottom = top + high;
    if (beside) x -= gap + wide;
    page.button({beside ? x : inner.x, beside ? top : bottom + 8, wide, high}, tabs);
    if (!beside) bottom += 8 + high;
    const TextLook look{.style = Style::body, .weight = Weight::bold};
    const float room = x - gap - begins, line = page.type(Style::body).line;
    if (beside && page.text_width(title, Style::body, Weight::bold) <= room) {
        page.text({begins, top + (high - line) / 2, room, 0}, title, look, Role::heading);
        return bottom;
    }
    const float from = beside ? inner.x : inner.x + wide + gap;
    const float width = inner.right() - from;
    const float needed = page.text_height(title, width, Style::body, Weight::bold);
    if (!beside && needed <= high) {
        page.text({from, bottom - high / 2 - needed / 2, width, 0}, title, look, Role::heading);
        return bottom;
    }
    return bottom + 4 + page.text({inner.x, bottom + 4, inner.w, 0}, title, look, Role::heading);
}

void draw_case_menu(Page& page, const model::screen::Case& screen, Rect room) {
    Flow flow(page, room.w);
    add_grid(page, flow, entries(page, screen), 2);
    flow.draw(room, 0);
}

}
