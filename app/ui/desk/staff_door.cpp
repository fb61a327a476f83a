#include "ui/layout/pages.hpp"
#include "ui/layout/rows.hpp"
#include "ui/layout/stack.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {

void draw_staff_door(Page& page, const model::screen::StaffDoor& screen) {
    page.practice_header(false, ButtonSpec{.id = "home",
                                           .name = tr("common.home", "Back to welcome"),
                                           .look = ButtonLook::quiet_with_line,
                                           .action = model::action::WentHome{}});
    const auto inner = page.inner();
    const Line title = title_line(tr("staff-door.title", "Staff"));
    const float top = draw_stack(page, {inner.x, page.header_bottom(), inner.w, 0}, {&title, 1}) + 24;

    std::vector<ChoiceSpec> doors{{.id = "desk",
                                   .name = tr("desk-pin.title", "Front desk"),
                                   .words = tr("staff-door.desk", "Start, follow and reset sittings"),
                                   .icon = Icon::screen,
                                   .action = model::action::DeskTapped{}}};
    for (std::size_t i = 0; i < screen.therapists.size(); ++i)
        doors.push_back({.id = "therapist:" + std::to_string(i),
                         .name = screen.therapists[i].name,
                         .words = tr("staff-door.therapist", "Caseload"),
                         .icon = Icon::person,
                         .action = model::action::TherapistChosen{i}});
    const float width = page.portrait() || page.text_at_least(150) ? inner.w : std::min(inner.w, 800.f);
    std::vector<float> heights;
    for (const auto& door : doors)
        heights.push_back(choice_height(page, door, width));
    const auto pages = pack_below(page, top, heights, 16);
    const auto shown = shown_page(screen.page, pages.size());
    float y = top;
    for (auto i = pages[shown].begin; i < pages[shown].end; ++i) {
        choice(page, {inner.x, y, width, heights[i]}, doors[i]);
        y += heights[i] + 16;
    }
    if (pages.size() > 1) draw_page_turns(page, {.shown = shown, .count = pages.size()});
}

}
