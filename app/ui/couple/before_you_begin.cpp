#include "model/visit/update.hpp"
#include "ui/couple/before_parts.hpp"
#include "ui/kit/people.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/pages.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

namespace action = model::action;
using Screen = model::screen::BeforeYouBegin;

std::string title_words(const Page& page, const Screen& screen) {
    const auto name = name_words(screen.seat.sitting, screen.seat.partner);
    if (knows_the_way(page, screen)) return fill(tr("before.back", "Welcome back, {name}"), {{"name", name}});
    if (name.empty()) return tr("before.title", "Before you begin");
    return fill(tr("before.title-named", "Before you begin, {name}"), {{"name", name}});
}

std::string notice_words(const Screen& screen) {
    return fill(tr("before.changed", "Who sees your answers has changed. From now on: {names}."),
                {{"names", readers_words(screen.seat.sitting)}});
}

// Whoever reads another's spelling of their name can mend it, and nobody else can.
void add_name(Page& page, Flow& flow, const Screen& screen) {
    if (screen.resumed || model::name_of(screen.seat.sitting, screen.seat.partner).empty()) return;
    const ButtonSpec spec{.id = "name",
                          .name = tr("before.name", "Change my name"),
                          .look = ButtonLook::quiet,
                          .icon = Icon::edit,
                          .action = action::NameTapped{}};
    const float width = std::min(flow.width(), page.fit_button(spec).w);
    flow.block(page.button_height(spec, width), [&page, spec, width](Rect at) {
        page.button({at.x, at.y, width, at.h}, spec);
    });
}

// The title, with what has changed since the last time or else what this part is.
Flow title_of(Page& page, const Screen& screen, float width, float above_notice) {
    Flow words(page, width);
    words.heading(title_words(page, screen), Style::title, screen.resumed ? above_notice : 16);
    if (screen.resumed) {
        words.text(notice_words(screen), {.weight = Weight::bold}, 16, Role::status);
        return words;
    }
    const TextLook soft{.style = Style::heading, .color = page.color.soft};
    words.text(tr("before.alone", "This part is yours alone."), soft, 0);
    words.text(tr("before.pace", "Take it at your own pace."), soft);
    add_name(page, words, screen);
    return words;
}

// What nobody may learn only afterwards: where privacy ends, and what becomes of secrets between the two.
void add_limits(Page& page, Flow& flow, const Screen& screen) {
    const auto card = [&](const std::string& title, const std::vector<std::string>& lines) {
        Flow inside(page, flow.width() - 2 * Flow::card_inset);
        inside.text(title, {.style = Style::heading, .weight = Weight::bold, .paper = page.color.surface}, 8,
                    Role::heading);
        for (const auto& line : lines)
            inside.text(line, {.style = Style::body, .paper = page.color.surface});
        flow.card(std::move(inside));
    };
    card(tr("before.limits-title", "Where privacy ends"),
         {tr("before.limits",
             "The law sets limits. Your therapist may have to tell somebody when a life is in danger, when a child or "
             "an adult who depends on others is hurt or neglected, or when a court orders it.")});
    card(tr("before.secrets-title", "Secrets between partners"), paragraphs(secrets_policy(page, screen.seat.sitting)));
}

// Somebody comes only where something calls them.
std::string wish_noted_words(const Page& page, const Screen& screen) {
    if (page.state.practice->calls_someone)
        return tr("before.wish-noted", "Thank you. Someone will come and find you.");
    return fill(tr("before.wish-read", "Thank you. The front desk and {therapist} will see this before you meet."),
                {{"therapist", therapist_within(screen.seat.sitting.therapist)}});
}

void add_wish(Page& page, Flow& flow, const Screen& screen) {
    if (screen.wish_noted) {
        const auto thanks = wish_noted_words(page, screen);
        const float height = page.text_height(thanks, flow.width(), Style::body, Weight::bold);
        return flow.block(std::max(64.f, height), [&page, thanks](Rect at) {
            page.text(at, thanks, {.weight = Weight::bold, .middle = true}, Role::status);
        });
    }
    const ButtonSpec spec{.id = "wish",
                          .name = tr("before.wish", "I'd like to speak with someone first"),
                          .look = ButtonLook::quiet,
                          .action = action::WishRaised{}};
    const float button = std::min(flow.width(), page.fit_button(spec).w);
    flow.block(page.button_height(spec, button), [&page, spec, button](Rect at) {
        page.button({at.x, at.y, button, at.h}, spec);
    });
}

void add_way_to_limits(Page& page, Flow& flow) {
    const ButtonSpec spec{.id = "limits",
                          .name = tr("before.limits-title", "Where privacy ends"),
                          .look = ButtonLook::quiet,
                          .action = action::PageChosen{1}};
    const float width = std::min(flow.width(), page.fit_button(spec).w);
    flow.block(page.button_height(spec, width), [&page, spec, width](Rect at) {
        page.button({at.x, at.y, width, at.h}, spec);
    });
}

ButtonSpec ready() {
    return {.id = "ready",
            .name = tr("before.ready", "I'm ready"),
            .look = ButtonLook::primary,
            .action = action::ReadyTapped{}};
}

void draw_own_circle(Page& page, Point center, float radius, model::Partner partner) {
    const bool a = partner == model::Partner::a;
    page.disc(center, radius, mix(page.color.bg, page.color.line, 0.4f));
    page.disc(center, radius * 0.79f, a ? page.color.a_soft : page.color.b_soft);
    if (a)
        page.disc(center, radius / 2, page.color.a_mid);
    else
        page.ring(center, radius / 2, radius * 0.14f, page.color.b_mid);
}

// Everything on one lying page, in two columns; false, and nothing drawn, when it does not fit.
bool draw_two_columns(Page& page, const Screen& screen) {
    if (page.portrait() || page.text_at_least(125)) return false;
    const auto inner = page.inner();
    Flow limits(page, inner.w);
    limits.heading(title_words(page, screen), Style::title, 24);
    add_limits(page, limits, screen);
    const float limits_top = page.header_bottom() + 24;
    const Page::FooterSpec footer = footer_of({.shown = 1, .count = 2, .done = ready()});
    if (!limits.fits(content_bottom(page, footer) - limits_top)) return false;
    const bool straight = knows_the_way(page, screen);
    if (screen.page > 0) {
        limits.draw({inner.x, limits_top});
        page.footer(footer);
        return true;
    }
    const float left = 480, right_x = page.width() - 64 - 640, right = 640, bottom = page.height() - 24;
    const auto words = title_of(page, screen, left, 16);
    Flow talk(page, left);
    if (straight) add_way_to_limits(page, talk);
    add_wish(page, talk, screen);
    const float wish_top = bottom - 8 - talk.height();
    const float ready_top = wish_top - 16 - 72;
    if (!words.words_fit() || !words.fits(ready_top - 120)) return false;

    const auto card = seen_card(page, who_sees(page, screen), right, true);
    const auto column = [&](float gap) { return under_card(page, screen, right, gap); };
    const float free = bottom - (120 + card.height) - column(0).height();
    if (free < 3 * 16) return false;
    const float gap = std::min(32.f, free / 3);

    const float texts_end = words.draw({inner.x, 118});
    const float circle = std::min(112.f, (ready_top - texts_end - 64) / 2);
    if (circle > 48)
        draw_own_circle(page, {inner.x + circle, (texts_end + ready_top) / 2}, circle, screen.seat.partner);
    page.button({inner.x, ready_top, 320, 72}, straight ? ready() : next_of(true, action::PageChosen{1}));
    talk.draw({inner.x, wish_top});
    draw_card(page, card, {right_x, 120, right, card.height});
    column(gap).draw({right_x, 120 + card.height + std::min(48.f, gap * 1.5f)});
    return true;
}

// One column, cut into as many pages as it needs; who will see it comes first.
void draw_pages(Page& page, const Screen& screen) {
    const auto inner = page.inner();
    const float top = page.header_bottom() + (page.portrait() ? 32.f : 0.f);
    const float room = page.footer_top() - 16 - top;
    const float gap = page.portrait() ? 40 : 24;
    const auto seen = who_sees(page, screen);
    const auto all_words = title_of(page, screen, inner.w, 8);
    const bool fit = all_words.height() + gap + seen_card(page, seen, inner.w, true).height <= room;
    Flow title(page, inner.w);
    title.heading(title_words(page, screen), Style::title);
    const auto& words = screen.resumed || fit ? all_words : title;
    const auto column = [&](float circle) {
        Flow flow(page, inner.w);
        flow.block(
            words.height(),
            [&words](Rect at) {
                words.draw({at.x, at.y});
            },
            gap);
        if (circle > 0)
            flow.block(
                2 * circle,
                [&page, &screen, circle](Rect at) {
                    draw_own_circle(page, {at.x + circle, at.y + circle}, circle, screen.seat.partner);
                },
                48);
        // As much of the card as there is room for below the title: who will see it stands on the first page.
        for (std::size_t from = 0; from < seen.size();) {
            const float left = from == 0 ? room - words.height() - gap : room;
            std::size_t count = seen.size() - from;
            const auto rows = [&] { return seen_card(page, std::span(seen).subspan(from, count), inner.w, from == 0); };
            while (count > 1 && rows().height > left)
                --count;
            flow.block(
                rows().height, [&page, card = rows()](Rect at) { draw_card(page, card, at); }, gap);
            from += count;
        }
        flow.append(under_card(page, screen, inner.w, gap));
        add_limits(page, flow, screen);
        add_wish(page, flow, screen);
        return flow;
    };
    // Standing, the circle takes room that is left over.
    const float spare = room - column(0).height() - gap;
    const auto flow = column(page.portrait() && spare > 320 ? std::min(160.f, (spare - 64) / 2) : 0);
    const auto pages = flow.pages(room);
    const auto shown = shown_page(screen.page, pages);
    flow.draw_page({inner.x, top, inner.w, room}, shown);
    page.footer(footer_of({.shown = shown, .count = pages, .done = ready()}));
}

}

void draw_before_you_begin(Page& page, const Screen& screen) {
    page.practice_header(model::can_hide(page.state.screen));
    if (!draw_two_columns(page, screen)) draw_pages(page, screen);
}

}
