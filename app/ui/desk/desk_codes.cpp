// Somebody forgot their own code: whose sitting it is, and what the desk can do, from where its own page goes on.
#include "ui/desk/desk_parts.hpp"
#include "ui/layout/rows.hpp"
#include "ui/layout/ways.hpp"
#include <algorithm>

namespace ui {
namespace {

// A code opens what is being answered, or a shared page.
bool has_code(const model::BoardRow& row) {
    return std::ranges::any_of(std::initializer_list<const model::BoardPart*>{&row.a, &row.b, &row.joint},
                               [](const auto* part) { return part->status == model::PartStatus::open; });
}

}

void draw_codes_page(Page& page, const model::screen::Desk& screen) {
    const auto inner = page.inner();
    const auto now = page.view.now.wall;
    page.staff_header(tr("codes.title", "Somebody forgot their own code"), {}, std::nullopt);
    const Page::FooterSpec footer{.left = back_of()};
    Flow flow(page, inner.w);
    flow.text(tr("codes.words",
                 "Nobody here can look it up, and nothing they answered is lost. Their therapist can let "
                 "them choose new digits: they unlock, open the case, and tap Case, then A forgotten "
                 "code. Where that has to wait, park the sitting."),
              {.style = Style::body}, 16);
    bool any = false;
    for (const auto& line : lines_of(screen.board, now)) {
        if (line.row == nullptr || !has_code(*line.row)) continue;
        if (!any) {
            flow.text(tr("codes.whose", "Whose sitting is it?"), {.style = Style::body, .weight = Weight::bold}, 8,
                      Role::heading);
            flow.stay_with_next();
        }
        any = true;
        const ChoiceSpec spec{.id = "row:" + std::to_string(line.row->sitting.value),
                              .name = line.row->chart_code,
                              .words = fill(tr("desk.with-at", "{therapist}, {time}"),
                                            {{"therapist", line.row->therapist}, {"time", time_words(*line.row, now)}}),
                              .icon = Icon::person,
                              .action = model::action::RowTapped{line.row->sitting}};
        flow.block(
            choice_height(page, spec, inner.w), [&page, spec](Rect at) { choice(page, at, spec); }, 12);
    }
    if (!any)
        flow.text(tr("codes.none", "Nobody is answering just now. A code is asked for only where somebody has begun."),
                  {.style = Style::body, .color = page.color.soft}, 16);
    const float top = page.header_bottom() + 16;
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

}
