// How somebody went through a form: skips, runs of one answer, how long an item took.
#include "a_form.hpp"
#include "model/case/how_answered.hpp"
#include "model/form/journal.hpp"

using namespace model_tests;

namespace {

// Items q1..q6 on 1 to 7; q2, q4 and q6 count in reverse.
Form a_turning_form(std::size_t items = 6) {
    Form made = form(items, 1, 7, 1);
    for (std::size_t i = 1; i < items; i += 2)
        made.scale.keys[i].reversed = true;
    return made;
}

HowAnswered how(const Form& made, const Given& given, const FirstTimes& times = {}) {
    const Scale* const scales[] = {&made.scale};
    return how_answered(made.module, scales, answers(given), times);
}

// Seconds after the first item was answered, of q1, q2 and so on; an item without one has no time.
FirstTimes times(const std::vector<std::optional<int>>& seconds) {
    FirstTimes made;
    for (std::size_t i = 0; i < seconds.size(); ++i)
        if (seconds[i]) made[{{"m"}, {name(i)}}] = core::WallTime(std::chrono::seconds(1000 + *seconds[i]));
    return made;
}

}

TEST_CASE("a run of one answer counts where it goes across items of which some are counted in reverse") {
    CHECK(how(a_turning_form(), {5, 5, 5, 5, 5, 5}).longest_run == 6);
    CHECK(how(a_turning_form(), {2, 5, 5, 5, 3, 3}).longest_run == 3);
    CHECK(how(a_turning_form(), {1, 2, 3, 4, 5, 6}).longest_run == 0);
    // The same way of answering, on items that all count one way, says nothing: they may well be answered alike.
    CHECK_FALSE(how(form(6, 1, 7, 1), {5, 5, 5, 5, 5, 5}).longest_run.has_value());
    Form late = form(6, 1, 7, 1);
    late.scale.keys[5].reversed = true;
    CHECK(how(late, {5, 5, 5, 5, 3, 2}).longest_run == 0);
    CHECK(how(late, {5, 5, 5, 4, 4, 4}).longest_run == 3);
}

TEST_CASE("a skip is counted and ends no run, and not to say is no skip") {
    const auto found = how(a_turning_form(), {5, std::nullopt, 5, 5, std::nullopt, 5});
    CHECK(found.asked == 6);
    CHECK(found.answered == 4);
    CHECK(found.skipped == 2);
    CHECK(found.longest_run == 4);
    const Form made = a_turning_form();
    auto given = answers({5, 5, 5, 5, 5, 5});
    given[{{"m"}, {"q1"}}] = PreferredNot{};
    const Scale* const scales[] = {&made.scale};
    CHECK(how_answered(made.module, scales, given, {}).skipped == 0);
    CHECK(how_answered(made.module, scales, given, {}).answered == 5);
}

TEST_CASE("the same number on two ranges is not the same answer") {
    Form made = a_turning_form(4);
    Scale other = made.scale;
    made.scale.keys.resize(2);
    other.keys.erase(other.keys.begin(), other.keys.begin() + 2);
    other.maximum = 10;
    const Scale* const scales[] = {&made.scale, &other};
    CHECK(how_answered(made.module, scales, answers({5, 5, 5, 5}), {}).longest_run == 2);
}

TEST_CASE("half of the items took so long or less, from the answer to the item before") {
    const auto found = how(a_turning_form(), {5, 4, 5, 4, 5, 4}, times({0, 3, 5, 65, 69, 74}));
    REQUIRE(found.usual_time.has_value()); // 3, 2, 60, 4, 5
    CHECK(*found.usual_time == std::chrono::seconds(4));
}

TEST_CASE("too few times, and items that were answered out of order, say nothing of how long one took") {
    CHECK_FALSE(how(a_turning_form(), {5, 4, 5, 4, 5, 4}).usual_time.has_value());
    CHECK_FALSE(how(a_turning_form(), {5, 4, 5, 4, 5, 4}, times({0, 3, 5})).usual_time.has_value());
    // q3 was passed over and answered at the end: neither it nor the item after it was timed.
    const auto found = how(a_turning_form(), {5, 4, 5, 4, 5, 4}, times({0, 3, 500, 6, 9, 12}));
    CHECK(found.usual_time == std::chrono::seconds(3));
}

TEST_CASE("only the items that the scales count are looked at, and of those only what was asked") {
    Form made = a_turning_form();
    made.module.items[4].enable_when = {.conditions = {{{"q1"}, Test::equals, 1}}, .any = false};
    made.scale.keys.pop_back();
    const auto found = how(made, {5, 5, 5, 5, 5, std::nullopt});
    CHECK(found.asked == 4); // q5 fell away, q6 is not counted
    CHECK(found.skipped == 0);
    CHECK(found.longest_run == 4);
}

TEST_CASE("a straight line is a run of at least five that is most of what was answered") {
    CHECK(is_straight_line(how(a_turning_form(), {7, 7, 7, 7, 7, 7})));
    CHECK(is_straight_line(how(a_turning_form(), {7, 7, 7, 7, 7, 6})));
    CHECK_FALSE(is_straight_line(how(a_turning_form(), {7, 7, 7, 7, 6, 6})));
    CHECK_FALSE(is_straight_line(how(a_turning_form(12), {7, 7, 7, 7, 7, 1, 7, 2, 7, 1, 7, 1})));
    CHECK_FALSE(is_straight_line(how(form(6, 1, 7, 1), {7, 7, 7, 7, 7, 7})));
}

TEST_CASE("a part keeps when each item was first answered, whatever was changed later, also once it is sealed") {
    PartContent part;
    const ItemRef first{{"m"}, {"q1"}}, second{{"m"}, {"q2"}};
    const auto at = [](int seconds) { return core::WallTime(std::chrono::seconds(seconds)); };
    replay(part, AnswerGiven{first, Chosen{3}, at(10)});
    replay(part, AnswerGiven{second, Skipped{}, at(14)});
    replay(part, AnswerGiven{first, Chosen{4}, at(90)});
    CHECK(part.first_at == FirstTimes{{first, at(10)}, {second, at(14)}});
    const auto sealed = decode_part(encode(part));
    REQUIRE(sealed.has_value());
    CHECK(*sealed == part);
    replay(part, AnswersPutAway{{{"m"}, {"who"}}, {second}});
    CHECK(part.first_at == FirstTimes{{first, at(10)}});
}

TEST_CASE("a part that was sealed before times were kept has none") {
    PartContent plain;
    plain.answers[{{"m"}, {"q1"}}] = Chosen{3};
    const auto now = encode(plain);
    CHECK(std::string(now.begin(), now.end()).find("\"at\"") == std::string::npos);
    const auto read = decode_part(now);
    REQUIRE(read.has_value());
    CHECK(read->first_at.empty());
    CHECK(read->answers == plain.answers);
}
