// Pours text and pictures down pages, one below the other, and begins a new page where one is full. A short piece is
// never torn in two; a long one goes on overleaf. What is drawn last (page numbers) can be added by the caller at the
// end.
#pragma once
#include "report/pdf_file.hpp"

namespace report {

struct Cell { // a column of a row; x and width are within the page's content
    float x = 0, width = content_width;
    std::string text;
    Type type = type::body;
    Cut cut = Cut::never;
    std::optional<model::Partner> mark = {}; // the partner's shape, to the left of the first line
};

PdfTag tag_of(const Type& type); // a heading's, or a paragraph's

class Flow {
public:
    explicit Flow(const Typesetter& typesetter) : m_typesetter(typesetter) {}

    void new_page();
    void space(float height);     // none at the top of a page
    void keep_room(float height); // a new page, unless as much is left on this one
    void text(std::string_view text, const Type& type, float x = 0, float width = 0); // width 0: to the right margin
    void row(const std::vector<Cell>& cells, std::string spoken = {});                // spoken: see PdfTag
    void rule(); // below what was poured last, and never alone on a new page
    // `draw` gets a canvas on which `at` is the picture's top left corner, all in points.
    void picture(float height, std::function<void(PdfCanvas&, chart::Point at)> draw, std::string spoken = {});
    void ornament(std::function<void(PdfCanvas&)> draw); // is not read aloud
    // A piece of the page that stands wherever `draw` puts it.
    void piece(PdfTag tag, std::function<void(PdfCanvas&)> draw);
    void bookmark(std::string title, int level);
    // Heads of at most two lines with a rule below them, here and at the top of each page that begins until
    // end_columns().
    void begin_columns(std::vector<Cell> heads);
    void end_columns() { m_heads.clear(); }

    void full() { space(content_bottom - m_y); } // nothing more on this page
    void run_on() { m_runs_on = true; }          // what would begin a page next goes on on this one
    // Leaves out the pages from `first` on; what follows ends `bottom` from a page's top.
    void pour_again(std::size_t first, float bottom);

    std::size_t page_count() const { return m_pages.size(); }
    float top() const { return m_y; } // where the next piece would stand, from the top of the page
    const Typesetter& typesetter() const { return m_typesetter; }
    // On page `number` (from 0), wherever the flow stands.
    void add_to(std::size_t number, std::function<void(PdfCanvas&)> draw);
    std::vector<PdfPage> take() { return std::move(m_pages); }

private:
    void begin_page();
    void pour_heads();
    void place_mark(const Cell& cell, float baseline);
    void place(const SetLine& line, float x, float y, chart::Color color);
    void add_mark(std::function<void(PdfCanvas&)> draw);
    void pour(const std::vector<Cell>& cells, const PdfTag& tag);
    PdfTag leveled(PdfTag tag);

    const Typesetter& m_typesetter;
    std::vector<PdfPage> m_pages;
    std::vector<Cell> m_heads;
    std::optional<PdfTag> m_tag; // of the piece that the next mark begins
    float m_y = content_top;
    float m_bottom = content_bottom;
    bool m_fresh = true; // nothing stands on this page yet
    int m_level = 1;     // of the last heading: none lies more than one below the one before it
    bool m_runs_on = false;
};

}
