#include "ui/screens.hpp"
#include "ui/screens/answering.hpp"
#include "ui/screens/case_parts.hpp"
#include "ui/screens/rows.hpp"

namespace ui {
namespace {

void add_choice(Page& page, Flow& flow, const model::screen::ExportChart& screen, model::Role role) {
    const bool on = role == model::Role::a ? screen.private_a : screen.private_b;
    const auto name =
        fill(tr("export.with-private", "Add {name}'s private answers"), {{"name", called(screen.from.file, role)}});
    const float width = std::min(flow.width(), page.portrait() || page.text_at_least(150) ? flow.width() : 720.f);
    flow.block(page.toggle_height(name, width), [&page, role, on, name, width](Rect at) {
        page.toggle({at.x, at.y, width, at.h}, role == model::Role::a ? "with-private:a" : "with-private:b", name, on,
                    model::action::ExportPrivateToggled{role});
    });
}

}

void draw_export_chart(Page& page, const model::screen::ExportChart& screen) {
    const auto& file = screen.from.file;
    const auto couple = couple_words(file.name_a, file.name_b);
    page.staff_header(tr("export.title", "Chart as PDF"),
                      couple.empty()
                          ? file.chart_code
                          : fill(tr("export.of", "{couple}, {code}"), {{"couple", couple}, {"code", file.chart_code}}),
                      lock_button());
    const ButtonSpec write{.id = "write",
                           .name = screen.working ? tr("export.working", "Writing…")
                                                  : tr("export.write", "Write the chart"),
                           .look = ButtonLook::primary,
                           .icon = Icon::download,
                           .enabled = !screen.working,
                           .action = model::action::Confirmed{}};
    const Page::FooterSpec footer{.left = back_of(!screen.working), .right = write};
    const auto inner = page.inner();
    const float top = page.header_bottom() + 8;

    Flow flow(page, inner.w);
    if (!screen.problem.empty())
        flow.icon_text(Icon::alert, screen.problem.words(),
                       {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
    if (!screen.written_to.empty()) {
        flow.icon_text(Icon::tick, tr("export.done", "The chart is written:"),
                       {.style = Style::heading, .weight = Weight::bold, .color = page.color.ok}, 4);
        flow.stay_with_next();
        flow.text(screen.written_to, {.style = Style::body}, 24);
    }
    if (screen.from.visit < file.visits.size())
        flow.text(fill(tr("export.visit", "{day}: scores with their ranges, the answers, and the mission."),
                       {{"day", visit_day(page, file.visits[screen.from.visit].date)}}),
                  {.style = Style::heading}, 12);
    flow.text(tr("export.where", "It is written to the export folder of this kiosk, for the couple's chart. The file "
                                 "is not locked: whoever can open the folder can read it."),
              {.style = Style::body}, 24);
    flow.text(tr("export.private", "Private answers are left out unless you add them here, on pages of their own."),
              {.style = Style::body, .color = page.color.soft}, 16);
    flow.stay_with_next();
    add_choice(page, flow, screen, model::Role::a);
    add_choice(page, flow, screen, model::Role::b);
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

}
