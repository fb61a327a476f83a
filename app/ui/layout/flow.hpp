// A column of texts and blocks of any length. What does not fit into the room stands on further pages: texts break
// between lines, blocks stay whole. Whoever draws it whole, or page by page, measures it in the same way.
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
    // Breaks only where it is higher than a page.
    void icon_text(Icon icon, std::string text, TextLook look = {}, float gap = 8);
    struct Words {
        std::vector<Page::Run> runs;
        TextLook look = {};
        float gap = 8;
        Icon icon = Icon::none; // left of the first line
        Color icon_color = {};
    };
    void words(Words words);
    void block(float height, std::function<void(Rect)> draw, float gap = 8);
    static constexpr float card_inset = 24;
    void card(Flow inside, float above = card_inset, float gap = 16); // that is narrower by card_inset on both sides
    void append(const Flow& more);                                    // what another column of the same width holds
    void stay_with_next();                                            // the last one is not left alone at a page's foot
    void stay_together();                                             // all of it on one page, where it has room
    void begin_page();                                                // what comes next stands on a new one

    float width() const { return m_width; }
    float height() const; // all of it, unbroken
    bool fits(float room) const { return height() <= room; }
    bool words_fit() const; // no single word is wider than the column

    // All of it, unbroken. This and all that draw it return how far down they drew.
    float draw(Point at) const;
    // Page `wanted`, or the last one there is; "Previous" and "Next" at the foot of the room turn them.
    float draw(Rect room, std::size_t wanted) const;
    // Down to the foot of the screen; where that takes several pages, Back and Next stand there and turn them.
    void draw_to_foot(Point at, std::size_t wanted) const;
    // Without turning buttons: how many pages there are in such a room, and drawing one of them.
    std::size_t pages(float room) const;
    float draw_page(Rect room, std::size_t index) const;

private:
    struct Piece {
        std::vector<Page::Run> runs; // none: a block
        TextLook look;
        Role role = Role::text;
        Icon icon = Icon::none;
        Color icon_color = {};
        float height = 0;
        float gap = 8;
        bool stays = false, begins_page = false;
        std::function<void(Rect)> draw;
    };
    struct Placed {
        const Piece* piece;
        std::vector<Page::Run> runs;
        float y, height;
        bool first = true; // of its piece
    };
    using Sheet = std::vector<Placed>;
    void add(Piece piece);
    float indent_of(const Piece& piece) const;
    float height_of(const Piece& piece, const std::vector<Page::Run>& runs) const;
    float kept_height(std::size_t from) const;
    std::vector<Sheet> lay_out(float room) const;
    float draw_sheet(Point at, const Sheet& sheet) const;

    Page& m_page;
    float m_width;
    std::vector<Piece> m_pieces;
    bool m_begins_page = false;
};

// Choices in rows of equal width, as many beside each other as their labels allow.
struct GridChoice {
    std::string id, name;
    bool chosen = false;
    Meaning action;
    std::string note;           // below it, in small letters
    std::string off_because;    // not empty: cannot be chosen, and why
    bool off_is_trouble = true; // else another choice on the page brings it back
};
void add_grid(Page& page, Flow& flow, std::vector<GridChoice> choices, std::size_t most_columns = 4);
// Height of an answer whose label wraps within `width`; never below `least`.
float answer_height(const Page& page, std::string_view name, float width, float least);

}
