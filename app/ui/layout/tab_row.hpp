// Segments for what a page shows, and right of them in the same row the ways to its other pages: in large letters the
// page needs the room that a row at its foot would take.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

class TabRow {
public:
    // `marks` stand before the segments, one each or none; `end` is the last button of the row.
    TabRow(Page& page, std::vector<Page::Segment> segments, float width, std::vector<model::Partner> marks = {},
           std::optional<ButtonSpec> end = {});
    float height() const;
    void draw(Point at, std::size_t shown, std::size_t count) const; // page `shown` of `count`

private:
    float count_width() const;
    float ways_width() const;
    float segments_height() const;
    void draw_segments(Point at) const;

    Page& m_page;
    std::vector<Page::Segment> m_segments;
    std::vector<model::Partner> m_marks;
    std::optional<ButtonSpec> m_end;
    float m_high, m_width, m_wide = 0, m_end_wide = 0;
    float m_row = 0; // how high each row of segments is
    std::size_t m_columns = 1;
    bool m_apart = false; // no room for the segments beside the rest, which stands below them
};

}
