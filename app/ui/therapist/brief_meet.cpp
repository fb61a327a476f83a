// What to know before the couple comes in: four lines that stand there for everybody, and two questions to open with.
#include "chart/brief_words.hpp"
#include "model/case/caseload.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/therapist/brief_cards.hpp"
#include "ui/therapist/brief_parts.hpp"

namespace ui {
namespace {

// Where the private answers are opened is right of who has not been read; below where there is no room.
void add_private(Page& page, Flow& flow, const model::CaseFile& file) {
    const auto opened = model::private_answers_of(file);
    const ButtonSpec open{.id = "brief:private",
                          .name = tr("brief.open-private", "Open"),
                          .look = ButtonLook::quiet_with_line,
                          .action = model::action::CaseTabChosen{model::CaseTab::private_view}};
    const float line = brief_line(page), indent = small_mark_indent(page), wide = page.fit_button(open).w;
    const auto line_of_both = [&page, line, indent](Rect at, const std::string& a, const std::string& b) {
        float y = at.y;
        for (const auto& [partner, said] : {std::pair{model::Partner::a, a}, std::pair{model::Partner::b, b}}) {
            draw_small_mark(page, {at.x, y}, partner);
            page.text({at.x + indent, y, at.w - indent, 0}, in_lines(page, said, at.w - indent, Style::small, 1),
                      brief_note(page));
            y += line;
        }
    };
    // A long name is cut, never what is said of it.
    const auto words = [&](model::Partner partner, float width) {
        const auto said = [&](const std::string& name) { return chart::opened_words(name, opened.of(partner)); };
        const auto name = called(file, partner);
        const float rest = page.text_width(said({}), Style::small) + 2;
        return said(in_lines(page, name, std::max(24.f, width - indent - rest), Style::small, 1));
    };
    constexpr float least_name = 64;
    const float beside = flow.width() - wide - 16;
    const float needed = std::max(page.text_width(chart::opened_words({}, opened.a), Style::small),
                                  page.text_width(chart::opened_words({}, opened.b), Style::small)) +
                         indent + least_name;
    const float high = std::max(48.f, 2 * line);
    if (needed <= beside) {
        const auto a = words(model::Partner::a, beside), b = words(model::Partner::b, beside);
        flow.block(
            high,
            [&page, a, b, open, wide, line_of_both](Rect at) {
                line_of_both({at.x, at.y, at.w - wide - 16, at.h}, a, b);
                page.button({at.right() - wide, at.y, wide, at.h}, open);
            },
            4);
        return;
    }
    const auto a = words(model::Partner::a, flow.width()), b = words(model::Partner::b, flow.width());
    flow.block(
        2 * line, [a, b, line_of_both](Rect at) { line_of_both(at, a, b); }, 4);
    flow.stay_with_next();
    add_button(page, flow, open, 6);
}

// A name for the line, and what there is to say in two lines, so that the next line stands where it always does.
void add_line(Page& page, Flow& flow, const std::string& name, const std::string& said) {
    flow.text(name, brief_strong(page), 0);
    flow.stay_with_next();
    const auto shown = in_lines(page, said, flow.width(), Style::small, 2);
    flow.block(
        2 * brief_line(page),
        [&page, shown](Rect at) {
            page.text({at.x, at.y, at.w, 0}, shown, brief_soft(page));
        },
        2);
}

}

Flow BriefCards::meet(float width) const {
    auto& page = m_page;
    Flow flow(page, width);
    flow.text(tr("brief.private", "Private answers"), brief_strong(page), 0);
    flow.stay_with_next();
    add_private(page, flow, m_screen.file);
    add_rule(page, flow);
    add_ends(page, flow, tr("brief.alone", "Asked to speak alone"), brief_strong(page),
             tr("brief.look", "Open Private to see"), brief_soft(page), 4);
    add_rule(page, flow);
    add_line(page, flow, tr("brief.manner", "How they answered"), chart::manner_words(m_shown->brief, m_shown->names));
    add_rule(page, flow);
    add_line(page, flow, tr("brief.changed", "Changed since an earlier visit"),
             chart::changed_words(m_shown->brief, m_shown->names));
    return flow;
}

}
