#include "ui/desk/desk_parts.hpp"
#include "ui/kit/when.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/pages.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

std::string footnote() {
    return tr("desk.note", "No answers or scores are shown on this board.");
}

ButtonSpec new_button() {
    return {.id = "new",
            .name = tr("desk.new", "New sitting"),
            .icon = Icon::plus,
            .action = model::action::NewSittingTapped{}};
}
ButtonSpec lock_button() {
    return {.id = "lock",
            .name = tr("desk.lock", "Lock"),
            .look = ButtonLook::quiet_with_line,
            .icon = Icon::lock,
            .action = model::action::LockTapped{}};
}

ButtonSpec codes_button() {
    return {.id = "codes",
            .name = tr("desk.codes", "Somebody forgot their own code"),
            .look = ButtonLook::quiet_with_line,
            .icon = Icon::key,
            .action = model::action::CodesTapped{}};
}
ButtonSpec short_codes_button() {
    auto spec = codes_button();
    spec.name = tr("desk.codes-short", "Forgotten code");
    return spec;
}
ButtonSpec list_button() {
    return {.id = "day-list",
            .name = tr("day-list.title", "Today's list"),
            .look = ButtonLook::quiet_with_line,
            .icon = Icon::download,
            .action = model::action::DayListTapped{}};
}

std::string none_words() {
    return tr("desk.none", "No sittings are planned. Begin with New sitting.");
}

// What stands at the foot, with the ways between pages, leaves room for their words.
bool foot_fits(const Page& page, const ButtonSpec& codes) {
    float width = 64;
    for (const auto& spec : {codes, list_button(), lock_button()})
        width += page.fit_button(spec).w;
    const auto turned = pager_of(1, 3);
    width += page.fit_button(earlier_of(turned)).w + 8 + page.fit_button(later_of(turned)).w;
    return width <= page.inner().w;
}

// At the foot of the table: what is seldom needed at the left, Lock at the right, and what there is room for between.
void draw_foot(Page& page, Rect foot, std::size_t shown, std::size_t pages) {
    const auto place = [&](Rect at, const ButtonSpec& spec) {
        page.button({at.x, foot.y + (foot.h - at.h) / 2, at.w, at.h}, spec);
    };
    const auto size_of = [&](const ButtonSpec& spec) {
        return Size{page.fit_button(spec).w, std::max(56.f, page.type(Style::body).line + 16)};
    };
    float left = foot.x, right = foot.right();
    const auto lock = lock_button();
    const auto lock_size = size_of(lock);
    right -= lock_size.w;
    place({right, foot.y, lock_size.w, lock_size.h}, lock);
    right -= 16;
    const bool whole = foot_fits(page, codes_button());
    for (const auto& spec : {whole ? codes_button() : short_codes_button(), list_button()}) {
        const auto size = size_of(spec);
        place({left, foot.y, size.w, size.h}, spec);
        left += size.w + 16;
    }
    if (pages > 1) {
        draw_pager(page, {left, foot.y + (foot.h - turner_height(page)) / 2, right - left, turner_height(page)},
                   pager_of(shown, pages));
        return;
    }
    const float height = page.text_height(footnote(), right - left - 16, Style::small);
    if (height > foot.h) return;
    page.text({left + 8, foot.y + (foot.h - height) / 2, right - left - 16, 0}, footnote(),
              {.style = Style::small, .color = page.color.soft, .align = Align::center});
}

// Tiles, the table with as many lines as there is room for, the ways from it below.
void draw_as_table(Page& page, const model::screen::Desk& screen, float top) {
    const auto inner = page.inner();
    Flow above(page, inner.w);
    add_tiles(page, above, screen.board);
    add_notice(page, above, screen.notice);
    const float y = above.height() == 0 ? top : above.draw_page({inner.x, top, inner.w, 1e6f}, 0) + 16;
    const float foot_high = std::max(std::max(56.f, page.type(Style::body).line + 16), turner_height(page));
    const Rect foot{inner.x, inner.bottom() - foot_high, inner.w, foot_high};
    const float room = foot.y - 16 - y;

    const auto all = lines_of(screen.board, page.view.now.wall);
    std::vector<std::span<const BoardLine>> sheets;
    for (auto left = std::span(all); !left.empty();) {
        sheets.push_back(left.first(lines_that_fit(page, left, room)));
        left = left.subspan(sheets.back().size());
    }
    if (sheets.empty()) sheets.emplace_back();
    const auto shown = shown_page(screen.page, sheets.size());
    const float ends = draw_table(page, screen.board, {inner.x, y, inner.w, 0}, sheets[shown]);
    if (all.empty())
        page.text({inner.x + 32, ends + 24, inner.w - 64, 0}, none_words(),
                  {.style = Style::body, .color = page.color.soft});
    draw_foot(page, foot, shown, sheets.size());
}

// What stands below the cards on each of their pages, in one row or in two: Lock, the ways between pages, and, where
// its short name has room beside them, the way for who forgot a code, which is asked for while somebody waits.
class CardsFoot {
public:
    explicit CardsFoot(Page& page) : m_page(page), m_lock(lock_button()), m_codes(short_codes_button()) {
        const auto inner = page.inner();
        m_lock_wide = std::min(page.fit_button(m_lock).w, inner.w);
        m_high = std::max(page.button_height(m_lock, m_lock_wide), turner_height(page));
        const auto turned = pager_of(98, 99);
        const float short_ways = short_pager_width(page, turned, m_high);
        m_codes_wide = page.fit_button(m_codes).w;
        m_has_codes = m_codes_wide + 24 + short_ways + 24 + m_lock_wide <= inner.w;
        const float ways = page.fit_button(earlier_of(turned)).w + 8 + page.fit_button(later_of(turned)).w;
        m_shares = m_has_codes || ways + 24 + m_lock_wide <= inner.w;
        m_top_of_lock = inner.bottom() - m_high;
    }

    bool has_codes() const { return m_has_codes; }
    float top(bool turns) const { return turns && !m_shares ? m_top_of_lock - m_high - 12 : m_top_of_lock; }

    void draw(std::size_t shown, std::size_t pages) {
        const auto inner = m_page.inner();
        const Rect lock{inner.right() - m_lock_wide, m_top_of_lock, m_lock_wide, m_high};
        float left = inner.x;
        if (m_has_codes) {
            m_page.button({left, m_top_of_lock, m_codes_wide, m_high}, m_codes);
            left += m_codes_wide + 24;
        }
        const float right = m_shares ? lock.x - 24 : inner.right();
        if (pages > 1 && m_has_codes)
            draw_short_pager(m_page, {left, m_top_of_lock, right - left, m_high}, pager_of(shown, pages));
        else if (pages > 1)
            draw_pager(m_page, {left, top(true), right - left, m_high}, pager_of(shown, pages));
        m_page.button(lock, m_lock);
    }

private:
    Page& m_page;
    ButtonSpec m_lock, m_codes;
    float m_lock_wide = 0, m_codes_wide = 0, m_high = 0, m_top_of_lock = 0;
    bool m_has_codes = false, m_shares = false;
};

void draw_as_cards(Page& page, const model::screen::Desk& screen, float top) {
    const auto inner = page.inner();
    CardsFoot foot(page);
    Flow flow(page, inner.w);
    add_notice(page, flow, screen.notice);
    add_tiles(page, flow, screen.board);
    if (screen.board.rows.empty()) flow.text(none_words(), {.style = Style::body, .color = page.color.soft}, 16);
    for (const auto& line : lines_of(screen.board, page.view.now.wall)) {
        if (line.row != nullptr) {
            add_board_card(page, flow, screen.board, *line.row);
            continue;
        }
        flow.text(line.band, {.style = Style::small, .weight = Weight::bold, .color = page.color.soft}, 8,
                  Role::heading);
        flow.stay_with_next();
    }
    for (const auto& spec : {codes_button(), list_button()})
        if (spec.id != "codes" || !foot.has_codes())
            flow.block(
                std::max(56.f, page.button_height(spec, flow.width())),
                [&page, spec](Rect at) { page.button(at, spec); }, 12);
    flow.text(footnote(), {.style = Style::small, .color = page.color.soft});
    const bool one = flow.fits(foot.top(false) - 16 - top);
    const Rect room{inner.x, top, inner.w, foot.top(!one) - 16 - top};
    const auto pages = one ? 1 : flow.pages(room.h), shown = shown_page(screen.page, pages);
    flow.draw_page(room, shown);
    foot.draw(shown, pages);
}

}

void add_notice(Page& page, Flow& flow, const core::Message& notice) {
    if (!notice.empty())
        flow.text(notice.words(), {.style = Style::body, .weight = Weight::bold, .color = page.color.action}, 12,
                  Role::status);
}

void draw_desk(Page& page, const model::screen::Desk& screen) {
    if (screen.open_row) {
        for (const auto& row : screen.board.rows)
            if (row.sitting == *screen.open_row) return draw_row_page(page, screen, row);
    }
    switch (screen.shown) {
    case model::screen::DeskPage::checks:
        return draw_checks_page(page, screen);
    case model::screen::DeskPage::forgotten_codes:
        return draw_codes_page(page, screen);
    case model::screen::DeskPage::board:
        break;
    }
    page.staff_header(tr("desk.title", "Front desk"),
                      page.text_at_least(150) ? clock_words(page.view.now.wall) : now_words(page.view.now.wall),
                      new_button());
    const float top = std::max(page.header_bottom(), page.portrait() ? 168.f : 104.f);
    if (table_fits(page, screen.board) && foot_fits(page, short_codes_button()))
        draw_as_table(page, screen, top);
    else
        draw_as_cards(page, screen, top);
}

}
