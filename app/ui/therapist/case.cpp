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
    if (const auto* visit = visit_of(screen); visit != nullptr && !screen.behind) {
        const bool note = !head.says_private;
        if (screen.tab == model::CaseTab::overview) return draw_overview(page, screen, *visit, room, note);
        if (screen.problem.empty() && screen.tab == model::CaseTab::brief) return draw_brief(page, screen, room);
        if (screen.tab == model::CaseTab::answers) return draw_answers(page, screen, *visit, room);
        if (screen.tab == model::CaseTab::private_view) return draw_private(page, screen, *visit, room);
    }
    const bool pictures = !screen.behind && screen.tab == model::CaseTab::trend;
    const float highest = pictures ? highest_picture(page, room) : room.h - turner_height(page) - 24;
    Flow flow(page, room.w);
    add_problem(page, flow, screen);
    const auto* visit = visit_of(screen);
    if (visit == nullptr) {
        flow.text(tr("case.no-visits", "There is no visit yet."), {.style = Style::heading});
    } else {
        switch (screen.tab) {
        case model::CaseTab::brief: // only what went wrong stands there
        case model::CaseTab::answers:
        case model::CaseTab::private_view:
            break;
        case model::CaseTab::overview:
            add_behind(page, flow, screen, *visit, highest);
            break;
        case model::CaseTab::trend:
            add_trend(page, flow, screen, highest, screen.problem.empty() ? room.h : highest);
            break;
        case model::CaseTab::scores:
            add_scores(page, flow, screen, *visit, highest, !head.says_private);
            break;
        case model::CaseTab::mission:
            add_mission(page, flow, screen, *visit, highest);
            break;
        case model::CaseTab::notes:
            add_notes(page, flow, screen, *visit);
            break;
        }
    }
    if (pictures)
        draw_picture_pages(page, flow, room, screen.page);
    else
        flow.draw(room, screen.page);
}

}
