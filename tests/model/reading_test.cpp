#include "a_form.hpp"
#include "model/scoring/map_position.hpp"
#include "model/scoring/reading.hpp"

using namespace model_tests;

namespace {

// A score with a band one wide to each side, or with none.
Score at(double value, bool band = true) {
    Score made;
    made.value = value;
    if (band) made.band = Band{value - 1, value + 1, 0.5};
    return made;
}

Cut cut(double at, Side side, Bound bound) {
    return Cut{at, side, bound, {}, {}};
}

}

TEST_CASE("a score on the line lies there when the cut is inclusive, and does not when it is exclusive") {
    auto read = [](Side side, Bound bound, double value) { return reached(cut(10, side, bound), at(value, false)); };
    CHECK(read(Side::above, Bound::inclusive, 10) == Reached::yes);
    CHECK(read(Side::above, Bound::exclusive, 10) == Reached::no);
    CHECK(read(Side::below, Bound::inclusive, 10) == Reached::yes);
    CHECK(read(Side::below, Bound::exclusive, 10) == Reached::no);
    CHECK(read(Side::above, Bound::exclusive, 10.01) == Reached::yes);
    CHECK(read(Side::below, Bound::inclusive, 10.01) == Reached::no);
    CHECK(read(Side::above, Bound::inclusive, 9.99) == Reached::no);
    CHECK(read(Side::below, Bound::exclusive, 9.99) == Reached::yes);
}

TEST_CASE("a band that crosses the line could be either") {
    Cut above = cut(10, Side::above, Bound::inclusive);
    CHECK(reached(above, at(12)) == Reached::yes);
    CHECK(reached(above, at(11)) == Reached::yes); // 10 to 12: 10 itself lies there
    CHECK(reached(above, at(10.5)) == Reached::either);
    CHECK(reached(above, at(9)) == Reached::either); // 8 to 10
    CHECK(reached(above, at(8.9)) == Reached::no);
    CHECK(reached(cut(10, Side::above, Bound::exclusive), at(9)) == Reached::no);
    CHECK(reached(cut(10, Side::above, Bound::exclusive), at(11)) == Reached::either);
}

TEST_CASE("a score that was not made lies nowhere") {
    CHECK_FALSE(reached(cut(10, Side::above, Bound::inclusive), Score{}).has_value());
}

TEST_CASE("a norm says how many standard deviations from its mean") {
    // (3.5 - 2.9) / 1.2 = 0.5
    CHECK(standard_score(Norm{"Adults", 2.9, 1.2, "A manual"}, 3.5) == near(0.5));
    CHECK(standard_score(Norm{"Adults", 2.9, 1.2, "A manual"}, 2.3) == near(-0.5));
}

TEST_CASE("the ellipse on the map has semi-axes of 2.448 standard errors, worked by hand") {
    // x: 3 and 4, mean 3.5, sd sqrt(0.5), SE = sqrt(0.5) / sqrt(2) = 0.5: 2.448 * 0.5 = 1.224, over the line at 4.
    // y: sd 1.2, r 0.84, SEM 0.48: 2.448 * 0.48 = 1.17504; 1 and 3, mean 2, and 3.17504 stays below the line.
    Form made = form(4, 1, 7, 2);
    Scale x = made.scale, y = made.scale;
    x.id = {"x"};
    x.keys.resize(2);
    x.error_floor = ErrorFloor{.value = 0.4, .day = 0.4, .source = "A study"};
    y.id = {"y"};
    y.keys.erase(y.keys.begin(), y.keys.begin() + 2);
    y.uncertainty = Uncertainty::sem;
    y.standard_deviation = Published{1.2, "A manual"};
    y.reliability = Published{0.84, "A manual"};
    made.module.scales = {x, y};
    made.module.map = Map{{"x"}, {"y"}, "A", "B", "C", "D"};
    auto position = position_on_map(made.module, answers({3, 4, 1, 3}));
    REQUIRE(position.has_value());
    CHECK(position->x == 3.5);
    CHECK(position->y == 2.0);
    CHECK(position->semi_x == near(1.224));
    CHECK(position->semi_y == near(1.17504));
    CHECK(position->touched == std::vector{Region::low_low, Region::high_low});
    CHECK(region_name(*made.module.map, position->touched[1]) == "C");
    CHECK_FALSE(position_on_map(made.module, answers({3, std::nullopt, 1, 3})).has_value());
    made.module.map->y = {"z"};
    CHECK_FALSE(position_on_map(made.module, answers({3, 4, 1, 3})).has_value());
}
