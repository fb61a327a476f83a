// Inside of the brief's cards: lines that keep their place.
#pragma once
#include "ui/layout/flow.hpp"

namespace ui {

std::string number_words(const std::optional<double>& value, int decimals);     // "−" where there is none
std::string heard_number(const std::optional<double>& value, int decimals = 1); // a dash cannot be heard

TextLook brief_note(const Page& page);
TextLook brief_soft(const Page& page);
TextLook brief_strong(const Page& page);
float brief_line(const Page& page);

// In so many lines, "…" where there is more.
std::string in_lines(const Page& page, const std::string& text, float width, Style style, std::size_t lines);
float small_mark_indent(const Page& page);
void draw_small_mark(Page& page, Point at, model::Partner partner); // beside a line of small letters
void add_rule(Page& page, Flow& flow);
// Two texts on a line, or below each other where they don't fit.
void add_ends(Page& page, Flow& flow, const std::string& left, TextLook of_left, const std::string& right,
              TextLook of_right, float gap);

}
