#include "report/flow.hpp"
#include <algorithm>

namespace report {
namespace {

// What is read of a row: lines and columns end without a blank. A piece that may go on overleaf is read as it stands.
std::string words_of(const std::vector<Cell>& cells) {
    constexpr std::size_t on_one_page = 400;
    std::string words;
    for (const Cell& cell : cells)
        words += (words.empty() || cell.text.empty() ? "" : " ") + cell.text;
    return words.size() > on_one_page ? std::string() : words;
}

}

void Flow::new_page() {
    if (m_runs_on && !m_pages.empty()) {
        space(30);
        keep_room(120);
    } else if (m_pages.empty() || !m_fresh) {
        begin_page();
    }
    m_runs_on = false;
}

void Flow::pour_again(std::size_t first, float bottom) {
    m_pages.resize(std::min(first, m_pages.size()));
    m_heads.clear();
    m_fresh = m_runs_on = false;
    m_y = m_bottom = bottom;
}

void Flow::ornament(std::function<void(PdfCanvas&)> draw) {
    add_to(m_pages.size() - 1, std::move(draw));
}

void Flow::begin_page() {
    m_pages.emplace_back();
    m_y = content_top;
    m_fresh = true;
    if (!m_heads.empty()) pour_heads();
    m_fresh = true;
}

void Flow::pour_heads() {
    pour(m_heads, {"P", words_of(m_heads)});
    m_y += 4;
    rule();
    m_y += 6;
}

void Flow::begin_columns(std::vector<Cell> heads) {
    keep_room(80); // with a row or two of what they head
    m_heads = std::move(heads);
    for (Cell& head : m_heads)
        head.cut = Cut::after_two_lines; // so that every page has room below them
    pour_heads();
}

void Flow::space(float height) {
    if (!m_fresh) m_y += height;
}

void Flow::keep_room(float height) {
    if (m_pages.empty() || (!m_fresh && height > 0 && m_y + height > m_bottom)) begin_page();
}

void Flow::text(std::string_view text, const Type& type, float x, float width) {
    row({Cell{x, width > 0 ? width : content_width - x, std::string(text), type}});
}

void Flow::row(const std::vector<Cell>& cells, std::string spoken) {
    keep_room(0);
    auto tag = cells.empty() ? PdfTag{"P"} : leveled(tag_of(cells.front().type));
    tag.spoken = spoken.empty() ? words_of(cells) : std::move(spoken);
    pour(cells, tag);
}

PdfTag Flow::leveled(PdfTag tag) {
    if (tag.name.front() != 'H') return tag;
    m_level = std::min(tag.name.back() - '0', m_level + 1);
    tag.name.back() = static_cast<char>('0' + m_level);
    return tag;
}

void Flow::pour(const std::vector<Cell>& cells, const PdfTag& tag) {
    struct Column {
        const Cell* cell;
        std::vector<SetLine> lines;
        std::size_t next = 0;
    };
    std::vector<Column> columns;
    float whole = 0;
    for (const Cell& cell : cells) {
        columns.push_back({&cell, m_typesetter.lines(cell.text, cell.type, cell.width, cell.cut)});
        whole = std::max(whole, height_of(columns.back().lines));
    }
    constexpr float short_piece = 150;
    if (whole <= short_piece)
        keep_room(whole);
    else
        keep_room(60); // at least a few lines before it goes on overleaf

    for (bool more = true; more;) {
        more = false;
        m_tag = tag;
        float lowest = m_y;
        for (Column& column : columns) {
            float y = m_y;
            while (column.next < column.lines.size()) {
                const SetLine& line = column.lines[column.next];
                const bool first_here = y == m_y && m_fresh; // a line higher than a page goes on one all the same
                if (y + line.height > m_bottom && !first_here) break;
                if (column.next == 0) place_mark(*column.cell, y + line.baseline);
                place(line, margin + column.cell->x + line.x, y + line.baseline, column.cell->type.color);
                y += line.height;
                ++column.next;
            }
            more = more || column.next < column.lines.size();
            lowest = std::max(lowest, y);
        }
        m_y = lowest;
        m_fresh = false;
        m_tag.reset();
        if (more) begin_page();
    }
}

void Flow::place_mark(const Cell& cell, float baseline) {
    if (!cell.mark) return;
    add_mark([partner = *cell.mark, size = cell.type.size, x = cell.x, baseline](PdfCanvas& canvas) {
        chart::draw_mark(canvas, partner, {margin + x - size * 1.2F, baseline}, size, score_colors);
    });
}

void Flow::place(const SetLine& line, float x, float y, chart::Color color) {
    add_mark([line, x, y, color](PdfCanvas& canvas) { canvas.set(line, {x, y}, color); });
}

void Flow::add_mark(std::function<void(PdfCanvas&)> draw) {
    auto& marks = m_pages.back().marks;
    marks.push_back({.draw =
                         [&typesetter = m_typesetter, draw = std::move(draw)](cairo_t* page) {
                             PdfCanvas canvas(page, typesetter);
                             draw(canvas);
                         },
                     .tag = m_tag,
                     .goes_on = !m_tag});
    m_tag.reset();
}

void Flow::rule() {
    keep_room(0);
    add_to(m_pages.size() - 1, [y = m_y](PdfCanvas& canvas) {
        canvas.line({margin, y}, {page_width - margin, y}, 0.6F, inks.line);
    });
    m_y += 1;
}

void Flow::picture(float height, std::function<void(PdfCanvas&, chart::Point at)> draw, std::string spoken) {
    keep_room(height);
    piece({"Figure", std::move(spoken)}, [draw = std::move(draw), y = m_y](PdfCanvas& canvas) {
        draw(canvas, {margin, y});
    });
    m_y += height;
    m_fresh = false;
}

void Flow::bookmark(std::string title, int level) {
    keep_room(0);
    m_pages.back().bookmarks.push_back({std::move(title), level, m_y});
}

void Flow::piece(PdfTag tag, std::function<void(PdfCanvas&)> draw) {
    m_tag = std::move(tag);
    add_mark(std::move(draw));
}

void Flow::add_to(std::size_t number, std::function<void(PdfCanvas&)> draw) {
    m_pages.at(number).marks.push_back({.draw = [&typesetter = m_typesetter, draw = std::move(draw)](cairo_t* page) {
        PdfCanvas canvas(page, typesetter);
        draw(canvas);
    }});
}

PdfTag tag_of(const Type& type) {
    if (type.size >= type::section.size) return {type.size >= type::title.size ? "H1" : "H2"};
    return {type.size >= type::heading.size ? "H3" : "P"};
}

}
