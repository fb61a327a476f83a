// Who makes which move more: what each says of themselves beside what the other says of them.
#include "a_form.hpp"
#include "model/case/overview.hpp"

using namespace model_tests;

namespace {

constexpr auto none = std::nullopt;

Scale a_move(const char* id, Way way, const std::vector<std::string>& items) {
    Scale scale{.id = {id}, .title = id, .minimum = 1, .maximum = 5, .least_answered = items.size()};
    for (const auto& item : items)
        scale.keys.push_back({.item = {item}, .way = way});
    return scale;
}

Module a_cycle() {
    Module module{.id = {"cycle"}};
    for (const char* id : {"p1", "p2", "p3", "w1", "w2", "w3"}) {
        Item item{.id = {id}, .kind = ItemKind::two_way};
        for (int value = 1; value <= 5; ++value)
            item.choices.push_back({value, "Answer"});
        module.items.push_back(item);
    }
    const std::vector<std::string> press{"p1", "p2", "p3"}, back{"w1", "w2", "w3"};
    module.scales = {a_move("press", Way::from_me, press), a_move("back", Way::from_me, back),
                     a_move("their-press", Way::toward_me, press), a_move("their-back", Way::toward_me, back)};
    return module;
}

// Every item of a move the same: of the other, of oneself.
Answers told(std::pair<int, int> press, std::pair<int, int> back) {
    Answers answers;
    for (const char* id : {"p1", "p2", "p3"})
        answers[{{"cycle"}, {id}}] = BothWays{press.first, press.second};
    for (const char* id : {"w1", "w2", "w3"})
        answers[{{"cycle"}, {id}}] = BothWays{back.first, back.second};
    return answers;
}

}

TEST_CASE("what one says of themselves stands beside what the other says of them") {
    const Module module = a_cycle();
    const auto moves = moves_of(module, {told({2, 5}, {5, 1}), told({4, 1}, {2, 5})});
    REQUIRE(moves.has_value());
    REQUIRE(moves->moves.size() == 2);
    const auto& press = moves->moves[0];
    CHECK(press.own->id.value == "press");
    CHECK(press.seen->id.value == "their-press");
    CHECK(press.of.a.a->value == near(5)); // a of themselves
    CHECK(press.of.a.b->value == near(4)); // b of a
    CHECK(press.of.b.a->value == near(2)); // a of b
    CHECK(press.of.b.b->value == near(1));
    CHECK(press.more.a == MoreOf::a);
    CHECK(press.more.b == MoreOf::a);
    CHECK(moves->moves[1].more.a == MoreOf::b);
    CHECK(moves->moves[1].more.b == MoreOf::b);
}

TEST_CASE("a difference within the noise names nobody, and what was not scored says nothing") {
    const Module module = a_cycle();
    // The floor of three items is 0.85 on 1 to 7 and 0.567 on 1 to 5: noise is 1.96 * sqrt(2) * 0.567 = 1.57.
    auto a = told({3, 4}, {1, 3});
    auto b = told({3, 4}, {1, 3});
    b[{{"cycle"}, {"w1"}}] = BothWays{none, 3};
    const auto moves = moves_of(module, {a, b});
    REQUIRE(moves.has_value());
    CHECK(moves->moves[0].more.a == MoreOf::neither);
    CHECK(moves->moves[1].more.a == MoreOf::a);
    CHECK_FALSE(moves->moves[1].more.b.has_value());
    CHECK(moves->moves[1].of.b.b->value == near(3));
}

TEST_CASE("without the other's part nothing stands in their place") {
    const Module module = a_cycle();
    const auto moves = moves_of(module, {none, told({1, 5}, {3, 3})});
    REQUIRE(moves.has_value());
    CHECK_FALSE(moves->moves[0].of.a.a.has_value());
    CHECK(moves->moves[0].of.a.b.has_value());
    CHECK_FALSE(moves->moves[0].more.a.has_value());
    CHECK(moves->moves[0].more.b == MoreOf::b);
}

TEST_CASE("scales that do not ask the same of both, or are private, are no move") {
    Module module = a_cycle();
    module.scales[2].keys.pop_back();
    module.scales[3].is_private = true;
    CHECK_FALSE(moves_of(module, {none, none}).has_value());
    CHECK_FALSE(is_of_moves(module, module.scales[0]));
    module = a_cycle();
    module.scales[2].keys[0].reversed = true;
    CHECK(seen_by_other(module, module.scales[0]) == nullptr);
    CHECK(seen_by_other(module, module.scales[1]) == &module.scales[3]);
    CHECK(is_of_moves(module, module.scales[3]));
}

TEST_CASE("moves have a picture of their own in the overview, and no row beside other scores") {
    Content content;
    content.packets = {{.id = {"p"}, .modules = {{"cycle"}}}};
    content.modules[{"cycle"}] = a_cycle();
    CaseFile file;
    file.visits.push_back({.packet = {"p"}});
    file.visits[0].a.content = PartContent{.answers = told({1, 5}, {3, 3})};
    const auto overview = overview_of(content, file, 0);
    CHECK(overview.moves.size() == 1);
    CHECK(overview.sides.empty());
    CHECK_FALSE(overview.empty());
}
