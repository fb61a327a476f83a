// What two people wrote, or one text in two versions: beside each other where there is room, else below each other.
#pragma once
#include "ui/layout/flow.hpp"

namespace ui {

// Lying, with letters of up to 150 %.
bool has_columns(const Page& page);

struct Cell {
    std::optional<model::Partner> author; // whose mark stands before it
    std::string spoken;                   // before the words, for those who cannot see the mark
    std::vector<Page::Run> words = {};
    Icon icon = Icon::none; // before the note
    std::string note = {};  // below
    std::optional<Color> note_color = {};

    float indent = 0; // set while it is laid out: the mark's room
    bool empty() const { return words.empty() && note.empty(); }
};
struct Row {
    Cell left = {}, right = {};
};
// Beside each other only where has_columns(). What is longer than a page goes on upon the next; `highest` is the room
// of one.
void add_wide(Page& page, Flow& flow, Cell cell, float highest, float gap = 12);        // over the whole width
void add_beside(Page& page, Flow& flow, const Row& row, float highest, float gap = 12); // even without columns
bool fits_beside(const Page& page, const Flow& flow, const Row& row); // on a line each, with nothing below
void add_row(Page& page, Flow& flow, const Row& row, float highest, float gap = 12);

}
