// A case's first page: all cards where they have room; in larger letters a page of contents, and each card after it.
#include "ui/layout/fitting.hpp"
#include "ui/layout/pages.hpp"
#include "ui/therapist/brief_cards.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float between = 16;

// Three columns, each filled to its foot: the upper card takes what the lower one leaves.
bool draw_columns(Page& page, const BriefCards& cards, Rect room) {
    using enum BriefPart;
    if (page.portrait()) return false;
    const float wide = std::floor((room.w - 2 * between) / 3);
    const float questions = cards.least_height(open_with, wide), lines = cards.least_height(meet, wide);
    const float quotes = cards.least_height(words, wide), statement = room.h - quotes - between;
    const bool fits = lines + between + questions <= room.h && statement >= cards.least_height(mission, wide) &&
                      cards.least_height(stand, wide) <= room.h;
    if (!fits) return false;
    const float middle = room.x + wide + between, right = room.right() - wide;
    cards.draw(words, {room.x, room.y, wide, quotes});
    cards.draw(mission, {room.x, room.y + quotes + between, wide, statement});
    cards.draw(stand, {middle, room.y, right - between - middle, room.h});
    const float lower = std::max(questions, room.h - lines - between);
    cards.draw(meet, {right, room.y, wide, room.h - lower - between});
    cards.draw(open_with, {right, room.bottom() - lower, wide, lower});
    return true;
}

// Standing: two and two, and where they stand between them over the whole width.
bool draw_rows(Page& page, const BriefCards& cards, Rect room) {
    using enum BriefPart;
    if (!page.portrait()) return false;
    const float half = std::floor((room.w - between) / 2), right = room.right() - half;
    const float above = std::max(cards.least_height(words, half), cards.least_height(meet, half));
    const float below = std::max(cards.least_height(mission, half), cards.least_height(open_with, half));
    const float middle = room.h - above - below - 2 * between;
    if (cards.least_height(stand, room.w) > middle) return false;
    const float foot = room.bottom() - below;
    cards.draw(words, {room.x, room.y, half, above});
    cards.draw(meet, {right, room.y, half, above});
    cards.draw(stand, {room.x, room.y + above + between, room.w, middle});
    cards.draw(mission, {room.x, foot, half, below});
    cards.draw(open_with, {right, foot, half, below});
    return true;
}

// One row a card: what it is called, the shortest of what it says, and a tap to its page.
void draw_contents(Page& page, Rect room, const BriefCards& cards, std::span<const std::size_t> first_pages) {
    const float title = page.type(Style::body).line, small = page.type(Style::small).line;
    constexpr float air = 32, least_air = 4;
    const float arrow = page.icon_size(), inner = room.w - 64 - arrow;
    // What has no room on its lines is said by its name and the page behind it: nothing is cut.
    std::size_t lines = 1;
    for (const auto part : every_brief_part) {
        const float needed = page.text_height(cards.gist(part), inner, Style::small);
        lines = std::max(lines, static_cast<std::size_t>(std::ceil(needed / small - 0.01f)));
    }
    while (lines > 1 && title + small * static_cast<float>(lines) + least_air > room.h / 5)
        --lines;
    const float below = small * static_cast<float>(lines);
    const float high = std::min(room.h / 5, title + below + 2 * air);
    page.card({room.x, room.y, room.w, 5 * high});
    float y = room.y;
    for (std::size_t i = 0; i < std::size(every_brief_part); ++i) {
        const auto part = every_brief_part[i];
        const std::string id = "brief:" + std::to_string(i + 1);
        const Rect at{room.x, y, room.w, high};
        auto gist = cards.gist(part);
        const float needed = page.text_height(gist, inner, Style::small);
        if (const auto more = cards.more(part); !more.empty())
            if (const auto longer = gist + ". " + more;
                needed <= below + 1 && page.text_height(longer, inner, Style::small) <= needed + 1)
                gist = longer;
        if (needed > below + 1 && part == BriefPart::mission) gist = tr("brief.mission-there", "Agreed by both");
        if (needed > below + 1 && part == BriefPart::open_with) gist = tr("brief.questions-there", "Questions to ask");
        const float gist_high = std::min(needed, page.text_height(gist, inner, Style::small));
        // The name alone where long names have no room below it.
        const float words = title + gist_high <= high && gist_high <= below + 1 ? gist_high : 0;
        page.add({.id = id,
                  .role = Role::row,
                  .name = cards.title(part),
                  .value = gist,
                  .rect = at,
                  .action = model::action::PageChosen{first_pages[i]},
                  .frame = at.inset(12, 12),
                  .round = 20});
        if (page.view.pressed == id) page.outline(at.inset(4, 4), page.color.edge, 2, 20);
        if (i > 0) page.line({at.x + 1, y}, {at.right() - 1, y}, page.color.line, 1);
        const float top = y + (high - title - words) / 2;
        page.text({at.x + 24, top, inner, 0}, cards.title(part),
                  {.style = Style::body, .weight = Weight::bold, .paper = page.color.surface});
        if (words > 0)
            page.text({at.x + 24, top + title, inner, 0}, gist,
                      {.style = Style::small, .color = page.color.soft, .paper = page.color.surface});
        page.icon({at.right() - 24 - arrow, at.center().y - arrow / 2, arrow, arrow}, Icon::next, page.color.action);
        y += high;
    }
}

Flow with_title(Page& page, const BriefCards& cards, BriefPart part, float width, float height) {
    Flow inside(page, width - 2 * Flow::card_inset);
    cards.add_title(inside, part);
    inside.append(cards.content(part, inside.width(), part == BriefPart::stand ? height - inside.height() : 0));
    return inside;
}

// A page of contents, then each card on a page of its own, or on several.
void draw_by_contents(Page& page, const BriefCards& cards, Rect room, std::size_t wanted) {
    const float pager = turner_height(page), below = 12;
    const Rect above{room.x, room.y, room.w, room.h - pager - below};
    std::vector<Flow> flows;
    std::vector<std::size_t> first_pages;
    std::size_t count = 1;
    for (const auto part : every_brief_part) {
        flows.push_back(with_title(page, cards, part, room.w, above.h));
        first_pages.push_back(count);
        count += flows.back().pages(above.h);
    }
    const auto shown = shown_page(wanted, count);
    if (shown == 0) return draw_contents(page, room, cards, first_pages);
    const auto next = std::ranges::upper_bound(first_pages, shown);
    const auto which = static_cast<std::size_t>(next - first_pages.begin()) - 1;
    flows[which].draw_page({above.x + Flow::card_inset, above.y, above.w - 2 * Flow::card_inset, above.h},
                           shown - first_pages[which]);
    draw_pager(page, {room.x, room.bottom() - pager, room.w, pager}, pager_of(shown, count));
}

}

void draw_brief(Page& page, const model::screen::Case& screen, Rect room) {
    const BriefCards cards(page, screen);
    room.h = page.height() - (page.portrait() ? 64 : 16) - room.y;
    if (!draw_columns(page, cards, room) && !draw_rows(page, cards, room))
        draw_by_contents(page, cards, room, screen.page);
}

}
