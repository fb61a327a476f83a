#include "ui/therapist/together_parts.hpp"
#include "model/case/together.hpp"
#include "ui/kit/people.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/therapist/case_parts.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr float inset = 24; // of a card

std::string release_words(const model::Together& together, const model::TogetherCard& card) {
    const auto partner = card.by_a ? model::Partner::a : model::Partner::b;
    return fill(tr("together.by", "Released by {name}"),
                {{"name", called(card.by_a ? together.name_a : together.name_b, partner)}});
}

// A card about both says nothing of who gave cause for it.
bool has_author(const model::TogetherCard& card) {
    return card.kind == model::CardKind::text;
}

float mark_radius(const Page& page, Style style) {
    return page.type(style).px * (style == Style::body ? 10.f / 20 : 10.f / 32);
}

// Discs and rings side by side; returns where the last one ends.
float draw_marks(Page& page, Point left_middle, float radius, bool a, bool b) {
    float x = left_middle.x;
    for (const auto partner : {model::Partner::a, model::Partner::b}) {
        if (!(partner == model::Partner::a ? a : b)) continue;
        page.partner_mark({x + radius, left_middle.y}, radius, partner);
        x += 2 * radius + radius * 0.4f;
    }
    return x;
}
float marks_width(float radius, int count) {
    return static_cast<float>(count) * 2.4f * radius;
}

float shared_indent(const Page& page, Style style) {
    return marks_width(mark_radius(page, style), 2) + page.type(style).px * 0.65f;
}
float release_indent(const Page& page, const model::TogetherCard& card) {
    return marks_width(mark_radius(page, Style::body), (card.by_a ? 1 : 0) + (card.by_b ? 1 : 0)) + 8;
}

}

std::vector<ShownCard> cards_of(const Page& page, const model::Together& together, model::CardKind kind) {
    std::vector<ShownCard> cards;
    for (std::size_t i = 0; i < together.cards.size(); ++i)
        if (together.cards[i].kind == kind)
            cards.push_back({i, model::told(*page.state.content, together, together.cards[i])});
    return cards;
}

float draw_together_header(Page& page, const model::Together& together) {
    const float end = page.corner(false,
                                  ButtonSpec{.id = "end",
                                             .name = tr("together.end", "End"),
                                             .look = ButtonLook::quiet_with_line,
                                             .action = model::action::EndTapped{}},
                                  {}, 68.f);
    const float middle = page.portrait() ? 88.f : 56.f;
    page.two_circles({page.margin(), middle - 16, 52, 32}, false);
    const auto names = couple_words(together.name_a, together.name_b);
    const float x = page.margin() + 68, room = end - 24 - x;
    const float width = page.text_width(names, Style::heading, Weight::bold);
    float free = room;
    if (width <= room && !names.empty()) {
        page.text({x, middle - page.type(Style::heading).line / 2, width + 2, 0}, names,
                  {.style = Style::heading, .weight = Weight::bold}, Role::heading);
        free -= width + 24;
    }
    const Page::PillSpec closed{.name = tr("together.closed", "Private view is closed"),
                                .icon = Icon::lock,
                                .ink = page.color.ok,
                                .paper = page.color.ok_soft,
                                .outline = {},
                                .bar = {}};
    const auto pill = page.pill_size(closed);
    if (pill.w + 16 <= free)
        page.pill({end - 16 - pill.w, middle - pill.h / 2}, closed);
    else if (page.portrait())
        page.pill({page.margin(), middle + 64}, closed);
    return page.header_bottom();
}

float shared_line_height(const Page& page, const std::string& words, float width, Style style) {
    return page.text_height(words, width - shared_indent(page, style), style);
}

void draw_shared_line(Page& page, Rect at, const std::string& words, Style style) {
    draw_marks(page, {at.x, at.y + page.type(style).line / 2}, mark_radius(page, style), true, true);
    const float left = shared_indent(page, style);
    page.text({at.x + left, at.y, at.w - left, 0}, words, {.style = style});
}

void add_shared_lines(Page& page, Flow& flow, const std::vector<std::string>& lines, Style style, float highest) {
    const float gap = page.type(style).line * 0.4f;
    for (const auto& words : lines) {
        const float height = shared_line_height(page, words, flow.width(), style);
        if (height > highest)
            flow.text(words, {.style = style}, gap);
        else
            flow.block(
                height, [&page, words, style](Rect at) { draw_shared_line(page, at, words, style); }, gap);
    }
}

float release_height(const Page& page, const model::Together& together, const model::TogetherCard& card, float width) {
    if (!has_author(card)) return 0;
    return page.text_height(release_words(together, card), width - release_indent(page, card), Style::body);
}

void draw_release_line(Page& page, Rect at, const model::Together& together, const model::TogetherCard& card,
                       Color paper) {
    if (!has_author(card)) return;
    const float line = page.type(Style::body).line;
    draw_marks(page, {at.x, at.y + line / 2}, mark_radius(page, Style::body), card.by_a, card.by_b);
    const float left = release_indent(page, card);
    page.text({at.x + left, at.y, at.w - left, 0}, release_words(together, card),
              {.style = Style::body, .color = page.color.soft, .paper = paper});
}

namespace {

// Lying, large letters leave a page room for two cards only where these are close.
struct Air {
    float edge, below_title, above_release;
};
Air air_of(const Page& page) {
    if (!page.portrait() && page.text_at_least(150)) return {12, 4, 4};
    return {20, 8, 16};
}

}

float face_height(const Page& page, const model::Together& together, const CardFace& face, float width) {
    const float room = width - 2 * inset;
    const auto air = air_of(page);
    return 2 * air.edge + page.text_height(face.card.title, room, Style::heading, Weight::bold) + air.below_title +
           page.text_height(face.words, room, face.style) +
           (has_author(face.card) ? air.above_release + release_height(page, together, face.card, room) : 0);
}

bool face_fits(const Page& page, const CardFace& face, float width) {
    const float room = width - 2 * inset;
    return words_fit(page, face.card.title, room, Style::heading, Weight::bold) &&
           words_fit(page, face.words, room, face.style);
}

void draw_face(Page& page, Rect at, const model::Together& together, const CardFace& face) {
    const auto id = "card:" + std::to_string(face.index);
    const bool held = page.view.pressed == id;
    const Color paper = held ? page.color.sunk : page.color.surface;
    page.card(at);
    if (held) page.box(at, paper, 24);
    page.add({.id = id,
              .role = Role::row,
              .name = face.card.title,
              .value = face.words,
              .rect = at,
              .action = model::action::CardTapped{face.index},
              .ink = page.color.ink,
              .paper = paper,
              .round = 24});
    const float x = at.x + inset, room = at.w - 2 * inset;
    const auto air = air_of(page);
    float y = at.y + air.edge;
    y += page.text({x, y, room, 0}, face.card.title, {.style = Style::heading, .weight = Weight::bold, .paper = paper});
    page.text({x, y + air.below_title, room, 0}, face.words, {.style = face.style, .paper = paper});
    const float foot = release_height(page, together, face.card, room);
    draw_release_line(page, {x, at.bottom() - air.edge - foot, room, 0}, together, face.card, paper);
}

}
