// Scores of points: each answer counts what the form says, whatever the others' ranges.
#include "a_form.hpp"
#include "model/case/compared.hpp"
#include "model/form/asked_form.hpp"
#include "model/scoring/change.hpp"
#include <algorithm>

using namespace model_tests;

namespace {

// q1 is a choice of 1 to 4 that counts 0, 1, 1, 5; q2 a number of 0 to 30 that counts from 7 on one, from 21 on two; q3
// a number of 0 to 10 that counts as it is. Twice 10 are added, and all is halved.
Form points() {
    Form made = form(3, 0, 0, 3, Method::points);
    made.module.items[0].choices = {{1, "a"}, {2, "b"}, {3, "c"}, {4, "d"}};
    made.module.items[1].kind = made.module.items[2].kind = ItemKind::number;
    made.module.items[1].maximum = 30;
    made.module.items[2].maximum = 10;
    made.scale.keys[0].points = {{1, 0}, {2, 1}, {3, 1}, {4, 5}};
    made.scale.keys[1].points = {{0, 0}, {7, 1}, {21, 2}};
    made.scale.add = 20;
    made.scale.divide_by = 2;
    made.scale.minimum = 10;
    made.scale.maximum = 19;
    made.scale.uncertainty = Uncertainty::none;
    return made;
}

Form count() {
    Form made = form(3, 0, 0, 1, Method::points);
    for (auto& item : made.module.items)
        item.maximum = 3;
    for (auto& key : made.scale.keys) {
        key.points = {{0, 1}};
        key.unanswered = 0;
    }
    made.scale.maximum = 3;
    made.scale.uncertainty = Uncertainty::none;
    return made;
}

}

TEST_CASE("points are added, and the sum divided, once at the end") {
    CHECK(scored(points(), {1, 0, 0}).value == 10.0);
    CHECK(scored(points(), {4, 30, 10}).value == 18.5); // (20 + 5 + 2 + 10) / 2
    CHECK(scored(points(), {2, 6, 3}).value == 12.0);   // (20 + 1 + 0 + 3) / 2
    CHECK(scored(points(), {3, 7, 3}).value == 12.5);
    CHECK(scored(points(), {3, 20, 3}).value == 12.5);
    CHECK(scored(points(), {3, 21, 3}).value == 13.0);
    const auto made = scored(points(), {4, 30, 10});
    CHECK_FALSE(made.band.has_value());
    CHECK(made.answered == 3);
    CHECK(made.trace[0].scored == 5);
    CHECK(made.trace[1].scored == 2);
    CHECK(made.trace[2].scored == 10);
}

TEST_CASE("points need every answer, and one that the item cannot have is none") {
    CHECK_FALSE(scored(points(), {std::nullopt, 30, 10}).value.has_value());
    CHECK_FALSE(scored(points(), {4, std::nullopt, 10}).value.has_value());
    CHECK_FALSE(scored(points(), {4, 30, std::nullopt}).value.has_value());
    CHECK_FALSE(scored(points(), {5, 30, 10}).value.has_value());
    CHECK_FALSE(scored(points(), {4, 31, 10}).value.has_value());
    CHECK_FALSE(scored(points(), {4, 30, -1}).value.has_value());
}

TEST_CASE("what counts without an answer counts then, and nothing answered is still no score") {
    CHECK(scored(count(), {0, 3, 1}).value == 3.0);
    CHECK(scored(count(), {std::nullopt, 3, std::nullopt}).value == 1.0);
    CHECK(scored(count(), {std::nullopt, 3, std::nullopt}).answered == 1);
    CHECK_FALSE(scored(count(), {std::nullopt, std::nullopt, std::nullopt}).value.has_value());
    CHECK_FALSE(score(count().module, count().scale, {}).value.has_value());
    // An answer of another range was given and is not known to count: that is no skip.
    CHECK_FALSE(scored(count(), {9, 3, 1}).value.has_value());
}

TEST_CASE("the range of points is what the answers there are can give") {
    const auto made = points();
    const auto range = points_range(made.module, made.scale);
    CHECK(range.low == 10.0);
    CHECK(range.high == 18.5);
    CHECK(score_range(made.scale).low == 10.0);
    CHECK(score_range(made.scale).high == 19.0);
    CHECK(points_range(count().module, count().scale).high == 3.0);
    CHECK(points_range(count().module, count().scale).low == 0.0);
    Dice dice;
    for (int round = 0; round < 200; ++round) {
        const auto value = scored(made, {dice.between(1, 4), dice.between(0, 30), dice.between(0, 10)}).value;
        REQUIRE(value.has_value());
        CHECK(*value >= range.low);
        CHECK(*value <= range.high);
    }
}

TEST_CASE("change of points is of the two scores, and only where the same answers count the same") {
    const auto made = points();
    const auto found = change(made.scale, scored(made, {1, 0, 0}), scored(made, {4, 30, 10}));
    REQUIRE(found.has_value());
    CHECK(found->first == 10.0);
    CHECK(found->second == 18.5);
    CHECK(found->against == Against::nothing);
    CHECK_FALSE(found->stands_out);
    const auto counted = change(count().scale, scored(count(), {1, std::nullopt, 1}), scored(count(), {1, 1, 1}));
    REQUIRE(counted.has_value());
    CHECK(counted->first == 2.0);
    CHECK(counted->second == 3.0);
    CHECK(measure_alike(made.scale, made.scale));
    auto other = made.scale;
    other.keys[0].points[3].points = 4;
    CHECK_FALSE(measure_alike(made.scale, other));
    other = made.scale;
    other.add = 0;
    CHECK_FALSE(measure_alike(made.scale, other));
    other = made.scale;
    other.divide_by.reset();
    CHECK_FALSE(measure_alike(made.scale, other));
}

TEST_CASE("points are kept with a form, and a form without them is kept in the bytes it always had") {
    auto module = points().module;
    module.scales = {points().scale, count().scale};
    Content content;
    content.modules[module.id] = module;
    const auto kept = decode_contents(encode(Contents{{"en", content}}));
    REQUIRE(kept.has_value());
    CHECK(kept->at("en").modules.at(module.id) == module);

    const auto plain = form(2, 0, 3, 2, Method::sum);
    auto old = plain.module;
    old.items.clear();
    old.scales = {plain.scale};
    const auto bytes = encode(old);
    CHECK(std::string(bytes.begin(), bytes.end()) ==
          R"({"id":"m","scales":[{"id":"s","keys":[{"item":"q1"},{"item":"q2"}],"least_answered":2,"maximum":3,)"
          R"("method":"sum","strength_at":"high","uncertainty":"own_mean"}]})");
}
