// The practice's own figures: what they are, counting them, and each scale's rows.
#include "chart/figure_rows.hpp"
#include "ui/kit/chart_canvas.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"
#include "ui/therapist/case_parts.hpp"
#include <algorithm>
#include <memory>

namespace ui {
namespace {

void add_asking(Page& page, Flow& flow, const model::screen::Figures& screen) {
    flow.text(tr("figures.about", "How all the people whose answers you can read scored on each form: how many they "
                                  "are, their mean, how well the questions of a form belong together, and how alike "
                                  "the same people answered again."),
              {.style = Style::heading}, 16);
    flow.text(tr("figures.safe",
                 "Nobody can be told from it: nothing is said about fewer than 30 people. Private forms "
                 "are left out unless you add them here, and the audit log says so."),
              {.style = Style::body, .color = page.color.soft}, 16);
    const auto name = tr("figures.with-private", "Count private forms too");
    const float width = std::min(flow.width(), page.portrait() || page.text_at_least(150) ? flow.width() : 720.f);
    flow.block(page.toggle_height(name, width), [&page, on = screen.with_private, name, width](Rect at) {
        page.toggle({at.x, at.y, width, at.h}, "with-private", name, on, model::action::FiguresPrivateToggled{});
    });
}

void add_counting(Page& page, Flow& flow, const model::screen::Figures& screen) {
    add_progress(page, flow, tr("figures.counting", "Counting…"), screen.done, screen.of,
                 fill(tr("figures.progress", "{done} of {of} couples"),
                      {{"done", std::to_string(screen.done)}, {"of", std::to_string(screen.of)}}));
}

void add_row(Page& page, Flow& flow, const chart::FigureRow& row) {
    const ChartCanvas ruler(page, {}, page.color.bg);
    const float growth = ruler.growth(), width = flow.width() / growth;
    flow.block(
        chart::figure_row_height(ruler, row, width) * growth,
        [&page, row, width](Rect at) {
            ChartCanvas canvas(page, {at.x, at.y}, page.color.bg);
            chart::draw_figure_row(canvas, row, {}, width, chart_colors(page));
        },
        0);
    if (row.head) flow.stay_with_next();
}

void add_measure(Page& page, Flow& flow, const model::MeasureFigures& measure) {
    const auto what = model::measure_of(*page.state.content, measure);
    if (what.scale == nullptr) return;
    const auto title = chart::figure_title(what, measure);
    flow.heading(title.scale, Style::heading, 0);
    flow.text(title.form, {.style = Style::small, .color = page.color.soft}, 4);
    flow.stay_with_next();
    for (const auto& row : chart::figure_rows(what, measure, page.state.locales))
        add_row(page, flow, row);
    flow.block(
        24, [](Rect) {}, 0);
}

void add_figures(Page& page, Flow& flow, const model::PracticeFigures& figures) {
    for (const auto& note : chart::figure_notes(figures))
        flow.text(note, {.style = Style::body, .color = page.color.soft}, 4);
    flow.block(
        16, [](Rect) {}, 0);
    if (figures.measures.empty())
        flow.text(tr("figures.nothing", "No form with a score was answered yet."), {.style = Style::heading});
    for (const auto& measure : figures.measures)
        add_measure(page, flow, measure);
}

void add_written(Page& page, Flow& flow, const model::screen::Figures& screen) {
    if (!screen.problem.empty())
        flow.icon_text(Icon::alert, screen.problem.words(),
                       {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
    if (screen.written_to.empty()) return;
    flow.icon_text(Icon::tick, tr("export.done", "It is written:"),
                   {.style = Style::heading, .weight = Weight::bold, .color = page.color.ok}, 4);
    flow.stay_with_next();
    flow.text(screen.written_to, {.style = Style::body}, 24);
}

ButtonSpec on_button(const model::screen::Figures& screen) {
    return {.id = screen.figures ? "write" : "count",
            .name = screen.figures ? tr("figures.write", "Write files") : tr("figures.count", "Count"),
            .look = ButtonLook::primary,
            .icon = screen.figures ? Icon::download : Icon::none,
            .enabled = !screen.working,
            .action = model::action::Confirmed{}};
}

}

void draw_figures(Page& page, const model::screen::Figures& screen) {
    page.staff_header(tr("figures.title", "The practice's own figures"), screen.therapist.name, lock_button());
    const Page::FooterSpec footer{.left = back_or_stop(screen.working), .right = on_button(screen)};
    const auto inner = page.inner();
    const float top = page.header_bottom() + 8;
    Flow flow(page, inner.w);
    if (screen.working) {
        add_counting(page, flow, screen);
    } else {
        add_written(page, flow, screen);
        if (screen.figures)
            add_figures(page, flow, *screen.figures);
        else
            add_asking(page, flow, screen);
    }
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

}
