#include "chart/attachment_map.hpp"
#include "chart/label_placement.hpp"
#include "chart/legend.hpp"
#include "chart/map_plot.hpp"
#include "chart/unseen.hpp"
#include "core/i18n.hpp"
#include "core/numbers.hpp"
#include <algorithm>
#include <cmath>

namespace chart {
namespace {

using core::fill;
using core::tr;

constexpr float point_radius = 10;
constexpr float same_place = 9; // closer together than this, one point would hide the other
constexpr float words_beside = 260, column_gap = 24;

// Every region that the ellipse reaches.
std::string place_words(const model::OnMap& map, const model::MapPoint& point) {
    if (!point.position) return tr("score.no-place", "No place on the map: too few answers.");
    std::vector<std::string> in;
    for (const model::Region region : point.position->touched)
        in.push_back(model::region_name(*map.module->map, region));
    in.resize(std::max<std::size_t>(in.size(), 3));
    switch (point.position->touched.size()) {
    case 1:
        return fill(tr("map.in-one", "Point and range lie in “{a}”."), {{"a", in[0]}});
    case 2:
        return fill(tr("map.in-two", "Could be “{a}” or “{b}”."), {{"a", in[0]}, {"b", in[1]}});
    case 3:
        return fill(tr("map.in-three", "Could be “{a}”, “{b}” or “{c}”."), {{"a", in[0]}, {"b", in[1]}, {"c", in[2]}});
    default:
        return tr("map.in-four", "Could be any of the four.");
    }
}

struct OnPlot {
    model::Partner partner;
    Ellipse ellipse;
    Box target;
};

// A target from `at`, or as near to it as the ends let it be.
float kept_between(float at, float start, float length, float target) {
    return std::clamp(at, start, start + length - target);
}

Box target_round(Point at, const Box& plot, float target) {
    return {kept_between(at.x - target / 2, plot.x, plot.width, target),
            kept_between(at.y - target / 2, plot.y, plot.height, target), target, target};
}

// Beside or above each other where they would overlap, each on its own point's side.
void part_targets(std::vector<OnPlot>& people, const Box& plot, float target) {
    if (people.size() < 2 || !overlap(people[0].target, people[1].target)) return;
    const Point a = people[0].ellipse.centre, b = people[1].ellipse.centre;
    const Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
    const auto has_room = [target](float at, float start, float length) {
        return at >= start + target && at <= start + length - target;
    };
    const bool room_beside = has_room(middle.x, plot.x, plot.width),
               room_above = has_room(middle.y, plot.y, plot.height);
    const bool beside = room_beside == room_above ? std::abs(a.x - b.x) >= std::abs(a.y - b.y) : room_beside;
    OnPlot& first = (beside ? a.x <= b.x : a.y <= b.y) ? people[0] : people[1];
    OnPlot& second = &first == &people[0] ? people[1] : people[0];
    if (beside) {
        second.target.x = std::clamp(middle.x, plot.x + target, plot.x + plot.width - target);
        first.target.x = second.target.x - target;
    } else {
        second.target.y = std::clamp(middle.y, plot.y + target, plot.y + plot.height - target);
        first.target.y = second.target.y - target;
    }
}

class Drawing {
public:
    Drawing(Canvas& canvas, const model::OnMap& map, const Names& names, const PictureColors& colors)
        : m_canvas(canvas), m_map(map), m_names(names), m_colors(colors) {}

    Drawn run(Point at, const Room& room, MapWords wanted) {
        m_target = room.target;
        if (wanted == MapWords::left_out) return {draw_plot(at, room.width, room.height) - at.y, std::move(m_hits)};
        if (wanted == MapWords::brief) return brief(at, room);
        const bool beside = room.width > room.height * 1.35F && room.width >= 2 * words_beside;
        const float words_width = beside ? std::max(words_beside, room.width * 0.36F) : room.width;
        const float map_width = beside ? room.width - words_width - column_gap : room.width;
        Unseen unseen(m_canvas);
        const float words_height = words(unseen, {}, words_width);
        const float map_height = beside ? room.height : room.height - words_height - 16;
        float end = draw_plot(at, map_width, map_height);
        if (beside) {
            const Point to{m_plot.box.x + m_plot.box.width + column_gap + 8, m_plot.box.y};
            end = std::max(end, to.y + words(m_canvas, to, at.x + room.width - to.x));
        } else {
            end += 16 + words(m_canvas, {at.x, end + 16}, words_width);
        }
        return {end - at.y, std::move(m_hits)};
    }

private:
    Drawn brief(Point at, const Room& room) {
        std::vector<LegendEntry> entries;
        for (const model::Partner partner : model::both_partners)
            if (const auto& point = m_map.points.of(partner))
                entries.push_back({partner, fill(tr("map.count", "{name} {answered} of {of}"),
                                                 {{"name", m_names.of(partner)},
                                                  {"answered", std::to_string(point->answered)},
                                                  {"of", std::to_string(point->items)}})});
        Unseen unseen(m_canvas);
        const Room line{.width = room.width};
        const float height = draw_legend(unseen, entries, {}, line, Stand::left, m_colors.score);
        const float end = draw_plot(at, room.width, room.height - height - 8) + 8;
        return {end + draw_legend(m_canvas, entries, {at.x, end}, line, Stand::left, m_colors.score) - at.y,
                std::move(m_hits)};
    }

    float words(Canvas& canvas, Point at, float width) {
        float y = at.y;
        for (const model::Partner partner : model::both_partners) {
            const auto entry = map_entry(m_map, m_names, partner);
            if (entry.empty()) continue;
            y += draw_legend(canvas, {{partner, entry}}, {at.x, y}, {.width = width}, Stand::left, m_colors.score);
        }
        y += 8;
        for (const std::string& line : wrapped(canvas, map_guide(), width, small, Weight::regular)) {
            put_small(canvas, at.x, y + line_height / 2, line, Align::left, m_colors.score.soft);
            y += line_height;
        }
        return y - at.y;
    }

    float draw_plot(Point at, float width, float height) {
        m_plot = lay_out_map(m_canvas, m_map, at, width, height);
        draw_ground(m_canvas, m_map, m_plot, m_colors);
        find_people();
        draw_people();
        return m_plot.bottom;
    }

    void find_people() {
        for (const model::Partner partner : model::both_partners) {
            const auto& point = m_map.points.of(partner);
            if (!point || !point->position) continue;
            const auto& position = *point->position;
            const Point centre = m_plot.place(position.x, position.y);
            const Point reach = m_plot.place(position.x + position.semi_x, position.y + position.semi_y);
            m_people.push_back({partner,
                                {centre, reach.x - centre.x, centre.y - reach.y},
                                target_round(centre, m_plot.box, m_target)});
        }
        part_targets(m_people, m_plot.box, m_target);
        for (const OnPlot& one : m_people) {
            const auto& position = *m_map.points.of(one.partner)->position;
            m_hits.push_back({.box = one.target,
                              .partner = one.partner,
                              .module = m_map.module->id,
                              .scale = {},
                              .item = {},
                              .words = fill(tr("map.point", "{name}: {x_title} {x}, {y_title} {y}. {place}"),
                                            {{"name", m_names.of(one.partner)},
                                             {"x_title", m_map.x->title},
                                             {"x", core::decimal(position.x, 1)},
                                             {"y_title", m_map.y->title},
                                             {"y", core::decimal(position.y, 1)},
                                             {"place", place_words(m_map, *m_map.points.of(one.partner))}})});
        }
    }

    void draw_people() {
        for (const OnPlot& one : m_people) {
            const auto line = outline_of(one.ellipse);
            const auto inside = within(std::span(line).first(line.size() - 1), m_plot.box);
            if (inside.size() > 2) m_canvas.fill_polygon(inside, faded(m_colors.score.surface, 0.55));
        }
        for (const OnPlot& one : m_people)
            for (const auto& piece : pieces_within(outline_of(one.ellipse), m_plot.box)) {
                if (one.partner == model::Partner::a)
                    m_canvas.curve(piece, 2.5F, m_colors.score.a);
                else
                    draw_dashed(m_canvas, piece, ellipse_dash, 2.5F, m_colors.score.b);
            }
        draw_names();
        const auto at = [&](std::size_t i) { return m_people[i].ellipse.centre; };
        if (m_people.size() == 2 && std::hypot(at(0).x - at(1).x, at(0).y - at(1).y) < same_place)
            return draw_both_points(m_canvas, at(0), at(1), m_colors.score);
        for (const OnPlot& one : m_people) {
            if (one.partner == model::Partner::a)
                m_canvas.disc(one.ellipse.centre, point_radius, m_colors.score.a);
            else
                m_canvas.ring(one.ellipse.centre, point_radius, 4, m_colors.score.b, m_colors.score.surface);
        }
    }

    // The regions' names in their corners, the partners' beside their ellipses; nothing over anything.
    void draw_names() {
        FreePlace free(m_plot.box);
        for (const OnPlot& one : m_people) {
            free.keep_off(one.target);
            free.avoid(one.ellipse);
        }
        for (const MapPlot::Quarter& quarter : m_plot.quarters())
            draw_region_name(free, quarter);
        for (std::size_t i = 0; i < m_people.size(); ++i) {
            const auto lines =
                wrapped(m_canvas, m_names.of(m_people[i].partner), m_plot.box.width / 2, small, Weight::bold);
            draw_lines(
                free, free.beside(i, widest(m_canvas, lines, Weight::bold) + 1, height_of(lines), home_of(m_people[i])),
                lines, Align::centre, m_colors.score.ink, Weight::bold);
        }
    }

    // The region in which its point lies.
    Box home_of(const OnPlot& one) const {
        for (const auto& quarter : m_plot.quarters())
            if (holds(quarter.box, {one.ellipse.centre.x, one.ellipse.centre.y, 0, 0})) return quarter.box;
        return m_plot.box;
    }

    static float height_of(const std::vector<std::string>& lines) {
        return line_height * static_cast<float>(lines.size());
    }

    // The name, or where it has no room what stands of it before a word in brackets.
    void draw_region_name(FreePlace& free, const MapPlot::Quarter& quarter) {
        const auto name = model::region_name(*m_map.module->map, quarter.region);
        if (put_region_name(free, quarter, name)) return;
        if (const auto bracket = name.find(" ("); bracket != std::string::npos)
            put_region_name(free, quarter, name.substr(0, bracket));
    }
    bool put_region_name(FreePlace& free, const MapPlot::Quarter& quarter, const std::string& name) {
        const Box& box = quarter.box;
        for (const float inset : {16.0F, 8.0F}) {
            if (longest_word(name) > box.width - 2 * inset) continue; // no word is broken
            const auto lines = wrapped(m_canvas, name, box.width - 2 * inset, small, Weight::regular);
            const float width = widest(m_canvas, lines) + 1, height = height_of(lines);
            const float left = box.x + inset, right = box.x + box.width - inset - width;
            const float top = box.y + 10, foot = box.y + box.height - 10 - height;
            const float outer = quarter.right ? right : left, inner = quarter.right ? left : right;
            const float high = quarter.top ? top : foot, low = quarter.top ? foot : top;
            if (lines.empty() || height + 20 > box.height || width + 2 * inset > box.width + 1) continue;
            const auto place = free.first({{outer, high, width, height},
                                           {inner, high, width, height},
                                           {outer, low, width, height},
                                           {inner, low, width, height},
                                           {outer, (top + foot) / 2, width, height},
                                           {inner, (top + foot) / 2, width, height}});
            if (!place) continue;
            draw_lines(free, place, lines, quarter.right ? Align::right : Align::left, m_colors.score.soft,
                       Weight::regular);
            return true;
        }
        return false;
    }

    float longest_word(std::string_view name) const {
        float widest = 0;
        for (std::size_t begin = 0; begin < name.size();) {
            const auto end = std::min(name.find(' ', begin), name.size());
            widest = std::max(widest, small_width(m_canvas, name.substr(begin, end - begin)));
            begin = end + 1;
        }
        return widest;
    }

    void draw_lines(FreePlace& free, const std::optional<Box>& place, const std::vector<std::string>& lines,
                    Align align, Color color, Weight weight) {
        if (!place) return;
        const float x = align == Align::left    ? place->x
                        : align == Align::right ? place->x + place->width
                                                : place->x + place->width / 2;
        float middle = place->y + line_height / 2;
        for (const std::string& line : lines) {
            put_small(m_canvas, x, middle, line, align, color, weight);
            middle += line_height;
        }
        free.keep_off(*place);
    }

    Canvas& m_canvas;
    const model::OnMap& m_map;
    const Names& m_names;
    const PictureColors& m_colors;
    MapPlot m_plot;
    float m_target = 48;
    std::vector<OnPlot> m_people;
    std::vector<Hit> m_hits;
};

}

std::string map_entry(const model::OnMap& map, const Names& names, model::Partner partner) {
    const auto& point = map.points.of(partner);
    if (!point) return {};
    return fill(tr("map.entry", "{name} answered {answered} of {of}. {place}"),
                {{"name", names.of(partner)},
                 {"answered", std::to_string(point->answered)},
                 {"of", std::to_string(point->items)},
                 {"place", place_words(map, *point)}});
}

std::string map_guide() {
    return tr("map.guide", "Lines mark the middle of each scale. A guide for talking, not a diagnosis.");
}

Drawn draw_map(Canvas& canvas, const model::OnMap& map, const Names& names, Point at, const Room& room,
               const PictureColors& colors, MapWords words) {
    return Drawing(canvas, map, names, colors).run(at, room, words);
}

}
