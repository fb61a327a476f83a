// What a 95 % band and a change are worth, in made-up people whose true score is known.
#include "model/scoring/change.hpp"
#include "model/scoring/error_floor.hpp"
#include "model/scoring/map_position.hpp"
#include "simulated_people.hpp"

using namespace model_tests;

namespace {

constexpr std::size_t people = 6000;

Form form_of(std::size_t items, bool with_floor) {
    Form made = form(items, 1, 7, items);
    made.scale.error_floor = with_floor ? borrowed_floor(made.scale) : no_floor();
    return made;
}

double band_coverage(std::size_t items, bool with_floor) {
    Chance chance(static_cast<unsigned>(items));
    const Form made = form_of(items, with_floor);
    Share held;
    for (std::size_t i = 0; i < people; ++i) {
        const Person person = a_person(chance);
        const Score result = scored(made, answers_of(chance, person, items));
        held.add(result.band->low <= person.truth && person.truth <= result.band->high);
    }
    return held.value();
}

// Two scales of seven items on one map.
Form a_map(bool with_floor) {
    Form made = form(14, 1, 7, 7);
    Scale x = made.scale, y = made.scale;
    x.id = {"x"};
    y.id = {"y"};
    x.keys.resize(7);
    y.keys.erase(y.keys.begin(), y.keys.begin() + 7);
    for (Scale* scale : {&x, &y})
        scale->error_floor = with_floor ? borrowed_floor(*scale) : no_floor();
    made.module.scales = {x, y};
    made.module.map = Map{.x = {"x"}, .y = {"y"}};
    return made;
}

double ellipse_coverage(bool with_floor) {
    Chance chance(14);
    const Form made = a_map(with_floor);
    Share held;
    for (std::size_t i = 0; i < people; ++i) {
        const Person x = a_person(chance);
        Person y = a_person(chance);
        y.item_noise = x.item_noise; // one person
        Given given = answers_of(chance, x, 7);
        const Given other = answers_of(chance, y, 7);
        given.insert(given.end(), other.begin(), other.end());
        const auto at = position_on_map(made.module, answers(given));
        const auto steps = [](double off, double reach) { return off == 0 ? 0 : reach > 0 ? off / reach : HUGE_VAL; };
        held.add(std::hypot(steps(at->x - x.truth, at->semi_x), steps(at->y - y.truth, at->semi_y)) <= 1);
    }
    return held.value();
}

// How many changes stand out between two days of people who changed by `true_change`, toward the middle of the scale.
double standing_out(std::size_t items, double true_change, bool with_floor) {
    Chance chance(static_cast<unsigned>(100 + items));
    const Form made = form_of(items, with_floor);
    Share out;
    for (std::size_t i = 0; i < people; ++i) {
        Person person = a_person(chance);
        const Score before = scored(made, answers_of(chance, on_a_day(chance, person), items));
        person.truth += person.truth < 4 ? true_change : -true_change;
        const Score after = scored(made, answers_of(chance, on_a_day(chance, person), items));
        out.add(change(made.scale, before, after)->stands_out);
    }
    return out.value();
}

}

TEST_CASE("the 95 % band holds the true score of 93 to 97 of 100 people, with 3, 4, 7 or 12 items") {
    for (const std::size_t items : {3U, 4U, 7U, 12U}) {
        CAPTURE(items);
        const double covered = band_coverage(items, true);
        CAPTURE(covered);
        CHECK(covered >= 0.93);
        CHECK(covered <= 0.97);
        CHECK(band_coverage(items, false) < 0.93); // without the floor it does not
    }
}

TEST_CASE("the ellipse on the map holds both true scores of 93 to 97 of 100 people") {
    const double covered = ellipse_coverage(true);
    CAPTURE(covered);
    CHECK(covered >= 0.93);
    CHECK(covered <= 0.97);
    CHECK(ellipse_coverage(false) < 0.93);
}

TEST_CASE("of people who did not change, at most 5 of 100 stand out, though every day has its mood") {
    for (const std::size_t items : {3U, 4U, 7U, 12U}) {
        CAPTURE(items);
        const double falsely = standing_out(items, 0, true);
        CAPTURE(falsely);
        CHECK(falsely <= 0.05);
        CHECK(standing_out(items, 0, false) > 0.05);
    }
}

TEST_CASE("a true change is found the more often, the larger it is and the more items there are") {
    // How much answers differ and what a day does hide a change of 1.5 in most people, whatever is made of two scores:
    // with 7 items their difference has a standard deviation of 0.96 without any change, and at 5 false ones of 100 no
    // more than 35 true ones of 100 can be told from them.
    const double seven = standing_out(7, 1.5, true), twelve = standing_out(12, 1.5, true);
    const double far_with_seven = standing_out(7, 2.5, true), far_with_twelve = standing_out(12, 2.5, true);
    MESSAGE("a change of 1.5 stands out in ", seven, " of people with 7 items and in ", twelve, " with 12; of 2.5 in ",
            far_with_seven, " and ", far_with_twelve);
    CHECK(seven > 0.2);
    CHECK(twelve > 0.3);
    CHECK(far_with_seven > 0.55);
    CHECK(far_with_twelve > 0.7);
}

TEST_CASE("where a retest figure says that people answer each item much as they did, a change of 1.5 is found") {
    // Most of what the answers of one person differ by is their own and comes again: it hides no change.
    constexpr std::size_t items = 7;
    constexpr double comes_again = 1.3, does_not = 0.75, day = 0.2;
    Chance chance(7);
    Form made = form_of(items, true);
    made.scale.retest = Published{0.36, "People who were asked twice"};
    Share found, falsely;
    for (std::size_t i = 0; i < people; ++i) {
        const Person person = a_person(chance);
        std::vector<double> own;
        for (std::size_t item = 0; item < items; ++item)
            own.push_back(chance.normal(0, comes_again));
        const auto asked = [&](double truth) {
            const double mood = chance.normal(0, day);
            Given given;
            for (const double differs : own)
                given.push_back(on_the_scale(truth + mood + differs + chance.normal(0, does_not)));
            return scored(made, given);
        };
        const double later = person.truth + (person.truth < 4 ? 1.5 : -1.5);
        const Score before = asked(person.truth), same = asked(person.truth), after = asked(later);
        falsely.add(change(made.scale, before, same)->stands_out);
        found.add(change(made.scale, before, after)->stands_out);
    }
    CAPTURE(found.value());
    CAPTURE(falsely.value());
    CHECK(found.value() >= 0.8);
    CHECK(falsely.value() <= 0.05);
}
