// The day's chart codes out of a file: which file, then what becomes a sitting and what does not.
#include "ui/kit/when.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"

namespace ui {
namespace {

using DayList = model::screen::DayList;

std::string list_title() {
    return tr("day-list.title", "Today's list");
}

void add_problem(Page& page, Flow& flow, const DayList& screen) {
    if (!screen.problem.empty())
        flow.icon_text(Icon::alert, screen.problem.words(),
                       {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
}

void draw_files(Page& page, const DayList& screen) {
    const auto inner = page.inner();
    const Page::FooterSpec footer{.left = back_of(!screen.working)};
    page.staff_header(list_title(), {}, std::nullopt);
    Flow flow(page, inner.w);
    add_problem(page, flow, screen);
    flow.text(tr("day-list.words", "A CSV file that your calendar writes, with a time, a chart code, a therapist and "
                                   "the minutes they have. Choose it; nothing is made before you have seen it."),
              {.style = Style::body}, 16);
    if (screen.files && screen.files->empty())
        flow.text(tr("day-list.none", "No such file is there. Put in a stick with one, go back, and tap Today's list "
                                      "again."),
                  {.style = Style::body, .weight = Weight::bold}, 16, Role::status);
    for (std::size_t i = 0; screen.files && i < screen.files->size(); ++i) {
        const ChoiceSpec spec{.id = "file:" + std::to_string(i),
                              .name = (*screen.files)[i].name,
                              .icon = Icon::book,
                              .enabled = !screen.working,
                              .action = model::action::DayFileChosen{i}};
        flow.block(
            choice_height(page, spec, inner.w), [&page, spec](Rect at) { choice(page, at, spec); }, 12);
    }
    const float top = page.header_bottom() + 16;
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

std::string packet_title(const Page& page, const core::PacketId& id) {
    const auto* packet = model::find_packet(*page.state.content, id);
    return packet == nullptr ? id.value : packet->title;
}

void add_plan(Page& page, Flow& flow, const model::DayPlan& plan) {
    for (const auto& sitting : plan.sittings)
        flow.words(
            {.runs = {{clock_words(sitting.at) + "  ", Weight::regular, std::nullopt},
                      {sitting.chart_code, Weight::bold, std::nullopt},
                      {fill(tr("day-list.with", ", {therapist}, {packet}"),
                            {{"therapist", sitting.therapist.name}, {"packet", packet_title(page, sitting.packet)}}),
                       Weight::regular, page.color.soft}},
             .look = {.style = Style::body},
             .gap = 8});
}

}

void draw_day_list(Page& page, const DayList& screen) {
    if (!screen.plan) return draw_files(page, screen);
    const auto& plan = *screen.plan;
    const auto inner = page.inner();
    const auto count = static_cast<long long>(plan.sittings.size());
    const auto make = fill(trn("day-list.make", "Make one sitting", "Make {count} sittings", count),
                           {{"count", std::to_string(count)}});
    const Page::FooterSpec footer{
        .left = back_of(!screen.working),
        .right = ButtonSpec{.id = "confirm",
                            .name = screen.working ? tr("new-sitting.creating", "Creating…") : make,
                            .look = ButtonLook::primary,
                            .enabled = !screen.working && count > 0,
                            .action = model::action::Confirmed{}}};
    page.staff_header(list_title(), plan.name, std::nullopt);
    Flow flow(page, inner.w);
    if (!plan.left_out.empty()) {
        const auto left = static_cast<long long>(plan.left_out.size());
        flow.icon_text(Icon::alert,
                       fill(trn("day-list.left-out", "One line is left out", "{count} lines are left out", left),
                            {{"count", std::to_string(left)}}),
                       {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 8);
        flow.stay_with_next();
        for (const auto& line : plan.left_out)
            flow.text(
                fill(tr("day-list.line", "Line {line}, {what}: {why}"), {{"line", std::to_string(line.line)},
                                                                         {"what", line.what.empty() ? "–" : line.what},
                                                                         {"why", line.why.words()}}),
                {.style = Style::body}, 8);
    }
    flow.text(count == 0 ? tr("day-list.nothing", "No line of it becomes a sitting.")
                         : tr("day-list.becomes", "These become sittings, each for both partners"),
              {.style = Style::body, .weight = Weight::bold}, 8, Role::heading);
    if (count > 0) flow.stay_with_next();
    add_plan(page, flow, plan);
    const float top = page.header_bottom() + 16;
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

}
