#include "platform/finger.hpp"
#include <doctest/doctest.h>

using namespace finger;
using model::action::CaretPlaced;
using model::action::Touched;
using places = std::vector<int>;

TEST_CASE("a press and a release on one answer is a tap of it") {
    Hand hand;
    const ui::Tree tree = question();
    const auto pressed = hand.press(tree, "answer:1");
    CHECK(taps(pressed).empty());
    CHECK(count<Touched>(pressed) == 1);
    CHECK(hand.touch.pressed() == "answer:1");
    CHECK(taps(hand.release(tree, "answer:1")) == places{1});
    CHECK(hand.touch.pressed().empty());
}

TEST_CASE("a release alone is no tap, and a second release is none either") {
    Hand hand;
    const ui::Tree tree = question();
    CHECK(hand.release(tree, "answer:1").empty());
    hand.tap(tree, "answer:1");
    CHECK(hand.release(tree, "answer:1").empty());
}

TEST_CASE("sliding off an answer and letting go elsewhere is no tap of either") {
    Hand hand;
    const ui::Tree tree = question();
    hand.press(tree, "answer:0");
    hand.give(tree, platform::input::Slide{middle(tree, "answer:1")});
    CHECK(hand.touch.pressed().empty());
    CHECK(hand.release(tree, "answer:1").empty());
}

TEST_CASE("sliding off and back again shows it held, and lets it be tapped") {
    Hand hand;
    const ui::Tree tree = question();
    hand.press(tree, "answer:0");
    hand.give(tree, platform::input::Slide{{640, 400}});
    CHECK(hand.touch.pressed().empty());
    hand.give(tree, platform::input::Slide{middle(tree, "answer:0")});
    CHECK(hand.touch.pressed() == "answer:0");
    CHECK(taps(hand.release(tree, "answer:0")) == places{0});
}

TEST_CASE("a press that is taken away is no tap") {
    Hand hand;
    const ui::Tree tree = question();
    hand.press(tree, "answer:0");
    hand.give(tree, platform::input::Cancel{});
    CHECK(hand.touch.pressed().empty());
    CHECK(hand.release(tree, "answer:0").empty());
}

TEST_CASE("a press begun before the page settled answers nothing, even when it is held until after") {
    Hand hand;
    const ui::Tree tree = question();
    hand.settled = at(350ms);
    hand.now = at(349ms);
    CHECK(count<Touched>(hand.press(tree, "answer:0")) == 1);
    CHECK(hand.touch.pressed().empty());
    hand.now = at(2s);
    CHECK(hand.release(tree, "answer:0").empty());
    hand.now = at(350ms);
    CHECK(taps(hand.tap(tree, "answer:0")) == places{0});
}

TEST_CASE("the second half of a double tap does not answer the next question") {
    Hand hand;
    hand.settled = at(0ms);
    hand.now = at(5000ms);
    CHECK(taps(hand.tap(question("question:1"), "answer:1")) == places{1});
    hand.settled = at(5020ms + model::settle_time);
    hand.now = at(5120ms);
    CHECK(taps(hand.tap(question("question:2"), "answer:1")).empty());
    hand.now = at(6000ms);
    CHECK(taps(hand.tap(question("question:2"), "answer:1")) == places{1});
}

TEST_CASE("the second half of a double tap does not take back the answer on the same page") {
    Hand hand;
    const ui::Tree tree = question();
    hand.now = at(5000ms);
    CHECK(taps(hand.tap(tree, "answer:1")) == places{1});
    hand.now = at(5180ms);
    CHECK(taps(hand.tap(tree, "answer:1")).empty());
    CHECK(taps(hand.tap(tree, "answer:0")) == places{0});
    hand.now = at(5600ms);
    CHECK(taps(hand.tap(tree, "answer:0")) == places{0});
}

TEST_CASE("keys of a keypad are never held up: ten quick digits are ten digits") {
    Hand hand;
    const ui::Tree tree = page("code", {widget("key:1", ui::Role::key, 0)});
    hand.settled = at(350ms);
    for (int digit = 0; digit < 10; ++digit) {
        hand.now = at(digit * 30ms);
        CHECK(taps(hand.tap(tree, "key:1")) == places{0});
    }
}

TEST_CASE("a page that changes between press and release takes no tap, though the same id stands there") {
    Hand hand;
    hand.press(question("question:1"), "answer:1");
    CHECK(hand.release(question("question:2"), "answer:1").empty());
    CHECK(hand.touch.pressed().empty());
}

TEST_CASE("an answer that goes, or goes off, between press and release is not tapped") {
    Hand hand;
    const ui::Tree tree = question();
    hand.press(tree, "answer:1");
    ui::Tree off = tree;
    off.widgets[1].enabled = false;
    CHECK(hand.release(off, "answer:1").empty());
    hand.press(tree, "answer:1");
    ui::Tree moved = tree;
    std::swap(moved.widgets[0].rect, moved.widgets[1].rect);
    CHECK(hand.give(moved, platform::input::Release{middle(tree, "answer:1")}).empty());
}

TEST_CASE("what stands under the finger when it lifts is what counts, not what stood there before") {
    Hand hand;
    const ui::Tree tree = question();
    hand.press(tree, "answer:0");
    ui::Tree changed = tree;
    changed.widgets[0].action = model::action::ChoiceTapped{7};
    CHECK(taps(hand.release(changed, "answer:0")) == places{7});
}

TEST_CASE("the background takes a tap that hits nothing else, and is guarded like a button") {
    Hand hand;
    ui::Widget everywhere = widget("anywhere", ui::Role::background, 9);
    everywhere.rect = {0, 0, 1280, 800};
    ui::Tree tree = page("welcome", {everywhere, widget("read", ui::Role::button, 1)});
    hand.give(tree, platform::input::Press{{600, 700}});
    CHECK(taps(hand.give(tree, platform::input::Release{{900, 500}})) == places{9});
    CHECK(taps(hand.tap(tree, "read")) == places{1});
    hand.settled = hand.now + 1ms;
    hand.give(tree, platform::input::Press{{600, 700}});
    CHECK(hand.give(tree, platform::input::Release{{600, 700}}).empty());
}

TEST_CASE("two fingers are one: the second counts for nothing until the first lifts") {
    platform::FirstFinger finger;
    CHECK(finger.down(1, {10, 10}, at(0ms)));
    CHECK_FALSE(finger.down(2, {200, 10}, at(10ms)));
    CHECK_FALSE(finger.moved(2, {210, 10}, at(20ms)));
    CHECK(finger.moved(1, {12, 10}, at(30ms)));
    CHECK_FALSE(finger.up(2, {200, 10}, at(45ms)));
    CHECK_FALSE(finger.down(platform::FirstFinger::mouse, {5, 5}, at(40ms)));
    CHECK(finger.up(1, {12, 10}, at(45ms)));
    CHECK(finger.down(2, {200, 10}, at(50ms)));
    CHECK(finger.up(2, {200, 10}, at(45ms)));
}

TEST_CASE("a finger whose lifting was lost may press again") {
    platform::FirstFinger finger;
    CHECK(finger.down(4, {10, 10}, at(0ms)));
    CHECK(finger.down(4, {30, 30}, at(10ms)));
    CHECK(finger.lost());
    CHECK_FALSE(finger.lost());
    CHECK_FALSE(finger.up(4, {30, 30}, at(45ms)));
    CHECK(finger.down(5, {1, 1}, at(20ms)));
}

TEST_CASE("a finger that was not heard of for three seconds keeps no other away") {
    platform::FirstFinger finger;
    CHECK(finger.down(4, {10, 10}, at(0ms)));
    CHECK_FALSE(finger.down(5, {10, 10}, at(1s)));
    CHECK(finger.moved(4, {60, 10}, at(2s))); // it draws
    CHECK_FALSE(finger.down(6, {10, 10}, at(4999ms)));
    CHECK_FALSE(finger.up(6, {10, 10}, at(4999ms)));
    CHECK(finger.down(7, {10, 10}, at(5s)));
    SUBCASE("what comes of the lost one then is no second tap") {
        CHECK_FALSE(finger.moved(4, {10, 10}, at(5s)));
        CHECK_FALSE(finger.up(4, {10, 10}, at(5s)));
        CHECK(finger.up(7, {10, 10}, at(5s)));
        CHECK_FALSE(finger.up(4, {10, 10}, at(5s)));
    }
    SUBCASE("nor is it when the lost one lifts last") {
        CHECK(finger.up(7, {10, 10}, at(5s)));
        CHECK_FALSE(finger.up(4, {10, 10}, at(5s)));
    }
}

TEST_CASE("a palm that rests on the panel and trembles keeps no finger away for long") {
    platform::FirstFinger finger;
    CHECK(finger.down(1, {10, 10}, at(0ms)));
    for (int trembled = 1; trembled < 15; ++trembled)
        CHECK(finger.moved(1, {trembled % 2 == 0 ? 8.0f : 14.0f, 12}, at(trembled * 200ms)));
    CHECK_FALSE(finger.down(2, {300, 300}, at(2999ms)));
    CHECK(finger.down(2, {300, 300}, at(3s)));
    CHECK(finger.up(2, {300, 300}, at(3100ms)));
    CHECK_FALSE(finger.moved(1, {10, 10}, at(3200ms)));
    CHECK_FALSE(finger.up(1, {10, 10}, at(3300ms)));
}

TEST_CASE("a panel that says each touch again as a mouse presses once, whichever it says first") {
    constexpr auto mouse = platform::FirstFinger::mouse;
    platform::FirstFinger finger;
    CHECK(finger.down(1, {10, 10}, at(0ms)));
    CHECK_FALSE(finger.down(mouse, {10, 10}, at(5ms)));
    CHECK_FALSE(finger.up(mouse, {10, 10}, at(95ms)));
    CHECK(finger.up(1, {10, 10}, at(100ms)));
    CHECK_FALSE(finger.down(mouse, {10, 10}, at(110ms))); // some say so when the finger is gone
    CHECK_FALSE(finger.up(mouse, {10, 10}, at(115ms)));
    CHECK(finger.down(1, {10, 10}, at(300ms)));
    CHECK(finger.up(1, {10, 10}, at(400ms)));
    CHECK(finger.down(mouse, {10, 10}, at(900ms))); // a real one, taken up afterwards
    CHECK(finger.up(mouse, {10, 10}, at(950ms)));
    CHECK_FALSE(finger.down(2, {10, 10}, at(960ms)));
}

TEST_CASE("a press that takes the place of one that never lifted is the only tap of the two") {
    Hand hand;
    const ui::Tree tree = question();
    hand.give(tree, platform::input::Press{middle(tree, "answer:0")});
    hand.now += 5s;
    hand.give(tree, platform::input::Press{middle(tree, "answer:1")});
    CHECK(taps(hand.give(tree, platform::input::Release{middle(tree, "answer:1")})) == places{1});
    hand.now += 5s;
    CHECK(taps(hand.give(tree, platform::input::Release{middle(tree, "answer:0")})).empty());
}

TEST_CASE("a line whose finger never lifted is ended by the next press, and kept") {
    Hand hand;
    ui::Widget box = widget("signature", ui::Role::drawing, 0);
    box.action = {};
    const ui::Tree tree = page("question:1", {box, widget("next", ui::Role::button, 2)});
    CHECK(count<model::action::StrokeBegun>(hand.give(tree, platform::input::Press{middle(tree, "signature")})) == 1);
    hand.now += 5s;
    const auto actions = hand.give(tree, platform::input::Press{middle(tree, "next")});
    CHECK(count<model::action::StrokeEnded>(actions) == 1);
    CHECK(taps(hand.give(tree, platform::input::Release{middle(tree, "next")})) == places{2});
}

TEST_CASE("a tap in the writing places the caret, also before the page settled") {
    Hand hand;
    ui::Tree tree = page("mission", {widget("text", ui::Role::writing, 0)});
    tree.widgets[0].carets = {{4, 4, 0, 28}, {24, 4, 0, 28}, {84, 4, 0, 28}};
    tree.widgets[0].caret_bytes = {0, 1, 3};
    tree.widgets[0].action.reset();
    hand.settled = hand.now + 1s;
    hand.give(tree, platform::input::Press{{28, 20}});
    const auto placed = hand.give(tree, platform::input::Release{{30, 20}});
    REQUIRE(count<CaretPlaced>(placed) == 1);
    CHECK(placed.back().as<CaretPlaced>()->byte == 1);
}

TEST_CASE("a key does not take the second half of the tap that brought its page, and every tap after that") {
    Hand hand;
    CHECK(taps(hand.tap(question(), "answer:1")) == places{1});
    const ui::Tree keypad = page("code", {widget("key:0", ui::Role::key, 0), widget("key:1", ui::Role::key, 1)});
    hand.settled = hand.now + model::settle_time;
    hand.now += 60ms;
    CHECK(taps(hand.tap(keypad, "key:1")).empty());
    CHECK(taps(hand.tap(keypad, "key:0")) == places{0});
    CHECK(taps(hand.tap(keypad, "key:1")) == places{1});
}

TEST_CASE("a button that slides under the finger takes no second half of a double tap") {
    Hand hand;
    ui::Tree tree = question();
    CHECK(taps(hand.tap(tree, "answer:1")) == places{1});
    std::swap(tree.widgets[0].rect, tree.widgets[1].rect);
    hand.now += 60ms;
    CHECK(taps(hand.tap(tree, "answer:0")).empty());
    hand.now += model::settle_time;
    CHECK(taps(hand.tap(tree, "answer:0")) == places{0});
}

TEST_CASE("a double tap counts from when the order of its first half was done") {
    Hand hand;
    const ui::Tree tree = question();
    CHECK(taps(hand.tap(tree, "answer:1")) == places{1});
    hand.touch.answered(hand.now + 2s);
    hand.now += 1s;
    CHECK(taps(hand.tap(tree, "answer:1")).empty());
    hand.now += 1s + model::settle_time;
    CHECK(taps(hand.tap(tree, "answer:1")) == places{1});
}

TEST_CASE("who has drawn a line taps Next at once, though the last tap was at the same place") {
    Hand hand;
    CHECK(taps(hand.tap(question(), "answer:1")) == places{1});
    const ui::Tree sheet =
        page("sign", {widget("signature", ui::Role::drawing, 0), widget("next", ui::Role::button, 1)});
    hand.now += model::settle_time;
    hand.settled = hand.now;
    hand.press(sheet, "signature");
    hand.release(sheet, "signature");
    hand.touch.answered(hand.now); // the line is saved
    hand.now += 60ms;
    CHECK(taps(hand.tap(sheet, "next")) == places{1});
}
