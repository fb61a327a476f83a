// What is done with a case as a whole.
#include "model/case/caseload.hpp"
#include "model/visit/packet_offer.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"
#include "ui/therapist/case_parts.hpp"
#include "ui/therapist/case_roles.hpp"
#include <algorithm>

namespace ui {
namespace {

using model::CaseTask;

std::string title_of(const model::CaseFile& file) {
    const auto couple = couple_words(file.name_a, file.name_b);
    return couple.empty() ? file.chart_code
                          : fill(tr("export.of", "{couple}, {code}"), {{"couple", couple}, {"code", file.chart_code}});
}

std::string heading_of(CaseTask task) {
    switch (task) {
    case CaseTask::menu:
        return tr("folder.title", "This case");
    case CaseTask::follow_up:
        return tr("folder.follow-up", "The next visit's packet");
    case CaseTask::share:
        return tr("folder.share", "Share with a colleague");
    case CaseTask::hand_over:
        return tr("folder.hand-over", "Hand over to a colleague");
    case CaseTask::move_part:
        return tr("folder.move-part", "Move a part to another case");
    case CaseTask::new_code:
        return tr("folder.new-code", "A forgotten code");
    case CaseTask::erase:
        return tr("folder.erase", "Delete the case");
    }
    return {};
}

void add_choice(Page& page, Flow& flow, const ChoiceSpec& spec) {
    flow.block(
        choice_height(page, spec, flow.width()), [&page, spec](Rect at) { choice(page, at, spec); }, 12);
}

ChoiceSpec task_of(std::string id, CaseTask task, std::string words, Icon icon, bool enabled = true) {
    return {.id = "task:" + std::move(id),
            .name = heading_of(task),
            .words = std::move(words),
            .who = {},
            .icon = icon,
            .enabled = enabled,
            .action = model::action::CaseTaskChosen{task}};
}

std::string packet_title(const Page& page, const core::PacketId& id) {
    const auto* packet = model::find_packet(*page.state.content, id);
    return packet == nullptr ? id.value : packet->title;
}

std::string names_of(const std::vector<model::TherapistName>& people) {
    std::string names;
    for (const auto& person : people)
        names = names.empty() ? person.name
                              : fill(tr("folder.names", "{names}, {name}"), {{"names", names}, {"name", person.name}});
    return names;
}

void add_menu(Page& page, Flow& flow, const model::screen::Case& from) {
    const auto& file = from.file;
    add_choice(page, flow,
               task_of("follow-up", CaseTask::follow_up,
                       file.next_packet.empty()
                           ? tr("folder.follow-up-usual", "The front desk is offered the usual one.")
                           : fill(tr("folder.follow-up-now", "The front desk is offered “{packet}”."),
                                  {{"packet", packet_title(page, file.next_packet)}}),
                       Icon::clock));
    const auto not_own = tr("folder.not-own", "This case was shared with you. Only its own therapist can do this.");
    const auto nobody = tr("folder.nobody", "There is no other therapist on this kiosk.");
    const bool can = file.own && !file.colleagues.empty();
    const auto unless = [&](const std::string& words) {
        return !file.own ? not_own : file.colleagues.empty() ? nobody : words;
    };
    add_choice(page, flow,
               task_of("share", CaseTask::share,
                       unless(file.shared_with.empty() ? tr("folder.share-none", "Only you can read this case.")
                                                       : fill(tr("folder.share-now", "Also read by {names}."),
                                                              {{"names", names_of(file.shared_with)}})),
                       Icon::eye, can));
    add_choice(page, flow,
               task_of("hand-over", CaseTask::hand_over,
                       unless(tr("folder.hand-over-words", "They can read it from then on, and you cannot.")),
                       Icon::pass_turn, can));
    add_choice(page, flow,
               task_of("move", CaseTask::move_part,
                       file.own ? tr("folder.move-words", "For a part that was answered under the wrong chart code.")
                                : not_own,
                       Icon::arrow_right, file.own && !file.visits.empty()));
    add_choice(page, flow,
               task_of("new-code", CaseTask::new_code,
                       is_answered_now(from)
                           ? tr("folder.new-code-words", "Let a partner choose new digits, and go on.")
                           : tr("folder.new-code-none", "No part of this visit is being answered."),
                       Icon::lock, is_answered_now(from)));
    const auto hold = tr("folder.hold", "Legal hold: this case is not to be deleted");
    if (file.own)
        flow.block(
            page.toggle_height(hold, flow.width()),
            [&page, hold, held = file.legal_hold](Rect at) {
                page.toggle(at, "hold", hold, held, model::action::HoldToggled{});
            },
            12);
    add_choice(page, flow,
               task_of("erase", CaseTask::erase,
                       !file.own ? not_own
                       : file.legal_hold
                           ? tr("folder.erase-held", "It is held, and cannot be deleted.")
                           : tr("folder.erase-words", "Its keys are destroyed first. Nobody can bring it back."),
                       Icon::alert, file.own && !file.legal_hold));
}

void add_words(Page& page, Flow& flow, std::string words) {
    flow.text(std::move(words), {.style = Style::body, .color = page.color.soft}, 16);
}

void add_packets(Page& page, Flow& flow, const model::CaseFile& file) {
    add_words(page, flow,
              tr("folder.follow-up-hint",
                 "The front desk sees the packet's name, and nothing else. Tap the chosen one again to take it back."));
    const auto& content = *page.state.content;
    for (std::size_t i = 0; i < content.packets.size(); ++i) {
        const auto& packet = content.packets[i];
        const bool chosen = file.next_packet == packet.id;
        const bool off = !chosen && model::why_not_offered(content, *page.state.practice, packet) ==
                                        model::NotOffered::needs_reading;
        flow.block(
            page.answer_height(packet.title, flow.width()),
            [&page, &packet, chosen, off, i](Rect at) {
                const auto id = "packet:" + packet.id.value;
                const model::action::PacketChosen action{i};
                if (!off) return page.answer(at, id, packet.title, chosen, action);
                page.button(
                    at, {.id = id, .name = packet.title, .enabled = false, .action = action, .style = Style::heading});
            },
            off ? 4 : 8);
        if (off)
            flow.text(tr("folder.needs-reading",
                         "Only where somebody reads the answers on the same day: the technician "
                         "can set it."),
                      {.style = Style::small, .color = page.color.soft}, 8);
    }
}

void add_colleagues(Page& page, Flow& flow, const model::screen::CaseActions& screen) {
    const auto& file = screen.from.file;
    const bool sharing = screen.task == CaseTask::share;
    add_words(page, flow,
              sharing ? tr("folder.share-hint", "Whoever is chosen can read everything in this case, private answers "
                                                "too, until you take it back. Your notes stay yours.")
                      : tr("folder.hand-over-hint", "Everything in this case is locked for them instead of you. Your "
                                                    "own notes stay locked for you and are not handed over."));
    for (std::size_t i = 0; i < file.colleagues.size(); ++i) {
        const auto& person = file.colleagues[i];
        const bool on = sharing ? std::ranges::find(file.shared_with, person.id, &model::TherapistName::id) !=
                                      file.shared_with.end()
                                : screen.chosen == person.id;
        flow.block(
            page.answer_height(person.name, flow.width()),
            [&page, &person, on, i](Rect at) {
                page.answer(at, "therapist:" + std::to_string(i), person.name, on, model::action::TherapistChosen{i});
            },
            8);
    }
}

void add_code_field(Page& page, Flow& flow, const model::screen::CaseActions& screen, const std::string& name) {
    const float high = std::max(64.f, page.type(Style::heading).line + 24);
    flow.text(name, {.style = Style::body, .weight = Weight::bold}, 4);
    flow.stay_with_next();
    flow.block(
        high,
        [&page, &screen, name](Rect at) {
            page.writing_box({at.x, at.y, std::min(at.w, 520.f), at.h}, screen.chart_code, false, "chart-code", name,
                             tr("folder.type", "Tap to type"), model::action::ChartCodeTapped{});
        },
        16);
}

std::optional<ButtonSpec> confirm_of(const model::screen::CaseActions& screen) {
    ButtonSpec button{.id = "confirm",
                      .name = {},
                      .look = ButtonLook::primary,
                      .enabled = !screen.working && !core::trimmed(screen.chart_code.text).empty(),
                      .action = model::action::Confirmed{}};
    switch (screen.task) {
    case CaseTask::hand_over:
        button.name = tr("folder.hand-over-now", "Hand over");
        button.enabled = !screen.working && screen.chosen.has_value();
        return button;
    case CaseTask::move_part:
        button.name = tr("folder.move-now", "Move the part");
        return button;
    case CaseTask::new_code:
        button.name = tr("folder.new-code-now", "Let them choose");
        button.enabled = !screen.working && can_choose_code(screen.from, screen.partner);
        return button;
    case CaseTask::erase:
        button.name = tr("folder.erase-now", "Delete for ever");
        return button;
    case CaseTask::menu:
    case CaseTask::follow_up:
    case CaseTask::share:
        return std::nullopt;
    }
    return std::nullopt;
}

std::string code_name(CaseTask task) {
    return task == CaseTask::erase ? tr("folder.erase-code", "Type this case's chart code to confirm")
                                   : tr("folder.move-code", "Chart code of the case it belongs to");
}

void draw_typing(Page& page, const model::screen::CaseActions& screen) {
    const auto inner = page.inner();
    const auto name = code_name(screen.task);
    const float corner = page.corner(false, lock_button());
    const auto lock = page.tree.find_id("lock")->rect;
    float y = lock.bottom() + 16;
    const float room = corner - 24 - inner.x;
    if (page.text_width(name, Style::heading) <= room)
        page.text({inner.x, lock.center().y - page.type(Style::heading).line / 2, room, 0}, name,
                  {.style = Style::heading}, Role::heading);
    else
        y += page.text({inner.x, y, inner.w, 0}, name, {.style = Style::body}, Role::heading) + 8;
    page.writing_box({inner.x, y, inner.w, std::max(64.f, page.type(Style::heading).line + 24)}, screen.chart_code,
                     true, "chart-code", name);
    page.keyboard(screen.keyboard, tr("folder.done-typing", "Done"));
}

}

void draw_case_actions(Page& page, const model::screen::CaseActions& screen) {
    if (screen.typing) return draw_typing(page, screen);
    const auto& file = screen.from.file;
    const auto inner = page.inner();
    page.staff_header(heading_of(screen.task), title_of(file), lock_button());
    const Page::FooterSpec footer{.left = back_of(!screen.working), .right = confirm_of(screen)};
    Flow flow(page, inner.w);
    if (!screen.problem.empty())
        flow.icon_text(Icon::alert, screen.problem.words(),
                       {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
    if (!screen.done.empty())
        flow.icon_text(Icon::tick, screen.done.words(),
                       {.style = Style::body, .weight = Weight::bold, .color = page.color.ok}, 16);
    switch (screen.task) {
    case CaseTask::menu:
        add_menu(page, flow, screen.from);
        break;
    case CaseTask::follow_up:
        add_packets(page, flow, file);
        break;
    case CaseTask::share:
    case CaseTask::hand_over:
        add_colleagues(page, flow, screen);
        break;
    case CaseTask::move_part:
        add_words(page, flow,
                  tr("folder.move-hint", "The part leaves this visit and stands as a visit of its own in the other "
                                         "case, which must be yours as well."));
        add_whose(page, flow, screen);
        add_as(page, flow, screen);
        add_code_field(page, flow, screen, code_name(screen.task));
        break;
    case CaseTask::new_code:
        add_new_code(page, flow, screen);
        break;
    case CaseTask::erase:
        add_words(page, flow,
                  tr("folder.erase-hint",
                     "All visits, answers, notes and names of this case are deleted for ever, also from "
                     "what the recovery kit can open. The audit log keeps that it was done, by whom and "
                     "when. Copies that were exported or backed up are not touched."));
        add_code_field(page, flow, screen, code_name(screen.task));
        break;
    }
    const float top = page.header_bottom() + 8;
    flow.draw({inner.x, top, inner.w, content_bottom(page, footer) - top}, screen.page);
    page.footer(footer);
}

}
