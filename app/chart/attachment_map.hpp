// Two scores of each partner as a point on a map of four regions, with the 95 % ellipse round it: partner A a disc and
// a solid line, partner B a ring and a dashed one. Where the ellipses lie is said in words too.
#pragma once
#include "chart/picture.hpp"
#include "model/case/overview.hpp"

namespace chart {

// Fills the room: the words stand below the map, or beside it where the room is wide. Width at least 240. What does not
// fit into the map is left out of it and said in its words: a region's or a partner's name.
// Brief: how many were answered, in one line.
enum class MapWords { drawn, brief, left_out };
Drawn draw_map(Canvas& canvas, const model::OnMap& map, const Names& names, Point at, const Room& room,
               const PictureColors& colors, MapWords words = MapWords::drawn);

// "Maya answered 13 of 14. Could be “Secure” or “Avoidant”."; empty for a partner without a part.
std::string map_entry(const model::OnMap& map, const Names& names, model::Partner partner);
std::string map_guide();

}
