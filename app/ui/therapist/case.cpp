#include "ui/layout/pages.hpp"
#include "ui/screens.hpp"
#include "ui/therapist/case_cards.hpp"
#include "ui/therapist/case_menu.hpp"

namespace ui {
namespace {

const model::VisitRecord* visit_of(const model::screen::Case& screen) {
    return screen.visit < screen.file.visits.size() ? &screen.file.visits[screen.visit] : nullptr;
}

}

void draw_case(Page& page, const model::screen::Case& screen) {
    if (screen.note) return draw_note(page, screen);
    const auto head = draw_case_head(page, screen);
    const auto& room = head.room;
    if (screen.menu && is_crowded(page)) return draw_case_menu(page, screen, room);
    const bool brief = screen.tab == model::CaseTab::brief && screen.problem.empty() && visit_of(screen) != nullptr;
    if (brief) return draw_brief(page, screen, room);
    const bool pictures =
        !screen.behind && (screen.tab == model::CaseTab::overview || screen.tab == model::CaseTab::trend);
    const float highest = pictures ? highest_picture(page, room) : room.h - turner_height(page) - 24;
    Flow flow(page, room.w);
    if (!screen.problem.empty())
        flow.icon_text(Icon::alert, screen.problem.words(),
                       {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
    const auto* visit = visit_of(screen);
    if (visit == nullptr) {
        flow.text(tr("case.no-visits", "There is no visit yet."), {.style = Style::heading});
    } else {
        switch (screen.tab) {
        case model::CaseTab::brief: // only what went wrong stands there
            break;
        case model::CaseTab::overview:
            if (screen.behind)
                add_behind(page, flow, screen, *visit, highest);
            else
                add_overview(page, flow, screen, *visit, highest, !head.says_private);
            break;
        case model::CaseTab::trend:
            add_trend(page, flow, screen, highest, screen.problem.empty() ? room.h : highest);
            break;
        case model::CaseTab::scores:
            add_scores(page, flow, screen, *visit, highest, !head.says_private);
            break;
        case model::CaseTab::answers:
            add_answers(page, flow, screen, *visit, highest);
            break;
        case model::CaseTab::mission:
            add_mission(page, flow, screen, *visit, highest);
            break;
        case model::CaseTab::notes:
            add_notes(page, flow, screen, *visit);
            break;
        case model::CaseTab::private_view:
            add_private(page, flow, screen, *visit, highest);
            break;
        }
    }
    if (pictures)
        draw_picture_pages(page, flow, room, screen.page);
    else
        flow.draw(room, screen.page);
}

}
