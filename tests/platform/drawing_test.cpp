#include "platform/finger.hpp"
#include <doctest/doctest.h>

using namespace finger;
using model::action::StrokeBegun;
using model::action::StrokeDrawn;
using model::action::StrokeEnded;
using model::action::Touched;
using platform::input::Cancel;
using platform::input::Press;
using platform::input::Release;
using platform::input::Slide;

namespace {

// A box of 600 x 200 at (100, 100), with a button below it.
ui::Tree signing(std::string screen = "question:sign") {
    ui::Widget box;
    box.id = "signature";
    box.role = ui::Role::drawing;
    box.name = "Your signature";
    box.rect = {100, 100, 600, 200};
    ui::Widget clear = widget("clear", ui::Role::button, 9);
    clear.rect = {100, 320, 100, 64};
    return page(std::move(screen), {box, clear});
}

template<class A>
const A* first(const std::vector<model::Action>& actions) {
    for (const auto& action : actions)
        if (const auto* same = action.as<A>()) return same;
    return nullptr;
}

}

TEST_CASE("a finger in the box draws a line in thousandths of its height") {
    Hand hand;
    const auto tree = signing();
    const auto pressed = hand.give(tree, Press{{100, 100}});
    REQUIRE(first<StrokeBegun>(pressed));
    CHECK(first<StrokeBegun>(pressed)->at == model::SignaturePoint{0, 0});
    CHECK(count<Touched>(pressed) == 1);
    CHECK(hand.touch.pressed().empty());
    const auto slid = hand.give(tree, Slide{{400, 200}});
    REQUIRE(first<StrokeDrawn>(slid));
    CHECK(first<StrokeDrawn>(slid)->to == model::SignaturePoint{1500, 500});
    const auto lifted = hand.give(tree, Release{{700, 300}});
    REQUIRE(first<StrokeDrawn>(lifted));
    CHECK(first<StrokeDrawn>(lifted)->to == model::SignaturePoint{3000, 1000});
    CHECK(count<StrokeEnded>(lifted) == 1);
    CHECK(hand.give(tree, Slide{{300, 200}}).empty());
    CHECK(hand.give(tree, Release{{300, 200}}).empty());
}

TEST_CASE("a line that leaves the box follows its edge and taps nothing where it ends") {
    Hand hand;
    const auto tree = signing();
    hand.give(tree, Press{{400, 200}});
    const auto out = hand.give(tree, Slide{{1200, 20}});
    REQUIRE(first<StrokeDrawn>(out));
    CHECK(first<StrokeDrawn>(out)->to == model::SignaturePoint{3000, 0});
    const auto lifted = hand.give(tree, Release{{150, 350}}); // on the button
    CHECK(taps(lifted).empty());
    CHECK(count<StrokeEnded>(lifted) == 1);
    CHECK(taps(hand.tap(tree, "clear")) == std::vector<int>{9});
}

TEST_CASE("a finger that slides into the box draws nothing") {
    Hand hand;
    const auto tree = signing();
    hand.press(tree, "clear");
    CHECK(hand.give(tree, Slide{{400, 200}}).empty());
    CHECK(hand.give(tree, Release{{400, 200}}).empty());
}

TEST_CASE("a line is ended when the finger is taken away, and not begun before the page has settled") {
    Hand hand;
    const auto tree = signing();
    hand.give(tree, Press{{400, 200}});
    CHECK(count<StrokeEnded>(hand.give(tree, Cancel{})) == 1);
    CHECK(hand.give(tree, Cancel{}).empty());
    hand.settled = at(350ms);
    hand.now = at(349ms);
    const auto early = hand.give(tree, Press{{400, 200}});
    CHECK(count<StrokeBegun>(early) == 0);
    CHECK(count<StrokeDrawn>(hand.give(tree, Slide{{500, 200}})) == 0);
    hand.now = at(351ms);
    CHECK(count<StrokeBegun>(hand.give(tree, Press{{400, 200}})) == 1);
}

TEST_CASE("two dots as quick as a double tap are two dots") {
    Hand hand;
    const auto tree = signing();
    for (int dot = 0; dot < 2; ++dot) {
        CHECK(count<StrokeBegun>(hand.give(tree, Press{{400, 200}})) == 1);
        CHECK(count<StrokeEnded>(hand.give(tree, Release{{400, 200}})) == 1);
        hand.now += 60ms;
    }
}

TEST_CASE("a line ends with its page") {
    Hand hand;
    hand.give(signing(), Press{{400, 200}});
    CHECK(hand.give(signing("cover"), Slide{{500, 200}}).empty());
    CHECK(hand.give(signing("cover"), Release{{500, 200}}).empty());
}

TEST_CASE("keys pass over the box: there is nothing to do in it without a finger") {
    Hand hand;
    const auto tree = signing();
    hand.key(tree, platform::Key::tab);
    CHECK(hand.touch.focus() == "clear");
}

TEST_CASE("digits typed while a field has the focus go into that field") {
    ui::Widget day = widget("date:day", ui::Role::field, 0);
    day.action = model::action::DatePartTapped{model::DatePart::day};
    ui::Widget key = widget("key:1", ui::Role::key, 1);
    const auto tree = page("question:born", {day, key});
    Hand hand;
    hand.key(tree, platform::Key::tab);
    REQUIRE(hand.touch.focus() == "date:day");
    const auto typed = hand.give(tree, platform::input::Typed{"4"});
    REQUIRE(first<model::action::DatePartTapped>(typed));
    CHECK(typed.back().as<model::action::KeyTyped>() != nullptr);
    auto in_use = tree;
    in_use.widgets[0].typing = true;
    const auto again = hand.give(in_use, platform::input::Typed{"2"});
    CHECK(first<model::action::DatePartTapped>(again) == nullptr);
    CHECK(again.back().as<model::action::KeyTyped>() != nullptr);
}
