#include "model/caseload.hpp"
#include "ui/screens.hpp"
#include "ui/screens/case_parts.hpp"
#include "ui/screens/rows.hpp"
#include "ui/screens/stack.hpp"
#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using Cases = std::vector<const model::CaseSummary*>;

std::string title_of(const model::CaseSummary& summary) {
    const auto couple = couple_words(summary.name_a, summary.name_b);
    return couple.empty() ? summary.chart_code : couple;
}

std::string day_of(const Page& page, const model::CaseSummary& summary) {
    return summary.last_visit ? visit_day(page, *summary.last_visit) : tr("caseload.no-visit", "No visit yet");
}

std::string visits_words(int count) {
    return fill(trn("caseload.visits", "1 visit", "{count} visits", count), {{"count", std::to_string(count)}});
}

std::string parts_words(int count) {
    return fill(trn("caseload.parts", "1 locked part", "{count} locked parts", count),
                {{"count", std::to_string(count)}});
}

std::string wish_name(const model::CaseSummary& summary, model::Role role) {
    const auto& name = role == model::Role::a ? summary.name_a : summary.name_b;
    if (!name.empty()) return name;
    return role == model::Role::a ? tr("couple.first-partner", "First partner")
                                  : tr("couple.second-partner", "Second partner");
}

std::vector<std::string> wishes(const model::CaseSummary& summary) {
    std::vector<std::string> names;
    if (summary.wish_a) names.push_back(wish_name(summary, model::Role::a));
    if (summary.wish_b) names.push_back(wish_name(summary, model::Role::b));
    return names;
}

std::string about(const Page& page, const model::CaseSummary& summary) {
    auto words = fill(tr("caseload.about", "{day}, {visits}, {parts}"), {{"day", day_of(page, summary)},
                                                                         {"visits", visits_words(summary.visits)},
                                                                         {"parts", parts_words(summary.sealed_parts)}});
    if (!summary.name_a.empty() || !summary.name_b.empty())
        words = fill(tr("caseload.coded", "{code}, {words}"), {{"code", summary.chart_code}, {"words", words}});
    for (const auto& name : wishes(summary))
        words =
            fill(tr("caseload.and-wish", "{words}. {wish}"),
                 {{"words", words}, {"wish", fill(tr("case.wish", "{name} would like a word."), {{"name", name}})}});
    return words;
}

// The list as a table. Columns: couple, last visit, visits, locked parts, who would like a word.
struct Table {
    std::array<float, 5> x{}, width{};
    bool fits = false;
    std::vector<float> heights;
};
constexpr float inset = 32, gap = 24, head = 48;

Page::PillSpec wish_pill(const Page& page, const std::string& name) {
    return {.name = name,
            .icon = Icon::speech,
            .ink = page.color.alert,
            .paper = page.color.alert_soft,
            .outline = {},
            .bar = {}};
}

std::array<std::string, 5> column_names() {
    return {tr("caseload.column-couple", "Couple"), tr("caseload.column-day", "Last visit"),
            tr("caseload.column-visits", "Visits"), tr("caseload.column-parts", "Locked parts"),
            tr("caseload.column-word", "Would like a word")};
}

Table table_of(const Page& page, const Cases& cases, float width) {
    constexpr std::array shares{0.34f, 0.18f, 0.09f, 0.13f, 0.26f};
    Table table;
    const float room = width - 2 * inset - page.icon_size() - 5 * gap;
    float x = inset;
    table.fits = !page.portrait() && !page.text_at_least(150);
    const auto names = column_names();
    for (std::size_t i = 0; i < shares.size(); ++i) {
        table.x[i] = x;
        table.width[i] = std::floor(room * shares[i]);
        x += table.width[i] + gap;
        table.fits = table.fits && page.text_width(names[i], Style::note, Weight::bold) <= table.width[i];
    }
    for (const auto* summary : cases) {
        float words = page.text_height(title_of(*summary), table.width[0], Style::heading, Weight::bold) +
                      page.type(Style::note).line;
        words = std::max(words, page.text_height(day_of(page, *summary), table.width[1], Style::body));
        float pills = 0;
        for (const auto& name : wishes(*summary)) {
            const auto size = page.pill_size(wish_pill(page, name));
            table.fits = table.fits && size.w <= table.width[4];
            pills += size.h + 8;
        }
        table.fits = table.fits && words_fit(page, title_of(*summary), table.width[0], Style::heading, Weight::bold);
        table.heights.push_back(std::max({96.f, words + 24, pills + 16}));
    }
    return table;
}

void draw_row(Page& page, const Table& table, const model::CaseSummary& summary, Rect at) {
    const auto id = "case:" + std::to_string(summary.id.value);
    const auto paper = page.view.pressed == id ? page.color.sunk : page.color.surface;
    const auto title = title_of(summary);
    if (page.view.pressed == id) page.box(at.inset(2, 2), paper, 20);
    page.add({.id = id,
              .role = Role::row,
              .name = title,
              .value = about(page, summary),
              .rect = at,
              .action = model::action::CaseChosen{summary.id},
              .ink = page.color.ink,
              .paper = paper});
    if (page.view.show_focus && page.view.focus == id) page.outline(at.inset(4, 4), page.color.action, 4, 20);
    const auto place = [&](std::size_t column, float height) {
        return Rect{at.x + table.x[column], at.center().y - height / 2, table.width[column], 0};
    };

    const bool named = title != summary.chart_code;
    const float name = page.text_height(title, table.width[0], Style::heading, Weight::bold);
    auto first = place(0, name + (named ? page.type(Style::note).line : 0));
    page.text(first, title, {.style = Style::heading, .weight = Weight::bold, .paper = paper});
    if (named)
        page.text({first.x, first.y + name, first.w, 0}, summary.chart_code,
                  {.style = Style::note, .color = page.color.soft, .paper = paper});
    const auto day = day_of(page, summary);
    page.text(place(1, page.text_height(day, table.width[1], Style::body)), day,
              {.style = Style::body, .paper = paper});
    const float line = page.type(Style::body).line;
    page.text(place(2, line), std::to_string(summary.visits), {.style = Style::body, .paper = paper});
    page.text(place(3, line), std::to_string(summary.sealed_parts), {.style = Style::body, .paper = paper});
    const auto names = wishes(summary);
    if (!names.empty()) {
        const float pill = page.pill_size(wish_pill(page, names.front())).h;
        float y = at.center().y - (static_cast<float>(names.size()) * (pill + 8) - 8) / 2;
        for (const auto& who : names) {
            page.pill({at.x + table.x[4], y}, wish_pill(page, who));
            y += pill + 8;
        }
    }
    const float icon = page.icon_size();
    page.icon({at.right() - inset - icon, at.center().y - icon / 2, icon, icon}, Icon::next, page.color.soft);
}

void draw_table(Page& page, const Table& table, const Cases& cases, PageRange shown, Rect at) {
    float height = head;
    for (auto i = shown.begin; i < shown.end; ++i)
        height += table.heights[i];
    page.card({at.x, at.y, at.w, height});
    const auto names = column_names();
    for (std::size_t i = 0; i < names.size(); ++i)
        page.text(
            {at.x + table.x[i], at.y + (head - page.type(Style::note).line) / 2, table.width[i] + 1, 0}, names[i],
            {.style = Style::note, .weight = Weight::bold, .color = page.color.soft, .paper = page.color.surface});
    float y = at.y + head;
    for (auto i = shown.begin; i < shown.end; ++i) {
        page.line({at.x, y}, {at.right(), y}, page.color.line, 1);
        draw_row(page, table, *cases[i], {at.x, y, at.w, table.heights[i]});
        y += table.heights[i];
    }
}

// The list as cards of two lines.
ChoiceSpec card_of(const Page& page, const model::CaseSummary& summary) {
    return {.id = "case:" + std::to_string(summary.id.value),
            .name = title_of(summary),
            .words = about(page, summary),
            .who = {},
            .icon = summary.wish_a || summary.wish_b ? Icon::speech : Icon::person,
            .action = model::action::CaseChosen{summary.id}};
}

void draw_cards(Page& page, const Cases& cases, std::span<const float> heights, PageRange shown, Rect at) {
    float y = at.y;
    for (auto i = shown.begin; i < shown.end; ++i) {
        choice(page, {at.x, y, at.w, heights[i]}, card_of(page, *cases[i]));
        y += heights[i] + 8;
    }
}

void draw_list(Page& page, const model::screen::Caseload& screen, const Cases& cases, Rect room) {
    const auto table = table_of(page, cases, room.w);
    const bool as_table = table.fits && table.heights.front() + head <= room.h;
    std::vector<float> heights = table.heights;
    if (!as_table)
        for (std::size_t i = 0; i < cases.size(); ++i)
            heights[i] = choice_height(page, card_of(page, *cases[i]), room.w);
    const float above = as_table ? head : 0, between = as_table ? 0 : 8;
    auto pages = pack(heights, between, room.h - above, room.h - above);
    const float turner = turner_height(page);
    const bool turning = pages.size() > 1 && !screen.typing;
    if (turning) pages = pack(heights, between, room.h - above - turner - 16, room.h - above - turner - 16);
    const auto shown = shown_page(screen.page, pages.size());
    const auto tallest =
        std::ranges::max(std::span(heights).subspan(pages[shown].begin, pages[shown].end - pages[shown].begin));
    if (screen.typing && tallest + above > room.h) {
        page.text(
            room,
            fill(trn("caseload.found", "1 couple found", "{count} couples found", static_cast<long long>(cases.size())),
                 {{"count", std::to_string(cases.size())}}),
            {.style = Style::body, .color = page.color.soft}, Role::status);
        return;
    }
    if (as_table)
        draw_table(page, table, cases, pages[shown], room);
    else
        draw_cards(page, cases, heights, pages[shown], room);
    if (turning) draw_turner(page, {room.x, room.bottom() - turner, room.w, turner}, shown, pages.size(), screen.page);
}

// To be read with a couple: what is theirs is locked before it opens.
ButtonSpec read_button() {
    return {.id = "read",
            .name = tr("caseload.read", "Explanations"),
            .look = ButtonLook::quiet_with_line,
            .icon = Icon::book,
            .action = model::action::ReadTapped{}};
}

// The search field, in one row with the corner while room is short; returns the bottom.
float draw_search(Page& page, const model::screen::Caseload& screen) {
    const auto inner = page.inner();
    const float height = std::max(64.f, page.type(Style::heading).line + 24);
    const auto name = tr("caseload.search", "Search by name or chart code");
    const auto locks = locks_words(page);
    Rect at{inner.x, 0, inner.w, height};
    Size below{};
    if (screen.typing && !page.portrait() && page.text_at_least(125)) {
        at.w = page.corner(false, lock_button()) - 24 - at.x;
        at.y = 24;
    } else {
        page.staff_header(tr("caseload.title", "Caseload"), screen.therapist.name, lock_button());
        at.y = page.header_bottom() + 4;
        const float note = page.text_width(locks, Style::note);
        float beside = 0;
        if (!screen.typing) {
            const auto read = page.fit_button(read_button());
            beside = read.w + 16;
            if (beside <= inner.w * 0.4f)
                page.button({inner.right() - read.w, at.y + (height - read.h) / 2, read.w, read.h}, read_button());
            else
                beside = 0, below = read;
        }
        if (beside + note + 32 <= inner.w * 0.4f) {
            at.w = std::min(inner.w - beside - note - 32, 720.f);
            page.text(
                {inner.right() - beside - note - 1, at.y + (height - page.type(Style::note).line) / 2, note + 2, 0},
                locks, {.style = Style::note, .color = page.color.soft}, Role::status);
        } else {
            at.w -= beside;
        }
    }
    const bool short_words = page.text_width(name, Style::heading) + 96 + page.icon_size() > at.w;
    page.writing_box(at, screen.search, screen.typing, "search", name,
                     short_words ? tr("caseload.search-short", "Search") : name, model::action::SearchTapped{});
    if (screen.search.text.empty()) {
        const float icon = page.icon_size();
        page.icon({at.right() - 24 - icon, at.center().y - icon / 2, icon, icon}, Icon::search, page.color.soft);
    }
    if (below.h == 0) return at.bottom();
    page.button({inner.x, at.bottom() + 16, std::min(below.w, inner.w), below.h}, read_button());
    return at.bottom() + 16 + below.h;
}

}

void draw_caseload(Page& page, const model::screen::Caseload& screen) {
    const auto inner = page.inner();
    float y = draw_search(page, screen) + 16;
    if (!screen.problem.empty() && !screen.typing) {
        const auto line = alert_line(page, screen.problem.words());
        y = draw_stack(page, {inner.x, y, inner.w, 0}, {&line, 1}) + 16;
    }
    Cases cases;
    for (const auto index : model::matching_cases(screen.cases, screen.search.text))
        cases.push_back(&screen.cases[index]);
    const float bottom = screen.typing ? page.keyboard_top() - 16 : inner.bottom();
    if (cases.empty())
        page.text({inner.x, y, inner.w, 0},
                  screen.cases.empty() ? tr("caseload.none", "There is no couple here yet.")
                                       : tr("caseload.no-match", "No couple matches."),
                  {.style = Style::heading, .color = page.color.soft}, Role::status);
    else
        draw_list(page, screen, cases, {inner.x, y, inner.w, bottom - y});
    if (screen.typing) page.keyboard(screen.keyboard, tr("caseload.done", "Done"));
}

}
