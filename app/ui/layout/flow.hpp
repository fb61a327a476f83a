// A column of texts and blocks of any length. What does not fit into the room stands on further pages: texts break
// between words, blocks stay whole. The pages are turned by "Earlier" and "Later" buttons at the foot of the column.
#pragma once
#include "ui/kit/page.hpp"
#include <functional>

namespace ui {

class Flow {
public:
    Flow(Page& page, float width) : m_page(page), m_width(width) {}

    // `gap` is the room below.
    void text(std::string text, TextLook look = {}, float gap = 8, Role role = Role::text);
    void heading(std::string text, Style style = Style::heading, float gap = 8); // stays with what follows
    void icon_text(Icon icon, std::string text, TextLook look = {}, float gap = 8);
    void block(float height, std::function<void(Rect)> draw, float gap = 8);
    void card(std::vector<std::string> lines, float gap = 16); // a card whose texts are body
    void append(const Flow& more);                             // what another column of the same width holds
    void stay_with_next();                                     // the last one is not left alone at the foot of a page

    float width() const { return m_width; }
    float height() const; // all of it, unbroken
    bool fits(float room) const { return height() <= room; }

    // Draws page `wanted`, or the last one there is; returns how far down it drew.
    float draw(Rect room, std::size_t wanted);
    // Without turning buttons: how many pages there are in such a room, and drawing one of them.
    std::size_t pages(float room) const;
    float draw_page(Rect room, std::size_t index);

private:
    struct Piece {
        std::string text; // empty: a block
        TextLook look;
        Role role = Role::text;
        float height = 0;
        float gap = 8;
        bool stays = false;
        std::function<void(Rect)> draw;
    };
    struct Placed {
        const Piece* piece;
        std::string_view text;
        float y, height;
    };
    using Sheet = std::vector<Placed>;
    std::vector<Sheet> lay_out(float room) const;
    float draw_sheet(Rect room, const Sheet& sheet);
    float kept_height(std::size_t from) const;

    Page& m_page;
    float m_width;
    std::vector<Piece> m_pieces;
};

// The longest beginning of `text` that fits, broken between words; the whole text when all of it does.
std::string_view beginning_that_fits(const Page& page, std::string_view text, Size room, Style style,
                                     Weight weight = Weight::regular);
// The same with "…" where something is left out.
std::string shortened(const Page& page, std::string_view text, Size room, Style style, Weight weight = Weight::regular);

// Choices in rows of equal width, as many beside each other as their labels allow.
struct GridChoice {
    std::string id, name;
    bool chosen = false;
    Meaning action;
    std::string off_because; // not empty: cannot be chosen, and why
};
void add_grid(Page& page, Flow& flow, std::vector<GridChoice> choices, std::size_t most_columns = 4);
// Height of an answer whose label wraps within `width`; never below `least`.
float answer_height(const Page& page, std::string_view name, float width, float least);

}
