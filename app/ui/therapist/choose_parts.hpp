// Pieces of the page that cards are chosen on, in either of its layouts.
#pragma once
#include "ui/layout/flow.hpp"
#include "ui/layout/pages.hpp"

namespace ui {

// The card as it is told in the language spoken.
model::TogetherCard card_at(const Page& page, const model::screen::ChooseCards& screen, std::size_t index);
std::string group_title(model::CardKind kind);
std::string card_words(const model::CaseFile& file, const model::TogetherCard& card); // what the couple would read
void add_what_was_shared(Page& page, Flow& flow, const model::screen::ChooseCards& screen);

// Back and Turn the screen, with the ways between pages where there is room for them between the two.
struct ChooseFooter {
    Page::FooterSpec buttons;
    bool room_between = false;
};
ChooseFooter choose_footer(const Page& page, const model::screen::ChooseCards& screen);
// After the footer is drawn.
void draw_pager_between(Page& page, const Pager& pager);

// A page of contents, every card by its name in a row, and behind each row its words and why it is offered.
void draw_choose_rows(Page& page, const model::screen::ChooseCards& screen, Rect room, ChooseFooter footer);

}
