// US Letter in points (1/72 inch), the type sizes and the inks of everything that is printed. Half of the screen's
// sizes (visual-language 4), a little more where paper is read from further away.
#pragma once
#include "chart/picture.hpp"

namespace report {

inline constexpr float page_width = 612, page_height = 792;
inline constexpr float margin = 43.2F; // left and right
inline constexpr float middle = page_width / 2;
inline constexpr float content_width = page_width - 2 * margin;
inline constexpr float content_top = 80, content_bottom = 732;
inline constexpr float chart_scale = 0.5625F; // of a reference unit: small text becomes 9 points

struct Inks {
    chart::Color ink{0, 0, 0}, soft{0x4A, 0x46, 0x49}, line{0xC6, 0xC2, 0xC0}, paper{0xFF, 0xFF, 0xFF};
    chart::Color action{0x4F, 0x34, 0x55}, action_soft{0xF3, 0xEC, 0xF2};
    chart::Color a{0x2A, 0x63, 0x7F}, b{0x9A, 0x52, 0x0B}, alert{0x8A, 0x36, 0x40}, alert_soft{0xF5, 0xDF, 0xDB};
};
inline constexpr Inks inks{};
inline constexpr chart::ScoreColors score_colors{inks.ink, inks.soft, inks.line, inks.paper, inks.a, inks.b};

inline constexpr chart::PictureColors picture_colors{.score = score_colors,
                                                     .edge = {0x8A, 0x77, 0x67},
                                                     .low_low = {0xE9, 0xEF, 0xE1},
                                                     .low_high = {0xF6, 0xE6, 0xE0},
                                                     .high_low = {0xEA, 0xE7, 0xF0},
                                                     .high_high = {0xEA, 0xE4, 0xDC},
                                                     .cross = inks.paper};

struct Type {
    float size = 0, line = 0;
    chart::Weight weight = chart::Weight::regular;
    chart::Color color;
};
namespace type {
inline constexpr Type title{24, 31, chart::Weight::regular, inks.ink};
inline constexpr Type section{18, 24, chart::Weight::bold, inks.ink};
inline constexpr Type heading{12.5F, 18, chart::Weight::bold, inks.ink};
inline constexpr Type strong{10, 14.5F, chart::Weight::bold, inks.ink};
inline constexpr Type body{10, 14.5F, chart::Weight::regular, inks.ink};
inline constexpr Type quiet{10, 14.5F, chart::Weight::regular, inks.soft};
inline constexpr Type small{8.5F, 12, chart::Weight::regular, inks.soft};
inline constexpr Type small_strong{8.5F, 12, chart::Weight::bold, inks.ink};
}

}
