// One sitting of the board: its code for the kiosk, how far it is, and what can be done with it.
#include "ui/desk/desk_parts.hpp"
#include "ui/kit/people.hpp"
#include "ui/kit/when.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/layout/ways.hpp"
#include <algorithm>

namespace ui {
namespace {

std::string state_words(model::SittingStatus status) {
    switch (status) {
    case model::SittingStatus::waiting:
        return tr("desk.waiting", "Waiting");
    case model::SittingStatus::active:
        return tr("desk.active", "Under way");
    case model::SittingStatus::parked:
        return tr("desk.parked", "Parked");
    case model::SittingStatus::finished:
        return tr("desk.finished", "Finished");
    case model::SittingStatus::cancelled:
        return tr("desk.cancelled", "Cancelled");
    }
    return {};
}

// For one who is locked out of their part, or does not come back to it.
void add_part_actions(std::vector<ButtonSpec>& actions, const model::BoardRow& row, std::optional<model::Partner> who) {
    const auto& part = !who ? row.joint : *who == model::Partner::a ? row.a : row.b;
    const std::string mark = !who ? ":joint" : *who == model::Partner::a ? ":a" : ":b";
    const std::string name = who ? called("", *who) : tr("desk.shared-page", "The shared page");
    if (part.locked_out)
        actions.push_back({.id = "allow-try" + mark,
                           .name = fill(tr("desk.allow-try", "One more try at once: {partner}"), {{"partner", name}}),
                           .action = model::action::TryAllowed{row.sitting, who}});
    if (model::can_close(row, who))
        actions.push_back({.id = "close" + mark,
                           .name = fill(tr("desk.close-part", "Close as it is: {partner}"), {{"partner", name}}),
                           .action = model::action::CloseTapped{row.sitting, who}});
}

std::vector<ButtonSpec> actions_for(const Page& page, const model::BoardRow& row) {
    std::vector<ButtonSpec> actions;
    const auto sitting = row.sitting;
    const bool open = row.status == model::SittingStatus::waiting || row.status == model::SittingStatus::parked ||
                      row.status == model::SittingStatus::active;
    if (open)
        actions.push_back({.id = "start",
                           .name = tr("desk.open-here", "Open it on this screen"),
                           .look = ButtonLook::primary,
                           .action = model::action::StartTapped{sitting}});
    if (open && page.state.practice->prints) actions.push_back(slip_button(row));
    if (row.status == model::SittingStatus::active)
        actions.push_back(
            {.id = "park", .name = tr("desk.park", "Park and reset"), .action = model::action::ParkTapped{sitting}});
    if (row.marked)
        actions.push_back({.id = "mark",
                           .name = tr("desk.open-mark", "Open the mark (PIN)"),
                           .action = model::action::WhoAskedTapped{sitting}});
    add_part_actions(actions, row, model::Partner::a);
    add_part_actions(actions, row, model::Partner::b);
    add_part_actions(actions, row, std::nullopt);
    if (row.can_move)
        actions.push_back(
            {.id = "move", .name = tr("desk.move", "Another therapist"), .action = model::action::MoveTapped{sitting}});
    if (row.can_cancel)
        actions.push_back({.id = "cancel",
                           .name = tr("desk.cancel", "Cancel the sitting"),
                           .action = model::action::CancelTapped{sitting}});
    return actions;
}

void add_fact(Page& page, Flow& flow, const std::string& label, const std::string& value, Style style = Style::body) {
    if (value.empty()) return;
    flow.text(label, {.style = Style::small, .color = page.color.soft}, 0);
    flow.stay_with_next();
    flow.text(value, {.style = style, .weight = Weight::bold}, 12);
}

void add_part(Page& page, Flow& flow, const model::BoardRow& row, std::optional<model::Partner> who,
              const model::BoardPart& part) {
    const auto pill = status_pill(page, row, part, true);
    const auto size = page.pill_size(pill);
    const float radius = 8 * page.icon_size() / 24;
    flow.block(
        size.h,
        [&page, who, pill, size, radius](Rect at) {
            const float middle = at.y + size.h / 2;
            if (who)
                page.partner_mark({at.x + radius, middle}, radius, *who);
            else
                page.two_circles({at.x, middle - radius, 3 * radius, 2 * radius}, false);
            page.pill({at.x + 3 * radius + 12, at.y}, pill);
        },
        8);
}

Flow facts_of(Page& page, const model::BoardRow& row, float width) {
    Flow flow(page, width);
    add_fact(page, flow, tr("desk.entry-code", "Entry code"), row.entry_code,
             page.text_at_least(150) ? Style::heading : Style::title);
    if (row.code_closed)
        flow.icon_text(Icon::alert,
                       tr("desk.code-closed",
                          "It was tried out and opens nothing. Open the sitting on this screen, and "
                          "it works again."),
                       {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 12);
    add_fact(page, flow, tr("desk.packet", "Packet"), packet_words(page, row));
    add_fact(page, flow, tr("desk.state", "This sitting"),
             fill(tr("desk.state-at", "{state}, {time}"),
                  {{"state", state_words(row.status)}, {"time", time_words(row, page.view.now.wall)}}));
    add_part(page, flow, row, model::Partner::a, row.a);
    add_part(page, flow, row, model::Partner::b, row.b);
    if (row.joint.status != model::PartStatus::absent) add_part(page, flow, row, std::nullopt, row.joint);
    return flow;
}

void add_actions(Page& page, Flow& flow, const std::vector<ButtonSpec>& actions) {
    for (const auto& action : actions)
        flow.block(
            page.button_height(action, flow.width()), [&page, action](Rect at) { page.button(at, action); }, 8);
}

}

ButtonSpec slip_button(const model::BoardRow& row) {
    return {.id = "slip",
            .name = tr("slip.print", "Print a slip with the code"),
            .action = model::action::SlipTapped{row.sitting}};
}

void draw_row_page(Page& page, const model::screen::Desk& screen, const model::BoardRow& row) {
    const auto inner = page.inner();
    page.staff_header(row.chart_code, row.therapist, std::nullopt);
    auto back = back_of();
    back.action = model::action::RowTapped{std::nullopt};
    const Page::FooterSpec footer{.left = back};
    const float top = std::max(page.header_bottom(), page.portrait() ? 168.f : 104.f),
                bottom = page.footer_top(footer) - 16;
    const auto actions = actions_for(page, row);
    const float column = page.portrait() ? inner.w : (inner.w - 64) / 2;
    if (!page.portrait()) {
        Flow facts(page, column);
        add_notice(page, facts, screen.notice);
        facts.append(facts_of(page, row, column));
        Flow right(page, column);
        add_actions(page, right, actions);
        if (facts.fits(bottom - top) && right.fits(bottom - top)) {
            facts.draw_page({inner.x, top, column, bottom - top}, 0);
            right.draw_page({inner.right() - column, top, column, bottom - top}, 0);
            return page.footer(footer);
        }
    }
    Flow all(page, inner.w);
    add_notice(page, all, screen.notice);
    add_actions(page, all, actions);
    const auto facts = facts_of(page, row, inner.w);
    all.block(
        0, [](Rect) {}, 16);
    all.append(facts);
    all.draw({inner.x, top, inner.w, bottom - top}, screen.page);
    page.footer(footer);
}

}
