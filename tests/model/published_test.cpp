#include "a_form.hpp"
#include <algorithm>

using namespace model_tests;

namespace {

Form published(std::size_t items, int minimum, int maximum, double deviation, double reliability,
               Method method = Method::mean) {
    Form made = form(items, minimum, maximum, 1, method);
    made.scale.prorate = method == Method::sum;
    made.scale.uncertainty = Uncertainty::sem;
    made.scale.standard_deviation = Published{deviation, "A manual, table 2"};
    made.scale.reliability = Published{reliability, "A manual, table 3"};
    return made;
}

}

TEST_CASE("a published form's band is its standard error of measurement, worked by hand") {
    // SEM = 1.2 * sqrt(1 - 0.84) = 1.2 * 0.4 = 0.48; reach = 1.959963985 * 0.48 = 0.940782713.
    // (3 + 4 + 4 + 5) / 4 = 4; how much the four answers differ plays no part.
    Score result = scored(published(4, 1, 7, 1.2, 0.84), {3, 4, 4, 5});
    REQUIRE(result.band.has_value());
    CHECK(result.value == 4.0);
    CHECK(result.band->standard_error == near(0.48));
    CHECK(result.band->low == near(4 - 0.940782713));
    CHECK(result.band->high == near(4 + 0.940782713));
    CHECK(scored(published(4, 1, 7, 1.2, 0.84), {1, 7, 1, 7}).band->standard_error == near(0.48));
}

TEST_CASE("missing items widen the band by Spearman and Brown") {
    // Two of four: r = (0.5 * 0.84) / (1 - 0.5 * 0.84) = 0.42 / 0.58 = 0.724137931;
    // SEM = 1.2 * sqrt(0.275862069) = 1.2 * 0.525225731 = 0.630270878.
    Score half = scored(published(4, 1, 7, 1.2, 0.84), {4, std::nullopt, std::nullopt, 4});
    REQUIRE(half.band.has_value());
    CHECK(half.band->standard_error == near(0.630270878));
    // Even one answer has a band, for the error is not its own. r = 0.21 / (1 - 0.75 * 0.84) = 0.21 / 0.37 =
    // 0.567567568; SEM = 1.2 * sqrt(0.432432432) = 1.2 * 0.657595949 = 0.789115139.
    Score one = scored(published(4, 1, 7, 1.2, 0.84), {4, std::nullopt, std::nullopt, std::nullopt});
    REQUIRE(one.band.has_value());
    CHECK(one.band->standard_error == near(0.789115139));
}

TEST_CASE("the Spearman-Brown formula gives its own inverse") {
    // Half a form of r = 0.8 has 0.4 / 0.6 = 2/3; twice that half is 2 * 2/3 / (1 + 2/3) = 0.8 again.
    // With sd 1 the error is sqrt(1 - r): sqrt(1/3) = 0.577350269, and sqrt(0.2) = 0.447213595.
    CHECK(standard_error_of_measurement(1, 0.8, 5, 10) == near(0.577350269));
    CHECK(standard_error_of_measurement(1, 2.0 / 3, 10, 5) == near(0.447213595));
    CHECK(standard_error_of_measurement(1, 0.8, 10, 10) == near(0.447213595));
}

TEST_CASE("a prorated sum is the mean of what was answered times the number of items, worked by hand") {
    // 1 + 2 + 3 + 2 = 8, 8 / 4 = 2, 2 * 5 = 10. Squares 18; (4 * 18 - 64) / 12 = 2/3;
    // SE of the mean = sqrt(2/3) / 2 = 0.408248290, of the sum 5 times that = 2.041241452.
    Form prorated = form(5, 0, 3, 4, Method::sum);
    prorated.scale.prorate = true;
    Score result = scored(prorated, {1, 2, std::nullopt, 3, 2});
    CHECK(result.value == 10.0);
    REQUIRE(result.band.has_value());
    CHECK(result.band->standard_error == near(2.041241452));
    CHECK(result.band->low >= 0.0);
    CHECK(result.band->high <= 15.0);
    CHECK_FALSE(scored(prorated, {1, 2, std::nullopt, std::nullopt, 2}).value.has_value());
}

TEST_CASE("a total never counts a skip as 0") {
    // 3 + 3 + 3 + 3 = 12 of four answered; with the fifth as 0 it would be 12 of 15, prorated it is 15.
    Given one_skipped{3, 3, std::nullopt, 3, 3};
    Form total = form(5, 0, 3, 4, Method::sum);
    CHECK_FALSE(scored(total, one_skipped).value.has_value());
    total.scale.prorate = true;
    CHECK(scored(total, one_skipped).value == 15.0);
    CHECK(scored(total, {3, 3, 0, 3, 3}).value == 12.0);
}

TEST_CASE("prorating changes nothing where everything was answered") {
    Dice dice;
    for (int round = 0; round < 300; ++round) {
        auto count = static_cast<std::size_t>(dice.between(1, 30));
        Form plain = form(count, 0, 4, count, Method::sum);
        Form prorated = plain;
        prorated.scale.prorate = true;
        Given given = random_answers(dice, count, 0, 4, 1'000'000);
        CHECK(same(scored(plain, given), scored(prorated, given)));
    }
}

TEST_CASE("the band grows as answers fall away") {
    Dice dice;
    for (int round = 0; round < 300; ++round) {
        auto count = static_cast<std::size_t>(dice.between(2, 40));
        double reliability = dice.between(1, 99) / 100.0;
        Form made = published(count, 1, 7, 1.5, reliability, dice.between(0, 1) == 1 ? Method::sum : Method::mean);
        Given given = random_answers(dice, count, 1, 7, 1'000'000);
        double before = 0;
        while (!given.empty()) {
            Score result = scored(made, given);
            if (!result.value) break;
            CHECK(result.band->standard_error > before);
            CHECK(result.band->standard_error < 1.5);
            before = result.band->standard_error;
            given.pop_back();
        }
    }
    // The same for a person's own mean, where the answers that are left differ as much: 1 and 7 by turns.
    Form own = form(20, 1, 7, 1);
    double before = 0;
    for (std::size_t left = 20; left >= 2; left -= 2) {
        Given given(20);
        for (std::size_t i = 0; i < left; ++i)
            given[i] = i % 2 == 0 ? 1 : 7;
        double width = scored(own, given).band->standard_error;
        CHECK(width > before);
        before = width;
    }
}

TEST_CASE("a skip never changes another scale") {
    Dice dice;
    for (int round = 0; round < 300; ++round) {
        Form made = form(12, 1, 5, 1);
        Scale first = made.scale, second = made.scale;
        first.keys.resize(6);
        second.keys.erase(second.keys.begin(), second.keys.begin() + 6);
        second.id = {"t"};
        made.module.scales = {first, second};
        Given given = random_answers(dice, 12, 1, 5, 6);
        Given skipped = given;
        skipped[static_cast<std::size_t>(dice.between(0, 5))] = std::nullopt;
        auto before = score_all(made.module, answers(given));
        auto after = score_all(made.module, answers(skipped));
        CHECK(same(before[1], after[1]));
        CHECK(after[0].answered <= before[0].answered);
    }
}

TEST_CASE("items in any order give the same total and the same error") {
    Dice dice;
    for (int round = 0; round < 300; ++round) {
        auto count = static_cast<std::size_t>(dice.between(2, 30));
        Form ordered = published(count, 0, 4, 3, 0.9, Method::sum);
        for (Key& key : ordered.scale.keys)
            key.reversed = dice.between(0, 1) == 1;
        Form shuffled = ordered;
        std::shuffle(shuffled.scale.keys.begin(), shuffled.scale.keys.end(), dice.engine);
        Given given = random_answers(dice, count, 0, 4, 5);
        CHECK(same(scored(ordered, given), scored(shuffled, given)));
    }
}

TEST_CASE("reversing an answer twice is the identity") {
    Form made = form(1, -3, 8, 1);
    Key turned{{"q1"}, true};
    for (int answer = -3; answer <= 8; ++answer) {
        int once = counted(made.module, made.scale, turned, answer);
        CHECK(lies_on(made.module, made.scale, turned.item, once));
        CHECK(counted(made.module, made.scale, turned, once) == answer);
    }
}

TEST_CASE("a file that came reversed is not reversed again, and the trace still says which items were") {
    // Given 2, 6, 3 with the first two reversed on 1..7: 6 + 2 + 3 = 11. The file already holds 6, 2, 3.
    Form made = form(3, 1, 7, 3);
    made.scale.keys[0].reversed = true;
    made.scale.keys[1].reversed = true;
    Score plain = scored(made, {2, 6, 3});
    made.module.already_reversed = true;
    Score turned = scored(made, {6, 2, 3});
    CHECK(same(plain, turned));
    CHECK(*turned.value == near(11.0 / 3));
    CHECK(turned.trace[0].reversed);
    CHECK(turned.trace[0].answer == 6);
    CHECK(turned.trace[0].scored == 6);
}

TEST_CASE("figures for many people are those of the traced score") {
    Dice dice;
    for (int round = 0; round < 300; ++round) {
        auto count = static_cast<std::size_t>(dice.between(1, 20));
        Form made = round % 2 == 0 ? form(count, 1, 5, (count + 1) / 2) : published(count, 1, 5, 1, 0.7, Method::sum);
        for (Key& key : made.scale.keys)
            key.reversed = dice.between(0, 1) == 1;
        Given given = random_answers(dice, count, 1, 5, 3);
        Tally tally;
        for (std::size_t i = 0; i < count; ++i)
            if (given[i]) tally.add(counted(made.module, made.scale, made.scale.keys[i], *given[i]));
        Score traced = scored(made, given);
        Figures plain = figures(made.scale, tally);
        CHECK(plain.value == traced.value);
        CHECK(plain.standard_error.has_value() == traced.band.has_value());
        if (traced.band) CHECK(*plain.standard_error == traced.band->standard_error);
    }
}
