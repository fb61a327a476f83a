#include "ui/therapist/caseload_rows.hpp"
#include "chart/trend_lines.hpp"
#include "ui/kit/chart_canvas.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/layout/rows.hpp"
#include "ui/therapist/caseload_words.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ui {
namespace {

using model::CaseSummary;

const CaseSummary& row_of(const model::screen::Caseload& screen, std::size_t row) {
    return (*screen.cases)[screen.found[row]];
}

model::SessionSigns signs_of(const model::screen::Caseload& screen, const CaseSummary& summary) {
    const auto found = screen.glances.find(summary.id);
    return found == screen.glances.end() ? model::SessionSigns() : found->second.session;
}

constexpr float inset = 24, gap = 16, head = 48, between_pills = 8;
constexpr float glance_high = 48, glance_above_tag = 40; // so that a tag makes no row higher

// Columns: couple, last visit, not yet read, who would like a word, the alliance over time.
struct Table {
    std::array<float, 5> x{}, width{};
    bool fits = false;
};

std::array<std::string, 5> column_names() {
    return {tr("caseload.column-couple", "Couple"), tr("caseload.column-day", "Last visit"),
            tr("caseload.column-unread", "Not yet read"), tr("caseload.column-word", "Would like a word"),
            tr("caseload.column-trend", "Alliance")};
}

Table table_of(const Page& page, float width) {
    constexpr std::array shares{0.252f, 0.132f, 0.36f, 0.14f, 0.116f}; // three pills beside each other
    Table table;
    const float room = width - 2 * inset - page.icon_size() - 5 * gap;
    float x = inset;
    table.fits = !page.portrait() && !page.text_at_least(150);
    const auto names = column_names();
    for (std::size_t i = 0; i < shares.size(); ++i) {
        table.x[i] = x;
        table.width[i] = std::floor(room * shares[i]);
        x += table.width[i] + gap;
        table.fits = table.fits && page.text_width(names[i], Style::small, Weight::bold) <= table.width[i];
    }
    return table;
}

// Pills beside each other, in as many rows as the width asks for.
float place_pills(Page* page, const Page& measure, std::span<const Page::PillSpec> pills, Rect at) {
    float x = at.x, y = at.y, line = 0;
    for (const auto& pill : pills) {
        const auto size = measure.pill_size(pill);
        if (x > at.x && x + size.w > at.right()) {
            x = at.x;
            y += line + between_pills;
        }
        if (page != nullptr) page->pill({x, y}, pill);
        x += size.w + between_pills;
        line = size.h;
    }
    return y + line - at.y;
}

bool pills_fit(const Page& page, std::span<const Page::PillSpec> pills, float width) {
    return std::ranges::all_of(pills, [&](const auto& pill) { return page.pill_size(pill).w <= width; });
}

// The chart code, where the couple is named, and what of their private answers was opened.
float below_names(const Page& page, const Table& table, const CaseSummary& summary) {
    float height = 0;
    if (title_of(summary) != summary.chart_code)
        height += page.text_height(summary.chart_code, table.width[0], Style::small);
    if (const auto line = private_line(summary); !line.empty())
        height += page.text_height(line, table.width[0], Style::small);
    return height;
}

std::optional<float> table_height(const Page& page, const Table& table, const CaseSummary& summary) {
    const auto unread = unread_pills(page, summary), wishes = wish_pills(page, summary);
    if (!words_fit(page, title_of(summary), table.width[0], Style::heading, Weight::bold)) return std::nullopt;
    if (!pills_fit(page, unread, table.width[2]) || !pills_fit(page, wishes, table.width[3])) return std::nullopt;
    const float names = page.text_height(title_of(summary), table.width[0], Style::heading, Weight::bold) +
                        below_names(page, table, summary);
    const float day = page.text_height(day_of(page, summary), table.width[1], Style::body);
    const float pills = std::max(place_pills(nullptr, page, unread, {0, 0, table.width[2], 0}),
                                 place_pills(nullptr, page, wishes, {0, 0, table.width[3], 0}));
    return std::max({96.f, names + 16, day + 24, pills + 16});
}

// What the forms after the session say; a pill where it is narrow enough for the column.
float place_tag(Page* page, const Page& measure, const std::string& tag, Rect at, Color paper) {
    if (tag.empty()) return 0;
    const Page::PillSpec pill{
        .name = tag, .ink = measure.color.ink, .paper = measure.color.bg, .outline = measure.color.line, .bar = {}};
    if (measure.pill_size(pill).w <= at.w) return place_pills(page, measure, {&pill, 1}, at);
    if (page != nullptr)
        page->text({at.x, at.y, at.w, 0}, tag, {.style = Style::small, .weight = Weight::bold, .paper = paper});
    return measure.text_height(tag, at.w, Style::small, Weight::bold);
}

void draw_glance(Page& page, const model::screen::Caseload& screen, const CaseSummary& summary, Rect at, Color paper) {
    const auto found = screen.glances.find(summary.id);
    if (found == screen.glances.end()) return;
    const auto tag = session_tag(found->second.session);
    const float below = place_tag(nullptr, page, tag, at, paper), high = tag.empty() ? glance_high : glance_above_tag;
    const bool drawn = !found->second.points.empty();
    const float top = at.center().y - ((drawn ? high : 0) + below) / 2;
    place_tag(&page, page, tag, {at.x, top + (drawn ? high : 0), at.w, 0}, paper);
    if (!drawn) return;
    ChartCanvas canvas(page, {at.x, top}, paper);
    chart::draw_sparkline(canvas, found->second, {0, 0, at.w / canvas.growth(), high / canvas.growth()},
                          chart_colors(page));
}

void draw_table_row(Page& page, const model::screen::Caseload& screen, const Table& table, const CaseSummary& summary,
                    Rect at) {
    const auto id = "case:" + std::to_string(summary.id.value);
    const auto paper = page.view.pressed == id ? page.color.sunk : page.color.surface;
    const auto title = title_of(summary);
    if (page.view.pressed == id) page.box(at.inset(2, 2), paper, 20);
    page.add({.id = id,
              .role = Role::row,
              .name = title,
              .value = about(page, summary, signs_of(screen, summary)),
              .rect = at,
              .action = model::action::CaseChosen{summary.id},
              .ink = page.color.ink,
              .paper = paper,
              .frame = at.inset(12, 12),
              .round = 20});
    const auto place = [&](std::size_t column, float height) {
        return Rect{at.x + table.x[column], at.center().y - height / 2, table.width[column], 0};
    };

    const auto unread = unread_pills(page, summary), wishes = wish_pills(page, summary);
    const auto weight = unread.empty() ? Weight::regular : Weight::bold;
    const float name = page.text_height(title, table.width[0], Style::heading, weight);
    const auto first = place(0, name + below_names(page, table, summary));
    page.text(first, title, {.style = Style::heading, .weight = weight, .paper = paper});
    const TextLook small{.style = Style::small, .color = page.color.soft, .paper = paper};
    float below = first.y + name;
    if (title != summary.chart_code) below += page.text({first.x, below, first.w, 0}, summary.chart_code, small);
    if (const auto line = private_line(summary); !line.empty()) page.text({first.x, below, first.w, 0}, line, small);
    const auto day = day_of(page, summary);
    page.text(place(1, page.text_height(day, table.width[1], Style::body)), day,
              {.style = Style::body, .paper = paper});
    if (unread.empty())
        page.text(place(2, page.type(Style::body).line), tr("caseload.nothing-new", "None"),
                  {.style = Style::body, .color = page.color.soft, .paper = paper});
    else
        place_pills(&page, page, unread, place(2, place_pills(nullptr, page, unread, place(2, 0))));
    place_pills(&page, page, wishes, place(3, place_pills(nullptr, page, wishes, place(3, 0))));
    draw_glance(page, screen, summary, {at.x + table.x[4], at.y, table.width[4], at.h}, paper);
    const float icon = page.icon_size();
    page.icon({at.right() - inset - icon, at.center().y - icon / 2, icon, icon}, Icon::next, page.color.soft);
}

// Standing there is room for all of it. Lying, where a page would hold one couple or two, a card says what is new and
// what was not opened; the rest is said aloud and stands in the case. A card may be higher than the page: then it says
// less.
ChoiceSpec card_of(const Page& page, const model::screen::Caseload& screen, const CaseSummary& summary, Rect room) {
    const bool wish = summary.wish_a || summary.wish_b || summary.wish_joint;
    ChoiceSpec card{.id = "case:" + std::to_string(summary.id.value),
                    .name = title_of(summary),
                    .words = about(page, summary, signs_of(screen, summary)),
                    .who = {},
                    .icon = wish ? Icon::speech : Icon::person,
                    .action = model::action::CaseChosen{summary.id}};
    if (!page.portrait() || page.text_at_least(175)) {
        card.close = true;
        card.beside = day_in_short(page, summary);
        card.spoken = std::exchange(card.words, about_in_short(page, summary, signs_of(screen, summary)));
    }
    if (choice_height(page, card, room.w) > room.h)
        card.words = about_in_short(page, summary, signs_of(screen, summary));
    if (choice_height(page, card, room.w) > room.h) card.words.clear();
    return card;
}

// Heights as far as they are asked for: a caseload may have ten thousand rows.
class Heights {
public:
    Heights(const Page& page, const model::screen::Caseload& screen, Rect room)
        : m_page(page), m_screen(screen), m_room(room), m_table(table_of(page, room.w)) {}

    // From `first` on, or up to it; the table is given up when a row does not fit its columns.
    std::size_t forwards(std::size_t first, bool as_table) const {
        float left = room_for(as_table);
        std::size_t end = first;
        while (end < m_screen.found.size()) {
            const auto high = height(end, as_table);
            if (!high) return 0;
            left -= *high + (end > first && !as_table ? 8 : 0);
            if (left < 0 && end > first) break;
            ++end;
            if (left < 0) break;
        }
        return end;
    }
    std::size_t backwards(std::size_t end, bool as_table) const {
        float left = room_for(as_table);
        std::size_t begin = end;
        while (begin > 0) {
            const auto high = height(begin - 1, as_table);
            left -= high.value_or(96) + (begin < end && !as_table ? 8 : 0);
            if (left < 0 && begin < end) break;
            --begin;
            if (left < 0) break;
        }
        return begin;
    }
    std::optional<float> height(std::size_t row, bool as_table) const {
        const auto& summary = row_of(m_screen, row);
        if (!as_table) return choice_height(m_page, card_of(m_page, m_screen, summary, m_room), m_room.w);
        if (!m_table.fits) return std::nullopt;
        return table_height(m_page, m_table, summary);
    }
    const Table& table() const { return m_table; }

private:
    float room_for(bool as_table) const { return m_room.h - (as_table ? head : 0); }
    const Page& m_page;
    const model::screen::Caseload& m_screen;
    Rect m_room;
    Table m_table;
};

void draw_table_head(Page& page, const Table& table, Rect at) {
    const auto names = column_names();
    const float y = at.y + (head - page.type(Style::small).line) / 2;
    for (std::size_t i = 0; i < names.size(); ++i)
        page.text(
            {at.x + table.x[i], y, table.width[i] + 1, 0}, names[i],
            {.style = Style::small, .weight = Weight::bold, .color = page.color.soft, .paper = page.color.surface});
}

}

ShownRows rows_in(const Page& page, const model::screen::Caseload& screen, Rect room) {
    const Heights heights(page, screen, room);
    ShownRows shown{.begin = std::min(screen.first, screen.found.empty() ? 0 : screen.found.size() - 1)};
    shown.end = heights.forwards(shown.begin, true);
    shown.as_table = shown.end > shown.begin;
    if (shown.as_table) {
        const auto first = heights.height(shown.begin, true);
        shown.as_table = first && *first + head <= room.h;
    }
    const auto as_cards = heights.forwards(shown.begin, false);
    // The table says more at a glance, until it makes one turn pages for every second couple.
    if (page.text_at_least(125) && as_cards - shown.begin >= 2 * (shown.end - shown.begin)) shown.as_table = false;
    if (!shown.as_table) shown.end = as_cards;
    shown.before = heights.backwards(shown.begin, shown.as_table);
    return shown;
}

void draw_rows_in(Page& page, const model::screen::Caseload& screen, const ShownRows& shown, Rect room) {
    const Heights heights(page, screen, room);
    float y = room.y;
    if (!shown.as_table) {
        for (auto row = shown.begin; row < shown.end; ++row) {
            const float high = heights.height(row, false).value_or(0);
            choice(page, {room.x, y, room.w, high}, card_of(page, screen, row_of(screen, row), room));
            y += high + 8;
        }
        return;
    }
    float height = head;
    for (auto row = shown.begin; row < shown.end; ++row)
        height += heights.height(row, true).value_or(0);
    page.card({room.x, room.y, room.w, height});
    draw_table_head(page, heights.table(), room);
    y += head;
    for (auto row = shown.begin; row < shown.end; ++row) {
        const float high = heights.height(row, true).value_or(0);
        page.line({room.x, y}, {room.right(), y}, page.color.line, 1);
        draw_table_row(page, screen, heights.table(), row_of(screen, row), {room.x, y, room.w, high});
        y += high;
    }
}

}
