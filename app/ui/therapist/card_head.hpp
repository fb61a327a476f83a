// What stands in a card's first lines: its title, and segments that go right of it where there is room.
#pragma once
#include "ui/layout/flow.hpp"

namespace ui {

struct Segments {
    std::vector<Page::Segment> parts;
    std::vector<model::Partner> marks; // before them, where they are a partner's
};

struct CardHead {
    std::string title;
    std::vector<Segments> rows;

    float height(const Page& page, float width) const;
    void draw(Page& page, Rect at) const;
    void add(Page& page, Flow& flow) const; // on its own, without a card

private:
    bool on_one_line(const Page& page, float width) const;
};

float card_title_height(const Page& page, const std::string& title, float width);
float draw_card_title(Page& page, Rect at, const std::string& title); // returns its height

}
