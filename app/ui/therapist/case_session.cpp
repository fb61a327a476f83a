// What the forms after the session say of the two; it stands where the therapist reads a case, and on no page that the
// couple is shown.
#include "core/numbers.hpp"
#include "model/case/session_report.hpp"
#include "ui/therapist/case_parts.hpp"

namespace ui {

void add_session_notes(Page& page, Flow& flow, const model::screen::Case& screen) {
    const auto report = model::session_report(*page.state.content, screen.file, screen.visit);
    const auto number = [](double value) { return core::decimal(value, 1); };
    if (report.split)
        flow.icon_text(Icon::person,
                       fill(tr("case.session-split",
                               "The session of {day}: {name_a} rates it {first} of {most}, {name_b} {second}. They are "
                               "further apart than noise ({noise})."),
                            {{"day", visit_day(page, report.split->at)},
                             {"name_a", called(screen.file, model::Partner::a)},
                             {"name_b", called(screen.file, model::Partner::b)},
                             {"first", number(report.split->between.first)},
                             {"second", number(report.split->between.second)},
                             {"most", core::plain(report.range.high)},
                             {"noise", number(report.split->between.noise)}}),
                       {.style = Style::body}, 12);
    for (const auto partner : model::both_partners)
        if (const auto& fall = report.falls.of(partner))
            flow.icon_text(
                Icon::person,
                fill(tr("case.session-falling",
                        "{name} rates each of three sessions lower, from {first} of {most} ({from}) to {second} "
                        "({to}). The fall is more than noise ({noise})."),
                     {{"name", called(screen.file, partner)},
                      {"first", number(fall->change.first)},
                      {"second", number(fall->change.second)},
                      {"most", core::plain(report.range.high)},
                      {"from", visit_day(page, fall->from)},
                      {"to", visit_day(page, fall->to)},
                      {"noise", number(fall->change.noise)}}),
                {.style = Style::body}, 12);
}

}
