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
    REQUIRE(result->index.has_value());
    CHECK(*result->index == doctest::Approx(3.162277660).epsilon(1e-9));
    CHECK(result->reliable);
    CHECK(result->items == 2);
}

TEST_CASE("a change of less than 1.96 standard errors of the difference does not stand out from noise") {
    // SEM = 1.2 * 0.4 = 0.48, S_diff = 0.678822510: 1.25 / 0.678822510 = 1.841423909, 1.5 / 0.678822510 = 2.209708691.
    Form made = with_error(4, 1, 7, 1.2, 0.84);
    auto small = between(made, {2, 2, 2, 2}, {3, 3, 3, 4});
    REQUIRE(small.has_value());
    CHECK(*small->index == near(1.841423909));
    CHECK_FALSE(small->reliable);
    auto large = between(made, {4, 4, 3, 3}, {2, 2, 2, 2});
    REQUIRE(large.has_value());
    CHECK(*large->index == near(-2.209708691));
    CHECK(large->reliable);
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
    CHECK(*result->index == doctest::Approx(3.5 / (0.630270878 * 1.414213562)).epsilon(1e-8));
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
    // Own error: sd 1, SE = 1 / sqrt(3) both times, S_diff = sqrt(2/3) = 0.816496581; 4 / 0.816496581 = 4.898979486.
    CHECK(*result->index == near(4.898979486));
    CHECK(result->reliable);
}

TEST_CASE("a key that is reversed in one form alone is no comparison") {
    Form before = form(2, 1, 7, 2);
    Form after = before;
    after.scale.keys[0].reversed = true;
    CHECK_FALSE(change(after.scale, scored(before, {1, 2}), scored(after, {5, 6})).has_value());
}

TEST_CASE("answers that leave no error to compare with make no claim") {
    // All 2, then all 6: a person's own error of 0 is no proof that measuring is exact.
    auto result = between(form(4, 1, 7, 1), {2, 2, 2, 2}, {6, 6, 6, 6});
    REQUIRE(result.has_value());
    CHECK_FALSE(result->index.has_value());
    CHECK_FALSE(result->reliable);
}

TEST_CASE("change backwards is the same change with the other sign") {
    Dice dice;
    for (int round = 0; round < 300; ++round) {
        Form made = round % 2 == 0 ? with_error(8, 1, 5, 0.9, 0.8) : form(8, 1, 5, 2);
        Given one = random_answers(dice, 8, 1, 5, 5), other = random_answers(dice, 8, 1, 5, 5);
        auto forth = between(made, one, other), back = between(made, other, one);
        REQUIRE(forth.has_value() == back.has_value());
        if (!forth) continue;
        CHECK(forth->reliable == back->reliable);
        REQUIRE(forth->index.has_value() == back->index.has_value());
        if (forth->index) CHECK(*forth->index == near(-*back->index));
    }
}
