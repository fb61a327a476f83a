// What the couple's screens share: texts stacked under each other and measured before they are drawn, and the
// words for people and times.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

// One text of a stack; `gap` is the room above it.
struct Line {
    std::string text;
    Style style = Style::body;
    Weight weight = Weight::regular;
    std::optional<Color> color = {};
    float gap = 16;
    Icon icon = Icon::none; // stands left of the text
    Role role = Role::text;
};

using Lines = std::span<const Line>;
Line title_line(std::string text);
Line large_line(const Page& page, std::string text);
Line soft_line(const Page& page, std::string text, Style style = Style::body);
Line alert_line(const Page& page, std::string text);

float stack_height(const Page& page, Lines lines, float width);
// Draws from the top of `at`; returns where it ended.
float draw_stack(Page& page, Rect at, Lines lines);
// True when the stack stays within the room and no single word is wider than it.
bool stack_fits(const Page& page, Lines lines, Size room);
bool words_fit(const Page& page, std::string_view text, float width, Style style, Weight weight = Weight::regular);

long long whole_minutes(std::chrono::seconds left); // at least 1
// The name, or "First partner" / "Second partner" while it is not known.
std::string called(const model::Sitting& sitting, model::Partner partner);
// The name, or "your partner" within a sentence.
std::string partner_words(const model::Sitting& sitting, model::Partner partner);
Color mix(Color from, Color to, float share);

}
