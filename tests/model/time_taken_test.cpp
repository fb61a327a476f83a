// How long somebody took: gaps that count and pauses that do not, and the figures of a practice's own people.
#include "model/case/practice_times.hpp"
#include "model/scoring/figures.hpp"
#include <doctest/doctest.h>

using namespace model;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

ItemRef of(const char* form, const char* item) {
    return {{form}, {item}};
}
core::WallTime at(seconds time) {
    return core::WallTime(std::chrono::hours(9) + time);
}

// Two choices, a text and a choice.
Module a_form() {
    Module form{.id = {"side"}, .title = "Side", .version = "2", .items = {}};
    for (const char* id : {"one", "two", "words", "four"})
        form.items.push_back(
            {.id = {id}, .kind = std::string_view(id) == "words" ? ItemKind::long_text : ItemKind::choice});
    return form;
}

FirstTimes times(seconds one, seconds two, seconds words, seconds four) {
    return {{of("side", "one"), at(one)},
            {of("side", "two"), at(two)},
            {of("side", "words"), at(words)},
            {of("side", "four"), at(four)}};
}

}

TEST_CASE("what lies between two answers counts, and a pause counts nothing") {
    FirstTimes times{{of("a", "one"), at(seconds(0))},
                     {of("a", "two"), at(minutes(20))}, // after a pause of more than a quarter of an hour
                     {of("b", "one"), at(seconds(40))},
                     {of("b", "two"), at(minutes(4))}};
    CHECK(active_time(times) == minutes(4));
    CHECK(active_time(times, {"b"}) == seconds(200));
    CHECK_FALSE(active_time(times, {"a"}) == minutes(20));
    times[of("b", "three")] = at(minutes(25)); // exactly the longest that counts
    CHECK(active_time(times) == minutes(9));
}

TEST_CASE("nothing is said where fewer than two times were kept") {
    CHECK_FALSE(active_time({}).has_value());
    CHECK_FALSE(active_time({{of("a", "one"), at(seconds(3))}}).has_value());
}

TEST_CASE("an item took what lies between it and the one before it, as far as they were answered in that order") {
    const auto taken = times_of_kinds(a_form(), {}, times(seconds(0), seconds(6), seconds(66), seconds(70)));
    CHECK(taken.at(ItemKind::choice) == std::vector<core::Milliseconds>{seconds(6), seconds(4)});
    CHECK(taken.at(ItemKind::long_text) == std::vector<core::Milliseconds>{seconds(60)});
    // The text was left for the end: neither it nor what follows it was timed.
    const auto later = times_of_kinds(a_form(), {}, times(seconds(0), seconds(6), seconds(900), seconds(10)));
    CHECK(later.at(ItemKind::choice) == std::vector<core::Milliseconds>{seconds(6)});
    CHECK_FALSE(later.contains(ItemKind::long_text));
}

TEST_CASE("a practice's own times are medians over people, and of fewer than thirty nothing is told") {
    TimeSums sums;
    for (std::size_t person = 0; person < least_people - 1; ++person) {
        TimeSums::Counted counted;
        const auto slower = seconds(person);
        sums.add(a_form(), {}, times(seconds(0), seconds(6), seconds(66) + slower, seconds(70) + slower), counted);
        // Again at a later visit: a person counts once.
        sums.add(a_form(), {}, times(seconds(0), seconds(1), seconds(2), seconds(3)), counted);
    }
    CHECK(sums.told().empty());
    TimeSums::Counted counted;
    sums.add(a_form(), {}, times(seconds(0), seconds(6), seconds(96), seconds(100)), counted);
    const auto told = sums.told();
    REQUIRE(told.size() == 1);
    CHECK(told[0].version == "2");
    REQUIRE(told[0].rows.size() == 3);
    CHECK(told[0].rows[0].people == 30);
    CHECK(told[0].rows[0].median == seconds(84)); // 70, 71 ... 98, 100
    CHECK(told[0].rows[1].kind == ItemKind::choice);
    CHECK(told[0].rows[1].median == seconds(4));
    CHECK(told[0].rows[2].median == seconds(74));
}

TEST_CASE("whose text was left out counts for the form and not for the kind") {
    TimeSums sums;
    for (std::size_t person = 0; person < least_people; ++person) {
        TimeSums::Counted counted;
        auto taken = times(seconds(0), seconds(6), seconds(66), seconds(70));
        if (person == 0) taken.erase(of("side", "words"));
        sums.add(a_form(), {}, taken, counted);
    }
    const auto told = sums.told();
    REQUIRE(told.size() == 1);
    for (const auto& row : told[0].rows)
        CHECK(row.kind != ItemKind::long_text);
}
