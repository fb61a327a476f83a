#include "model/form/applies.hpp"
#include "model/form/journal.hpp"
#include "model/scoring/scoring.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

Item item(std::string id, ItemKind kind = ItemKind::number, std::vector<Condition> conditions = {}, bool any = false) {
    Item made;
    made.id = {std::move(id)};
    made.kind = kind;
    made.enable_when = {std::move(conditions), any};
    return made;
}

struct Given {
    Module module;
    Answers answers;

    Given() { module.id = {"m"}; }
    void answer(const char* id, Answer given) { answers[{{"m"}, {id}}] = std::move(given); }
    bool asks(std::string_view id) const { return applies(module, *find_item(module, {std::string(id)}), answers); }
};

// Item "b" is asked when "a" meets the test.
bool met(Test test, int value, std::optional<Answer> answer) {
    Given given;
    given.module.items = {item("a"), item("b", ItemKind::number, {{{"a"}, test, value}})};
    if (answer) given.answer("a", *answer);
    return given.asks("b");
}

}

TEST_CASE("a number is compared as each test says, and a missing one meets only unanswered") {
    struct Row {
        Test test;
        bool below, same, above, none;
    };
    for (const Row& row :
         {Row{Test::answered, true, true, true, false}, Row{Test::unanswered, false, false, false, true},
          Row{Test::equals, false, true, false, false}, Row{Test::differs, true, false, true, false},
          Row{Test::above, false, false, true, false}, Row{Test::at_least, false, true, true, false},
          Row{Test::below, true, false, false, false}, Row{Test::at_most, true, true, false, false}}) {
        CAPTURE(static_cast<int>(row.test));
        CHECK(met(row.test, 5, Chosen{4}) == row.below);
        CHECK(met(row.test, 5, Chosen{5}) == row.same);
        CHECK(met(row.test, 5, Chosen{6}) == row.above);
        CHECK(met(row.test, 5, Skipped{}) == row.none);
        CHECK(met(row.test, 5, PreferredNot{}) == row.none);
        CHECK(met(row.test, 5, std::nullopt) == row.none);
    }
}

TEST_CASE("of several choices, equals means among them and order means nothing") {
    CHECK(met(Test::equals, 2, ChosenSet{{1, 2}}));
    CHECK_FALSE(met(Test::equals, 3, ChosenSet{{1, 2}}));
    CHECK(met(Test::differs, 3, ChosenSet{{1, 2}}));
    CHECK_FALSE(met(Test::differs, 2, ChosenSet{{1, 2}}));
    CHECK_FALSE(met(Test::above, 1, ChosenSet{{2}}));
    CHECK_FALSE(met(Test::differs, 3, ChosenSet{}));
}

TEST_CASE("a text, a date and a signature can only be answered or not") {
    for (const Answer& answer :
         {Answer{Written{"Yes"}}, Answer{Dated{std::chrono::year(2000) / 2 / 29}}, Answer{Signed{{}, "Maya"}}}) {
        CHECK(met(Test::answered, 0, answer));
        CHECK_FALSE(met(Test::equals, 0, answer));
        CHECK_FALSE(met(Test::differs, 1, answer));
    }
    CHECK_FALSE(met(Test::answered, 0, Written{"  "}));
    CHECK_FALSE(met(Test::answered, 0, Signed{}));
    CHECK_FALSE(met(Test::answered, 0, Consented{false}));
}

TEST_CASE("all conditions must hold, or any where the item says so") {
    for (const bool any : {false, true}) {
        Given given;
        given.module.items = {item("a"), item("b"),
                              item("c", ItemKind::number, {{{"a"}, Test::equals, 1}, {{"b"}, Test::equals, 1}}, any)};
        CHECK_FALSE(given.asks("c"));
        given.answer("a", Chosen{1});
        CHECK(given.asks("c") == any);
        given.answer("b", Chosen{1});
        CHECK(given.asks("c"));
    }
}

TEST_CASE("what does not apply itself counts as unanswered, whatever was answered to it before") {
    Given given;
    given.module.items = {item("a"), item("b", ItemKind::number, {{{"a"}, Test::above, 0}}),
                          item("c", ItemKind::number, {{{"b"}, Test::answered}}),
                          item("d", ItemKind::number, {{{"b"}, Test::unanswered}})};
    given.answer("a", Chosen{1});
    given.answer("b", Chosen{7});
    CHECK(given.asks("b"));
    CHECK(given.asks("c"));
    CHECK_FALSE(given.asks("d"));
    given.answer("a", Chosen{0});
    CHECK_FALSE(given.asks("b"));
    CHECK_FALSE(given.asks("c"));
    CHECK(given.asks("d"));
    CHECK(which_apply(given.module, given.answers) == std::vector<bool>{true, false, false, true});
    CHECK(answer_in_use(given.module, given.module.items[1], given.answers) == nullptr);
    CHECK(answer_in_use(given.module, given.module.items[0], given.answers) != nullptr);
}

TEST_CASE("a condition on itself, a later item or one that is not there ends, and does not hold") {
    Given given;
    given.module.items = {item("a", ItemKind::number, {{{"b"}, Test::answered}}),
                          item("b", ItemKind::number, {{{"a"}, Test::answered}}),
                          item("c", ItemKind::number, {{{"c"}, Test::answered}}),
                          item("d", ItemKind::number, {{{"nowhere"}, Test::answered}})};
    for (const char* id : {"a", "b", "c", "d"})
        given.answer(id, Chosen{1});
    for (const char* id : {"a", "b", "c", "d"})
        CHECK_FALSE(given.asks(id));
}

TEST_CASE("a long chain of conditions is settled at once") {
    Given given;
    given.module.items.push_back(item("i0"));
    for (int i = 1; i < 200; ++i) {
        const core::ItemId one{"i" + std::to_string(i - 1)}, two{"i" + std::to_string(std::max(0, i - 2))};
        given.module.items.push_back(
            item("i" + std::to_string(i), ItemKind::number, {{one, Test::answered}, {two, Test::answered}}));
        given.answer(one.value.c_str(), Chosen{1});
    }
    CHECK(given.asks("i199"));
    given.answers.erase({{"m"}, {"i0"}});
    CHECK_FALSE(given.asks("i199"));
}

TEST_CASE("an old answer to an item that is no longer asked is not scored") {
    Given given;
    given.module.items = {item("gate"), item("q1", ItemKind::number, {{{"gate"}, Test::above, 0}}), item("q2")};
    Scale scale{
        .id = {"s"}, .title = "S", .keys = {{{"q1"}}, {{"q2"}}}, .minimum = 0, .maximum = 10, .least_answered = 1};
    given.answer("gate", Chosen{1});
    given.answer("q1", Chosen{10});
    given.answer("q2", Chosen{4});
    CHECK(score(given.module, scale, given.answers).value == doctest::Approx(7));
    given.answer("gate", Chosen{0});
    const Score now = score(given.module, scale, given.answers);
    CHECK(now.value == doctest::Approx(4));
    CHECK(now.answered == 1);
    CHECK_FALSE(now.trace[0].answer.has_value());
}

TEST_CASE("items about a person are asked with a name, which stands in their words") {
    Given given;
    Item about = item("warm-1");
    about.person = core::ItemId{"who-1"};
    about.text = "{person} was there. {person} stayed.";
    given.module.items = {item("who-1", ItemKind::short_text), about};
    CHECK_FALSE(given.asks("warm-1"));
    CHECK(which_may_apply(given.module, given.answers) == std::vector<bool>{true, true});
    given.answer("who-1", Skipped{});
    CHECK_FALSE(given.asks("warm-1"));
    CHECK(which_may_apply(given.module, given.answers) == std::vector<bool>{true, false});
    CHECK_FALSE(person_named(given.module, about.person, given.answers).has_value());
    CHECK(with_person(about.text, std::nullopt) == about.text);

    given.answer("who-1", Written{"  Grandma {person} "});
    CHECK(given.asks("warm-1"));
    const auto name = person_named(given.module, about.person, given.answers);
    REQUIRE(name.has_value());
    CHECK(with_person(about.text, name) == "Grandma {person} was there. Grandma {person} stayed.");
    CHECK(names_a_person(given.module, {"who-1"}));
    CHECK_FALSE(names_a_person(given.module, {"warm-1"}));
}

TEST_CASE("preferring not to say is decided and is no answer") {
    CHECK(is_decided(PreferredNot{}));
    CHECK_FALSE(is_answered(PreferredNot{}));
    CHECK_FALSE(is_decided(Skipped{}));
    CHECK(is_decided(Dated{std::chrono::year(2000) / 1 / 1}));
    CHECK(is_answered(Signed{{{{1, 1}}}, ""}));
    Module module;
    module.id = {"m"};
    module.items = {item("q1"), item("q2")};
    Scale scale{
        .id = {"s"}, .title = "S", .keys = {{{"q1"}}, {{"q2"}}}, .minimum = 0, .maximum = 10, .least_answered = 1};
    Answers answers{{{{"m"}, {"q1"}}, PreferredNot{}}, {{{"m"}, {"q2"}}, Chosen{6}}};
    CHECK(score(module, scale, answers).answered == 1);
    CHECK(score(module, scale, answers).value == doctest::Approx(6));
}

namespace {

// A name and one question about that person, twice.
struct TwoPeople : Given {
    PartContent content;

    TwoPeople() {
        for (const std::string number : {"1", "2"}) {
            auto who = item("who-" + number, ItemKind::short_text);
            if (number == "2") who.enable_when = {{{{"who-1"}, Test::answered, 0}}, false};
            auto warm = item("warm-" + number);
            warm.person = who.id;
            module.items.push_back(who);
            module.items.push_back(warm);
        }
    }
    void put(const char* id, Answer given) {
        answer(id, given);
        content.answers[{{"m"}, {id}}] = given;
    }
};

}

TEST_CASE("whoever was named, or something was said about, is asked about whatever becomes of those before them") {
    TwoPeople two;
    CHECK_FALSE(two.asks("who-2"));
    two.put("who-1", Written{"Rosa"});
    CHECK(two.asks("who-2"));
    CHECK_FALSE(two.asks("warm-2"));
    two.put("who-2", Written{"Joe"});
    two.put("warm-2", Chosen{3});
    two.put("who-1", Skipped{});
    CHECK_FALSE(two.asks("warm-1"));
    CHECK(two.asks("who-2"));
    CHECK(two.asks("warm-2"));
    two.put("who-2", Skipped{}); // as it is while a name is typed anew
    CHECK(two.asks("who-2"));
    CHECK_FALSE(two.asks("warm-2"));
    two.put("warm-2", Skipped{});
    CHECK_FALSE(two.asks("who-2"));
}

TEST_CASE("a name that was changed after something was said is unsettled until it is said whose the answers are") {
    TwoPeople two;
    auto& content = two.content;
    const ItemRef who{{"m"}, {"who-1"}}, warm{{"m"}, {"warm-1"}};
    const auto before = [&] { return unsettled(two.module, who.item, content); };
    two.put("who-1", Written{"Rosa"});
    two.put("warm-1", Chosen{3});
    CHECK_FALSE(before());
    replay(content, AnswersAbout{who, "Rosa"});
    CHECK_FALSE(before());
    two.put("who-1", Written{" Rosa "});
    CHECK_FALSE(before());
    two.put("who-1", Skipped{});
    CHECK(before() == "Rosa");
    two.put("who-1", Written{"Joe"});
    CHECK(before() == "Rosa");
    SUBCASE("the same person") {
        replay(content, AnswersAbout{who, "Joe"});
        CHECK(content.answers.contains(warm));
    }
    SUBCASE("somebody else") {
        content.released.insert(warm);
        replay(content, AnswersPutAway{who, answers_about(two.module, who.item, content.answers)});
        CHECK_FALSE(content.answers.contains(warm));
        CHECK(content.answers.contains(who));
        CHECK(content.released.empty());
        CHECK(content.about.empty());
    }
    CHECK_FALSE(before());
}
