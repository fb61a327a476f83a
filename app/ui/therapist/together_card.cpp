#include "model/case/together.hpp"
#include "ui/layout/article_pages.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/layout/pages.hpp"
#include "ui/therapist/together_parts.hpp"
#include <algorithm>

namespace ui {
namespace {

ButtonSpec all_cards(std::string id, ButtonLook look) {
    return {.id = std::move(id),
            .name = tr("together.all-cards", "All cards"),
            .look = look,
            .icon = look == ButtonLook::primary ? Icon::none : Icon::back,
            .action = model::action::BackTapped{}};
}

// The largest letters in which it stands on the page as a whole.
Style largest(const Page& page, const std::string& words, Size room) {
    for (const auto style : {Style::display, Style::title, Style::large})
        if (words_fit(page, words, room.w, style) && page.text_height(words, room.w, style) <= room.h) return style;
    return Style::large;
}

void draw_words(Page& page, const model::screen::TogetherView& screen, const model::TogetherCard& card) {
    const auto inner = page.inner();
    PagedFooter paged{.count = 2, .leave = all_cards("back", ButtonLook::secondary), .done = std::nullopt};
    const float top = page.header_bottom() + 8;
    const Size room{inner.w, page.footer_top(footer_of(paged)) - 32 - top};
    const float foot = release_height(page, screen.together, card, inner.w);
    const float title = page.text_height(card.title, inner.w, Style::large);
    const auto style = largest(page, card.words, {room.w, room.h - title - foot - 64});

    Flow flow(page, inner.w);
    flow.text(card.title, {.style = Style::large, .color = page.color.soft}, 24, Role::heading);
    flow.text(card.words, {.style = style, .balanced = card.kind == model::CardKind::talk}, 32);
    if (foot > 0)
        flow.block(foot, [&page, &screen, card](Rect at) {
            draw_release_line(page, at, screen.together, card, page.color.bg);
        });
    paged.count = flow.pages(room.h);
    paged.shown = shown_page(screen.page, paged.count);
    // A card that fills a part of the page stands a little above its middle.
    const float spare = paged.count == 1 ? (room.h - flow.height()) * 0.38f : 0;
    flow.draw_page({inner.x, top + spare, room.w, room.h}, paged.shown);
    draw_paged_footer(page, paged);
}

}

void draw_card_alone(Page& page, const model::screen::TogetherView& screen) {
    draw_together_header(page, screen.together);
    const auto index = std::min(*screen.card, screen.together.cards.size() - 1);
    const auto& content = model::content_of(*page.state.content, screen.together);
    const auto card = model::told(*page.state.content, screen.together, screen.together.cards[index]);
    const auto source = model::source_of(content, card);
    if (card.kind != model::CardKind::article) return draw_words(page, screen, card);
    if (source.article == nullptr) return page.footer({.left = all_cards("back", ButtonLook::secondary)});
    draw_article(page, *source.article, screen.page,
                 {.leave = all_cards("back", ButtonLook::secondary), .done = all_cards("next", ButtonLook::primary)});
}

}
