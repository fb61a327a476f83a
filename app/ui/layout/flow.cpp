#include "ui/layout/flow.hpp"
#include "ui/layout/stack.hpp"
#include <algorithm>

namespace ui {
namespace {

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The nearest place at or before `end` where the text may break; `begin` itself when there is none after it.
std::size_t break_before(std::string_view text, std::size_t end) {
    if (end >= text.size()) return text.size();
    const auto blank = text.find_last_of(" \n", end);
    if (blank != std::string_view::npos && blank > 0) return blank;
    while (end > 0 && continues(text[end]))
        --end;
    return end;
}

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \n");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

float gap_of_turner(const Page& page) {
    return page.portrait() ? 24.f : 16.f;
}

}

std::string_view beginning_that_fits(const Page& page, std::string_view text, Size room, Style style, Weight weight) {
    const auto fits = [&](std::size_t end) {
        return page.text_height(text.substr(0, end), room.w, style, weight) <= room.h;
    };
    // Nothing longer than this can fit; measuring a whole book to find that out would take a while.
    const float lines = std::max(1.f, room.h / page.type(style).line);
    const auto most = static_cast<std::size_t>(lines * std::max(1.f, room.w / (page.type(style).px * 0.15f))) + 64;
    std::size_t high = std::min(text.size(), most);
    if (high == text.size() && fits(high)) return text;
    std::size_t low = 0;
    while (low + 1 < high) {
        const auto middle = (low + high) / 2;
        if (fits(break_before(text, middle)))
            low = middle;
        else
            high = middle;
    }
    return text.substr(0, break_before(text, low));
}

std::string shortened(const Page& page, std::string_view text, Size room, Style style, Weight weight) {
    auto part = beginning_that_fits(page, text, room, style, weight);
    if (part.size() == text.size()) return std::string(text);
    // Room for the sign that something is left out.
    for (std::string with = std::string(part) + "…"; !part.empty(); with = std::string(part) + "…") {
        if (page.text_height(with, room.w, style, weight) <= room.h) return with;
        part = part.substr(0, break_before(part, part.size() - 1));
        if (part.size() <= 1) break;
    }
    return "…";
}

void Flow::text(std::string text, TextLook look, float gap, Role role) {
    if (text.empty()) return;
    Piece piece{.text = std::move(text), .look = look, .role = role, .gap = gap, .draw = {}};
    piece.height = m_page.text_height(piece.text, m_width, look.style, look.weight);
    m_pieces.push_back(std::move(piece));
}

void Flow::heading(std::string text, Style style, float gap) {
    this->text(std::move(text), {.style = style, .weight = style == Style::title ? Weight::regular : Weight::bold}, gap,
               Role::heading);
    stay_with_next();
}

void Flow::icon_text(Icon icon, std::string text, TextLook look, float gap) {
    const float size = std::min(m_page.icon_size(), m_page.type(look.style).line);
    const float indent = size + 12;
    const float height = std::max(size, m_page.text_height(text, m_width - indent, look.style, look.weight));
    block(
        height,
        [&page = m_page, icon, size, indent, look, text = std::move(text)](Rect at) {
            const float line = page.type(look.style).line;
            page.icon({at.x, at.y + (line - size) / 2, size, size}, icon, look.color.value_or(page.color.ink));
            page.text({at.x + indent, at.y, at.w - indent, 0}, text, look);
        },
        gap);
}

void Flow::block(float height, std::function<void(Rect)> draw, float gap) {
    m_pieces.push_back({.text = {}, .look = {}, .height = height, .gap = gap, .draw = std::move(draw)});
}

void Flow::card(std::vector<std::string> lines, float gap) {
    const float inner = m_width - 48;
    float height = 40;
    for (const auto& line : lines)
        height += m_page.text_height(line, inner, Style::body) + 8;
    block(
        height,
        [&page = m_page, inner, lines = std::move(lines)](Rect at) {
            page.card(at);
            float y = at.y + 24;
            for (const auto& line : lines)
                y += page.text({at.x + 24, y, inner, 0}, line, {.style = Style::body, .paper = page.color.surface}) + 8;
        },
        gap);
}

void Flow::append(const Flow& more) {
    m_pieces.insert(m_pieces.end(), more.m_pieces.begin(), more.m_pieces.end());
}

void Flow::stay_with_next() {
    if (!m_pieces.empty()) m_pieces.back().stays = true;
}

float Flow::height() const {
    float height = 0;
    for (std::size_t i = 0; i < m_pieces.size(); ++i)
        height += m_pieces[i].height + (i + 1 < m_pieces.size() ? m_pieces[i].gap : 0);
    return height;
}

// What must stand on one page from piece `from` on: itself, and as much of the next as cannot be left behind.
float Flow::kept_height(std::size_t from) const {
    float height = 0;
    for (std::size_t i = from; i < m_pieces.size(); ++i) {
        const auto& piece = m_pieces[i];
        const float line = m_page.type(piece.look.style).line;
        const bool last = !piece.stays;
        height += last && !piece.text.empty() ? std::min(piece.height, 2 * line) : piece.height;
        if (last) break;
        height += piece.gap;
    }
    return height;
}

std::vector<Flow::Sheet> Flow::lay_out(float room) const {
    std::vector<Sheet> sheets(1);
    float y = 0;
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        const auto& piece = m_pieces[i];
        if (!sheets.back().empty() && y + kept_height(i) > room) {
            sheets.emplace_back();
            y = 0;
        }
        if (piece.text.empty()) {
            sheets.back().push_back({&piece, {}, y, piece.height});
            y += piece.height + piece.gap;
            continue;
        }
        std::string_view rest = piece.text;
        while (true) {
            const float height = m_page.text_height(rest, m_width, piece.look.style, piece.look.weight);
            if (y + height <= room) {
                sheets.back().push_back({&piece, rest, y, height});
                y += height + piece.gap;
                break;
            }
            auto part = beginning_that_fits(m_page, rest, {m_width, room - y}, piece.look.style, piece.look.weight);
            if (part.empty() && sheets.back().empty())
                part = rest.substr(0, break_before(rest, 1)); // one line is always taken
            if (!part.empty())
                sheets.back().push_back(
                    {&piece, part, y, m_page.text_height(part, m_width, piece.look.style, piece.look.weight)});
            rest = without_blanks(rest.substr(part.size()));
            if (rest.empty()) {
                y = room;
                break;
            }
            sheets.emplace_back();
            y = 0;
        }
    }
    return sheets;
}

std::size_t Flow::pages(float room) const {
    return lay_out(room).size();
}

float Flow::draw_sheet(Rect room, const Sheet& sheet) {
    float bottom = room.y;
    for (const auto& placed : sheet) {
        const Rect at{room.x, room.y + placed.y, m_width, placed.height};
        if (placed.piece->text.empty())
            placed.piece->draw(at);
        else
            m_page.text({at.x, at.y, at.w, 0}, placed.text, placed.piece->look, placed.piece->role);
        bottom = at.bottom();
    }
    return bottom;
}

float Flow::draw_page(Rect room, std::size_t index) {
    const auto sheets = lay_out(room.h);
    return draw_sheet(room, sheets[std::min(index, sheets.size() - 1)]);
}

float Flow::draw(Rect room, std::size_t wanted) {
    if (fits(room.h)) return draw_page(room, 0);
    const float turner = turner_height(m_page);
    const Rect above{room.x, room.y, room.w, room.h - turner - gap_of_turner(m_page)};
    const auto sheets = lay_out(above.h);
    const auto shown = shown_page(wanted, sheets.size());
    draw_sheet(above, sheets[shown]);
    draw_turner(m_page, {room.x, room.bottom() - turner, room.w, turner}, shown, sheets.size(), wanted);
    return room.bottom();
}

Meaning page_turn(std::size_t target, std::size_t stored) {
    return model::action::PageTurned{static_cast<int>(target) - static_cast<int>(stored)};
}

float turner_height(const Page& page) {
    return std::max(64.f, page.type(Style::body).line + 8);
}

void draw_turner(Page& page, Rect row, const Turner& turner) {
    const ButtonSpec earlier{.id = "earlier",
                             .name = tr("pages.earlier", "Earlier"),
                             .icon = Icon::back,
                             .enabled = turner.earlier.has_value(),
                             .action = turner.earlier.value_or(model::action::Touched{})};
    const ButtonSpec later{.id = "later",
                           .name = tr("pages.later", "Later"),
                           .icon = Icon::next,
                           .icon_right = true,
                           .enabled = turner.later.has_value(),
                           .action = turner.later.value_or(model::action::Touched{})};
    const float half = (row.w - 8) / 2;
    const float left = std::min(page.fit_button(earlier).w, half);
    const float right = std::min(page.fit_button(later).w, half);
    page.button({row.x, row.y, left, row.h}, earlier);
    const float line = page.type(Style::body).line;
    if (page.text_width(turner.words, Style::body) + 32 <= row.w - left - right)
        page.text({row.x + left + 16, row.y + (row.h - line) / 2, row.w - left - right - 32, 0}, turner.words,
                  {.style = Style::body, .color = page.color.soft, .align = Align::center});
    page.button({row.right() - right, row.y, right, row.h}, later);
}

void draw_turner(Page& page, Rect row, std::size_t shown, std::size_t count, std::size_t stored) {
    Turner turner{.words = fill(tr("pages.count", "{page} of {pages}"),
                                {{"page", std::to_string(shown + 1)}, {"pages", std::to_string(count)}})};
    if (shown > 0) turner.earlier = page_turn(shown - 1, stored);
    if (shown + 1 < count) turner.later = page_turn(shown + 1, stored);
    draw_turner(page, row, turner);
}

}
