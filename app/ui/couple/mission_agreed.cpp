// What the two agreed on, large and still, for the moment in which they did.
#include "ui/kit/pen.hpp"
#include "ui/kit/people.hpp"
#include "ui/kit/when.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/rows.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

namespace action = model::action;
using Screen = model::screen::MissionAgreed;
using Who = model::Partner;

constexpr float radius_in_picture = 312, apart = 208;

struct Circles {
    float share = 1; // of the picture's size
    Point middle;
    float radius() const { return radius_in_picture * share; }
    Point center(Who who) const { return {middle.x + (who == Who::a ? -0.5f : 0.5f) * apart * share, middle.y}; }
};

void draw_circles(Page& page, const Circles& circles) {
    const auto& color = page.color;
    const auto a = circles.center(Who::a), b = circles.center(Who::b);
    const float radius = circles.radius(), stroke = 12 * circles.share;
    // Two still outlines around both, which do not cross them.
    for (const float out : {28.f, 14.f}) {
        const float outer = radius + out * circles.share;
        const float meets = std::acos((b.x - a.x) / 2 / outer); // where the two cross, seen from a centre
        for (const auto who : {Who::a, Who::b}) {
            constexpr int steps = 128;
            constexpr float half = 3.14159265f;
            std::vector<Point> arc;
            for (int i = 0; i <= steps; ++i) {
                const float turn = meets + (2 * half - 2 * meets) * static_cast<float>(i) / steps;
                const float angle = who == Who::a ? turn : turn + half;
                arc.push_back({circles.center(who).x + outer * std::cos(angle), a.y + outer * std::sin(angle)});
            }
            page.curve(arc, mix(color.bg, color.line, out > 20 ? 0.45f : 0.75f), 2);
        }
    }
    page.disc(b, radius - stroke / 2, color.b_soft);
    page.disc(a, radius, color.a_soft);
    Pen(*page.list(), page.scale()).lens(a, radius, b, radius - stroke / 2, color.action_soft);
    page.ring(b, radius, stroke, color.b_mid);
}

std::string date_of(const Screen& screen) {
    return full_day_words(screen.mission.at);
}

Flow statement_of(Page& page, const Screen& screen, float width, Style style, Color paper) {
    Flow flow(page, width);
    for (const auto& sentence : screen.mission.statement.sentences)
        flow.text(sentence.text, {.style = style, .align = Align::center, .balanced = true, .paper = paper}, 0);
    return flow;
}

// The name of each, and that they agreed, in the part of the circles that is theirs alone.
struct Side {
    float width = 0;
    bool fits = false;
};
Side side_of(const Page& page, const Screen& screen, const Circles& circles) {
    const float room = (apart - 24) * circles.share;
    const auto holds = [&](Who who) {
        return page.text_width(called(screen.sitting, who), Style::heading, Weight::bold) + page.icon_size() + 8 <=
               room;
    };
    return {room, holds(Who::a) && holds(Who::b)};
}
void draw_side(Page& page, const Screen& screen, const Circles& circles, Who who, float width) {
    const float out = (radius_in_picture - apart / 2) * circles.share;
    const float x = circles.center(who).x + (who == Who::a ? -out : out);
    const auto name = called(screen.sitting, who);
    const float mark = page.icon_size() / 2.4f, line = page.type(Style::heading).line;
    const float wide = page.text_width(name, Style::heading, Weight::bold);
    const auto agreed = tr("agreed.agreed", "Agreed");
    const float icon = page.icon_size(), agreed_wide = page.text_width(agreed, Style::body) + 2;
    const float wider = std::max(2 * mark + 12 + wide, icon + 8 + agreed_wide);
    const float left = std::clamp(x - wider / 2, x - width / 2, x + width / 2);
    const float y = circles.middle.y - line - 4;
    const auto paper = who == Who::a ? page.color.a_soft : page.color.b_soft;
    page.partner_mark({left + mark, y + line / 2}, mark, who);
    page.text({left + 2 * mark + 12, y, wide + 2, 0}, name,
              {.style = Style::heading, .weight = Weight::bold, .paper = paper}, Role::text);
    const float below = y + line + 8;
    page.icon({left, below + (page.type(Style::body).line - icon) / 2, icon, icon}, Icon::tick, page.color.ink);
    page.text({left + icon + 8, below, agreed_wide, 0}, agreed, {.paper = paper});
}

// Up to seven lines within the lens, with the date below.
bool draw_in_lens(Page& page, const Screen& screen, const Circles& circles) {
    const float width = 336 * circles.share;
    const auto side = side_of(page, screen, circles);
    const auto statement = statement_of(page, screen, width, Style::large, page.color.action_soft);
    const float high = statement.height(), most = 7 * page.type(Style::large).line + 1;
    if (!side.fits || !statement.words_fit() || high > std::min(most, 320 * circles.share)) return false;
    draw_circles(page, circles);
    const float line = page.type(Style::body).line;
    const float y = circles.middle.y - (high + 32 + line) / 2;
    statement.draw({circles.middle.x - width / 2, y});
    page.text({circles.middle.x - width / 2, y + high + 32, width, 0}, date_of(screen),
              {.color = page.color.soft, .align = Align::center, .paper = page.color.action_soft});
    for (const auto who : {Who::a, Who::b})
        draw_side(page, screen, circles, who, side.width);
    return true;
}

// Longer words stand on a card, in as many pages as they need.
void draw_on_card(Page& page, const Screen& screen, Rect room, const Circles& circles) {
    const float width = std::min(832.f, room.w), inset = page.text_at_least(150) ? 24.f : 48.f;
    const auto paper = page.color.surface;
    const auto agreed =
        fill(tr("agreed.both", "{a} and {b}, {date}"),
             {{"a", called(screen.sitting, Who::a)}, {"b", called(screen.sitting, Who::b)}, {"date", date_of(screen)}});
    const auto words = [&](Style style) {
        auto flow = statement_of(page, screen, width - 2 * inset, style, paper);
        flow.text(agreed, {.color = page.color.soft, .align = Align::center, .paper = paper});
        return flow;
    };
    const auto holds = [&](Style style) {
        const auto flow = words(style);
        return flow.words_fit() && (style != Style::large || flow.fits(room.h - 2 * inset));
    };
    const auto flow = words(holds(Style::large) ? Style::large : holds(Style::heading) ? Style::heading : Style::body);
    const bool whole = flow.fits(room.h - 2 * inset);
    const float high = whole ? flow.height() + 2 * inset : room.h;
    const Rect card{room.x + (room.w - width) / 2, room.y + (room.h - high) / 2, width, high};
    if (whole && !page.text_at_least(150)) draw_circles(page, circles);
    page.card(card);
    flow.draw(card.inset(inset, inset), screen.page);
}

ButtonSpec print_button(const Screen& screen, Who who) {
    const bool on = screen.print.of(who);
    return {.id = who == Who::a ? "print:a" : "print:b",
            .name = fill(tr("agreed.print", "{name}: print it"), {{"name", called(screen.sitting, who)}}),
            .icon = on ? Icon::tick : Icon::none,
            .icon_right = true,
            .action = action::PrintTapped{who},
            .chosen = on,
            .role = Role::toggle};
}

std::string under_words(const Page& page, const Screen& screen) {
    if (!page.state.practice->prints) return tr("agreed.desk", "Ask the desk for a printed page.");
    if (screen.printed) return tr("agreed.printed", "Your page is on its way to the printer.");
    if (screen.print_failed) return tr("agreed.print-failed", "The printer did not take it. Please ask the desk.");
    if (screen.print.a && screen.print.b) return tr("agreed.printing", "It is being printed.");
    return tr("agreed.print-both", "It is printed when you both say so.");
}

ButtonSpec done_button() {
    return {.id = "done", .name = tr("common.done", "Done"), .look = ButtonLook::primary, .action = action::WentHome{}};
}

float header(Page& page) {
    const float buttons = page.corner(true) - 24, middle = page.portrait() ? 88.f : 56.f;
    page.two_circles({page.margin(), middle - 16, 52, 32}, false);
    const auto title = tr("agreed.title", "Our mission");
    const float line = page.type(Style::heading).line, x = page.margin() + 68;
    const float width = page.text_width(title, Style::heading, Weight::bold) + 2;
    if (x + width <= buttons) {
        page.text({x, middle - line / 2, width, 0}, title, {.style = Style::heading, .weight = Weight::bold},
                  Role::heading);
        return page.header_bottom();
    }
    const auto inner = page.inner();
    const float top = page.header_bottom();
    return top + 8 +
           page.text({inner.x, top, inner.w, 0}, title, {.style = Style::heading, .weight = Weight::bold},
                     Role::heading);
}

// What stands at the foot: whose it is, how it comes onto paper, Done. Returns where it begins.
float foot(Page& page, const Screen& screen, bool draws) {
    const auto inner = page.inner();
    const auto done = done_button();
    const auto yours = tr("agreed.yours", "It is yours."), under = under_words(page, screen);
    const float done_width = std::max(page.portrait() ? 320.f : 240.f, page.fit_button(done).w);
    const bool buttons = page.state.practice->prints && !screen.printed && !(screen.print.a && screen.print.b);
    const bool stacked = page.portrait() || page.text_at_least(150) || buttons;
    const float wide = stacked ? inner.w : inner.w - done_width - 24;
    const float done_high = std::max(page.portrait() ? 88.f : 64.f, page.fit_button(done).h);
    const float yours_high = page.text_height(yours, wide, Style::heading);
    const float under_high = page.text_height(under, wide, Style::body);
    const float words = yours_high + under_high;
    const std::vector<ButtonSpec> prints =
        buttons ? std::vector<ButtonSpec>{print_button(screen, Who::a), print_button(screen, Who::b)}
                : std::vector<ButtonSpec>{};
    const float rows_room = page.portrait() ? inner.w : inner.w - done_width - 24;
    const float rows = buttons ? rows_height(page, prints, rows_room) : 0;
    const bool beside = !page.portrait() && buttons; // the buttons and Done in one row
    const float height = !stacked ? std::max(words, done_high)
                         : beside ? words + 12 + std::max(rows, done_high)
                                  : words + 12 + (buttons ? rows + 12 : 0) + done_high;
    const float top = inner.bottom() - height;
    if (!draws) return top;
    float y = stacked ? top : inner.bottom() - words;
    page.text({inner.x, y, wide, 0}, yours, {.style = Style::heading});
    page.text({inner.x, y + yours_high, wide, 0}, under, {.color = page.color.soft}, Role::status);
    y += words + 12;
    if (buttons) draw_rows(page, {inner.x, beside ? inner.bottom() - rows : y, rows_room, 0}, prints);
    page.button({inner.right() - done_width, inner.bottom() - done_high, done_width, done_high}, done);
    return top;
}

}

void draw_mission_agreed(Page& page, const Screen& screen) {
    const float top = header(page);
    const auto inner = page.inner();
    const float below = foot(page, screen, false);
    const bool prints = page.state.practice->prints;
    Circles circles{.share = prints ? 0.86f : 0.94f, .middle = {page.width() / 2, prints ? 380.f : 404.f}};
    if (page.portrait()) circles = {.share = 1.08f, .middle = {page.width() / 2, (top + below) / 2}};
    if (page.text_at_least(150) || !draw_in_lens(page, screen, circles))
        draw_on_card(page, screen, {inner.x, top, inner.w, below - 16 - top}, circles);
    foot(page, screen, true);
}

}
