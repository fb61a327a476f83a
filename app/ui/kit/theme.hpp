// Colour tokens and type sizes (visual-language 2 and 4). Every colour on a screen comes from here.
#pragma once
#include "model/visit/state.hpp"
#include "ui/kit/tree.hpp"

namespace ui {

struct Colors {
    Color bg, surface, sunk, line, edge, ink, soft, action, press, on_action, action_soft, chosen, on_chosen;
    Color a, a_soft, a_mid, b, b_soft, b_mid, shared, shared_mid, alert, alert_soft, ok, ok_soft;
    Color map_secure, map_anxious, map_avoidant, map_fearful;
};
const Colors& colors(model::Theme theme);

enum class Style { display, title, large, heading, body, small };
enum class Weight { regular, bold };
enum class Ruled { no, under, through }; // a line drawn with the words
struct TypeSize {
    float px, line;
};
// small, body, heading and large scale fully; title and display by half. Standing screens: times 1.25,
// the title times 1.5.
TypeSize type_size(Style style, int text_percent, bool portrait);
Color mix(Color from, Color to, float share);
double contrast(Color a, Color b); // WCAG 2.2 relative luminance ratio, 1..21

}
