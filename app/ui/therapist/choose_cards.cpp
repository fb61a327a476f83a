#include "ui/screens.hpp"
#include "ui/therapist/case_parts.hpp"
#include "ui/therapist/choose_parts.hpp"
#include "ui/therapist/choose_reasons.hpp"
#include <algorithm>

namespace ui {
namespace {

using model::CardKind;
using model::screen::ChooseCards;

// In large letters, more than these to turn are too many.
constexpr std::size_t most_pages = 8;

// The card to tick, and why it is offered: beside it where there is room, or below.
void add_card(Page& page, Flow& flow, const ChooseCards& screen, std::size_t index) {
    const auto card = card_at(page, screen, index);
    const auto words = card_words(screen.from.file, card);
    const auto why = reason_for(page, screen.from, card);
    const bool on = screen.picked.contains(index);
    const bool beside = !page.portrait() && !page.text_at_least(150);
    const float left = beside ? flow.width() * 0.56f : flow.width();
    const float right = beside ? flow.width() - left - 24 : flow.width() - 16;
    const float toggle = page.toggle_height(words, left);
    const float note = page.text_height(why, right, Style::small);
    const float height = beside ? std::max(toggle, note) : toggle + 4 + note;
    flow.block(
        height,
        [&page, words, why, on, index, beside, left, right, toggle, note](Rect at) {
            const Rect box{at.x, at.y + (beside ? (at.h - toggle) / 2 : 0), left, toggle};
            page.toggle(box, "pick:" + std::to_string(index), words, on, model::action::CardTapped{index});
            const Rect beside_it{at.x + left + 24, at.y + (at.h - note) / 2, right, 0};
            const Rect below_it{at.x + 16, at.y + toggle + 4, right, 0};
            page.text(beside ? beside_it : below_it, why, {.style = Style::small, .color = page.color.soft});
        },
        12);
}

}

void draw_choose_cards(Page& page, const ChooseCards& screen) {
    const auto& file = screen.from.file;
    // Large letters need its line for a card more.
    const auto couple = page.text_at_least(150) ? std::string() : couple_words(file.name_a, file.name_b);
    page.staff_header(tr("choose.title", "Choose cards"),
                      page.text_at_least(150) || !couple.empty() ? couple : file.chart_code, lock_button());
    const float banner = draw_therapist_banner(page, page.header_bottom() - 8);
    const auto footer = choose_footer(page, screen);
    const auto inner = page.inner();
    const float top = banner + 16;
    const Rect room{inner.x, top, inner.w, page.footer_top(footer.buttons) - 16 - top};

    Flow flow(page, inner.w);
    add_what_was_shared(page, flow, screen);
    std::optional<CardKind> group;
    for (std::size_t i = 0; i < screen.offered.cards.size(); ++i) {
        const auto kind = screen.offered.cards[i].kind;
        if (group != kind) flow.heading(group_title(kind));
        group = kind;
        add_card(page, flow, screen, i);
    }
    const auto pages = flow.pages(room.h);
    if (page.text_at_least(150) && pages > most_pages) return draw_choose_rows(page, screen, room, footer);
    page.footer(footer.buttons);
    if (pages == 1 || !footer.room_between) {
        flow.draw(room, screen.page);
        return;
    }
    const auto shown = shown_page(screen.page, pages);
    flow.draw_page(room, shown);
    draw_pager_between(page, pager_of(shown, pages));
}

}
