#include "chart/signature.hpp"
#include "recorded_canvas.hpp"
#include <doctest/doctest.h>

using chart::Box;
using chart::Point;

namespace {

constexpr Box box{100, 50, 300, 100};

model::Stroke wave(int points) {
    model::Stroke stroke;
    for (int i = 0; i < points; ++i)
        stroke.push_back(
            {static_cast<std::uint16_t>(i * 3000 / points), static_cast<std::uint16_t>(i % 2 == 0 ? 200 : 800)});
    return stroke;
}

}

TEST_CASE("a line begins and ends where the finger did, and stays within the box") {
    const auto line = chart::smooth({{0, 0}, {1500, 1000}, {3000, 500}}, box);
    REQUIRE(line.size() > 3);
    CHECK(line.front().x == doctest::Approx(100));
    CHECK(line.front().y == doctest::Approx(50));
    CHECK(line.back().x == doctest::Approx(400));
    CHECK(line.back().y == doctest::Approx(100));
    for (const Point at : chart::smooth(wave(300), box)) {
        CHECK(at.x >= 100);
        CHECK(at.x <= 400);
        CHECK(at.y >= 50);
        CHECK(at.y <= 150);
    }
}

TEST_CASE("a corner is rounded: no turn of the line is sharp, and no step is long") {
    const auto line = chart::smooth({{0, 500}, {600, 100}, {1200, 900}, {1800, 100}, {2400, 500}}, box);
    for (std::size_t i = 2; i < line.size(); ++i) {
        const Point before{line[i - 1].x - line[i - 2].x, line[i - 1].y - line[i - 2].y};
        const Point after{line[i].x - line[i - 1].x, line[i].y - line[i - 1].y};
        const float along = before.x * after.x + before.y * after.y;
        CHECK(along > 0); // less than a right angle at a time
    }
}

TEST_CASE("a dot is a disc, a stroke a curve, and nothing is drawn of an empty one") {
    RecordedCanvas canvas;
    chart::draw_signature(canvas, {{{{1500, 500}}, {{0, 0}, {3000, 1000}}, {}}, ""}, box, {});
    REQUIRE(canvas.discs.size() == 1);
    CHECK(canvas.discs[0].centre.x == doctest::Approx(250));
    CHECK(canvas.discs[0].centre.y == doctest::Approx(100));
    CHECK(canvas.curves.size() == 1);
    RecordedCanvas typed;
    chart::draw_signature(typed, {{}, "Maya"}, box, {});
    CHECK(typed.curves.empty());
    CHECK(typed.discs.empty());
}
