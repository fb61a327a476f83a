// Inside of the couple's view: who wrote a text, a strength as a line, cards to tap, and the header.
#pragma once
#include "ui/layout/flow.hpp"

namespace ui {

// How a card is made known: its place among the screen's cards, in the words of the language being spoken.
struct ShownCard {
    std::size_t index;
    model::TogetherCard card;
};
std::vector<ShownCard> cards_of(const Page& page, const model::Together& together, model::CardKind kind);

// Two circles, names, that the private view is closed; language, Help and End. Returns the bottom.
float draw_together_header(Page& page, const model::Together& together);

// A sentence that is both partners', after both their marks.
float shared_line_height(const Page& page, const std::string& words, float width, Style style = Style::large);
void draw_shared_line(Page& page, Rect at, const std::string& words, Style style = Style::large);
// Several of them, which break over pages where they must. `highest`: the room of one page.
void add_shared_lines(Page& page, Flow& flow, const std::vector<std::string>& lines, Style style, float highest);

// "Released by Jordan", after the mark, of a text; nothing of what is about both.
float release_height(const Page& page, const model::Together& together, const model::TogetherCard& card, float width);
void draw_release_line(Page& page, Rect at, const model::Together& together, const model::TogetherCard& card,
                       Color paper);

// A card that opens alone when it is tapped: a bold title, words, and whose they are at the foot.
struct CardFace {
    std::size_t index;
    model::TogetherCard card;
    std::string words;
    Style style = Style::large;
};
float face_height(const Page& page, const model::Together& together, const CardFace& face, float width);
bool face_fits(const Page& page, const CardFace& face, float width); // no word is wider than the card
void draw_face(Page& page, Rect at, const model::Together& together, const CardFace& face);

// The pages of the view, each drawn in the same room (together_sheets.cpp): what holds them and what there is to talk
// about, on one page where they fit; the mission; their own words; what to read.
using Sheet = std::function<void(Rect)>;
std::vector<Sheet> sheets_of(Page& page, const model::screen::TogetherView& screen, Size room);

// One of the cards, by itself and as large as it can be (together_card.cpp).
void draw_card_alone(Page& page, const model::screen::TogetherView& screen);

}
