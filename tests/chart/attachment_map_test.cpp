#include "pictures.hpp"
#include <doctest/doctest.h>

using namespace pictures;
using model::Partner;

namespace {

constexpr chart::Room room{472, 480};
constexpr chart::Point at{88, 216};

// A map of the couple's own making: items q1 and q2 are x, q3 and q4 are y, on 1 to 7.
struct AMap {
    model::Module module = a_scored_module();
    model::OnMap map;

    AMap() {
        auto &scales = module.scales, whole = scales;
        scales = {whole[0], whole[0]};
        scales[0].id = {"x"};
        scales[0].title = "Avoidance";
        scales[0].keys = {{{"q1"}, false}, {{"q2"}, false}};
        scales[1].id = {"y"};
        scales[1].title = "Anxiety";
        scales[1].keys = {{{"q3"}, false}, {{"q4"}, false}};
        for (auto& scale : scales) {
            scale.least_answered = 2;
            scale.error_floor =
                model::ErrorFloor{.value = 0.3, .day = 0.4, .source = "A study"}; // less than the errors
        }
        module.map = model::Map{{"x"}, {"y"}, "Secure", "Anxious (ambivalent)", "Avoidant", "Fearful (disorganized)"};
        map = {&module, &module.scales[0], &module.scales[1], {}};
    }
    AMap(const AMap&) = delete;
    AMap& operator=(const AMap&) = delete;

    void put(Partner partner, const std::vector<int>& answers) {
        const auto given = chosen(answers);
        map.points.of(partner) = model::MapPoint{model::position_on_map(module, given), given.size(), 4};
    }
    Picture drawn(const chart::Names& names = short_names, chart::Room in = room) const {
        Picture picture;
        picture.drawn = chart::draw_map(picture.canvas, map, names, at, in, colors);
        return picture;
    }
};

chart::Box reach_of(const std::vector<chart::Point>& points) {
    const auto [left, right] = std::ranges::minmax_element(points, {}, &chart::Point::x);
    const auto [top, bottom] = std::ranges::minmax_element(points, {}, &chart::Point::y);
    return {left->x, top->y, right->x - left->x, bottom->y - top->y};
}

// The regions together, from the rounded ones.
chart::Box plot_of(const RecordedCanvas& canvas) {
    const auto colored = [&](int shade) {
        return std::ranges::find_if(canvas.bars, [&](const auto& bar) { return bar.color.r == shade; })->box;
    };
    const auto foot = colored(10), head = colored(13);
    return {foot.x, head.y, head.x + head.width - foot.x, foot.y + foot.height - head.y};
}

}

TEST_CASE("a point stands at its two scores, and the ellipse reaches 2.448 standard errors from it") {
    AMap sample;
    sample.put(Partner::a, {2, 4, 5, 6}); // x 3, SE 1; y 5.5, SE 0.5
    const auto canvas = sample.drawn().canvas;
    const auto plot = plot_of(canvas);
    const float unit_x = plot.width / 6, unit_y = plot.height / 6;
    const auto disc = std::ranges::find(canvas.discs, 10.0F, &RecordedCanvas::Shape::radius);
    REQUIRE(disc != canvas.discs.end());
    CHECK(disc->centre.x == doctest::Approx(plot.x + 2 * unit_x));
    CHECK(disc->centre.y == doctest::Approx(plot.y + 1.5F * unit_y));
    REQUIRE(canvas.polygons.size() == 1);
    const auto ellipse = reach_of(canvas.polygons[0].corners);
    CHECK(ellipse.height == doctest::Approx(2 * 2.448F * 0.5F * unit_y).epsilon(0.002));
    CHECK(ellipse.y + ellipse.height / 2 == doctest::Approx(disc->centre.y).epsilon(0.002));
    // To the left it would leave the scale, and ends where that does.
    CHECK(ellipse.x == doctest::Approx(plot.x));
    CHECK(ellipse.x + ellipse.width == doctest::Approx(disc->centre.x + 2.448F * unit_x).epsilon(0.002));
}

TEST_CASE("partner A's ellipse is one line and partner B's is dashed") {
    AMap sample;
    sample.put(Partner::a, {3, 4, 5, 6});
    const auto one = sample.drawn().canvas;
    const auto outlines = [](const RecordedCanvas& canvas, chart::Color color) {
        return std::ranges::count_if(canvas.curve_looks,
                                     [&](const auto& appearance) { return appearance.color == color; });
    };
    CHECK(outlines(one, some_colors.a) == 1);
    sample.put(Partner::b, {3, 4, 2, 3});
    CHECK(outlines(sample.drawn().canvas, some_colors.b) > 8);
}

TEST_CASE("both at the same place are a ring round a disc, and each has a target of its own") {
    AMap sample;
    sample.put(Partner::a, {3, 4, 5, 6});
    sample.put(Partner::b, {3, 4, 5, 6});
    const auto [canvas, drawn] = sample.drawn();
    const auto ring = std::ranges::find(canvas.rings, 9.0F, &RecordedCanvas::Shape::radius);
    const auto disc = std::ranges::find(canvas.discs, 4.5F, &RecordedCanvas::Shape::radius);
    REQUIRE(ring != canvas.rings.end());
    REQUIRE(disc != canvas.discs.end());
    CHECK(ring->centre.x == disc->centre.x);
    REQUIRE(drawn.hits.size() == 2);
    check_picture(sample.drawn(), at, room.width);
}

TEST_CASE("what the ellipses could be is said in words, and a place that is not there too") {
    AMap sample;
    sample.put(Partner::a, {3, 4, 1, 1}); // x crosses the middle
    sample.put(Partner::b, {0, 0, 4, 4});
    const auto whole = [&] {
        std::string text;
        for (const auto& words : sample.drawn(short_names, {.width = 640, .height = 640}).canvas.words)
            text += words.text + " ";
        return text;
    }();
    CHECK(whole.find("Maya answered 4 of 4. Could be “Secure” or “Avoidant”.") != std::string::npos);
    CHECK(whole.find("Jordan answered 2 of 4. No place on the map: too few answers.") != std::string::npos);
}

TEST_CASE("a target opens the scores of the partner whose point it holds") {
    AMap sample;
    sample.put(Partner::a, {2, 3, 5, 6});
    sample.put(Partner::b, {5, 6, 2, 3});
    const auto [canvas, drawn] = sample.drawn();
    REQUIRE(drawn.hits.size() == 2);
    for (const auto& hit : drawn.hits) {
        const auto& shapes = hit.partner == Partner::a ? canvas.discs : canvas.rings;
        const auto point = std::ranges::find(shapes, 10.0F, &RecordedCanvas::Shape::radius)->centre;
        CHECK(point.x == doctest::Approx(hit.box.x + hit.box.width / 2));
        CHECK(point.y == doctest::Approx(hit.box.y + hit.box.height / 2));
        CHECK(hit.module.value == "m");
        CHECK_FALSE(hit.scale.has_value());
    }
    CHECK(drawn.hits[0].words.find("Avoidance 2.5, Anxiety 5.5") != std::string::npos);
}

TEST_CASE("wherever the points are, words stand within the map and over nothing") {
    for (const auto& names : {short_names, long_names})
        for (const int a : {1, 3, 4, 7})
            for (const int b : {1, 4, 6})
                for (const chart::Room in :
                     {room, chart::Room{700, 900}, chart::Room{800, 300}, chart::Room{320, 420}}) {
                    AMap sample;
                    sample.put(Partner::a, {a, a, 8 - a, 7});
                    sample.put(Partner::b, {b, b > 3 ? b - 2 : b, b, a});
                    CAPTURE(a);
                    CAPTURE(b);
                    CAPTURE(in.width);
                    check_picture(sample.drawn(names, in), at, in.width);
                }
}

TEST_CASE("the shipped form's map holds in both languages") {
    in_both_languages(couple::after_a_first_visit(), [](const couple::ACouple& made) {
        const auto view = model::overview_of(made.content, made.file, 0);
        REQUIRE(view.maps.size() == 1);
        for (const auto& names : {short_names, long_names}) {
            Picture picture;
            picture.drawn = chart::draw_map(picture.canvas, view.maps[0], names, at, room, colors);
            check_picture(picture, at, room.width);
            CHECK(picture.drawn.height <= room.height + 0.5F);
        }
    });
}
