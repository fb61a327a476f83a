#include "model/visit/update.hpp"
#include "ui/layout/pages.hpp"
#include "ui/layout/stack.hpp"
#include "ui/screens.hpp"
#include <algorithm>
#include <functional>

namespace ui {
namespace {

namespace action = model::action;
using Screen = model::screen::BeforeYouBegin;

struct Block {
    float height = 0;
    std::function<void(Rect)> draw;
};

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

void add_subtitle(const Page& page, std::vector<Line>& lines) {
    lines.push_back(soft_line(page, tr("before.alone", "This part is yours alone."), Style::heading));
    lines.push_back(soft_line(page, tr("before.pace", "Take it at your own pace."), Style::heading));
    lines.back().gap = 0;
}

std::string notice_words(const Screen& screen) {
    return fill(
        tr("before.changed", "Your therapist has changed. It is {therapist} who will see your answers from now on."),
        {{"therapist", screen.seat.sitting.therapist}});
}

std::vector<Seen> who_sees(const Page& page, const Screen& screen) {
    const auto& sitting = screen.seat.sitting;
    const auto& partner = model::name_of(sitting, model::other(screen.seat.partner));
    return {{Icon::eye, page.color.ok,
             fill(tr("before.therapist", "{therapist}, your therapist"), {{"therapist", sitting.therapist}}),
             tr("before.sees", "sees your answers")},
            {Icon::eye_off, page.color.soft, partner.empty() ? tr("before.your-partner", "Your partner") : partner,
             tr("before.does-not-see", "does not see your answers")},
            {Icon::eye_off, page.color.soft, tr("before.desk", "The front desk"),
             tr("before.progress", "sees your progress, never an answer")}};
}

std::vector<Point3> points(const Page& page, const Screen& screen) {
    const auto& sitting = screen.seat.sitting;
    const auto left = screen.resumed ? model::progress_of(*page.state.content, *screen.resumed).left
                                     : model::progress_at_start(*page.state.content, sitting.packet).left;
    const auto count = whole_minutes(left);
    const auto minutes = fill(trn("before.minutes", "About a minute", "About {minutes} minutes", count),
                              {{"minutes", std::to_string(count)}});
    const auto partner = partner_words(sitting, model::other(screen.seat.partner));
    return {{Icon::skip, tr("before.skip", "You may skip anything"),
             tr("before.skip-words", "No reason needed. You can also stop at any time.")},
            {Icon::clock, minutes, tr("before.break", "Your place is kept if you need a break.")},
            {Icon::lock, tr("before.locked", "Your answers are locked when you finish"),
             fill(tr("before.locked-words",
                     "They stay with this practice. Nothing reaches {partner} unless you choose to release it. "
                     "{therapist} can explain the few limits the law sets on privacy."),
                  {{"partner", partner}, {"therapist", sitting.therapist}})}};
}

// One line of the card: who and what they see, beside each other or, where it is too long, above each other.
Block seen_row(Page& page, const Seen& seen, float width) {
    const float indent = page.icon_size() + 16;
    const float room = width - indent;
    const float name = page.text_width(seen.who, Style::body, Weight::bold);
    const bool one_line = !page.text_at_least(150) && name + 16 + page.text_width(seen.what, Style::body) <= room;
    const float above = page.text_height(seen.who, room, Style::body, Weight::bold);
    const float height =
        one_line ? page.type(Style::body).line : above + page.text_height(seen.what, room, Style::body);
    return {height, [&page, seen, indent, room, name, one_line, above](Rect at) {
                const float size = page.icon_size();
                page.icon({at.x, at.y + (page.type(Style::body).line - size) / 2, size, size}, seen.icon, seen.color);
                const auto paper = page.color.surface;
                const float x = at.x + indent;
                page.text({x, at.y, one_line ? name + 1 : room, 0}, seen.who, {.weight = Weight::bold, .paper = paper});
                const Rect below =
                    one_line ? Rect{x + name + 16, at.y, room - name - 16, 0} : Rect{x, at.y + above, room, 0};
                page.text(below, seen.what, {.color = page.color.soft, .paper = paper});
            }};
}

// The card over some of the rows; its heading stands on the first.
Block seen_card(Page& page, std::span<const Seen> seen, float width, bool heading) {
    const float inset = page.text_at_least(150) ? 24 : 32;
    const float gap = page.text_at_least(150) ? 16 : 28;
    const float top = page.text_at_least(150) ? 16 : 20;
    const auto words = tr("before.who", "Who will see this");
    const float head =
        heading ? page.text_height(words, width - 2 * inset, Style::heading, Weight::bold) + (gap + 4) / 2 + 8 : 8;
    std::vector<Block> rows;
    float height = top + head + top;
    for (const auto& one : seen)
        rows.push_back(seen_row(page, one, width - 2 * inset));
    for (const auto& row : rows)
        height += row.height;
    height += gap * static_cast<float>(rows.size() - 1) + (heading ? 12.f : 0.f);
    return {height, [&page, rows, inset, gap, top, head, heading, words](Rect at) {
                page.card(at, true);
                if (heading)
                    page.text({at.x + inset, at.y + top, at.w - 2 * inset, 0}, words,
                              {.style = Style::heading, .weight = Weight::bold, .paper = page.color.surface},
                              Role::heading);
                float y = at.y + top + head;
                for (std::size_t i = 0; i < rows.size(); ++i) {
                    if (i > 0)
                        page.line({at.x + inset, y - gap / 2}, {at.right() - inset, y - gap / 2}, page.color.line, 1);
                    rows[i].draw({at.x + inset, y, at.w - 2 * inset, rows[i].height});
                    y += rows[i].height + gap;
                }
            }};
}

Block point(Page& page, const Point3& one, float width) {
    const float tile = std::max(48.f, page.icon_size() + 24);
    const float room = width - tile - 24;
    const float title = page.text_height(one.title, room, Style::heading, Weight::bold);
    const float words = page.text_height(one.words, room, Style::body);
    return {
        std::max(tile, title + words), [&page, one, tile, room, title](Rect at) {
            const float size = page.icon_size();
            page.box({at.x, at.y, tile, tile}, page.color.action_soft, 16);
            page.icon({at.x + (tile - size) / 2, at.y + (tile - size) / 2, size, size}, one.icon, page.color.action);
            page.text({at.x + tile + 24, at.y, room, 0}, one.title, {.style = Style::heading, .weight = Weight::bold},
                      Role::heading);
            page.text({at.x + tile + 24, at.y + title, room, 0}, one.words, {.color = page.color.soft});
        }};
}

Block wish(Page& page, bool noted, float width) {
    if (noted) {
        const Line thanks{.text = tr("before.wish-noted", "Thank you. Someone will come and find you."),
                          .weight = Weight::bold,
                          .role = Role::status};
        return {std::max(64.f, stack_height(page, {&thanks, 1}, width)), [&page, thanks](Rect at) {
                    const float height = stack_height(page, {&thanks, 1}, at.w);
                    draw_stack(page, {at.x, at.y + (at.h - height) / 2, at.w, 0}, {&thanks, 1});
                }};
    }
    const ButtonSpec spec{.id = "wish",
                          .name = tr("before.wish", "I'd like to speak with someone first"),
                          .look = ButtonLook::quiet,
                          .action = action::WishRaised{}};
    const float button = std::min(width, page.fit_button(spec).w);
    return {page.button_height(spec, button), [&page, spec, button](Rect at) {
                page.button({at.x, at.y, button, at.h}, spec);
            }};
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
    const float left = 480, right_x = page.width() - 64 - 640, right = 640, bottom = page.height() - 24;
    std::vector<Line> lines{title_line(title_words(screen))};
    if (screen.resumed)
        lines.push_back({.text = notice_words(screen), .weight = Weight::bold, .gap = 16, .role = Role::status});
    else
        add_subtitle(page, lines);
    const auto talk = wish(page, screen.wish_noted, left);
    const float wish_top = bottom - 8 - talk.height;
    const float ready_top = wish_top - 16 - 72;
    const float texts = stack_height(page, lines, left);
    if (!stack_fits(page, lines, {left, ready_top - 120})) return false;

    const auto card = seen_card(page, who_sees(page, screen), right, true);
    std::vector<Block> blocks;
    float height = 0;
    for (const auto& one : points(page, screen))
        blocks.push_back(point(page, one, right));
    for (const auto& block : blocks)
        height += block.height;
    const float free = bottom - (120 + card.height) - height;
    if (free < 3 * 16) return false;
    const float gap = std::min(32.f, free / 3);

    draw_stack(page, {inner.x, 118, left, 0}, lines);
    const float circle = std::min(112.f, (ready_top - (118 + texts) - 64) / 2);
    if (circle > 48)
        draw_own_circle(page, {inner.x + circle, (118 + texts + ready_top) / 2}, circle, screen.seat.partner);
    page.button({inner.x, ready_top, 320, 72}, ready());
    talk.draw({inner.x, wish_top, left, talk.height});
    card.draw({right_x, 120, right, card.height});
    float y = 120 + card.height + std::min(48.f, gap * 1.5f);
    for (const auto& block : blocks) {
        block.draw({right_x, y, right, block.height});
        y += block.height + std::min(gap, 36.f);
    }
    return true;
}

// One column, cut into as many pages as it needs; who will see it comes first.
void draw_pages(Page& page, const Screen& screen) {
    const auto inner = page.inner();
    const float top = page.header_bottom() + (page.portrait() ? 32.f : 0.f);
    const float room = page.footer_top() - 16 - top;
    const float gap = page.portrait() ? 40 : 24;
    std::vector<Line> lines{title_line(title_words(screen))};
    if (screen.resumed)
        lines.push_back({.text = notice_words(screen), .weight = Weight::bold, .gap = 8, .role = Role::status});
    const auto seen = who_sees(page, screen);
    const auto card = seen_card(page, seen, inner.w, true);
    if (!screen.resumed) {
        add_subtitle(page, lines);
        if (stack_height(page, lines, inner.w) + gap + card.height > room) lines.resize(1);
    }
    const float texts = stack_height(page, lines, inner.w);

    std::vector<Block> blocks;
    blocks.push_back({texts, [&page, lines](Rect at) { draw_stack(page, at, lines); }});
    // As much of the card as there is room for below the title: who will see it stands on the first page.
    for (std::size_t from = 0; from < seen.size();) {
        const float left = from == 0 ? room - texts - gap : room;
        std::size_t count = seen.size() - from;
        const auto rows = [&] { return seen_card(page, std::span(seen).subspan(from, count), inner.w, from == 0); };
        while (count > 1 && rows().height > left)
            --count;
        blocks.push_back(rows());
        from += count;
    }
    for (const auto& one : points(page, screen))
        blocks.push_back(point(page, one, inner.w));
    blocks.push_back(wish(page, screen.wish_noted, inner.w));
    std::vector<float> heights;
    for (const auto& block : blocks)
        heights.push_back(block.height);
    const auto pages = pack(heights, gap, room, room);
    const auto shown = shown_page(screen.page, pages.size());

    float used = 0;
    for (auto i = pages[shown].begin; i < pages[shown].end; ++i)
        used += blocks[i].height + gap;
    float y = top;
    for (auto i = pages[shown].begin; i < pages[shown].end; ++i) {
        if (page.portrait() && i == 1 && room - used > 320) {
            const float circle = std::min(160.f, (room - used - 64) / 2);
            draw_own_circle(page, {inner.x + circle, y + circle}, circle, screen.seat.partner);
            y += 2 * circle + 48;
        }
        blocks[i].draw({inner.x, y, inner.w, blocks[i].height});
        y += blocks[i].height + gap;
    }
    page.footer(footer_of({.shown = shown, .count = pages.size(), .done = ready()}));
}

}

void draw_before_you_begin(Page& page, const Screen& screen) {
    page.practice_header(model::can_hide(page.state.screen));
    if (!draw_two_columns(page, screen)) draw_pages(page, screen);
}

}
