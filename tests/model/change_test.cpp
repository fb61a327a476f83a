#include "a_form.hpp"
#include "model/scoring/change.hpp"

using namespace model_tests;

namespace {

Form with_error(std::size_t items, int minimum, int maximum, double deviation, double reliability) {
    Form made = form(items, minimum, maximum, 1);
    made.scale.uncertainty = Uncertainty::sem;
    made.scale.standard_deviation = Published{deviation, "A manual"};
    made.scale.reliability = Published{reliability, "A manual"};
    return made;
}

std::optional<Change> between(const Form& made, const Given& first, const Given& second) {
    return change(made.scale, scored(made, first), scored(made, second));
}

}

TEST_CASE("the example of Jacobson and Truax comes out as they print it") {
    // Clinical significance (1991), table 1 and p. 14: pretest 32.5, posttest 47.5, s1 = 7.5, r = .80;
    // SE = 7.5 * sqrt(.20) = 3.35, S_diff = sqrt(2 * 3.35^2) = 4.74, RC = 15 / 4.74 = 3.16.
    auto result = between(with_error(2, 0, 100, 7.5, 0.80), {32, 33}, {47, 48});
    REQUIRE(result.has_value());
    CHECK(result->first == 32.5);
    CHECK(result->second == 47.5);
    CHECK(result->index == doctest::Approx(3.162277660).epsilon(1e-9));
    CHECK(result->stands_out);
    CHECK(result->items == 2);
}

TEST_CASE("a change of less than 1.96 standard errors of the difference does not stand out from noise") {
    // SEM = 1.2 * 0.4 = 0.48, S_diff = 0.678822510: 1.25 / 0.678822510 = 1.841423909, 1.5 / 0.678822510 = 2.209708691.
    Form made = with_error(4, 1, 7, 1.2, 0.84);
    auto small = between(made, {2, 2, 2, 2}, {3, 3, 3, 4});
    REQUIRE(small.has_value());
    CHECK(small->index == near(1.841423909));
    CHECK_FALSE(small->stands_out);
    auto large = between(made, {4, 4, 3, 3}, {2, 2, 2, 2});
    REQUIRE(large.has_value());
    CHECK(large->index == near(-2.209708691));
    CHECK(large->stands_out);
}

TEST_CASE("only items answered both times count, and the error is that of so many items") {
    // Both times: q1 and q4. 2 and 2 before, 5 and 6 after: 2 and 5.5. SEM of 2 of 4 is 0.630270878 (published_test),
    // S_diff = 0.891337622, 3.5 / 0.891337622 = 3.926682...; q2 and q3 would have hidden it.
    Form made = with_error(4, 1, 7, 1.2, 0.84);
    auto result = between(made, {2, 7, std::nullopt, 2}, {5, std::nullopt, 1, 6});
    REQUIRE(result.has_value());
    CHECK(result->items == 2);
    CHECK(result->first == 2.0);
    CHECK(result->second == 5.5);
    CHECK(result->index == doctest::Approx(3.5 / (0.630270878 * 1.414213562)).epsilon(1e-8));
}

TEST_CASE("too few common items, or no score at one of the times, are no comparison") {
    Form made = with_error(4, 1, 7, 1.2, 0.84);
    made.scale.least_answered = 3;
    CHECK_FALSE(between(made, {2, 2, 2, std::nullopt}, {std::nullopt, 5, 5, 5}).has_value());
    CHECK_FALSE(between(made, {2, 2, std::nullopt, std::nullopt}, {5, 5, 5, 5}).has_value());
    CHECK(between(made, {2, 2, 2, std::nullopt}, {5, 5, 5, 5}).has_value());
}

TEST_CASE("a later, shorter form is compared over its own items alone") {
    Form whole = form(6, 1, 7, 5);
    Form part = form(3, 1, 7, 3);
    auto result = change(part.scale, scored(whole, {1, 2, 3, 7, 7, 7}), scored(part, {5, 6, 7}));
    REQUIRE(result.has_value());
    CHECK(result->items == 3);
    CHECK(result->first == 2.0);
    CHECK(result->second == 6.0);
    // Own error: sd 1, SE = 1 / sqrt(3) both times, less than the floor of three items, 0.85. A day: 0.4.
    // S_diff = sqrt(2 * (0.85^2 + 0.4^2)) = sqrt(1.765).
    CHECK(result->index == near(4 / std::sqrt(1.765)));
    CHECK(result->against == Against::own_answers);
    CHECK(result->stands_out);
}

TEST_CASE("a key that is reversed in one form alone is no comparison") {
    Form before = form(2, 1, 7, 2);
    Form after = before;
    after.scale.keys[0].reversed = true;
    CHECK_FALSE(change(after.scale, scored(before, {1, 2}), scored(after, {5, 6})).has_value());
}

TEST_CASE("answers that agree each time are held against the floor and a day") {
    // S_diff = sqrt(2 * (0.7^2 + 0.4^2)) = sqrt(1.3) = 1.140175425; 4 / S_diff = 3.508232078, 2 / S_diff = 1.754116039.
    const auto far = between(form(4, 1, 7, 1), {2, 2, 2, 2}, {6, 6, 6, 6});
    REQUIRE(far.has_value());
    CHECK(far->index == near(3.508232078));
    CHECK(far->stands_out);
    CHECK(far->noise == near(1.96 * 1.140175425));
    CHECK_FALSE(between(form(4, 1, 7, 1), {2, 2, 2, 2}, {4, 4, 4, 4})->stands_out);
}

TEST_CASE("a form's retest figure is what a change is held against, and it widens where items were left out") {
    for (Form made : {form(4, 1, 7, 1), with_error(4, 1, 7, 1.2, 0.84)}) {
        made.scale.retest = Published{0.3, "A study"};
        // S_diff = sqrt(2) * 0.3 = 0.424264069; 1 / S_diff = 2.357022604.
        const auto all = between(made, {2, 2, 3, 3}, {3, 3, 4, 4});
        REQUIRE(all.has_value());
        CHECK(all->against == Against::retest);
        CHECK(all->index == near(2.357022604));
        CHECK(all->stands_out);
        // Two of four: as much again by sqrt(2).
        CHECK(between(made, {2, 2, std::nullopt, 3}, {3, 3, 4, std::nullopt})->index ==
              near(2.357022604 / std::sqrt(2.0)));
    }
    CHECK(between(with_error(4, 1, 7, 1.2, 0.84), {2, 2, 3, 3}, {3, 3, 4, 4})->against == Against::published);
}

TEST_CASE("change backwards is the same change with the other sign") {
    Dice dice;
    for (int round = 0; round < 300; ++round) {
        Form made = round % 2 == 0 ? with_error(8, 1, 5, 0.9, 0.8) : form(8, 1, 5, 2);
        Given one = random_answers(dice, 8, 1, 5, 5), other = random_answers(dice, 8, 1, 5, 5);
        auto forth = between(made, one, other), back = between(made, other, one);
        REQUIRE(forth.has_value() == back.has_value());
        if (!forth) continue;
        CHECK(forth->stands_out == back->stands_out);
        CHECK(forth->index == near(-back->index));
    }
}
