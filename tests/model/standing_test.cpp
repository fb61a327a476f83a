#include "a_form.hpp"
#include "model/scoring/standing.hpp"

using namespace model_tests;

namespace {

// Six items; "first" needs two of q1..q3, "second" all of q4..q6.
Module two_scores() {
    Form made = form(6, 1, 5, 2);
    Scale second = made.scale;
    made.scale.keys.resize(3);
    second.id = {"second"};
    second.least_answered = 3;
    second.keys.erase(second.keys.begin(), second.keys.begin() + 3);
    made.module.scales = {made.scale, second};
    return made.module;
}

Answers reached(const Given& given) { // only so far: what follows has no record
    return answers(given);
}

}

TEST_CASE("a form says whether all, some or none of its scores can be made") {
    const auto module = two_scores();
    CHECK(standing_of(module, reached({1, 2, 3, 4, 5, 1})).standing == Standing::complete);
    CHECK(standing_of(module, reached({1, 2, std::nullopt, 4, 5, 1})).standing == Standing::enough);
    CHECK(standing_of(module, reached({1, 2})).standing == Standing::partly);
    CHECK(standing_of(module, reached({1})).standing == Standing::too_few);
    CHECK(standing_of(module, {}).standing == Standing::too_few);
    auto plain = module;
    plain.scales.clear();
    CHECK(standing_of(plain, reached({1})).standing == Standing::unscored);
}

TEST_CASE("it counts what was answered and names the first item that was not") {
    const auto form = standing_of(two_scores(), reached({1, std::nullopt, 3}));
    CHECK(form.answered == 2);
    CHECK(form.of == 6);
    REQUIRE(form.first_open.has_value());
    CHECK(form.first_open->item.value == "q2");
}

TEST_CASE("a person who was not named leaves no gap and no score to wait for") {
    auto module = two_scores();
    Item named;
    named.id = {"person-1"};
    named.kind = ItemKind::short_text;
    module.items.insert(module.items.begin() + 3, named);
    for (std::size_t i = 4; i < module.items.size(); ++i)
        module.items[i].person = named.id;
    module.scales[1].person = named.id;
    auto given = reached({1, 2, 3});
    given[{module.id, named.id}] = Skipped{};
    const auto form = standing_of(module, given);
    CHECK(form.of == 4);
    CHECK(form.standing == Standing::enough);
    CHECK_FALSE(stops_early(module, given));
}

TEST_CASE("one who skipped to the end did not stop early, and one who preferred not to say left no gap") {
    const auto module = two_scores();
    CHECK(stops_early(module, reached({1, 2, 3, 4, 5})));
    CHECK_FALSE(stops_early(module, reached({1, 2, 3, 4, 5, std::nullopt})));
    auto given = reached({1, 2, 3, 4, 5, 1});
    given[{module.id, {"q2"}}] = PreferredNot{};
    CHECK_FALSE(standing_of(module, given).first_open.has_value());
    CHECK(standing_of(module, given).standing == Standing::enough);
}
