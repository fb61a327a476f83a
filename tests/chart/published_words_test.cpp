#include "recorded_canvas.hpp"
#include <doctest/doctest.h>

namespace {

model::Score of(double value, double reach) {
    model::Score score;
    score.value = value;
    score.band = model::Band{value - reach, value + reach, reach / 1.96};
    return score;
}

const model::Cut at_ten{10, model::Side::above, model::Bound::inclusive, "Ask more", "A manual"};

}

TEST_CASE("a cut is said with the side of the line the score lies on") {
    CHECK(chart::cut_words(at_ten, of(13, 2)) == "The score is at or above 10: Ask more.");
    CHECK(chart::cut_words(at_ten, of(7, 2)) == "The score is not at or above 10 (Ask more).");
    auto below = at_ten;
    below.side = model::Side::below;
    below.bound = model::Bound::exclusive;
    CHECK(chart::cut_words(below, of(7, 2)) == "The score is below 10: Ask more.");
    CHECK(chart::cut_words(at_ten, model::Score{}).empty());
}

TEST_CASE("a range that crosses a cut could be either of these two") {
    CHECK(chart::cut_words(at_ten, of(9.5, 2)) ==
          "The 95 % range crosses 10: it could be either of these two, at or above 10 (Ask more) or not.");
}

TEST_CASE("a norm is said with its group and its source") {
    const model::Norm norm{"adults", 8, 2, "A manual, table 5"};
    CHECK(chart::norm_words(norm, of(11, 1)) ==
          "1.5 standard deviations above the mean of adults (8). Source: A manual, table 5");
    CHECK(chart::norm_words(norm, of(7, 1)).starts_with("0.5 standard deviations below"));
    CHECK(chart::norm_words(norm, model::Score{}).empty());
}

TEST_CASE("a scale of our own has nothing published, a published one names every source") {
    auto scale = a_scored_module().scales[0];
    CHECK(chart::published_words(scale, of(4, 1)).empty());
    scale.uncertainty = model::Uncertainty::sem;
    scale.standard_deviation = model::Published{1.1, "Table 2"};
    scale.reliability = model::Published{0.9, "Table 3"};
    scale.cuts = {at_ten};
    const auto words = chart::published_words(scale, of(4, 1));
    REQUIRE(words.size() == 2);
    CHECK(words[0].ends_with("Source: A manual"));
    CHECK(words[1] == "The range comes from the form's published standard error. Source: Table 2; Table 3");
    CHECK(chart::published_words(scale, model::Score{}).empty());
}

TEST_CASE("a change is said with what it is more than, and is reliable only by a retest figure") {
    model::Change change{.first = 2, .second = 3, .items = 6};
    CHECK(chart::change_words(change) == "No more than their answers differ from item to item.");
    change.against = model::Against::published;
    CHECK(chart::change_words(change) == "No more than the form's error of measurement.");
    change.against = model::Against::retest;
    CHECK(chart::change_words(change) == "No more than in people who were asked twice and had not changed.");
    change.second = 4.25;
    change.stands_out = true;
    CHECK(chart::change_words(change) ==
          "Reliable change, by people who were asked twice: up from 2.0 to 4.2, over the 6 "
          "items answered both times.");
    for (const auto against : {model::Against::own_answers, model::Against::published}) {
        change.against = against;
        CHECK(chart::change_words(change).find("eliable") == std::string::npos);
        CHECK(chart::change_words(change).find("a bad day can do this too: up from 2.0 to 4.2") != std::string::npos);
    }
    change.second = 1;
    CHECK(chart::change_words(change).find("down from 2.0 to 1.0") != std::string::npos);
}
