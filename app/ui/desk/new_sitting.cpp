#include "model/visit/packet_offer.hpp"
#include "ui/desk/desk_parts.hpp"
#include "ui/kit/when.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

using NewSitting = model::screen::NewSitting;

std::string code_words() {
    return tr("new-sitting.code", "Chart code");
}
std::string code_hint() {
    return tr("new-sitting.hint", "A code from the chart, never a full name.");
}

// So that a code that belongs to another couple is seen before it is used.
std::string known_words(const model::KnownCode& known) {
    if (!known.is_case) return tr("new-sitting.first-time", "New: nobody has been here with this chart code.");
    const auto here = known.last_here ? fill(tr("new-sitting.last-here", "Here last on {day}."),
                                             {{"day", full_day_words(*known.last_here)}})
                                      : tr("new-sitting.not-finished", "Known, but no visit was finished yet.");
    return known.has_open ? here + " " + tr("new-sitting.is-open", "A sitting is open already.") : here;
}

ButtonSpec leave_button(const NewSitting& screen) {
    return {.id = "back",
            .name = tr("common.back", "Back"),
            .look = ButtonLook::quiet_with_line,
            .icon = Icon::back,
            .enabled = !screen.working,
            .action = model::action::BackTapped{}};
}

void draw_typing(Page& page, const NewSitting& screen) {
    const auto inner = page.inner();
    page.staff_header(tr("new-sitting.title", "New sitting"), {}, leave_button(screen));
    const float line = page.type(Style::heading).line;
    const float box = std::max(72.f, line + 16);
    const float bottom = page.keyboard_top() - 24;
    float y = std::max(page.header_bottom(), page.portrait() ? 200.f : 104.f);
    const auto words = screen.problem.empty() ? code_hint() : screen.problem.words();
    const auto color = screen.problem.empty() ? page.color.soft : page.color.alert;
    const bool roomy =
        y + page.type(Style::body).line + 8 + box + 12 + page.text_height(words, inner.w, Style::body) <= bottom;
    if (roomy)
        y += page.text({inner.x, y, inner.w, 0}, code_words(), {.style = Style::body, .weight = Weight::bold}) + 8;
    page.writing_box({inner.x, y, inner.w, box}, screen.chart_code, true, "chart-code", code_words(),
                     roomy ? std::string() : code_words());
    y += box + 12;
    const float room = bottom - y;
    const auto style = page.text_height(words, inner.w, Style::body) <= room ? Style::body : Style::small;
    page.text({inner.x, y, inner.w, 0}, words,
              {.style = style, .weight = screen.problem.empty() ? Weight::regular : Weight::bold, .color = color},
              Role::status);
    page.keyboard(screen.keyboard, tr("new-sitting.next", "Next"), !screen.working);
}

void add_section(Flow& flow, const std::string& title) {
    flow.text(title, {.style = Style::body, .weight = Weight::bold}, 8, Role::heading);
    flow.stay_with_next();
}

void add_code(Page& page, Flow& flow, const NewSitting& screen) {
    const float high = std::max(72.f, page.type(Style::heading).line + 16);
    flow.block(
        high,
        [&page, &screen](Rect at) {
            page.writing_box({at.x, at.y, std::min(at.w, page.portrait() ? at.w : 640.f), at.h}, screen.chart_code,
                             false, "chart-code", code_words(), {}, model::action::ChartCodeTapped{});
        },
        screen.known ? 8 : 24);
    if (screen.known)
        flow.text(known_words(*screen.known),
                  {.style = Style::body,
                   .weight = screen.known->has_open ? Weight::bold : Weight::regular,
                   .color = screen.known->has_open ? page.color.ink : page.color.soft},
                  24, Role::status);
}

// Member by member: g++ 12 destroys the texts of such a temporary twice when it is made within braces.
GridChoice grid_choice(std::string id, const std::string& name, bool chosen, Meaning action,
                       std::string off_because = {}) {
    GridChoice choice;
    choice.id = std::move(id);
    choice.name = name;
    choice.chosen = chosen;
    choice.action = std::move(action);
    choice.off_because = std::move(off_because);
    return choice;
}

std::string takes_words(const NewSitting& screen, const model::PacketOffer& offer) {
    const auto count = offer.takes.count();
    const bool both = screen.expects_a && screen.expects_b;
    const auto words =
        both ? trn("new-sitting.takes-both", "About a minute for both", "About {minutes} minutes for both", count)
             : trn("new-sitting.takes", "About a minute", "About {minutes} minutes", count);
    return fill(words, {{"minutes", std::to_string(count)}});
}

std::string off_words(const NewSitting& screen, const model::PacketOffer& offer) {
    if (!offer.why_not) return {};
    switch (*offer.why_not) {
    case model::NotOffered::broken:
        return fill(tr("new-sitting.broken", "Off: {what} cannot be used. {why}"),
                    {{"what", offer.broken->what}, {"why", offer.broken->why}});
    case model::NotOffered::needs_reading:
        return tr("new-sitting.needs-reading",
                  "Off: only where somebody reads the answers on the same day. The technician can set it.");
    case model::NotOffered::too_long:
        return fill(tr("new-sitting.too-long", "Too long now. {takes}."), {{"takes", takes_words(screen, offer)}});
    }
    return {};
}

void add_gap(Flow& flow) {
    flow.block(
        0, [](Rect) {}, 8);
}

void add_therapists(Page& page, Flow& flow, const NewSitting& screen) {
    add_section(flow, tr("new-sitting.therapist", "Therapist"));
    std::vector<GridChoice> therapists;
    for (std::size_t i = 0; i < screen.board.therapists.size(); ++i)
        therapists.push_back(grid_choice("therapist:" + std::to_string(i), screen.board.therapists[i].name,
                                         screen.therapist == i, model::action::TherapistChosen{i}));
    add_grid(page, flow, therapists, 3);
    add_gap(flow);
}

void add_who(Page& page, Flow& flow, const NewSitting& screen) {
    add_section(flow, tr("new-sitting.who", "Who is here"));
    const float width =
        std::min(flow.width(), page.portrait() || page.text_at_least(150) ? flow.width() : (flow.width() - 16) / 2);
    const auto a = tr("new-sitting.first", "First partner"), b = tr("new-sitting.second", "Second partner");
    const bool beside = 2 * width + 16 <= flow.width();
    const float high = std::max({64.f, page.toggle_height(a, width), page.toggle_height(b, width)});
    const auto toggle = [&page, &screen](Rect at, model::Partner who, const std::string& name) {
        page.toggle(at, who == model::Partner::a ? "expect:a" : "expect:b", name,
                    who == model::Partner::a ? screen.expects_a : screen.expects_b, model::action::ExpectToggled{who});
    };
    if (beside) {
        flow.block(high, [=](Rect at) {
            toggle({at.x, at.y, width, at.h}, model::Partner::a, a);
            toggle({at.x + width + 16, at.y, width, at.h}, model::Partner::b, b);
        });
    } else {
        flow.block(high, [=](Rect at) { toggle({at.x, at.y, width, at.h}, model::Partner::a, a); });
        flow.block(high, [=](Rect at) { toggle({at.x, at.y, width, at.h}, model::Partner::b, b); });
    }
    add_gap(flow);
}

void add_minutes(Page& page, Flow& flow, const NewSitting& screen) {
    add_section(flow, tr("new-sitting.minutes", "How long they have"));
    std::vector<GridChoice> choices;
    for (const auto& minutes : model::minutes_to_choose())
        choices.push_back(grid_choice(minutes ? "minutes:" + std::to_string(minutes->count()) : "minutes:any",
                                      minutes ? minutes_left_words(*minutes) : tr("new-sitting.no-limit", "Any time"),
                                      screen.minutes == minutes, model::action::MinutesChosen{minutes}));
    add_grid(page, flow, choices, model::minutes_to_choose().size());
    add_gap(flow);
}

void add_packets(Page& page, Flow& flow, const NewSitting& screen) {
    add_section(flow, tr("new-sitting.packet", "Packet"));
    std::vector<GridChoice> packets;
    for (const auto& offer : model::offers(*page.state.content, *page.state.practice, screen)) {
        auto choice = grid_choice("packet:" + std::to_string(offer.packet),
                                  page.state.content->packets[offer.packet].title, screen.packet == offer.packet,
                                  model::action::PacketChosen{offer.packet}, off_words(screen, offer));
        choice.note = takes_words(screen, offer);
        choice.off_is_trouble = offer.why_not == model::NotOffered::broken;
        packets.push_back(std::move(choice));
    }
    add_grid(page, flow, packets, 3);
}

bool can_create(const Page& page, const NewSitting& screen) {
    const bool usable = screen.packet < page.state.content->packets.size() &&
                        !model::offer_of(*page.state.content, *page.state.practice, screen, screen.packet).why_not;
    return !screen.working && usable && screen.therapist < screen.board.therapists.size() &&
           (screen.expects_a || screen.expects_b);
}

}

void draw_new_sitting(Page& page, const NewSitting& screen) {
    if (screen.asks_for_second) return draw_second_sitting(page, screen);
    if (screen.typing) return draw_typing(page, screen);
    const auto inner = page.inner();
    page.staff_header(tr("new-sitting.title", "New sitting"), {}, std::nullopt);
    const Page::FooterSpec footer{.left = back_of(!screen.working),
                                  .right = ButtonSpec{.id = "create",
                                                      .name = screen.working ? tr("new-sitting.creating", "Creating…")
                                                                             : tr("new-sitting.create", "Create"),
                                                      .look = ButtonLook::primary,
                                                      .enabled = can_create(page, screen),
                                                      .action = model::action::CreateTapped{}}};
    const float top = std::max(page.header_bottom(), page.portrait() ? 200.f : 104.f);
    Flow flow(page, inner.w);
    if (!screen.problem.empty())
        flow.icon_text(Icon::alert, screen.problem.words(),
                       {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
    add_section(flow, code_words());
    add_code(page, flow, screen);
    add_therapists(page, flow, screen);
    add_who(page, flow, screen);
    add_minutes(page, flow, screen);
    add_packets(page, flow, screen);
    flow.draw({inner.x, top, inner.w, page.footer_top(footer) - 24 - top}, screen.page);
    page.footer(footer);
}

}
