#include "ui/layout/flow.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/layout/pages.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr float icon_gap = 12;

float gap_of_turner(const Page& page) {
    return page.portrait() ? 24.f : 16.f;
}

float icon_size(const Page& page, Style style) {
    return std::min(page.icon_size(), page.type(style).line);
}

}

void Flow::add(Piece piece) {
    piece.begins_page = std::exchange(m_begins_page, false);
    m_pieces.push_back(std::move(piece));
}

void Flow::text(std::string text, TextLook look, float gap, Role role) {
    if (text.empty()) return;
    words({.runs = {{std::move(text), look.weight, look.color}}, .look = look, .gap = gap});
    m_pieces.back().role = role;
}

void Flow::heading(std::string text, Style style, float gap) {
    this->text(std::move(text), {.style = style, .weight = style == Style::title ? Weight::regular : Weight::bold}, gap,
               Role::heading);
    stay_with_next();
}

void Flow::icon_text(Icon icon, std::string text, TextLook look, float gap) {
    words({.runs = {{std::move(text), look.weight, look.color}},
           .look = look,
           .gap = gap,
           .icon = icon,
           .icon_color = look.color.value_or(m_page.color.ink)});
}

void Flow::words(Words words) {
    if (words.runs.empty()) return;
    Piece piece{.runs = std::move(words.runs),
                .look = words.look,
                .icon = words.icon,
                .icon_color = words.icon_color,
                .gap = words.gap,
                .draw = {}};
    piece.height = height_of(piece, piece.runs);
    add(std::move(piece));
}

void Flow::block(float height, std::function<void(Rect)> draw, float gap) {
    add({.runs = {}, .look = {}, .height = height, .gap = gap, .draw = std::move(draw)});
}

void Flow::card(Flow inside, float above, float gap) {
    block(
        inside.height() + 2 * above,
        [&page = m_page, inside, above](Rect at) {
            page.card(at);
            inside.draw({at.x + card_inset, at.y + above});
        },
        gap);
}

void Flow::append(const Flow& more) {
    m_pieces.insert(m_pieces.end(), more.m_pieces.begin(), more.m_pieces.end());
}

void Flow::stay_with_next() {
    if (!m_pieces.empty()) m_pieces.back().stays = true;
}

void Flow::stay_together() {
    for (std::size_t i = 0; i + 1 < m_pieces.size(); ++i)
        m_pieces[i].stays = true;
}

void Flow::begin_page() {
    m_begins_page = true;
}

float Flow::indent_of(const Piece& piece) const {
    return piece.icon == Icon::none ? 0 : icon_size(m_page, piece.look.style) + icon_gap;
}

float Flow::height_of(const Piece& piece, const std::vector<Page::Run>& runs) const {
    auto measured = runs;
    if (std::ranges::any_of(runs, [](const Page::Run& run) { return run.weight == Weight::bold; }))
        for (auto& run : measured)
            run.weight = Weight::bold; // the wider: there is room for all of it
    const float text = m_page.runs_height(measured, m_width - indent_of(piece), piece.look.style);
    return piece.icon == Icon::none ? text : std::max(text, icon_size(m_page, piece.look.style));
}

float Flow::height() const {
    float height = 0;
    for (std::size_t i = 0; i < m_pieces.size(); ++i)
        height += m_pieces[i].height + (i + 1 < m_pieces.size() ? m_pieces[i].gap : 0);
    return height;
}

bool Flow::words_fit() const {
    return std::ranges::all_of(m_pieces, [&](const Piece& piece) {
        return std::ranges::all_of(piece.runs, [&](const Page::Run& run) {
            return ui::words_fit(m_page, run.text, m_width - indent_of(piece), piece.look.style, run.weight);
        });
    });
}

// What must stand on one page from piece `from` on: itself, and as much of the next as cannot be left behind.
float Flow::kept_height(std::size_t from) const {
    float height = 0;
    for (std::size_t i = from; i < m_pieces.size(); ++i) {
        const auto& piece = m_pieces[i];
        const bool breaks = !piece.stays && !piece.runs.empty() && piece.icon == Icon::none;
        height += breaks ? std::min(piece.height, 2 * m_page.type(piece.look.style).line) : piece.height;
        if (!piece.stays) break;
        height += piece.gap;
    }
    return height;
}

std::vector<Flow::Sheet> Flow::lay_out(float room) const {
    std::vector<Sheet> sheets(1);
    float y = 0;
    const auto next_sheet = [&] {
        sheets.emplace_back();
        y = 0;
    };
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        const auto& piece = m_pieces[i];
        if (!sheets.back().empty() && (piece.begins_page || y + kept_height(i) > room)) next_sheet();
        auto rest = piece.runs;
        float height = piece.height;
        bool first = true;
        while (!rest.empty() && y + height > room) {
            auto cut = m_page.cut(rest, {m_width - indent_of(piece), room - y}, piece.look.style);
            height = height_of(piece, cut.first);
            rest = std::move(cut.first);
            if (cut.rest.empty()) break;
            sheets.back().push_back({&piece, std::move(rest), y, height, std::exchange(first, false)});
            rest = std::move(cut.rest);
            height = height_of(piece, rest);
            next_sheet();
        }
        sheets.back().push_back({&piece, std::move(rest), y, height, first});
        y += height + piece.gap;
    }
    return sheets;
}

float Flow::draw_sheet(Point at, const Sheet& sheet) const {
    float bottom = at.y;
    for (const auto& [piece, runs, y, height, first] : sheet) {
        const Rect rect{at.x, at.y + y, m_width, height};
        bottom = rect.bottom();
        if (piece->runs.empty()) {
            piece->draw(rect);
            continue;
        }
        const float indent = indent_of(*piece);
        if (indent > 0 && first) {
            const float size = icon_size(m_page, piece->look.style), line = m_page.type(piece->look.style).line;
            m_page.icon({rect.x, rect.y + (line - size) / 2, size, size}, piece->icon, piece->icon_color);
        }
        m_page.runs({rect.x + indent, rect.y, rect.w - indent, 0}, runs, piece->look, piece->role);
    }
    return bottom;
}

float Flow::draw(Point at) const {
    Sheet all;
    float y = 0;
    for (const auto& piece : m_pieces) {
        all.push_back({&piece, piece.runs, y, piece.height});
        y += piece.height + piece.gap;
    }
    return draw_sheet(at, all);
}

float Flow::draw(Rect room, std::size_t wanted) const {
    if (fits(room.h)) return draw({room.x, room.y});
    const float pager = turner_height(m_page);
    const auto sheets = lay_out(room.h - pager - gap_of_turner(m_page));
    const auto shown = shown_page(wanted, sheets.size());
    draw_sheet({room.x, room.y}, sheets[shown]);
    draw_pager(m_page, {room.x, room.bottom() - pager, room.w, pager}, pager_of(shown, sheets.size()));
    return room.bottom();
}

void Flow::draw_to_foot(Point at, std::size_t wanted) const {
    if (fits(m_page.inner().bottom() - at.y)) {
        draw(at);
        return;
    }
    const auto sheets = lay_out(page_turns_top(m_page) - 16 - at.y);
    const auto shown = shown_page(wanted, sheets.size());
    draw_sheet(at, sheets[shown]);
    draw_paged_footer(m_page, {.shown = shown, .count = sheets.size()});
}

std::size_t Flow::pages(float room) const {
    return lay_out(room).size();
}

float Flow::draw_page(Rect room, std::size_t index) const {
    const auto sheets = lay_out(room.h);
    return draw_sheet({room.x, room.y}, sheets[std::min(index, sheets.size() - 1)]);
}

}
