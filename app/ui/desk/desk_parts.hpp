// Inside of the desk's screens: how far each part is, the self-check, and the board as a table or as cards. Nothing
// here can show an answer or a score.
#pragma once
#include "ui/layout/flow.hpp"

namespace ui {

// The packet by its title, in the language being spoken.
std::string packet_words(const Page& page, const model::BoardRow& row);
Page::PillSpec status_pill(const Page& page, const model::BoardRow& row, const model::BoardPart& part,
                           bool short_words);
std::string status_words(const model::BoardRow& row, const model::BoardPart& part, bool short_words);

// The board in the order it is read: today by the time, then what was left on other days, then what is over. A band
// stands above those of other days, and above those that are over.
struct BoardLine {
    const model::BoardRow* row = nullptr; // none: a band
    std::string band = {};
};
std::vector<BoardLine> lines_of(const model::Board& board, core::WallTime now);
std::string time_words(const model::BoardRow& row, core::WallTime now); // "10:30", or the day where it is another

bool is_over(const model::BoardRow& row);
std::string over_words(const model::BoardRow& row, core::WallTime now); // "Finished 09:41"
void add_row_target(Page& page, const model::BoardRow& row, Rect at, Color paper);

// Open on this screen, or Park and reset; none for what is over.
std::optional<ButtonSpec> row_action(const model::BoardRow& row, bool primary, bool short_words);
bool is_next(const model::Board& board, const model::BoardRow& row, core::WallTime now); // whose button is primary

void add_tiles(Page& page, Flow& flow, const model::Board& board);
// The neutral mark by the chart code; staff know what it stands for.
void draw_mark(Page& page, Point center);
float mark_size(const Page& page);

bool table_fits(const Page& page, const model::Board& board);
// How many of the lines from `begin` on have room; one at least.
std::size_t lines_that_fit(const Page& page, std::span<const BoardLine> lines, float room);
// Header and lines in one card; returns the bottom.
float draw_table(Page& page, const model::Board& board, Rect at, std::span<const BoardLine> lines);
void add_board_card(Page& page, Flow& flow, const model::Board& board, const model::BoardRow& row);

// A sitting is open already for the chart code of a new one.
void draw_second_sitting(Page& page, const model::screen::NewSitting& screen);

void draw_row_page(Page& page, const model::screen::Desk& screen, const model::BoardRow& row);
void draw_checks_page(Page& page, const model::screen::Desk& screen);
void draw_codes_page(Page& page, const model::screen::Desk& screen); // somebody forgot their own code
void add_notice(Page& page, Flow& flow, const core::Message& notice);
ButtonSpec slip_button(const model::BoardRow& row);

}
