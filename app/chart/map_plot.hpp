// The ground of an attachment map: where a score lies on it, its four regions, its axes. For the files of this folder
// alone.
#pragma once
#include "chart/picture.hpp"
#include "chart/small_text.hpp"
#include "model/case/overview.hpp"
#include <array>

namespace chart {

struct MapPlot {
    Box box; // the four regions together
    Range x, y;
    std::vector<std::string> y_title; // above, in lines
    bool x_title_below = false;       // else between the numbers
    float bottom = 0;                 // of all that is drawn

    Point place(double at_x, double at_y) const;
    Point centre() const { return {box.x + box.width / 2, box.y + box.height / 2}; }

    struct Quarter {
        Box box;
        model::Region region;
        bool right, top;
    };
    std::array<Quarter, 4> quarters() const;
};

// As high as the room and little broader than high, unless the regions' names need more width.
MapPlot lay_out_map(const Ruler& ruler, const model::OnMap& map, Point at, float width, float height);
void draw_ground(Canvas& canvas, const model::OnMap& map, const MapPlot& plot, const PictureColors& colors);

}
