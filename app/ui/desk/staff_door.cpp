#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {

void draw_staff_door(Page& page, const model::screen::StaffDoor& screen) {
    page.practice_header(false, ButtonSpec{.id = "home",
                                           .name = tr("common.home", "Back to welcome"),
                                           .look = ButtonLook::quiet_with_line,
                                           .action = model::action::WentHome{}});
    const auto inner = page.inner();
    const float top = page.header_bottom() +
                      page.text({inner.x, page.header_bottom(), inner.w, 0}, tr("staff-door.title", "Staff"),
                                {.style = Style::title}, Role::heading) +
                      24;

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
    Flow list(page, width);
    for (const auto& door : doors)
        list.block(
            choice_height(page, door, width), [&page, door](Rect at) { choice(page, at, door); }, 16);
    list.draw_to_foot({inner.x, top}, screen.page);
}

}
