#include "a_form.hpp"
#include <algorithm>

using namespace model_tests;

TEST_CASE("a mean of four answers with its band, worked by hand") {
    // 2 + 4 + 4 + 6 = 16, 16 / 4 = 4. Squares 4 + 16 + 16 + 36 = 72; (4 * 72 - 16 * 16) / (4 * 3) = 32 / 12 = 8/3.
    // SE = sqrt(8/3) / sqrt(4) = sqrt(2/3) = 0.816496581, more than the floor of 0.7; reach = 1.959963985 * SE.
    Score result = scored(form(4, 1, 7, 3), {2, 4, 4, 6});
    REQUIRE(result.value.has_value());
    CHECK(*result.value == 4.0);
    REQUIRE(result.band.has_value());
    CHECK(result.band->standard_error == near(0.8164965809277260));
    CHECK(result.band->low == near(4 - 1.959963985 * 0.816496581));
    CHECK(result.band->high == near(4 + 1.959963985 * 0.816496581));
    CHECK(result.answered == 4);
    CHECK(result.of == 4);
}

TEST_CASE("reversed answers count from the other end before the mean") {
    // On 1..7: 1 reversed is 7, 6 reversed is 2. 7 + 2 + 3 = 12, 12 / 3 = 4.
    Form reversing = form(3, 1, 7, 3);
    reversing.scale.keys[0].reversed = true;
    reversing.scale.keys[1].reversed = true;
    Score result = scored(reversing, {1, 6, 3});
    CHECK(result.value == 4.0);
    REQUIRE(result.trace.size() == 3);
    CHECK(result.trace[0].reversed);
    CHECK(result.trace[0].answer == 1);
    CHECK(result.trace[0].scored == 7);
    CHECK(result.trace[1].scored == 2);
    CHECK(result.trace[2].scored == 3);
    CHECK_FALSE(result.trace[2].reversed);
}

TEST_CASE("reversing on a scale that starts at zero keeps zero an answer") {
    // On 0..4: 0 reversed is 4, 3 reversed is 1. (4 + 1) / 2 = 2.5.
    Form reversing = form(2, 0, 4, 2);
    for (Key& key : reversing.scale.keys)
        key.reversed = true;
    CHECK(scored(reversing, {0, 3}).value == 2.5);
}

TEST_CASE("a sum is the plain sum, and its error is that of all items") {
    // 0 + 1 + 3 + 2 = 6. Squares 14; (4 * 14 - 36) / 12 = 5/3; SE of the mean = sqrt(5/3) / 2 = 0.645497224,
    // of the sum 4 times that = 2.581988897; reach = 1.959963985 * 2.581988897.
    Score result = scored(form(4, 0, 3, 4, Method::sum), {0, 1, 3, 2});
    CHECK(result.value == 6.0);
    REQUIRE(result.band.has_value());
    CHECK(result.band->standard_error == near(2.581988897471611));
    CHECK(result.band->low == near(6 - 1.959963985 * 2.581988897));
    CHECK(result.band->high == near(6 + 1.959963985 * 2.581988897));
    // 3 + 3 + 3 + 2 = 11 reaches beyond 0..12 (4 * 0, 4 * 3): the floor, 0.7 on 1 to 7, is 1.4 of such a sum.
    const Score high = scored(form(4, 0, 3, 4, Method::sum), {3, 3, 3, 2});
    CHECK(high.band->standard_error == near(1.4));
    CHECK(high.band->high == 12.0);
}

TEST_CASE("a sum needs every item, whatever least answered says") {
    Form sum = form(4, 0, 3, 1, Method::sum);
    Score result = scored(sum, {3, 3, std::nullopt, 3});
    CHECK_FALSE(result.value.has_value());
    CHECK(result.answered == 3);
    CHECK(scored(sum, {3, 3, 0, 3}).value == 9.0);
}

TEST_CASE("a skip and an item never reached are not zero") {
    // 6 + 6 + 6 = 18, 18 / 3 = 6: with the skip as a zero it would be 4.5.
    Form four = form(4, 0, 6, 3);
    Score skipped = scored(four, {6, std::nullopt, 6, 6});
    CHECK(skipped.value == 6.0);
    CHECK(skipped.answered == 3);
    CHECK_FALSE(skipped.trace[1].answer.has_value());
    CHECK_FALSE(skipped.trace[1].scored.has_value());
    Answers unreached = answers({6, std::nullopt, 6, 6});
    unreached.erase(ItemRef{{"m"}, {"q2"}});
    CHECK(same(skipped, score(four.module, four.scale, unreached)));
}

TEST_CASE("at least answered there is a score, one below there is none") {
    Form seven = form(7, 1, 7, 6);
    Score enough = scored(seven, {4, 4, 4, 4, 4, 4, std::nullopt});
    CHECK(enough.value == 4.0);
    CHECK(enough.band.has_value());
    Score few = scored(seven, {4, 4, 4, 4, 4, std::nullopt, std::nullopt});
    CHECK_FALSE(few.value.has_value());
    CHECK_FALSE(few.band.has_value());
    CHECK(few.answered == 5);
    CHECK(few.of == 7);
    CHECK(few.trace.size() == 7);
}

TEST_CASE("nothing answered is never a score") {
    Score none = scored(form(3, 0, 4, 0), {std::nullopt, std::nullopt, std::nullopt});
    CHECK_FALSE(none.value.has_value());
    CHECK_FALSE(score(Module{}, Scale{}, Answers{}).value.has_value());
}

TEST_CASE("one answer has the band of the floor, for it does not differ from itself") {
    // 0.85 of three items, one of three answered: 0.85 * sqrt(3) = 1.472243186.
    Score one = scored(form(3, 1, 7, 1), {5, std::nullopt, std::nullopt});
    CHECK(one.value == 5.0);
    REQUIRE(one.band.has_value());
    CHECK(one.band->standard_error == near(1.472243186));
}

TEST_CASE("answers of another kind, module or range are not counted") {
    Form three = form(3, 1, 7, 1);
    Answers given = answers({5, 9, 0});
    CHECK(score(three.module, three.scale, given).answered == 1);
    CHECK(score(three.module, three.scale, given).trace[1].answer == 9);
    CHECK_FALSE(score(three.module, three.scale, given).trace[1].scored.has_value());
    given[ItemRef{{"m"}, {"q1"}}] = BothWays{5, 5};
    CHECK(score(three.module, three.scale, given).answered == 0);
    given[ItemRef{{"m"}, {"q1"}}] = Written{"5"};
    CHECK(score(three.module, three.scale, given).answered == 0);
    three.module.id = {"another"};
    CHECK(score(three.module, three.scale, answers({5, 5, 5})).answered == 0);
}

TEST_CASE("reversing every key twice is the identity, once mirrors the score") {
    Dice dice;
    for (int round = 0; round < 500; ++round) {
        int minimum = dice.between(-2, 2);
        int maximum = minimum + dice.between(1, 9);
        auto count = static_cast<std::size_t>(dice.between(2, 14));
        Form plain = form(count, minimum, maximum, 1);
        for (Key& key : plain.scale.keys)
            key.reversed = dice.between(0, 1) == 1;
        Form mirrored = plain;
        for (Key& key : mirrored.scale.keys)
            key.reversed = !key.reversed;
        Given given = random_answers(dice, count, minimum, maximum, 5);
        Given flipped = given;
        for (auto& answer : flipped) {
            if (answer) answer = minimum + maximum - *answer;
        }
        CHECK(same(scored(plain, given), scored(mirrored, flipped)));
        Score one = scored(plain, given);
        Score other = scored(mirrored, given);
        if (one.value) CHECK(*one.value + *other.value == near(minimum + maximum));
    }
}

TEST_CASE("the order of the items changes nothing") {
    Dice dice;
    for (int round = 0; round < 500; ++round) {
        auto count = static_cast<std::size_t>(dice.between(2, 36));
        Form ordered = form(count, 1, 7, count * 4 / 5);
        for (Key& key : ordered.scale.keys)
            key.reversed = dice.between(0, 1) == 1;
        Form shuffled = ordered;
        std::shuffle(shuffled.scale.keys.begin(), shuffled.scale.keys.end(), dice.engine);
        Given given = random_answers(dice, count, 1, 7, 8);
        CHECK(same(scored(ordered, given), scored(shuffled, given)));
    }
}

TEST_CASE("a score and its band stay inside the scale and around each other") {
    Dice dice;
    for (int round = 0; round < 1000; ++round) {
        auto count = static_cast<std::size_t>(dice.between(1, 20));
        Method method = dice.between(0, 1) == 1 ? Method::sum : Method::mean;
        Score result = scored(form(count, 1, 5, 1, method), random_answers(dice, count, 1, 5, 6));
        double items = method == Method::sum ? static_cast<double>(count) : 1.0;
        if (!result.value) continue;
        CHECK(*result.value >= 1 * items);
        CHECK(*result.value <= 5 * items);
        REQUIRE(result.band.has_value());
        CHECK(result.band->low >= 1 * items);
        CHECK(result.band->high <= 5 * items);
        CHECK(result.band->low <= *result.value);
        CHECK(result.band->high >= *result.value);
    }
}

TEST_CASE("a larger answer never lowers a score, nor raises one that is reversed") {
    Dice dice;
    for (int round = 0; round < 500; ++round) {
        auto count = static_cast<std::size_t>(dice.between(1, 12));
        Form made = form(count, 1, 7, 1);
        made.scale.keys[0].reversed = dice.between(0, 1) == 1;
        Given given = random_answers(dice, count, 1, 7, 6);
        given[0] = dice.between(1, 6);
        double before = *scored(made, given).value;
        given[0] = *given[0] + 1;
        double after = *scored(made, given).value;
        CHECK((made.scale.keys[0].reversed ? after < before : after > before));
    }
}

TEST_CASE("every scale of a module is scored, in the module's order") {
    Form made = form(4, 1, 7, 2);
    Scale facet = made.scale;
    facet.id = {"facet"};
    facet.keys.resize(2);
    made.module.scales = {made.scale, facet};
    auto scores = score_all(made.module, answers({1, 3, 5, 7}));
    REQUIRE(scores.size() == 2);
    CHECK(scores[0].value == 4.0);
    CHECK(scores[1].scale.value == "facet");
    CHECK(scores[1].value == 2.0);
}
