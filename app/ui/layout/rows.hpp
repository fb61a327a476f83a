// Buttons that keep their whole label at every text size: side by side while they fit, in rows when not, wrapped when
// one label is wider than the row; and the large choices of a list.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

// Buttons side by side, in as many rows as they need. One too wide for a row wraps its label. Bottoms align in a row.
float rows_height(const Page& page, std::span<const ButtonSpec> specs, float width, float least = 64);
float draw_rows(Page& page, Rect at, std::span<const ButtonSpec> specs, float least = 64); // returns the bottom
// A large choice: mark or icon, name, and words below it.
struct ChoiceSpec {
    std::string id, name, words = {};
    std::string beside = {}; // at the right of a name that leaves room for it; else above the words
    std::string spoken = {}; // in place of the words
    bool close = false;      // small words and little air, where many rows have to stand on a page
    std::optional<model::Partner> who = {};
    Icon icon = Icon::none;
    bool enabled = true;
    Meaning action = {};
};
float choice_height(const Page& page, const ChoiceSpec& spec, float width);
void choice(Page& page, Rect rect, const ChoiceSpec& spec);

}
