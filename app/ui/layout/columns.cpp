#include "ui/layout/columns.hpp"
#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

constexpr Style written = Style::heading;
constexpr float between = 32, above_note = 4;
// A page is left unfilled by what has no room at its foot, so nothing is kept whole that takes most of one.
constexpr float share_of_page = 0.6f, share_when_cut = 0.34f;

float mark_radius(const Page& page) {
    return page.icon_size() * 0.36f;
}
float mark_room(const Page& page) {
    return 2 * mark_radius(page) + 16;
}

float icon_room(const Page& page, const Cell& cell) {
    return cell.icon == Icon::none ? 0 : page.type(Style::small).line + 8;
}
float note_height(const Page& page, const Cell& cell, float width) {
    if (cell.note.empty()) return 0;
    return above_note + page.text_height(cell.note, width - cell.indent - icon_room(page, cell), Style::small);
}
float height_of(const Page& page, const Cell& cell, float width) {
    return page.runs_height(cell.words, width - cell.indent, written) + note_height(page, cell, width);
}

void draw(Page& page, const Cell& cell, Rect at) {
    const float indent = cell.indent, radius = mark_radius(page);
    float y = at.y;
    if (!cell.words.empty()) {
        if (cell.author) page.partner_mark({at.x + radius, y + page.type(written).line / 2}, radius, *cell.author);
        y += page.runs({at.x + indent, y, at.w - indent, 0}, cell.words, {.style = written});
        if (!cell.spoken.empty()) {
            auto& name = page.tree.widgets.back().name;
            name = fill(tr("case.by", "{name}: {words}"), {{"name", cell.spoken}, {"words", name}});
        }
    }
    if (cell.note.empty()) return;
    y += above_note;
    const auto color = cell.note_color.value_or(page.color.soft);
    const float size = page.type(Style::small).line, room = icon_room(page, cell);
    if (cell.icon != Icon::none) page.icon({at.x + indent, y, size, size}, cell.icon, color);
    page.text({at.x + indent + room, y, at.w - indent - room, 0}, cell.note, {.style = Style::small, .color = color});
}

// The cell in parts, none of them higher; the mark stands before the first, the note below the last.
std::vector<Cell> parts_of(const Page& page, const Cell& cell, Size room) {
    std::vector<Cell> parts;
    for (auto rest = cell.words; !rest.empty();) {
        auto cut = page.cut(rest, room, written);
        parts.push_back({.spoken = cell.spoken, .words = std::move(cut.first), .indent = cell.indent});
        rest = std::move(cut.rest);
    }
    if (parts.empty()) parts.push_back({.indent = cell.indent});
    parts.front().author = cell.author;
    parts.back().icon = cell.icon;
    parts.back().note = cell.note;
    parts.back().note_color = cell.note_color;
    return parts;
}

void add_parts(Page& page, Flow& flow, std::vector<Cell> cells, float width, float gap) {
    float height = 0;
    for (const auto& cell : cells)
        height = std::max(height, height_of(page, cell, width));
    flow.block(
        height,
        [&page, width, cells = std::move(cells)](Rect at) {
            for (std::size_t i = 0; i < cells.size(); ++i)
                draw(page, cells[i], {at.x + (width + between) * static_cast<float>(i), at.y, width, at.h});
        },
        gap);
}

// Beside each other and of the same width. What is too high for a page is cut between lines.
void add_cells(Page& page, Flow& flow, std::vector<Cell> cells, float highest, float gap) {
    const auto count = static_cast<float>(cells.size());
    const float width = (flow.width() - between * (count - 1)) / count;
    for (auto& cell : cells)
        if (cell.author) cell.indent = mark_room(page);
    const bool too_high = std::ranges::any_of(
        cells, [&](const Cell& cell) { return height_of(page, cell, width) > highest * share_of_page; });
    if (!too_high) return add_parts(page, flow, std::move(cells), width, gap);
    std::vector<std::vector<Cell>> parts;
    std::size_t most = 0;
    for (const auto& cell : cells) {
        parts.push_back(parts_of(page, cell, {width - cell.indent, highest * share_when_cut}));
        most = std::max(most, parts.back().size());
    }
    for (std::size_t i = 0; i < most; ++i) {
        std::vector<Cell> row;
        for (auto& of_cell : parts)
            row.push_back(i < of_cell.size() ? std::move(of_cell[i]) : Cell{});
        add_parts(page, flow, std::move(row), width, i + 1 < most ? 0 : gap);
    }
}

}

bool has_columns(const Page& page) {
    return !page.portrait() && page.percent() <= 150;
}

void add_wide(Page& page, Flow& flow, Cell cell, float highest, float gap) {
    add_cells(page, flow, {std::move(cell)}, highest, gap);
}

void add_beside(Page& page, Flow& flow, const Row& row, float highest, float gap) {
    add_cells(page, flow, {row.left, row.right}, highest, gap);
}

bool fits_beside(const Page& page, const Flow& flow, const Row& row) {
    const float width = (flow.width() - between) / 2;
    return std::ranges::all_of(std::array{&row.left, &row.right}, [&](const Cell* cell) {
        const float room = width - (cell->author ? mark_room(page) : 0);
        return cell->note.empty() && page.runs_height(cell->words, room, written) <= page.type(written).line;
    });
}

void add_row(Page& page, Flow& flow, const Row& row, float highest, float gap) {
    if (has_columns(page)) return add_beside(page, flow, row, highest, gap);
    for (const auto* cell : {&row.left, &row.right})
        if (!cell->empty()) add_cells(page, flow, {*cell}, highest, gap);
}

}
