// What "Before you begin" is made of.
#pragma once
#include "ui/couple/answering.hpp"

namespace ui {

// One page says what they must know, the first form's beginning with it; the rest is one tap away.
bool knows_the_way(const Page& page, const model::screen::BeforeYouBegin& screen);

// Who will see what is answered, and who will not.
struct Seen {
    Icon icon;
    Color color;
    std::string who, what;
};
std::vector<Seen> who_sees(const Page& page, const model::screen::BeforeYouBegin& screen);
// The card over some of the rows; its heading stands on the first.
struct SeenCard {
    Flow inside;
    float inset, above, height;
};
SeenCard seen_card(Page& page, std::span<const Seen> seen, float width, bool heading);
void draw_card(Page& page, const SeenCard& card, Rect at);

// What stands below it: what they may do, or what the first form is about.
Flow under_card(Page& page, const model::screen::BeforeYouBegin& screen, float width, float gap);

}
