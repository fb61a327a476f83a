#include "ui/layout/pages.hpp"
#include <algorithm>
#include <utility>

namespace ui {

Pager pager_of(std::size_t shown, std::size_t count) {
    return {.words = fill(tr("pages.count", "{page} of {pages}"),
                          {{"page", std::to_string(shown + 1)}, {"pages", std::to_string(count)}}),
            .earlier = model::to_earlier_page(shown),
            .later = model::to_later_page(shown, count)};
}

float turner_height(const Page& page) {
    return std::max(64.f, page.type(Style::body).line + 8);
}

ButtonSpec earlier_of(const Pager& pager) {
    return {.id = "earlier",
            .name = tr("pages.previous", "Previous"),
            .icon = Icon::back,
            .enabled = pager.earlier.has_value(),
            .action = pager.earlier.value_or(model::action::Touched{}),
            .about = pager.words};
}

ButtonSpec later_of(const Pager& pager) {
    return {.id = "later",
            .name = tr("pages.next", "Next"),
            .icon = Icon::next,
            .icon_right = true,
            .enabled = pager.later.has_value(),
            .action = pager.later.value_or(model::action::Touched{}),
            .about = pager.words};
}

void draw_arrow(Page& page, Rect at, ButtonSpec way) {
    const auto name = std::exchange(way.name, {});
    way.icon_right = false;
    page.button(at, way);
    page.tree.widgets.back().name = name;
}

void draw_pager(Page& page, Rect row, const Pager& pager) {
    const auto earlier = earlier_of(pager), later = later_of(pager);
    const float half = (row.w - 8) / 2;
    const float left = std::min(page.fit_button(earlier).w, half);
    const float right = std::min(page.fit_button(later).w, half);
    page.button({row.x, row.y, left, row.h}, earlier);
    const float line = page.type(Style::body).line;
    if (page.text_width(pager.words, Style::body) + 32 <= row.w - left - right)
        page.text({row.x + left + 16, row.y + (row.h - line) / 2, row.w - left - right - 32, 0}, pager.words,
                  {.style = Style::body, .color = page.color.soft, .align = Align::center});
    page.button({row.right() - right, row.y, right, row.h}, later);
}

namespace {

constexpr float beside_words = 16;

float words_width(const Page& page, const Pager& pager) {
    return page.text_width(pager.words, Style::body) + 2;
}

float arrow_width(float high) {
    return std::min(high, 96.f);
}

}

float short_pager_width(const Page& page, const Pager& pager, float high) {
    return 2 * (arrow_width(high) + beside_words) + words_width(page, pager);
}

void draw_short_pager(Page& page, Rect row, const Pager& pager) {
    const float side = arrow_width(row.h), wide = words_width(page, pager);
    const float x = row.center().x - wide / 2;
    draw_arrow(page, {x - beside_words - side, row.y, side, row.h}, earlier_of(pager));
    page.text({x, row.center().y - page.type(Style::body).line / 2, wide, 0}, pager.words,
              {.style = Style::body, .color = page.color.soft}, Role::status);
    draw_arrow(page, {x + wide + beside_words, row.y, side, row.h}, later_of(pager));
}

Page::FooterSpec footer_of(const PagedFooter& paged) {
    Page::FooterSpec footer{.left = paged.leave, .right = paged.done};
    if (paged.shown > 0)
        footer.left = ButtonSpec{.id = "back",
                                 .name = tr("common.back", "Back"),
                                 .icon = Icon::back,
                                 .action = model::to_earlier_page(paged.shown)};
    if (paged.shown + 1 < paged.count)
        footer.right = ButtonSpec{.id = "next",
                                  .name = tr("common.next", "Next"),
                                  .look = ButtonLook::primary,
                                  .icon = Icon::next,
                                  .icon_right = true,
                                  .action = model::to_later_page(paged.shown, paged.count)};
    return footer;
}

void draw_paged_footer(Page& page, const PagedFooter& paged) {
    const auto footer = footer_of(paged);
    page.footer(footer);
    if (paged.count < 2) return;
    const auto words = fill(tr("common.page-of", "{page} of {count}"),
                            {{"page", std::to_string(paged.shown + 1)}, {"count", std::to_string(paged.count)}});
    const float width = page.text_width(words, Style::body) + 2;
    const auto* left = footer.left ? page.tree.find_id(footer.left->id) : nullptr;
    const auto* right = footer.right ? page.tree.find_id(footer.right->id) : nullptr;
    const Rect beside = left != nullptr ? left->rect : right != nullptr ? right->rect : Rect{};
    const float from = left != nullptr ? left->rect.right() + 16 : page.inner().x;
    const float to = right != nullptr ? right->rect.x - 16 : page.inner().right();
    const float x = std::clamp(page.width() / 2 - width / 2, from, std::max(from, to - width));
    if (x + width <= to)
        page.text({x, beside.y + (beside.h - page.type(Style::body).line) / 2, width, 0}, words,
                  {.color = page.color.soft}, Role::status);
}

float page_turns_top(const Page& page) {
    return page.footer_top(footer_of({.shown = 1, .count = 3}));
}

}
