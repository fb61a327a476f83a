#include "chart/signature.hpp"
#include "model/visit/entering_date.hpp"
#include "shown_samples.hpp"
#include "ui/kit/when.hpp"
#include <set>

namespace {

using namespace asking;
using namespace model::action;

model::screen::Question dated(std::string month, std::string day, std::string year) {
    auto screen = question("born");
    screen.date = model::DateEntry{.day = std::move(day), .month = std::move(month), .year = std::move(year)};
    return screen;
}

std::size_t place_of(const ui::Tree& tree, std::string_view id) {
    for (std::size_t i = 0; i < tree.widgets.size(); ++i)
        if (tree.widgets[i].id == id) return i;
    return tree.widgets.size();
}

}

TEST_CASE("every kind of item is among the screens that are drawn and measured") {
    std::set<model::ItemKind> kinds;
    for (const auto& item : every_kind().items)
        kinds.insert(item.kind);
    CHECK(kinds.size() == model::every_kind().size());
}

TEST_CASE("the fields of a date stand in the order that is asked for, each with its name and digits") {
    auto screen = dated("3", "14", "19");
    const auto english = drawn(screen);
    CHECK(place_of(english, "date:month") < place_of(english, "date:day"));
    CHECK(place_of(english, "date:day") < place_of(english, "date:year"));
    CHECK(english.find_id("date:year")->name == "Year");
    CHECK(english.find_id("date:year")->value == "19");
    CHECK(english.find_id("date:month")->chosen);
    CHECK(means<DatePartTapped>(english, "date:day")->part == model::DatePart::day);
    CHECK(means<KeyTyped>(english, "key:7")->text == "7");
    screen.date->order = {model::DatePart::day, model::DatePart::month, model::DatePart::year};
    const auto other = drawn(screen);
    CHECK(place_of(other, "date:day") < place_of(other, "date:month"));
    CHECK(other.find_id("date:day")->rect.x < other.find_id("date:month")->rect.x);
}

TEST_CASE("the order of a date and its words come from the language") {
    CHECK(model::date_order_of(nullptr) == model::month_first);
    CHECK(ui::date_words(std::chrono::year(1988) / 3 / 4) == "March 4, 1988");
    CHECK(ui::month_words(12) == "December");
}

TEST_CASE("a month is said by its name as soon as it is known") {
    auto screen = dated("3", "", "");
    screen.date->field = model::DatePart::day;
    CHECK(drawn(screen).says("March"));
    auto one = dated("1", "", "");
    CHECK_FALSE(drawn(one).says("January")); // or the first digit of October
    one.date->field = model::DatePart::day;
    CHECK(drawn(one).says("January"));
}

TEST_CASE("a date that cannot be is said at every text size, and Next stays closed") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes) {
            CAPTURE(percent);
            const auto tree = drawn(dated("2", "31", "1999"), percent, panel);
            CHECK(tree.says("no such day"));
            CHECK_FALSE(tree.find_id("next")->enabled);
            CHECK(drawn(dated("12", "31", "1850"), percent, panel).says("from 1950 to 2026"));
            CHECK(drawn(dated("13", "", ""), percent, panel).says("from 1 to 12"));
        }
}

TEST_CASE("the box to sign in is three times as wide as high, at every text size") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes)
            for (const char* id : {"sign", "long-sign"}) {
                CAPTURE(percent);
                CAPTURE(id);
                const auto tree = drawn(question(id), percent, panel);
                const auto* box = tree.find_id("signature");
                REQUIRE(box != nullptr);
                CHECK(box->role == ui::Role::drawing);
                CHECK(box->rect.w / box->rect.h == doctest::Approx(3).epsilon(0.01));
                CHECK(box->rect.h >= 120);
                CHECK(tree.at(box->rect.center()) == box);
                CHECK(means<SignByNameTapped>(tree, "sign:by-name"));
            }
}

TEST_CASE("Clear and Next wait for a line") {
    auto screen = question("sign");
    CHECK(means<SignatureCleared>(drawn(screen), "sign:clear"));
    CHECK(means<NextTapped>(drawn(screen), "next"));
    CHECK(drawn(screen).find_id("signature")->value == "Signed");
    screen.session.content.answers.clear();
    CHECK_FALSE(means<SignatureCleared>(drawn(screen), "sign:clear"));
    CHECK_FALSE(means<NextTapped>(drawn(screen), "next"));
    CHECK(drawn(screen).find_id("signature")->value.empty());
}

TEST_CASE("a name that is typed stands in place of lines, with the way back to drawing") {
    auto screen = question("sign");
    screen.writing = model::edit_of("Maya", 120, core::Lines::one);
    const auto tree = drawn(screen);
    CHECK(tree.find_id("signature") == nullptr);
    CHECK(tree.find_id("writing")->value == "Maya");
    CHECK(means<SignByDrawingTapped>(tree, "sign:by-drawing"));
    CHECK(means<SkipTapped>(tree, "skip"));
}

TEST_CASE("a text to read offers nothing but the way on and back") {
    const auto tree = drawn(question("told"));
    CHECK(tree.find_id("skip") == nullptr);
    CHECK(means<NextTapped>(tree, "next"));
    CHECK(means<BackTapped>(tree, "back"));
    CHECK_FALSE(tree.says("will see your answer"));
}

TEST_CASE("preferring not to say stands beside Skip, of the same weight, wherever it is offered") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes)
            for (const char* id :
                 {"refusable", "refusable-ways", "refusable-text", "refusable-scale", "weight", "long-born"}) {
                CAPTURE(percent);
                CAPTURE(id);
                auto screen = question(id);
                screen.second_direction = true;
                const auto tree = drawn(screen, percent, panel);
                REQUIRE(means<PreferNotTapped>(tree, "prefer-not"));
                REQUIRE(means<SkipTapped>(tree, "skip"));
                CHECK(tree.find_id("prefer-not")->text_px == tree.find_id("skip")->text_px);
            }
    CHECK(drawn(question("usual")).find_id("prefer-not") == nullptr);
}

TEST_CASE("nothing moves when one prefers not to say, and the way on opens") {
    for (const int percent : support::text_sizes) {
        CAPTURE(percent);
        auto screen = question("refusable");
        const auto before = drawn(screen, percent);
        screen.session.content.answers[{{"every-kind"}, {"refusable"}}] = model::PreferredNot{};
        const auto after = drawn(screen, percent);
        CHECK_FALSE(before.find_id("next")->enabled);
        CHECK(after.find_id("next")->enabled);
        CHECK(after.find_id("prefer-not")->chosen);
        REQUIRE(before.widgets.size() == after.widgets.size());
        for (std::size_t i = 0; i < before.widgets.size(); ++i)
            CHECK((before.widgets[i].rect.x == after.widgets[i].rect.x &&
                   before.widgets[i].rect.y == after.widgets[i].rect.y &&
                   before.widgets[i].rect.w == after.widgets[i].rect.w &&
                   before.widgets[i].rect.h == after.widgets[i].rect.h));
    }
}

TEST_CASE("a number with decimals has a point among its keys, a whole one does not") {
    const auto scaled = drawn(question("weight"));
    CHECK(means<KeyTyped>(scaled, "key:point")->text == ".");
    CHECK(scaled.says("From 0 to 24"));
    CHECK(drawn(question("years")).find_id("key:point") == nullptr);
}

TEST_CASE("the count is of what is asked, and the words carry the name that was typed") {
    auto content = std::make_shared<model::Content>();
    model::Module people;
    people.id = {"every-kind"};
    people.title = "Where it began";
    people.items.push_back(item("who-1", model::ItemKind::short_text, "Who took care of you?"));
    auto warm = item("warm-1", model::ItemKind::choice, "{person} was warm with me.");
    warm.choices = how_often();
    warm.person = core::ItemId{"who-1"};
    people.items.push_back(warm);
    people.items.push_back(item("told", model::ItemKind::display, "Thank you."));
    content->modules[people.id] = people;
    content->packets.push_back({.id = {"first"}, .title = "First", .modules = {people.id}, .joint_module = {}});
    model::screen::Question screen{.session = session(), .item = 1};
    screen.session.content.answers[{{"every-kind"}, {"who-1"}}] = model::Written{"Grandma Rosa"};
    auto state = state_with(screen);
    state.content = content;
    const auto tree = support::draw(state, support::lying);
    CHECK(tree.says("Grandma Rosa was warm with me."));
    CHECK(tree.says("2 of 2"));

    screen.session.content.answers[{{"every-kind"}, {"warm-1"}}] = model::Skipped{};
    model::screen::Review review{.session = screen.session};
    state.screen = review;
    const auto named = support::draw(state, support::lying);
    CHECK(named.says("Grandma Rosa was warm with me."));
    CHECK_FALSE(named.says("Thank you."));
    review.session.content.answers[{{"every-kind"}, {"who-1"}}] = model::Skipped{};
    state.screen = review;
    const auto nobody = support::draw(state, support::lying);
    CHECK_FALSE(nobody.says("was warm"));
    CHECK(nobody.says("Who took care of you?"));
}
