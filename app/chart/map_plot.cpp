#include "chart/map_plot.hpp"
#include "chart/strokes.hpp"
#include "core/i18n.hpp"
#include "core/numbers.hpp"
#include <algorithm>

namespace chart {
namespace {

using core::plain;

constexpr float corner = 12;
constexpr float point_radius = 10; // of a point at the highest score
constexpr float least_height = 80;
constexpr float broader = 1.4F; // than high, where there is room
constexpr float arrow = 22, beside_arrow = 6;

double middle_of(const Range& range) {
    return (range.low + range.high) / 2;
}

// So wide that the names of the regions stand in them.
float least_width(const Ruler& ruler, const model::Map& map) {
    float name = 0;
    for (const auto* region : {&map.low_low, &map.low_high, &map.high_low, &map.high_high})
        name = std::max(name, small_width(ruler, *region));
    return 2 * (name + 34);
}

Color tint(const PictureColors& colors, model::Region region) {
    switch (region) {
    case model::Region::low_low:
        return colors.low_low;
    case model::Region::low_high:
        return colors.low_high;
    case model::Region::high_low:
        return colors.high_low;
    case model::Region::high_high:
        break;
    }
    return colors.high_high;
}

void draw_regions(Canvas& canvas, const MapPlot& plot, const PictureColors& colors) {
    for (const auto& quarter : plot.quarters()) {
        const Box& box = quarter.box;
        const Color color = tint(colors, quarter.region);
        // Round at the map's corner alone.
        canvas.fill_rect(box, corner, color);
        canvas.fill_rect({quarter.right ? box.x : box.x + corner, box.y, box.width - corner, box.height}, 0, color);
        canvas.fill_rect({box.x, quarter.top ? box.y + corner : box.y, box.width, box.height - corner}, 0, color);
    }
    const Box& box = plot.box;
    const Point centre = plot.centre();
    canvas.line({centre.x, box.y}, {centre.x, box.y + box.height}, colors.cross_width, colors.cross);
    canvas.line({box.x, centre.y}, {box.x + box.width, centre.y}, colors.cross_width, colors.cross);
    if (!colors.framed) return;
    const Point corners[] = {{box.x, box.y},
                             {box.x + box.width, box.y},
                             {box.x + box.width, box.y + box.height},
                             {box.x, box.y + box.height},
                             {box.x, box.y}};
    canvas.curve(corners, 1, colors.score.line);
}

void draw_y_axis(Canvas& canvas, const MapPlot& plot, Color soft) {
    const Box& box = plot.box;
    float middle = box.y - 8 - line_height * (static_cast<float>(plot.y_title.size()) - 0.5F);
    float after = box.x;
    for (const std::string& line : plot.y_title) {
        put_small(canvas, box.x, middle, line, Align::left, soft);
        after = box.x + small_width(canvas, line) + 14;
        middle += line_height;
    }
    middle -= line_height;
    draw_arrow(canvas, {after, middle + 8}, {after, middle - 8}, soft);
    const auto what = core::tr("map.ellipses", "95 % ellipses");
    if (after + 24 + small_width(canvas, what) <= box.x + box.width)
        put_small(canvas, box.x + box.width, middle, what, Align::right, soft);

    const float x = box.x - 12;
    put_small(canvas, x, box.y + 6, plain(plot.y.high), Align::right, soft);
    put_small(canvas, x, plot.centre().y, plain(middle_of(plot.y)), Align::right, soft);
    put_small(canvas, x, box.y + box.height - 6, plain(plot.y.low), Align::right, soft);
}

void draw_x_axis(Canvas& canvas, const model::OnMap& map, const MapPlot& plot, Color soft) {
    const Box& box = plot.box;
    const float line = box.y + box.height + 8 + line_height / 2, right = box.x + box.width;
    const auto high = plain(plot.x.high);
    put_small(canvas, box.x, line, plain(plot.x.low), Align::left, soft);
    put_small(canvas, plot.centre().x, line, plain(middle_of(plot.x)), Align::centre, soft);
    put_small(canvas, right, line, high, Align::right, soft);

    const float tip = plot.x_title_below ? right : right - small_width(canvas, high) - 24;
    float middle = plot.x_title_below ? line + line_height : line;
    draw_arrow(canvas, {tip - arrow, middle}, {tip, middle}, soft);
    for (const std::string& words :
         wrapped(canvas, map.x->title, box.width - arrow - beside_arrow, small, Weight::regular)) {
        put_small(canvas, tip - arrow - beside_arrow, middle, words, Align::right, soft);
        middle += line_height;
    }
}

bool fits_between_numbers(const Ruler& ruler, const model::OnMap& map, const MapPlot& plot) {
    const float room = plot.box.width / 2 - small_width(ruler, plain(middle_of(plot.x))) / 2 -
                       small_width(ruler, plain(plot.x.high)) - 24;
    return small_width(ruler, map.x->title) + arrow + beside_arrow + 16 <= room;
}

}

Point MapPlot::place(double at_x, double at_y) const {
    const auto share = [](const Range& range, double value) {
        return range.high > range.low ? static_cast<float>((value - range.low) / (range.high - range.low)) : 0.5F;
    };
    return {box.x + share(x, at_x) * box.width, box.y + (1 - share(y, at_y)) * box.height};
}

std::array<MapPlot::Quarter, 4> MapPlot::quarters() const {
    const float w = box.width / 2, h = box.height / 2;
    return {{{{box.x, box.y + h, w, h}, model::Region::low_low, false, false},
             {{box.x, box.y, w, h}, model::Region::low_high, false, true},
             {{box.x + w, box.y + h, w, h}, model::Region::high_low, true, false},
             {{box.x + w, box.y, w, h}, model::Region::high_high, true, true}}};
}

MapPlot lay_out_map(const Ruler& ruler, const model::OnMap& map, Point at, float width, float height) {
    MapPlot plot{.box = {}, .x = range_of(*map.x), .y = range_of(*map.y), .y_title = {}};
    const float left = std::max({small_width(ruler, plain(plot.y.low)), small_width(ruler, plain(middle_of(plot.y))),
                                 small_width(ruler, plain(plot.y.high))}) +
                       12;
    const float widest_plot = width - left - point_radius;
    plot.y_title = wrapped(ruler, map.y->title, widest_plot - 24, small, Weight::regular);
    const float above = line_height * static_cast<float>(plot.y_title.size()) + 8;
    float below = 8 + line_height;
    const auto fill = [&] {
        const float high = std::max(height - above - below, least_height);
        plot.box = {at.x + left, at.y + above,
                    std::min(widest_plot, std::max(high * broader, least_width(ruler, *map.module->map))), high};
        plot.bottom = plot.box.y + high + below;
    };
    fill();
    plot.x_title_below = !fits_between_numbers(ruler, map, plot);
    if (plot.x_title_below) {
        const auto lines = wrapped(ruler, map.x->title, plot.box.width - arrow - beside_arrow, small, Weight::regular);
        below += line_height * static_cast<float>(lines.size());
        fill();
    }
    return plot;
}

void draw_ground(Canvas& canvas, const model::OnMap& map, const MapPlot& plot, const PictureColors& colors) {
    draw_regions(canvas, plot, colors);
    draw_y_axis(canvas, plot, colors.score.soft);
    draw_x_axis(canvas, map, plot, colors.score.soft);
}

}
