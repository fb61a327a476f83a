// Keys that come close upon each other, and keys that are held.
#include "platform/finger.hpp"
#include <doctest/doctest.h>

using namespace finger;
using model::action::DoneTyping;
using platform::Key;
using platform::input::Typed;

TEST_CASE("whoever has typed or corrected something ends it with Enter, however soon that was") {
    for (const bool corrects : {false, true}) {
        Hand hand;
        const ui::Tree covered = question("question:1:covered"), writing = writing_page();
        hand.tap(covered, "answer:0");
        hand.settled = hand.now + 350ms;
        hand.touch.follow(writing);
        hand.now += 100ms;
        if (corrects)
            hand.key(writing, Key::backspace);
        else
            hand.give(writing, Typed{"a"});
        CHECK(count<DoneTyping>(hand.key(writing, Key::enter)) == 1);
        // The page that it brings is another one.
        ui::Tree next = writing_page();
        next.screen = "question:2";
        CHECK(count<DoneTyping>(hand.key(next, Key::enter)) == 0);
    }
}

TEST_CASE("an arrow or Tab that is held moves on with each repeat") {
    Hand hand;
    ui::Tree tree = page("row", {});
    for (int place = 0; place < 8; ++place)
        tree.widgets.push_back(widget(std::to_string(place), ui::Role::answer, place));
    hand.key(tree, Key::right);
    for (int place = 1; place < 8; ++place) {
        hand.key(tree, place % 2 == 0 ? Key::tab : Key::right, true);
        CHECK(hand.touch.focus() == std::to_string(place));
    }
}
