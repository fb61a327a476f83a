#include "model/scoring/direction.hpp"
#include <doctest/doctest.h>
#include <utility>

using model::Direction;

namespace {

// The same four people so often that there are enough of them.
Direction of(std::initializer_list<std::pair<double, double>> people, int times) {
    Direction direction;
    for (int i = 0; i < times; ++i)
        for (const auto& [reversed, others] : people)
            direction.add(reversed, others);
    return direction;
}

}

TEST_CASE("items that go together correlate, worked by hand") {
    // x 1 2 3 4, y 2 1 4 3: means 2.5; products 0.75 + 0.75 + 0.75 + 0.75 = 3, squares 5 and 5: 3 / 5 = 0.6.
    const auto with = of({{1, 2}, {2, 1}, {3, 4}, {4, 3}}, 20);
    CHECK(with.correlation() == doctest::Approx(0.6).epsilon(1e-12));
    CHECK_FALSE(with.runs_against());
    const auto against = of({{4, 2}, {3, 1}, {2, 4}, {1, 3}}, 20);
    CHECK(against.correlation() == doctest::Approx(-0.6).epsilon(1e-12));
    CHECK(against.runs_against());
}

TEST_CASE("few people, or people who never differ, show nothing") {
    CHECK_FALSE(of({{4, 2}, {3, 1}, {2, 4}, {1, 3}}, 12).runs_against());
    CHECK(of({{4, 2}, {4, 1}}, 40).correlation() == 0);
    CHECK(Direction{}.correlation() == 0);
}
