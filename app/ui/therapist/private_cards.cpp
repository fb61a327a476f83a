#include "ui/therapist/private_cards.hpp"
#include <algorithm>
#include <utility>
#include <vector>

namespace ui {
namespace {

constexpr float inset = 24, between_cards = 8, between_columns = 16, air = 8, least_row = 44;
constexpr float bar = 8, bar_gap = 4, lowest_bar = 4, highest_bar = 20, beside_bars = 16;
constexpr float least_name_share = 0.36f; // of the width

float growth(const Page& page) {
    return page.type(Style::body).px / 20;
}

float steps_width(const Page& page, std::size_t steps) {
    return steps == 0 ? 0 : (static_cast<float>(steps) * (bar + bar_gap) - bar_gap) * growth(page) + beside_bars;
}

// Where the columns of a card stand. Names alone in a row of their own where the answers need the width.
struct Columns {
    float name = 0, cell = 0;
    bool below = false; // the answers

    Columns(const Page& page, const PrivateCard& card, float width) {
        const float inner = width - 2 * inset,
                    count = static_cast<float>(std::max<std::size_t>(1, card.columns.size()));
        const float best = std::max(160.f, steps_width(page, card.steps) + card.words + 2);
        const float room = inner * (1 - least_name_share) - between_columns * count;
        cell = std::min(best, room / count);
        below = steps_width(page, card.steps) + page.type(Style::body).px * 3 > cell;
        if (below) cell = (inner - between_columns * (count - 1)) / count;
        name = below ? inner : inner - (cell + between_columns) * count;
    }
};

float height_of(const Page& page, const PrivateCell& cell, float width) {
    return page.text_height(cell.words, width - steps_width(page, cell.steps), Style::body, Weight::bold);
}

float height_of(const Page& page, const PrivateCard& card, const PrivateLine& line, float width) {
    const Columns columns(page, card, width);
    const float name =
        page.text_height(line.name, columns.name, Style::body, card.opens ? Weight::bold : Weight::regular);
    float cells = 0;
    for (const auto& cell : line.cells)
        cells = std::max(cells, height_of(page, cell, columns.cell));
    const float words = columns.below ? name + cells : std::max(name, cells);
    return std::max(card.opens ? 64.f : least_row, words + 2 * air);
}

float head_height(const Page& page, const PrivateCard& card, float width) {
    if (card.opens || (card.title.empty() && card.columns.empty())) return 0;
    const Columns columns(page, card, width);
    float high = page.text_height(card.title, columns.name, Style::small, Weight::bold), named = 0;
    for (const auto& one : card.columns)
        named = std::max(named, page.text_height(one, columns.cell, Style::small, Weight::bold));
    high = columns.below ? high + named : std::max(high, named);
    return high + 8;
}

void draw_steps(Page& page, Rect at, const PrivateCell& cell) {
    for (std::size_t i = 0; i < cell.steps; ++i) {
        const float share = cell.steps == 1 ? 1 : static_cast<float>(i) / static_cast<float>(cell.steps - 1);
        const float grown = growth(page), high = (lowest_bar + (highest_bar - lowest_bar) * share) * grown;
        page.box({at.x + static_cast<float>(i) * (bar + bar_gap) * grown,
                  at.center().y + highest_bar * grown / 2 - high, bar * grown, high},
                 i < cell.step ? page.color.ink : page.color.line, 2);
    }
}

void draw_cell(Page& page, Rect at, const PrivateCell& cell) {
    draw_steps(page, {at.x, at.y, at.w, page.type(Style::body).line}, cell);
    const float indent = steps_width(page, cell.steps);
    page.text({at.x + indent, at.y, at.w - indent, 0}, cell.words,
              {.style = Style::body,
               .weight = cell.answered ? Weight::bold : Weight::regular,
               .color = cell.answered ? page.color.ink : page.color.soft,
               .paper = page.color.surface});
    if (cell.spoken.empty()) return;
    auto& name = page.tree.widgets.back().name;
    name = fill(tr("case.by", "{name}: {words}"), {{"name", cell.spoken}, {"words", name}});
}

void draw_line(Page& page, const PrivateCard& card, const PrivateLine& line, Rect at) {
    const Columns columns(page, card, at.w);
    const float x = at.x + inset;
    const TextLook look{
        .style = Style::body, .weight = card.opens ? Weight::bold : Weight::regular, .paper = page.color.surface};
    const float name = page.text_height(line.name, columns.name, look.style, look.weight);
    float cells = 0;
    for (const auto& cell : line.cells)
        cells = std::max(cells, height_of(page, cell, columns.cell));
    const float words = columns.below ? name + cells : std::max(name, cells);
    const float top = at.y + (at.h - words) / 2;
    if (!line.name.empty())
        page.text({x, columns.below ? top : at.y + (at.h - name) / 2, columns.name, 0}, line.name, look,
                  card.opens ? Role::heading : Role::text);
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
        const float left = x + (columns.below ? 0 : columns.name + between_columns) +
                           (columns.cell + between_columns) * static_cast<float>(i);
        const float high = height_of(page, line.cells[i], columns.cell);
        draw_cell(page, {left, columns.below ? top + name : at.y + (at.h - high) / 2, columns.cell, high},
                  line.cells[i]);
    }
}

void draw_head(Page& page, const PrivateCard& card, Rect at) {
    const Columns columns(page, card, at.w);
    const TextLook look{
        .style = Style::small, .weight = Weight::bold, .color = page.color.soft, .paper = page.color.surface};
    const float title = page.text_height(card.title, columns.name, look.style, look.weight);
    if (!card.title.empty())
        page.text({at.x + inset, columns.below ? at.y + 4 : at.y + (at.h - title) / 2, columns.name, 0}, card.title,
                  look, Role::heading);
    for (std::size_t i = 0; i < card.columns.size(); ++i) {
        const float left = at.x + inset + (columns.below ? 0 : columns.name + between_columns) +
                           (columns.cell + between_columns) * static_cast<float>(i);
        const float high = page.text_height(card.columns[i], columns.cell, look.style, look.weight);
        page.text({left, columns.below ? at.y + 4 + title : at.y + (at.h - high) / 2, columns.cell, 0}, card.columns[i],
                  look);
    }
}

// What is written at length goes on in further lines, none higher than a third of the page.
std::vector<PrivateLine> cut(const Page& page, const PrivateCard& card, const PrivateLine& line, Size room) {
    const Columns columns(page, card, room.w);
    if (line.cells.size() != 1 || height_of(page, card, line, room.w) <= room.h * 0.4f) return {line};
    const float wide = columns.cell - steps_width(page, line.cells.front().steps);
    std::vector<PrivateLine> lines;
    std::vector<Page::Run> rest{{line.cells.front().words, Weight::bold, std::nullopt}};
    while (!rest.empty()) {
        auto part = page.cut(rest, {wide, room.h * 0.3f}, Style::body);
        auto& one = lines.emplace_back(line);
        if (lines.size() > 1) one.name.clear();
        one.cells.front().words.clear();
        for (const auto& run : part.first)
            one.cells.front().words += run.text;
        rest = std::move(part.rest);
    }
    return lines;
}

}

std::vector<PrivatePage> private_pages(const Page& page, std::span<const PrivateCard> cards, Size room) {
    std::vector<PrivatePage> pages(1);
    std::string named;
    float y = 0;
    for (const auto& whole : cards) {
        auto part = whole;
        part.lines.clear();
        // Named once where it goes on right below.
        if (std::exchange(named, whole.opens ? std::string{} : whole.title) == whole.title && y > 0) part.title.clear();
        float head = head_height(page, part, room.w);
        const auto close = [&] {
            if (!part.lines.empty()) pages.back().push_back(part);
            part.lines.clear();
        };
        for (const auto& line : whole.lines)
            for (auto& piece : cut(page, whole, line, room)) {
                const float high = height_of(page, whole, piece, room.w);
                float needed = high + (part.lines.empty() ? head + (y > 0 ? between_cards : 0) : 0);
                if (y > 0 && y + needed > room.h) {
                    close();
                    pages.emplace_back();
                    part.title = whole.title;
                    head = head_height(page, part, room.w);
                    y = 0;
                    needed = high + head;
                }
                part.lines.push_back(std::move(piece));
                y += needed;
            }
        close();
    }
    return pages;
}

void draw_private_page(Page& page, const PrivatePage& cards, Rect room) {
    float y = room.y;
    for (const auto& card : cards) {
        const float head = head_height(page, card, room.w);
        float height = head;
        for (const auto& line : card.lines)
            height += height_of(page, card, line, room.w);
        page.card({room.x, y, room.w, height});
        if (head > 0) draw_head(page, card, {room.x, y, room.w, head});
        float top = y + head;
        for (const auto& line : card.lines) {
            const float high = height_of(page, card, line, room.w);
            if (top > y) page.line({room.x + 1, top}, {room.right() - 1, top}, page.color.line, 1);
            draw_line(page, card, line, {room.x, top, room.w, high});
            top += high;
        }
        y += height + between_cards;
    }
}

}
