#include "ui/therapist/choose_parts.hpp"
#include "ui/layout/ways.hpp"
#include "ui/therapist/case_parts.hpp"
#include "ui/therapist/choose_reasons.hpp"
#include <algorithm>

namespace ui {

using model::CardKind;
using model::screen::ChooseCards;

model::TogetherCard card_at(const Page& page, const ChooseCards& screen, std::size_t index) {
    return model::told(*page.state.content, screen.offered, screen.offered.cards[index]);
}

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

void add_what_was_shared(Page& page, Flow& flow, const ChooseCards& screen) {
    add_private_note(flow, screen.from.file);
    for (const auto partner : {model::Partner::a, model::Partner::b})
        flow.text(shared_words(page, screen.from, partner), {.style = Style::small, .color = page.color.soft},
                  partner == model::Partner::a ? 4 : 16);
}

ChooseFooter choose_footer(const Page& page, const ChooseCards& screen) {
    ChooseFooter footer{.buttons = {.left = back_of(),
                                    .right = ButtonSpec{.id = "turn",
                                                        .name = tr("choose.turn", "Turn the screen"),
                                                        .look = ButtonLook::primary,
                                                        .icon = Icon::pass_turn,
                                                        .enabled = !screen.picked.empty(),
                                                        .action = model::action::Confirmed{}}}};
    const float left = std::max(page.fit_button(*footer.buttons.left).w, page.portrait() ? 200.f : 160.f);
    const float right = std::max(page.fit_button(*footer.buttons.right).w, page.portrait() ? 320.f : 240.f);
    const float ways = short_pager_width(page, pager_of(98, 99), page.fit_button(*footer.buttons.left).h);
    footer.room_between = page.inner().w - left - right >= ways + 48;
    return footer;
}

void draw_pager_between(Page& page, const Pager& pager) {
    const Rect back = page.tree.find_id("back")->rect, turn = page.tree.find_id("turn")->rect;
    draw_short_pager(page, {back.right(), back.y, turn.x - back.right(), back.h}, pager);
}

}
