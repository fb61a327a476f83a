#include "ui/layout/flow.hpp"
#include "ui/layout/pages.hpp"
#include "ui/layout/ways.hpp"
#include "ui/screens.hpp"
#include "ui/therapist/case_parts.hpp"
#include "ui/therapist/choose_reasons.hpp"
#include <algorithm>

namespace ui {
namespace {

using model::CardKind;
using model::screen::ChooseCards;

std::string group_title(CardKind kind) {
    switch (kind) {
    case CardKind::strength:
        return tr("choose.strengths", "Strengths");
    case CardKind::talk:
        return tr("choose.talks", "To talk about");
    case CardKind::mission:
        return tr("choose.mission", "Mission");
    case CardKind::text:
        return tr("choose.texts", "In their own words");
    case CardKind::article:
        return tr("choose.articles", "Explanations");
    }
    return {};
}

// What the couple would read on it.
std::string card_words(const model::CaseFile& file, const model::TogetherCard& card) {
    switch (card.kind) {
    case CardKind::strength:
        return card.words;
    case CardKind::mission:
        return tr("choose.their-mission", "What they agreed on");
    case CardKind::talk:
        return fill(tr("choose.talk", "{title}: {prompt}"), {{"title", card.title}, {"prompt", card.words}});
    case CardKind::article:
        return card.title;
    case CardKind::text: // both may have written to the same question
        return fill(tr("case.by", "{name}: {words}"),
                    {{"name", called(file, card.by_a ? model::Partner::a : model::Partner::b)}, {"words", card.title}});
    }
    return {};
}

// The card to tick, and why it is offered: beside it where there is room, or below.
void add_card(Page& page, Flow& flow, const ChooseCards& screen, std::size_t index) {
    const auto card = model::told(*page.state.content, screen.offered, screen.offered.cards[index]);
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

bool has_room_between(const Page& page) {
    const auto* back = page.tree.find_id("back");
    const auto* turn = page.tree.find_id("turn");
    return back->rect.y == turn->rect.y && turn->rect.x - back->rect.right() >= 2 * 96 + page.type(Style::body).px * 8;
}

// Between the two buttons of the footer: the list is long, and its rows need the room.
void draw_card_pager(Page& page, const Pager& pager) {
    const Rect back = page.tree.find_id("back")->rect, turn = page.tree.find_id("turn")->rect;
    const float side = std::min(back.h, 96.f);
    const float wide = page.text_width(pager.words, Style::body) + 2;
    const float middle = (back.right() + turn.x) / 2;
    draw_arrow(page, {middle - wide / 2 - 16 - side, back.y, side, back.h}, earlier_of(pager));
    page.text({middle - wide / 2, back.center().y - page.type(Style::body).line / 2, wide, 0}, pager.words,
              {.style = Style::body, .color = page.color.soft}, Role::status);
    draw_arrow(page, {middle + wide / 2 + 16, back.y, side, back.h}, later_of(pager));
}

}

void draw_choose_cards(Page& page, const ChooseCards& screen) {
    const auto& file = screen.from.file;
    const auto couple = couple_words(file.name_a, file.name_b);
    page.staff_header(tr("choose.title", "Choose cards"), couple.empty() ? file.chart_code : couple, lock_button());
    const float banner = draw_therapist_banner(page, page.header_bottom() - 8);
    const ButtonSpec turn{.id = "turn",
                          .name = tr("choose.turn", "Turn the screen"),
                          .look = ButtonLook::primary,
                          .icon = Icon::pass_turn,
                          .enabled = !screen.picked.empty(),
                          .action = model::action::Confirmed{}};
    const Page::FooterSpec footer{.left = back_of(), .right = turn};
    const auto inner = page.inner();
    const float top = banner + 16;

    Flow flow(page, inner.w);
    add_private_note(flow, file);
    for (const auto partner : {model::Partner::a, model::Partner::b})
        flow.text(shared_words(page, screen.from, partner), {.style = Style::small, .color = page.color.soft},
                  partner == model::Partner::a ? 4 : 16);
    std::optional<CardKind> group;
    for (std::size_t i = 0; i < screen.offered.cards.size(); ++i) {
        const auto kind = screen.offered.cards[i].kind;
        if (group != kind) flow.heading(group_title(kind));
        group = kind;
        add_card(page, flow, screen, i);
    }
    page.footer(footer);
    const Rect room{inner.x, top, inner.w, page.footer_top() - 16 - top};
    const auto pages = flow.pages(room.h);
    if (pages == 1 || !has_room_between(page)) {
        flow.draw(room, screen.page);
        return;
    }
    const auto shown = shown_page(screen.page, pages);
    flow.draw_page(room, shown);
    draw_card_pager(page, pager_of(shown, pages));
}

}
