#include "ui/layout/tab_row.hpp"
#include "ui/layout/pages.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float gap = 16;

float mark_radius(const Page& page) {
    return page.icon_size() * 0.36f;
}

}

TabRow::TabRow(Page& page, std::vector<Page::Segment> segments, float width, std::vector<model::Partner> marks,
               std::optional<ButtonSpec> end)
    : m_page(page), m_segments(std::move(segments)), m_marks(std::move(marks)), m_end(std::move(end)),
      m_high(std::max(page.portrait() ? 72.f : 56.f, std::ceil((page.type(Style::body).line + 16) / 8) * 8)),
      m_width(width) {
    float one = 0;
    const float beside = 32 + (m_marks.empty() ? 0 : 2 * (page.icon_size() + 16));
    for (const auto& segment : m_segments)
        one = std::max(one, page.text_width(segment.name, Style::body, Weight::bold) + beside);
    if (m_end) m_end_wide = std::min(page.fit_button(*m_end).w, width);
    float room = width - ways_width() - gap - (m_end ? m_end_wide + gap : 0);
    const auto count = static_cast<float>(m_segments.size());
    // Each as wide as its own words, where marks do not have them stand in the middle of equal halves.
    const float least = m_marks.empty() ? page.segments_width(m_segments, 32) : one * count;
    // In one row, even where the ways to the other pages then stand below them.
    m_apart = least > room;
    if (m_apart) room = width;
    m_columns = std::max<std::size_t>(1, m_segments.size());
    while (m_columns > 1 && (m_columns == m_segments.size() ? least : one * static_cast<float>(m_columns)) > room)
        m_columns = (m_columns + 1) / 2;
    m_wide = std::min(room, std::ceil(one / 8) * 8 * static_cast<float>(m_columns));
    m_row = m_high;
    if (m_columns > 1) return;
    for (const auto& segment : m_segments) // a name may be longer than the row
        m_row = std::max(m_row, page.text_height(segment.name, m_wide - beside, Style::body, Weight::bold) + 16);
}

float TabRow::segments_height() const {
    return m_row * static_cast<float>((m_segments.size() + m_columns - 1) / m_columns);
}

float TabRow::height() const {
    return m_apart ? segments_height() + 8 + m_high : std::max(m_high, segments_height());
}

float TabRow::count_width() const {
    return m_page.text_width(fill(tr("pages.count", "{page} of {pages}"), {{"page", "88"}, {"pages", "88"}}),
                             Style::small) +
           16;
}

float TabRow::ways_width() const {
    return 2 * m_high + count_width();
}

void TabRow::draw_segments(Point at) const {
    for (std::size_t begin = 0; begin < m_segments.size(); begin += m_columns, at.y += m_row) {
        const auto first = m_page.tree.widgets.size();
        const auto row = std::span(m_segments).subspan(begin, std::min(m_columns, m_segments.size() - begin));
        m_page.segments({at.x, at.y, m_wide, m_row}, row);
        for (std::size_t i = 0; i < row.size() && begin + i < m_marks.size(); ++i) {
            const auto& label = m_page.tree.widgets[first + i].label;
            const float radius = mark_radius(m_page);
            const auto mark = m_marks[begin + i];
            m_page.partner_mark({label.x - 12 - radius, label.center().y}, radius, mark,
                                m_page.mark_color(mark, row[i].on));
        }
    }
}

void TabRow::draw(Point at, std::size_t shown, std::size_t count) const {
    if (!m_segments.empty()) draw_segments(at);
    if (m_apart) at.y += segments_height() + 8;
    float right = at.x + m_width;
    if (m_end) {
        m_page.button({right - m_end_wide, at.y, m_end_wide, m_high}, *m_end);
        right -= m_end_wide + gap;
    }
    if (count < 2) return;
    const auto pager = pager_of(shown, count);
    const float x = right - ways_width(), line = m_page.type(Style::small).line;
    draw_arrow(m_page, {x, at.y, m_high, m_high}, earlier_of(pager));
    m_page.text({x + m_high, at.y + (m_high - line) / 2, count_width(), 0}, pager.words,
                {.style = Style::small, .color = m_page.color.soft, .align = Align::center}, Role::status);
    draw_arrow(m_page, {right - m_high, at.y, m_high, m_high}, later_of(pager));
}

}
