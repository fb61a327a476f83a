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
    return tr("desk.note", "Parking keeps what was sealed, saves what was started, and returns the screen to Welcome. "
                           "No answers or scores are shown on this board.");
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

void add_notice(Page& page, Flow& flow, const core::Message& notice) {
    if (!notice.empty())
        flow.text(notice.words(), {.style = Style::body, .weight = Weight::bold, .color = page.color.action}, 12,
                  Role::status);
}

// Tiles, the table with as many rows as there is room for, the sentence below.
void draw_as_table(Page& page, const model::screen::Desk& screen, float top) {
    const auto inner = page.inner();
    const auto& rows = screen.board.rows;
    Flow above(page, inner.w);
    add_tiles(page, above, screen.board);
    add_notice(page, above, screen.notice);
    const float y = above.draw_page({inner.x, top, inner.w, 1e6f}, 0) + 24;

    const auto lock = lock_button();
    const auto lock_size = page.fit_button(lock);
    const float lock_height = std::max(48.f, lock_size.h);
    const float bottom_row = std::max(lock_height, turner_height(page));
    const float bottom_y = inner.bottom() - bottom_row;
    const auto capacity = static_cast<std::size_t>(std::max(1.f, (bottom_y - 16 - y - 48) / table_row_height(page)));
    const std::size_t pages = std::max<std::size_t>(1, (rows.size() + capacity - 1) / capacity);
    const auto shown = shown_page(screen.page, pages);
    const auto begin = std::min(rows.size(), shown * capacity), end = std::min(rows.size(), begin + capacity);
    draw_table(page, screen.board, {inner.x, y, inner.w, 0}, begin, end);
    if (rows.empty())
        page.text({inner.x + 32, y + 72, inner.w - 64, 0},
                  tr("desk.none", "No sittings are planned. Begin with New sitting."),
                  {.style = Style::body, .color = page.color.soft});

    page.button({inner.right() - lock_size.w, bottom_y + (bottom_row - lock_height) / 2, lock_size.w, lock_height},
                lock);
    const float room = inner.w - lock_size.w - 24;
    if (pages > 1) {
        draw_pager(page, {inner.x, bottom_y, std::min(room, 560.f), turner_height(page)}, pager_of(shown, pages));
        return;
    }
    const float height = page.text_height(footnote(), room, Style::small);
    page.text({inner.x, bottom_y + (bottom_row - height) / 2, room, 0}, footnote(),
              {.style = Style::small, .color = page.color.soft});
}

void draw_as_cards(Page& page, const model::screen::Desk& screen, float top) {
    const auto inner = page.inner();
    const auto lock = lock_button();
    const float wide = std::min(page.fit_button(lock).w, inner.w);
    const float high = std::max(page.button_height(lock, wide), turner_height(page));
    // Lock and the ways to the other pages share a row where they fit: the sittings need the room of a second one.
    const auto turned = pager_of(1, 3);
    const float ways = page.fit_button(earlier_of(turned)).w + 8 + page.fit_button(later_of(turned)).w;
    const bool share = ways + 24 + wide <= inner.w;
    const float top_of_lock = inner.bottom() - high, top_of_ways = share ? top_of_lock : top_of_lock - high - 12;
    Flow flow(page, inner.w);
    add_notice(page, flow, screen.notice);
    add_tiles(page, flow, screen.board);
    if (screen.board.rows.empty())
        flow.text(tr("desk.none", "No sittings are planned. Begin with New sitting."),
                  {.style = Style::body, .color = page.color.soft}, 16);
    for (const auto& row : screen.board.rows)
        add_board_card(page, flow, screen.board, row);
    flow.text(footnote(), {.style = Style::small, .color = page.color.soft});
    const bool one = flow.fits(top_of_lock - 16 - top);
    const Rect room{inner.x, top, inner.w, (one ? top_of_lock : top_of_ways) - 16 - top};
    const auto pages = one ? 1 : flow.pages(room.h), shown = shown_page(screen.page, pages);
    flow.draw_page(room, shown);
    if (pages > 1)
        draw_pager(page, {inner.x, top_of_ways, share ? inner.w - wide - 24 : inner.w, high}, pager_of(shown, pages));
    page.button({inner.right() - wide, top_of_lock, wide, high}, lock);
}

}

void draw_desk(Page& page, const model::screen::Desk& screen) {
    if (screen.open_row) {
        for (const auto& row : screen.board.rows)
            if (row.sitting == *screen.open_row) return draw_row_page(page, screen, row);
    }
    page.staff_header(tr("desk.title", "Front desk"),
                      page.text_at_least(150) ? clock_words(page.view.now.wall) : now_words(page.view.now.wall),
                      new_button());
    const float top = std::max(page.header_bottom(), page.portrait() ? 168.f : 104.f);
    if (table_fits(page, screen.board))
        draw_as_table(page, screen, top);
    else
        draw_as_cards(page, screen, top);
}

}
