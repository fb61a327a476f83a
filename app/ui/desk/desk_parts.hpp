// Inside of the desk's screens: how far each part is, the self-check, and the board as a table or as cards. Nothing
// here can show an answer or a score.
#pragma once
#include "ui/layout/flow.hpp"

namespace ui {

// The packet by its title, in the language being spoken.
std::string packet_words(const Page& page, const model::BoardRow& row);
Page::PillSpec status_pill(const Page& page, const model::BoardPart& part, bool short_words);
std::string status_words(const model::BoardPart& part, bool short_words);

// Start, or Park and reset; none for what is over.
std::optional<ButtonSpec> row_action(const model::BoardRow& row, bool primary);
bool is_next(const model::Board& board, const model::BoardRow& row); // the first that waits: its Start is primary

void add_tiles(Page& page, Flow& flow, const model::Board& board);
// The neutral mark by the chart code; staff know what it stands for.
void draw_mark(Page& page, Point center);
float mark_size(const Page& page);

bool table_fits(const Page& page, const model::Board& board);
float table_row_height(const Page& page);
// Header and rows [begin, end) in one card; returns the bottom.
float draw_table(Page& page, const model::Board& board, Rect at, std::size_t begin, std::size_t end);
void add_board_card(Page& page, Flow& flow, const model::Board& board, const model::BoardRow& row);

// A sitting is open already for the chart code of a new one.
void draw_second_sitting(Page& page, const model::screen::NewSitting& screen);

void draw_row_page(Page& page, const model::screen::Desk& screen, const model::BoardRow& row);

}
