#include "model/visit/update.hpp"
#include "ui/couple/answering.hpp"
#include "ui/kit/people.hpp"
#include "ui/kit/when.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/pages.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

namespace action = model::action;
using Screen = model::screen::BeforeYouBegin;

struct Seen {
    Icon icon;
    Color color;
    std::string who, what;
};
struct Point3 {
    Icon icon;
    std::string title, words;
};

std::string title_words(const Screen& screen) {
    const auto& name = model::name_of(screen.seat.sitting, screen.seat.partner);
    if (name.empty()) return tr("before.title", "Before you begin");
    return fill(tr("before.title-named", "Before you begin, {name}"), {{"name", name}});
}

std::string notice_words(const Screen& screen) {
    return fill(tr("before.changed", "Who sees your answers has changed. From now on: {names}."),
                {{"names", readers_words(screen.seat.sitting)}});
}

// The title, with what has changed since the last time or else what this part is.
Flow title_of(Page& page, const Screen& screen, float width, float above_notice) {
    Flow words(page, width);
    words.heading(title_words(screen), Style::title, screen.resumed ? above_notice : 16);
    if (screen.resumed) {
        words.text(notice_words(screen), {.weight = Weight::bold}, 16, Role::status);
        return words;
    }
    const TextLook soft{.style = Style::heading, .color = page.color.soft};
    words.text(tr("before.alone", "This part is yours alone."), soft, 0);
    words.text(tr("before.pace", "Take it at your own pace."), soft);
    return words;
}

std::vector<Seen> who_sees(const Page& page, const Screen& screen) {
    const auto& sitting = screen.seat.sitting;
    const auto& partner = model::name_of(sitting, model::other(screen.seat.partner));
    const auto sees = tr("before.sees", "sees your answers");
    std::vector<Seen> seen{
        {Icon::eye, page.color.ok,
         fill(tr("before.therapist", "{therapist}, your therapist"), {{"therapist", sitting.therapist}}), sees}};
    for (const auto& colleague : sitting.colleagues)
        seen.push_back({Icon::eye, page.color.ok,
                        fill(tr("before.colleague", "{name}, who works with {therapist}"),
                             {{"name", colleague}, {"therapist", sitting.therapist}}),
                        sees});
    seen.insert(seen.end(),
                {{Icon::eye_off, page.color.soft, partner.empty() ? tr("before.your-partner", "Your partner") : partner,
                  tr("before.does-not-see", "does not see your answers")},
                 {Icon::eye_off, page.color.soft, tr("before.desk", "The front desk"),
                  tr("before.progress", "sees your progress, never an answer")}});
    return seen;
}

std::vector<Point3> points(const Page& page, const Screen& screen) {
    const auto& sitting = screen.seat.sitting;
    const auto left = screen.resumed ? model::progress_of(*page.state.content, *screen.resumed).left
                                     : model::progress_at_start(*page.state.content, sitting).left;
    const auto count = whole_minutes(left);
    const auto minutes = fill(trn("before.minutes", "About a minute", "About {minutes} minutes", count),
                              {{"minutes", std::to_string(count)}});
    const auto partner = partner_words(sitting, model::other(screen.seat.partner));
    return {{Icon::skip, tr("before.skip", "You may skip anything"),
             tr("before.skip-words", "No reason needed. You can also stop at any time.")},
            {Icon::clock, minutes, tr("before.break", "Your place is kept if you need a break.")},
            {Icon::lock, tr("before.locked", "Your answers are locked when you finish"),
             fill(tr("before.locked-words",
                     "They stay with this practice. Nothing reaches {partner} unless you choose to release it."),
                  {{"partner", partner}})}};
}

// One line of the card: who and what they see, beside each other or, where it is too long, above each other.
void add_seen(Page& page, Flow& flow, const Seen& seen, float gap, bool ruled) {
    const float indent = page.icon_size() + 16;
    const float room = flow.width() - indent;
    const float name = page.text_width(seen.who, Style::body, Weight::bold);
    const bool one_line = !page.text_at_least(150) && name + 16 + page.text_width(seen.what, Style::body) <= room;
    const float above = page.text_height(seen.who, room, Style::body, Weight::bold);
    const float height =
        one_line ? page.type(Style::body).line : above + page.text_height(seen.what, room, Style::body);
    flow.block(
        height,
        [&page, seen, indent, room, name, one_line, above, gap, ruled](Rect at) {
            if (ruled) page.line({at.x, at.y - gap / 2}, {at.right(), at.y - gap / 2}, page.color.line, 1);
            const float size = page.icon_size();
            page.icon({at.x, at.y + (page.type(Style::body).line - size) / 2, size, size}, seen.icon, seen.color);
            const auto paper = page.color.surface;
            const float x = at.x + indent;
            page.text({x, at.y, one_line ? name + 1 : room, 0}, seen.who, {.weight = Weight::bold, .paper = paper});
            const Rect below =
                one_line ? Rect{x + name + 16, at.y, room - name - 16, 0} : Rect{x, at.y + above, room, 0};
            page.text(below, seen.what, {.color = page.color.soft, .paper = paper});
        },
        gap);
}

// The card over some of the rows; its heading stands on the first.
struct SeenCard {
    Flow inside;
    float inset, above, height;
};
SeenCard seen_card(Page& page, std::span<const Seen> seen, float width, bool heading) {
    const bool large = page.text_at_least(150);
    const float inset = large ? 24 : 32, gap = large ? 16 : 28, top = large ? 16 : 20;
    Flow inside(page, width - 2 * inset);
    if (heading)
        inside.text(tr("before.who", "Who will see this"),
                    {.style = Style::heading, .weight = Weight::bold, .paper = page.color.surface}, (gap + 4) / 2 + 8,
                    Role::heading);
    for (const auto& one : seen)
        add_seen(page, inside, one, gap, &one != &seen.front());
    const float above = top + (heading ? 0 : 8), below = top + (heading ? 12 : 0);
    return {inside, inset, above, above + inside.height() + below};
}
void draw_card(Page& page, const SeenCard& card, Rect at) {
    page.card(at, true);
    card.inside.draw({at.x + card.inset, at.y + card.above});
}

void add_point(Page& page, Flow& flow, const Point3& one, float gap) {
    const float tile = std::max(48.f, page.icon_size() + 24);
    const float room = flow.width() - tile - 24;
    const float title = page.text_height(one.title, room, Style::heading, Weight::bold);
    const float words = page.text_height(one.words, room, Style::body);
    flow.block(
        std::max(tile, title + words),
        [&page, one, tile, room, title](Rect at) {
            const float size = page.icon_size();
            page.box({at.x, at.y, tile, tile}, page.color.action_soft, 16);
            page.icon({at.x + (tile - size) / 2, at.y + (tile - size) / 2, size, size}, one.icon, page.color.action);
            page.text({at.x + tile + 24, at.y, room, 0}, one.title, {.style = Style::heading, .weight = Weight::bold},
                      Role::heading);
            page.text({at.x + tile + 24, at.y + title, room, 0}, one.words, {.color = page.color.soft});
        },
        gap);
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
                {{"therapist", screen.seat.sitting.therapist}});
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
    limits.heading(title_words(screen), Style::title, 24);
    add_limits(page, limits, screen);
    const float limits_top = page.header_bottom() + 24;
    const Page::FooterSpec footer = footer_of({.shown = 1, .count = 2, .done = ready()});
    if (!limits.fits(content_bottom(page, footer) - limits_top)) return false;
    if (screen.page > 0) {
        limits.draw({inner.x, limits_top});
        page.footer(footer);
        return true;
    }
    const float left = 480, right_x = page.width() - 64 - 640, right = 640, bottom = page.height() - 24;
    const auto words = title_of(page, screen, left, 16);
    Flow talk(page, left);
    add_wish(page, talk, screen);
    const float wish_top = bottom - 8 - talk.height();
    const float ready_top = wish_top - 16 - 72;
    if (!words.words_fit() || !words.fits(ready_top - 120)) return false;

    const auto card = seen_card(page, who_sees(page, screen), right, true);
    const auto column = [&](float gap) {
        Flow flow(page, right);
        for (const auto& one : points(page, screen))
            add_point(page, flow, one, gap);
        return flow;
    };
    const float free = bottom - (120 + card.height) - column(0).height();
    if (free < 3 * 16) return false;
    const float gap = std::min(32.f, free / 3);

    const float texts_end = words.draw({inner.x, 118});
    const float circle = std::min(112.f, (ready_top - texts_end - 64) / 2);
    if (circle > 48)
        draw_own_circle(page, {inner.x + circle, (texts_end + ready_top) / 2}, circle, screen.seat.partner);
    page.button({inner.x, ready_top, 320, 72}, next_of(true, action::PageChosen{1}));
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
    title.heading(title_words(screen), Style::title);
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
        for (const auto& one : points(page, screen))
            add_point(page, flow, one, gap);
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
