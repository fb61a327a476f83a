#include "ui/screens.hpp"
#include "ui/screens/answering.hpp"
#include "ui/screens/case_parts.hpp"
#include "ui/screens/passphrase_page.hpp"
#include "ui/screens/rows.hpp"

namespace ui {
namespace {

using model::ExportKind;

struct KindWords {
    ExportKind kind;
    std::string id, name, words;
};

std::vector<KindWords> kinds() {
    return {
        {ExportKind::chart, "chart", tr("export.chart", "Chart (PDF)"),
         tr("export.chart-words",
            "This visit for the couple's chart: scores with their ranges, the answers, and the mission.")},
        {ExportKind::keepsake, "keepsake", tr("export.keepsake", "Page to take home (PDF)"),
         tr("export.keepsake-words", "One page for the couple with what they agreed to stand for, and nothing else.")},
        {ExportKind::csv, "csv", tr("export.csv", "Tables (CSV)"),
         tr("export.csv-words", "All visits as two tables, answers and scores, for a spreadsheet or statistics.")},
        {ExportKind::json, "json", tr("export.json", "Data (JSON)"),
         tr("export.json-words", "All visits in one file, for the practice's own programs.")},
        {ExportKind::fhir, "fhir", tr("export.fhir", "Health record (FHIR)"),
         tr("export.fhir-words", "All visits as a FHIR R4 bundle, without names, for an electronic health record.")},
        {ExportKind::archive, "archive", tr("export.archive", "Everything, locked (ZIP)"),
         tr("export.archive-words",
            "All of these in one file that only opens with a passphrase you choose (AES-256).")}};
}

bool can_be(const model::screen::ExportChart& screen, ExportKind kind) {
    if (kind != ExportKind::keepsake) return true;
    const auto& file = screen.from.file;
    if (screen.from.visit >= file.visits.size()) return false;
    const auto& joint = file.visits[screen.from.visit].joint.content;
    return joint && !joint->versions.empty();
}

void add_kinds(Page& page, Flow& flow, const model::screen::ExportChart& screen) {
    std::vector<GridChoice> choices;
    for (auto& one : kinds())
        choices.push_back(
            {.id = "kind:" + one.id,
             .name = one.name,
             .chosen = screen.kind == one.kind,
             .action = model::action::ExportKindChosen{one.kind},
             .off_because = can_be(screen, one.kind)
                                ? std::string()
                                : tr("export.no-mission", "There is no mission they agreed on at this visit.")});
    add_grid(page, flow, std::move(choices), 3);
    flow.block(
        16, [](Rect) {}, 0);
}

void add_private(Page& page, Flow& flow, const model::screen::ExportChart& screen, model::Role role) {
    const bool on = role == model::Role::a ? screen.private_a : screen.private_b;
    const auto name =
        fill(tr("export.with-private", "Add {name}'s private answers"), {{"name", called(screen.from.file, role)}});
    const float width = std::min(flow.width(), page.portrait() || page.text_at_least(150) ? flow.width() : 720.f);
    flow.block(page.toggle_height(name, width), [&page, role, on, name, width](Rect at) {
        page.toggle({at.x, at.y, width, at.h}, role == model::Role::a ? "with-private:a" : "with-private:b", name, on,
                    model::action::ExportPrivateToggled{role});
    });
}

ButtonSpec write_button(const model::screen::ExportChart& screen) {
    return {.id = "write",
            .name = screen.working ? tr("export.working", "Writing…") : tr("export.write", "Write it"),
            .look = ButtonLook::primary,
            .icon = Icon::download,
            .enabled = !screen.working && can_be(screen, screen.kind),
            .action = model::action::Confirmed{}};
}

void add_outcome(Page& page, Flow& flow, const model::screen::ExportChart& screen) {
    if (!screen.problem.empty())
        flow.icon_text(Icon::alert, screen.problem.words(),
                       {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
    if (screen.written_to.empty()) return;
    flow.icon_text(Icon::tick, tr("export.done", "It is written:"),
                   {.style = Style::heading, .weight = Weight::bold, .color = page.color.ok}, 4);
    flow.stay_with_next();
    flow.text(screen.written_to, {.style = Style::body}, 24);
}

void draw_archive(Page& page, const model::screen::ExportChart& screen) {
    draw_passphrase_page(
        page,
        {.title = tr("export.archive", "Everything, locked (ZIP)"),
         .sentence =
             tr("export.archive-ask", "Choose a passphrase for this file, 12 letters or more. It is kept nowhere: "
                                      "whoever opens the file needs it."),
         .entry = screen.archive,
         .leave = {.id = "back",
                   .name = tr("end.cancel", "Cancel"),
                   .look = ButtonLook::quiet_with_line,
                   .action = model::action::BackTapped{}},
         .working = tr("export.working", "Writing…"),
         .note = soft_line(page, tr("export.archive-note", "Do not use the passphrase you unlock this kiosk with.")),
         .done = tr("export.write-short", "Write"),
         .problem = screen.problem.words()});
}

}

void draw_export_chart(Page& page, const model::screen::ExportChart& screen) {
    if (screen.typing) return draw_archive(page, screen);
    const auto& file = screen.from.file;
    const auto couple = couple_words(file.name_a, file.name_b);
    page.staff_header(tr("export.title", "Export"),
                      couple.empty()
                          ? file.chart_code
                          : fill(tr("export.of", "{couple}, {code}"), {{"couple", couple}, {"code", file.chart_code}}),
                      lock_button());
    const Page::FooterSpec footer{.left = back_of(!screen.working), .right = write_button(screen)};
    const auto inner = page.inner();
    const float top = page.header_bottom() + 8;

    Flow flow(page, inner.w);
    add_outcome(page, flow, screen);
    add_kinds(page, flow, screen);
    for (const auto& one : kinds())
        if (one.kind == screen.kind) flow.text(one.words, {.style = Style::heading}, 12);
    if (screen.kind != ExportKind::archive)
        flow.text(tr("export.where",
                     "It is written to the export folder of this kiosk. The file is not locked: whoever can "
                     "open the folder can read it."),
                  {.style = Style::body}, 16);
    if (screen.kind != ExportKind::keepsake) {
        flow.text(tr("export.private", "Private answers are left out unless you add them here, each time."),
                  {.style = Style::body, .color = page.color.soft}, 16);
        flow.stay_with_next();
        add_private(page, flow, screen, model::Role::a);
        add_private(page, flow, screen, model::Role::b);
    }
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

}
