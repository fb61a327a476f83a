#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"

namespace ui {

void draw_move_sitting(Page& page, const model::screen::MoveSitting& screen) {
    const Page::FooterSpec footer{.left = back_of()};
    page.staff_header(tr("desk.title", "Front desk"), screen.row.chart_code, std::nullopt);
    const auto inner = page.inner();
    Flow flow(page, inner.w);
    flow.heading(fill(tr("move.title", "Move {code} to"), {{"code", screen.row.chart_code}}), Style::title, 8);
    if (!screen.problem.empty())
        flow.icon_text(Icon::alert, screen.problem.words(),
                       {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
    flow.text(tr("move.words", "A partner who has started is told who will see their answers before they go on."),
              {.style = Style::body, .color = page.color.soft}, 16);
    for (std::size_t i = 0; i < screen.board.therapists.size(); ++i) {
        const auto& name = screen.board.therapists[i].name;
        const bool here = name == screen.row.therapist;
        const ChoiceSpec spec{.id = "therapist:" + std::to_string(i),
                              .name = name,
                              .words = here ? tr("move.here", "The sitting is with them now") : std::string(),
                              .icon = Icon::person,
                              .enabled = !here,
                              .action = model::action::TherapistChosen{i}};
        flow.block(
            choice_height(page, spec, inner.w), [&page, spec](Rect at) { choice(page, at, spec); }, 16);
    }
    const float top = page.header_bottom() + 16;
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

}
