#include "model/case/caseload.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/pages.hpp"
#include "ui/screens.hpp"
#include "ui/therapist/case_parts.hpp"
#include "ui/therapist/caseload_rows.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

// To be read with a couple: what is theirs is locked before it opens.
ButtonSpec read_button() {
    return {.id = "read",
            .name = tr("caseload.read", "Explanations"),
            .look = ButtonLook::quiet_with_line,
            .icon = Icon::book,
            .action = model::action::ReadTapped{}};
}

ButtonSpec figures_button() {
    return {.id = "figures",
            .name = tr("caseload.figures", "Figures"),
            .look = ButtonLook::quiet_with_line,
            .action = model::action::FiguresTapped{}};
}

ButtonSpec search_button() {
    return {.id = "search",
            .name = tr("caseload.search", "Search by name or chart code"),
            .icon = Icon::search,
            .action = model::action::SearchTapped{}};
}

std::string counted(const std::string& name, std::size_t count) {
    return fill(tr("caseload.counted", "{name}, {count}"), {{"name", name}, {"count", std::to_string(count)}});
}

std::vector<Page::Segment> filters(const Page& page, const model::screen::Caseload& screen) {
    using enum model::CaseFilter;
    const auto years = page.state.practice->retention_years;
    const auto now = page.view.now.wall;
    std::vector<Page::Segment> segments;
    const auto add = [&](const std::string& id, const std::string& name, model::CaseFilter filter) {
        segments.push_back({.id = "filter:" + id,
                            .name = counted(name, model::count_in(*screen.cases, filter, now, years)),
                            .on = screen.filter == filter,
                            .action = model::action::FilterChosen{filter}});
    };
    add("all", tr("caseload.all", "All"), all);
    add("unread", tr("caseload.unread", "Unread"), unread);
    add("week", tr("caseload.week", "This week"), this_week);
    add("asked", tr("caseload.asked", "A word"), asked);
    if (years > 0) add("overdue", tr("caseload.overdue", "Past keeping time"), overdue);
    return segments;
}

float row_height(const Page& page) {
    return std::max(64.f, page.type(Style::heading).line + 24);
}

// As few rows as their words allow; returns the bottom. Null: measured only.
float place_filters(Page* page, const Page& measure, const std::vector<Page::Segment>& segments, Rect at) {
    float widest = 0;
    for (const auto& segment : segments)
        widest = std::max(widest, measure.segments_width({&segment, 1}, 32));
    std::size_t columns = segments.size();
    if (measure.segments_width(segments, 32) > at.w)
        while (columns > 1 && (columns == segments.size() || widest * static_cast<float>(columns) > at.w))
            columns = (columns + 1) / 2;
    const float high = row_height(measure);
    float y = at.y;
    for (std::size_t begin = 0; begin < segments.size(); begin += columns, y += high)
        if (page != nullptr)
            page->segments({at.x, y, at.w, high},
                           std::span(segments).subspan(begin, std::min(columns, segments.size() - begin)));
    return y;
}

void draw_search_field(Page& page, const model::screen::Caseload& screen, Rect at) {
    const auto name = tr("caseload.search", "Search by name or chart code");
    const bool short_words = page.text_width(name, Style::heading) + 96 + page.icon_size() > at.w;
    page.writing_box(at, screen.search, screen.typing, "search", name,
                     short_words ? tr("caseload.search-short", "Search") : name, model::action::SearchTapped{});
    if (!screen.search.text.empty()) return;
    const float icon = page.icon_size();
    page.icon({at.right() - 24 - icon, at.center().y - icon / 2, icon, icon}, Icon::search, page.color.soft);
}

// The search field and the filters; returns the bottom.
float draw_search(Page& page, const model::screen::Caseload& screen) {
    const auto inner = page.inner();
    const float high = row_height(page);
    if (screen.typing && !page.portrait() && page.text_at_least(125)) { // room is short
        draw_search_field(page, screen, {inner.x, 24, page.corner(false, lock_button()) - 24 - inner.x, high});
        return 24 + high;
    }
    page.staff_header(tr("caseload.title", "Caseload"), screen.therapist.name, lock_button());
    const Rect row{inner.x, page.header_bottom() + 4, inner.w, high};
    if (screen.typing) {
        draw_search_field(page, screen, row);
        return row.bottom();
    }
    // In large letters what went wrong needs the room of the filters.
    if (!screen.problem.empty() && !page.portrait() && page.text_at_least(150)) {
        draw_search_field(page, screen, row);
        return row.bottom();
    }
    const auto segments = filters(page, screen);
    // Beside each other, lying with an icon in the field's place before the filters take a row from the couples.
    for (const float field : {row.w * 0.42f, row.w * 0.34f, high}) {
        const bool by_icon = field == high;
        if (by_icon && (page.portrait() || !screen.search.text.empty())) break;
        const float gap = by_icon ? 12 : 24;
        const Rect beside{row.x + field + gap, row.y, row.w - field - gap, high};
        if (place_filters(nullptr, page, segments, beside) > beside.bottom()) continue;
        if (by_icon)
            page.icon_button({row.x, row.y, high, high}, search_button());
        else
            draw_search_field(page, screen, {row.x, row.y, field, high});
        return place_filters(&page, page, segments, beside);
    }
    draw_search_field(page, screen, row);
    return place_filters(&page, page, segments, {row.x, row.bottom() + 12, row.w, 0});
}

// The ways out of the list stand above those to its other pages where a row has no room for both.
bool is_stacked(const Page& page) {
    return page.portrait() || page.text_at_least(150);
}

// Explanations, figures, when it locks, which rows are shown, Earlier and Later.
float foot_height(const Page& page) {
    return std::max(
        {turner_height(page), page.fit_button(read_button()).h, is_stacked(page) ? 2 * turner_height(page) + 12 : 0.f});
}

void draw_foot(Page& page, const model::screen::Caseload& screen, const ShownRows& shown, Rect at,
               bool one_row = false) {
    const auto read = page.fit_button(read_button()), figures = page.fit_button(figures_button());
    const bool stacked = !one_row && is_stacked(page);
    const auto turned = pager_of(1, 3);
    const float ways = page.fit_button(earlier_of(turned)).w + 8 + page.fit_button(later_of(turned)).w;
    const bool with_explanations = !one_row || read.w + 12 + figures.w + 24 + ways <= at.w;
    const float high = turner_height(page);
    const Rect first{at.x, at.bottom() - high - (stacked ? high + 12 : 0), at.w, high};
    float x = first.x;
    if (with_explanations) {
        page.button({x, first.y, std::min(read.w, first.w), high}, read_button());
        x += read.w + 12;
    }
    page.button({x, first.y, std::min(figures.w, first.right() - x), high}, figures_button());
    x += figures.w + 24;
    const auto locks = locks_words(page);
    const float note = page.text_width(locks, Style::small);
    if (!one_row && x - first.x + note <= first.w * (stacked ? 1.f : 0.45f))
        page.text({x, first.center().y - page.type(Style::small).line / 2, note + 2, 0}, locks,
                  {.style = Style::small, .color = page.color.soft}, Role::status);
    const auto count = screen.found.size();
    const bool all = shown.begin == 0 && shown.end >= count;
    if (all || count == 0) return;
    Pager pager{.words =
                    fill(tr("caseload.range", "{from} to {to} of {count}"), {{"from", std::to_string(shown.begin + 1)},
                                                                             {"to", std::to_string(shown.end)},
                                                                             {"count", std::to_string(count)}})};
    if (shown.begin > 0) pager.earlier = model::action::ListPaged{shown.before};
    if (shown.end < count) pager.later = model::action::ListPaged{shown.end};
    const float left = stacked ? at.x : with_explanations && one_row ? x : std::max(x, at.x + at.w * 0.48f);
    draw_pager(page, {left, at.bottom() - high, at.right() - left, high}, pager);
}

void draw_count(Page& page, const model::screen::Caseload& screen, Rect at) {
    page.text(at,
              fill(trn("caseload.found", "1 couple found", "{count} couples found",
                       static_cast<long long>(screen.found.size())),
                   {{"count", std::to_string(screen.found.size())}}),
              {.style = Style::body, .color = page.color.soft}, Role::status);
}

void draw_list(Page& page, const model::screen::Caseload& screen, Rect room) {
    float foot = screen.typing ? 0 : foot_height(page) + 16;
    // Rows need their room more than the explanations do, which open from Welcome as well.
    constexpr float least_rows = 230;
    const bool crowded = !screen.typing && (room.h - foot < least_rows || (!page.portrait() && is_stacked(page)));
    if (crowded) foot = turner_height(page) + 16;
    const Rect rows{room.x, room.y, room.w, room.h - foot};
    const auto shown = rows_in(page, screen, rows);
    const bool whole = shown.end > shown.begin;
    // While the keyboard is up there may be no room for one row.
    if (screen.typing && (rows.h < 120 || !whole)) return draw_count(page, screen, room);
    draw_rows_in(page, screen, shown, rows);
    if (!screen.typing) draw_foot(page, screen, shown, {room.x, room.bottom() - foot + 16, room.w, foot - 16}, crowded);
}

}

void draw_caseload(Page& page, const model::screen::Caseload& screen) {
    const auto inner = page.inner();
    float y = draw_search(page, screen) + 16;
    if (!screen.problem.empty() && !screen.typing)
        y += 16 + page.text({inner.x, y, inner.w, 0}, screen.problem.words(),
                            {.weight = Weight::bold, .color = page.color.alert}, Role::status);
    const float bottom = screen.typing ? page.keyboard_top() - 16 : inner.bottom();
    if (screen.found.empty()) {
        page.text({inner.x, y, inner.w, 0},
                  screen.cases->empty() ? tr("caseload.none", "There is no couple here yet.")
                                        : tr("caseload.no-match", "No couple matches."),
                  {.style = Style::heading, .color = page.color.soft}, Role::status);
        if (!screen.typing) {
            const float foot = foot_height(page);
            draw_foot(page, screen, {}, {inner.x, bottom - foot, inner.w, foot});
        }
    } else {
        draw_list(page, screen, {inner.x, y, inner.w, bottom - y});
    }
    if (screen.typing) page.keyboard(screen.keyboard, tr("caseload.done", "Done"));
}

}
