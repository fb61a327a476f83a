#include "ui/desk/desk_parts.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"

namespace ui {

void draw_sitting_created(Page& page, const model::screen::SittingCreated& screen) {
    const auto& row = screen.row;
    const ButtonSpec done{.id = "back", .name = tr("common.done", "Done"), .action = model::action::BackTapped{}};
    const ButtonSpec open{.id = "start",
                          .name = tr("created.open", "Open it on this screen now"),
                          .look = ButtonLook::primary,
                          .action = model::action::StartTapped{row.sitting}};
    Page::FooterSpec footer{.left = done, .right = open};
    if (page.state.practice->prints) footer.middle = slip_button(row);
    page.staff_header(tr("desk.title", "Front desk"), row.chart_code, std::nullopt);
    const auto inner = page.inner();
    Flow flow(page, inner.w);
    add_notice(page, flow, screen.notice);
    flow.heading(tr("created.title", "The sitting is ready"), Style::title, 16);
    flow.text(tr("created.code", "Entry code for the couple"), {.style = Style::heading, .color = page.color.soft}, 8);
    flow.text(row.entry_code, {.style = Style::display}, 24);
    flow.text(
        fill(tr("created.words", "{therapist}, {packet}. The code works for this sitting alone, until it is finished."),
             {{"therapist", row.therapist}, {"packet", packet_words(page, row)}}),
        {.style = Style::heading}, 8);
    const float top = page.header_bottom() + 16;
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

}
