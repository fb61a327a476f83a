// Scores of what is answered both ways: a key says which of the two answers it counts.
#include "a_form.hpp"
#include "model/case/compared.hpp"
#include "model/case/how_answered.hpp"
#include "model/scoring/change.hpp"
#include <algorithm>

using namespace model_tests;

namespace {

constexpr auto none = std::nullopt;

Item both_ways(const std::string& id) {
    Item item{.id = {id}, .kind = ItemKind::two_way, .text = "They " + id + ".", .detail = "I " + id + "."};
    for (int value = 1; value <= 5; ++value)
        item.choices.push_back({value, "Answer"});
    return item;
}

// Three items, and a scale of each way over them.
struct TwoWays {
    Module module{.id = {"m"}};
    TwoWays() {
        for (std::size_t i = 0; i < 3; ++i)
            module.items.push_back(both_ways(name(i)));
        module.scales = {scale("mine", Way::from_me), scale("theirs", Way::toward_me)};
    }
    static Scale scale(const char* id, Way way) {
        Scale made{.id = {id}, .title = id, .minimum = 1, .maximum = 5, .least_answered = 2};
        for (std::size_t i = 0; i < 3; ++i)
            made.keys.push_back({.item = {name(i)}, .way = way});
        return made;
    }
    Score of(const char* id, const std::vector<BothWays>& given) const {
        Answers answers;
        for (std::size_t i = 0; i < given.size(); ++i)
            answers[{{"m"}, {name(i)}}] = given[i];
        return score(module, *std::ranges::find(module.scales, core::ScaleId{id}, &Scale::id), answers);
    }
    Scale& mine() { return module.scales[0]; }
};

}

TEST_CASE("a mean of one way counts that way alone") {
    const TwoWays form;
    const std::vector<BothWays> given{{1, 5}, {2, 4}, {1, 3}};
    CHECK(form.of("mine", given).value == near(4));
    CHECK(form.of("theirs", given).value == near(4.0 / 3));
    REQUIRE(form.of("mine", given).band.has_value());
    CHECK(form.of("mine", given).trace.at(0).way == Way::from_me);
    CHECK(form.of("mine", given).trace.at(0).answer == 5);
}

TEST_CASE("one way left empty is a skip of that way and of no other") {
    const TwoWays form;
    const std::vector<BothWays> given{{1, none}, {2, 4}, {1, 3}};
    CHECK(form.of("mine", given).answered == 2);
    CHECK(form.of("mine", given).value == near(3.5));
    CHECK(form.of("theirs", given).answered == 3);
    CHECK_FALSE(form.of("mine", {{1, none}, {2, none}, {1, 3}}).value.has_value());
}

TEST_CASE("a sum of one way, and a way that is reversed") {
    TwoWays form;
    form.mine().method = Method::sum;
    CHECK(form.of("mine", {{1, 5}, {1, 4}, {1, 2}}).value == near(11));
    form.mine().keys[0].reversed = true; // 1 + 5 - 5 = 1
    CHECK(form.of("mine", {{1, 5}, {1, 4}, {1, 2}}).value == near(7));
    CHECK(counted_in_reverse(form.module, {"q1"}));
    CHECK(counted_in_reverse(form.module, {"q1"}, Way::from_me));
    CHECK_FALSE(counted_in_reverse(form.module, {"q1"}, Way::toward_me));
}

TEST_CASE("an answer of another kind gives a way no score, and a key without a way takes none of both") {
    TwoWays form;
    Answers answers;
    for (std::size_t i = 0; i < 3; ++i)
        answers[{{"m"}, {name(i)}}] = Chosen{3};
    CHECK(score(form.module, form.mine(), answers).answered == 0);
    for (Key& key : form.mine().keys)
        key.way.reset();
    CHECK(form.of("mine", {{1, 5}, {1, 4}, {1, 2}}).answered == 0);
}

TEST_CASE("change is never read between one way and the other") {
    TwoWays form;
    const std::vector<BothWays> low{{5, 1}, {5, 1}, {5, 1}}, high{{1, 5}, {1, 5}, {1, 5}};
    const auto same_way = change(form.mine(), form.of("mine", low), form.of("mine", high));
    REQUIRE(same_way.has_value());
    CHECK(same_way->second - same_way->first == near(4));
    CHECK_FALSE(change(form.mine(), form.of("theirs", low), form.of("mine", high)).has_value());
}

TEST_CASE("what was answered at least one way is answered, and a form of it has no straight line") {
    const TwoWays form;
    std::vector<const Scale*> scales{&form.module.scales[0], &form.module.scales[1]};
    Answers answers;
    answers[{{"m"}, {"q1"}}] = BothWays{3, none};
    answers[{{"m"}, {"q2"}}] = BothWays{};
    answers[{{"m"}, {"q3"}}] = Skipped{};
    const auto how = how_answered(form.module, scales, answers, {});
    CHECK(how.asked == 3);
    CHECK(how.answered == 1);
    CHECK(how.skipped == 1);
    CHECK_FALSE(is_straight_line(how));
}

TEST_CASE("a key is about the sentence of its way") {
    const auto item = both_ways("wait");
    CHECK(sentence_of(item, Way::toward_me) == "They wait.");
    CHECK(sentence_of(item, Way::from_me) == "I wait.");
    CHECK(sentence_of(item, none) == "They wait.");
}
