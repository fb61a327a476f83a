// One partner's private items as cards of short lines: what each is called, and the answer as a step among those there
// are and in words. A card that is longer than a page goes on upon the next, under the same heading.
#pragma once
#include "ui/layout/flow.hpp"

namespace ui {

struct PrivateCell {
    std::string words;
    bool answered = false;
    std::size_t step = 0, steps = 0; // the first is 1; 0 of them: answers have no order, or there is none
    std::string spoken;              // before the words, for those who do not see the column
};
struct PrivateLine {
    std::string name;
    std::vector<PrivateCell> cells; // one a column
};
struct PrivateCard {
    std::string title;
    std::vector<std::string> columns; // headings above the cells; none: one column without
    std::vector<PrivateLine> lines;
    bool opens = false;    // what has to be known first: a card of its own, without a heading
    std::size_t steps = 0; // of any of its answers that may be given
    float words = 0;       // the widest of these
};

// As many cards as a page of this height has room for.
using PrivatePage = std::vector<PrivateCard>;
std::vector<PrivatePage> private_pages(const Page& page, std::span<const PrivateCard> cards, Size room);
void draw_private_page(Page& page, const PrivatePage& cards, Rect room);

}
