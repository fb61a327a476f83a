#include "platform/finger.hpp"
#include <doctest/doctest.h>

using namespace finger;
using model::action::BackspaceTyped;
using model::action::CaretPlaced;
using model::action::CaretStepped;
using model::action::DeleteTyped;
using model::action::DoneTyping;
using model::action::KeyTyped;
using model::action::Touched;
using platform::Key;
using platform::input::Typed;

namespace {

using Places = std::vector<int>;

ui::Tree code_page() {
    ui::Widget code = widget("code", ui::Role::status, 0);
    code.action.reset();
    code.typing = true;
    return page("code",
                {code, below(widget("key:1", ui::Role::key, 0), 100), below(widget("key:2", ui::Role::key, 1), 100),
                 below(widget("back", ui::Role::button, 0), 300)});
}

}

TEST_CASE("Tab visits what can be tapped in reading order, and begins again after the last") {
    Hand hand;
    ui::Tree tree = question();
    tree.widgets[1].enabled = false;
    tree.widgets.push_back(widget("key:q", ui::Role::key, 5));
    for (const char* id : {"answer:0", "back", "key:q", "answer:0"}) {
        hand.key(tree, Key::tab);
        CHECK(hand.touch.keys_in_use());
        CHECK(hand.touch.focus() == id);
    }
    for (const char* id : {"key:q", "back", "answer:0"}) {
        hand.key(tree, Key::shift_tab);
        CHECK(hand.touch.focus() == id);
    }
}

TEST_CASE("a finger that comes down takes the ring away, and what is done then is no key's") {
    Hand hand;
    const ui::Tree tree = question();
    const auto keyed = hand.key(tree, Key::tab);
    REQUIRE(count<Touched>(keyed) == 1);
    CHECK(keyed.front().as<Touched>()->by_key);
    const auto pressed = hand.press(tree, "answer:1");
    CHECK_FALSE(hand.touch.keys_in_use());
    CHECK(hand.touch.focus().empty());
    REQUIRE(count<Touched>(pressed) == 1);
    CHECK_FALSE(pressed.back().as<Touched>()->by_key);
}

TEST_CASE("arrows go by rows and columns, and from the end of a row to the next") {
    Hand hand;
    ui::Tree tree = page("grid", {});
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            tree.widgets.push_back(below(widget(std::to_string(row) + std::to_string(column), ui::Role::answer, column),
                                         static_cast<float>(row) * 72));
    hand.key(tree, Key::right);
    CHECK(hand.touch.focus() == "00");
    const std::pair<Key, const char*> steps[]{{Key::down, "10"},  {Key::right, "11"}, {Key::up, "01"},
                                              {Key::left, "00"},  {Key::left, "22"},  {Key::down, "22"},
                                              {Key::right, "00"}, {Key::up, "00"},    {Key::right, "01"},
                                              {Key::right, "02"}, {Key::right, "10"}};
    for (const auto& [key, id] : steps) {
        hand.key(tree, key);
        CHECK(hand.touch.focus() == id);
    }
}

TEST_CASE("Enter and Space tap what has the focus, once however long they are held, and not before it settled") {
    Hand hand;
    const ui::Tree tree = question();
    hand.key(tree, Key::tab);
    CHECK(taps(hand.key(tree, Key::enter)) == Places{0});
    CHECK(taps(hand.key(tree, Key::enter, true)).empty());
    hand.now += model::settle_time;
    CHECK(taps(hand.key(tree, Key::space)) == Places{0});
    CHECK(taps(hand.key(tree, Key::space, true)).empty());
    hand.now += model::settle_time;
    hand.settled = hand.now + 1ms;
    CHECK(taps(hand.key(tree, Key::enter)).empty());
}

TEST_CASE("a second Enter that comes too soon does not take back what the first one chose") {
    Hand hand;
    const ui::Tree tree = question();
    hand.key(tree, Key::tab);
    CHECK(taps(hand.key(tree, Key::enter)) == Places{0});
    hand.now += 180ms;
    CHECK(taps(hand.key(tree, Key::enter)).empty());
    hand.now += model::settle_time;
    CHECK(taps(hand.key(tree, Key::enter)) == Places{0});
}

TEST_CASE("a held Enter does not run through the pages that follow") {
    Hand hand;
    hand.key(question("question:1"), Key::tab);
    CHECK(taps(hand.key(question("question:1"), Key::enter)) == Places{0});
    for (int page = 2; page < 6; ++page)
        CHECK(taps(hand.key(question("question:" + std::to_string(page)), Key::enter, true)).empty());
}

TEST_CASE("Enter with no focus begins where a tap anywhere would, and finds the first answer where it would not") {
    Hand hand;
    const ui::Tree welcome =
        page("welcome", {widget("anywhere", ui::Role::background, 9), widget("read", ui::Role::button, 1)});
    CHECK(taps(hand.key(welcome, Key::enter)) == Places{9});
    Hand other;
    CHECK(taps(other.key(question(), Key::enter)).empty());
    CHECK(other.touch.focus() == "answer:0");
}

TEST_CASE("Tap anywhere has the focus first, as all else does") {
    Hand hand;
    const ui::Tree welcome =
        page("welcome", {widget("anywhere", ui::Role::background, 9), widget("read", ui::Role::button, 1)});
    hand.key(welcome, Key::down);
    CHECK(hand.touch.focus() == "anywhere");
    hand.key(welcome, Key::down);
    CHECK(hand.touch.focus() == "read");
    hand.key(welcome, Key::up);
    CHECK(hand.touch.focus() == "anywhere");
    CHECK(taps(hand.key(welcome, Key::enter)) == Places{9});
}

TEST_CASE("Escape goes back where there is a way back") {
    Hand hand;
    CHECK(taps(hand.key(question(), Key::escape)) == Places{2});
    CHECK(taps(hand.key(question(), Key::escape, true)).empty());
    CHECK(taps(hand.key(page("cover", {widget("return", ui::Role::button, 0)}), Key::escape)).empty());
    CHECK(hand.touch.focus() == "return");
}

TEST_CASE("letters are typed where there is something to write in, and nowhere else") {
    Hand hand;
    const ui::Tree writing = writing_page();
    const auto typed = hand.give(writing, Typed{"é"});
    REQUIRE(count<KeyTyped>(typed) == 1);
    CHECK(typed.back().as<KeyTyped>()->text == "é");
    CHECK(hand.touch.focus() == "text");
    CHECK(count<KeyTyped>(hand.key(writing, Key::space, true)) == 1);
    CHECK(count<BackspaceTyped>(hand.key(writing, Key::backspace, true)) == 1);
    CHECK(count<DeleteTyped>(hand.key(writing, Key::delete_forward)) == 1);
    CHECK(count<DoneTyping>(hand.key(writing, Key::enter)) == 1);
    CHECK(count<DoneTyping>(hand.key(writing, Key::enter, true)) == 0);

    Hand other;
    const auto elsewhere = other.give(question(), Typed{"5"});
    CHECK(count<Touched>(elsewhere) == 1);
    CHECK(count<KeyTyped>(elsewhere) == 0);
    CHECK(taps(elsewhere).empty());
    CHECK(count<BackspaceTyped>(other.key(question(), Key::backspace)) == 0);
}

TEST_CASE("an Enter that comes before a page to write on has settled does not finish it unwritten") {
    Hand hand;
    const ui::Tree writing = writing_page();
    hand.key(question("question:1"), Key::tab);
    hand.settled = hand.now + 350ms;
    hand.now += 100ms;
    CHECK(count<DoneTyping>(hand.key(writing, Key::enter)) == 0);
    CHECK(count<KeyTyped>(hand.give(writing, Typed{"a"})) == 1);
    hand.now += 300ms;
    CHECK(count<DoneTyping>(hand.key(writing, Key::enter)) == 1);
}

TEST_CASE("a keypad takes digits from a keyboard too, wherever the focus is") {
    Hand hand;
    const ui::Tree tree = code_page();
    hand.key(tree, Key::down);
    CHECK(hand.touch.focus() == "key:1");
    CHECK(count<KeyTyped>(hand.give(tree, Typed{"1"})) == 1);
    CHECK(hand.touch.focus() == "code");
    CHECK(count<DoneTyping>(hand.key(tree, Key::enter)) == 1);
}

TEST_CASE("who comes by arrows begins at the keys on the screen, who comes by Tab where letters go") {
    Hand arrows, tab;
    arrows.key(question(), Key::down);
    arrows.touch.follow(writing_page());
    CHECK(arrows.touch.focus() == "key:q");
    CHECK(taps(arrows.key(writing_page(), Key::enter)) == Places{0});
    CHECK(taps(arrows.key(writing_page(), Key::enter)) == Places{0}); // a word may have a letter twice
    tab.key(question(), Key::tab);
    tab.touch.follow(writing_page());
    CHECK(tab.touch.focus() == "text");
}

TEST_CASE("in a text the arrows move the caret, up and down lead out of it, and a letter leads back") {
    Hand hand;
    const ui::Tree tree = writing_page();
    const auto left = hand.key(tree, Key::left);
    REQUIRE(count<CaretStepped>(left) == 1);
    CHECK(left.back().as<CaretStepped>()->by == -1);
    CHECK(hand.touch.focus() == "text");
    const auto end = hand.key(tree, Key::end);
    REQUIRE(count<CaretPlaced>(end) == 1);
    CHECK(end.back().as<CaretPlaced>()->byte == 6);
    hand.key(tree, Key::tab);
    CHECK(hand.touch.focus() == "next");
    CHECK(count<CaretStepped>(hand.key(tree, Key::right)) == 0);
    CHECK(count<CaretPlaced>(hand.key(tree, Key::home)) == 0);
    hand.key(tree, Key::tab);
    hand.key(tree, Key::shift_tab);
    hand.give(tree, Typed{"a"});
    CHECK(hand.touch.focus() == "text");
    CHECK(count<KeyTyped>(hand.key(tree, Key::space)) == 1);
    hand.key(tree, Key::down);
    CHECK(hand.touch.focus() == "key:q");
    hand.key(tree, Key::up);
    CHECK(hand.touch.focus() == "text");
}

TEST_CASE("letters go into a field that has the focus, though it was not in use") {
    Hand hand;
    ui::Tree tree = page("search", {widget("case:1", ui::Role::row, 0), widget("search", ui::Role::field, 1)});
    hand.key(tree, Key::tab);
    hand.key(tree, Key::tab);
    const auto typed = hand.give(tree, Typed{"m"});
    CHECK(taps(typed) == Places{1});
    CHECK(count<KeyTyped>(typed) == 1);
    CHECK(hand.touch.focus() == "search");
}

TEST_CASE("on another page the focus is where keys begin, and nowhere when a finger was last") {
    Hand hand;
    hand.key(question("question:1"), Key::tab);
    hand.key(question("question:1"), Key::tab);
    hand.touch.follow(question("question:1"));
    CHECK(hand.touch.focus() == "answer:1");
    hand.touch.follow(question("question:2"));
    CHECK(hand.touch.focus() == "answer:0");
    hand.press(question("question:2"), "answer:1");
    hand.touch.follow(question("question:3"));
    CHECK(hand.touch.focus().empty());
}

TEST_CASE("a focus that goes off for a while is lent to what stands nearest, and comes back") {
    Hand hand;
    const ui::Tree tree = question();
    hand.key(tree, Key::tab);
    hand.key(tree, Key::tab);
    ui::Tree off = tree;
    off.widgets[1].enabled = false;
    off.widgets[2].rect.x = 2000;
    hand.touch.follow(off);
    CHECK(hand.touch.focus() == "answer:0");
    hand.touch.follow(tree);
    CHECK(hand.touch.focus() == "answer:1");
}

TEST_CASE("where a date goes on to its next field, so does the focus") {
    Hand hand;
    ui::Tree tree = page("date", {widget("month", ui::Role::field, 0), widget("day", ui::Role::field, 1)});
    tree.widgets[0].typing = true;
    hand.give(tree, Typed{"3"});
    CHECK(hand.touch.focus() == "month");
    std::swap(tree.widgets[0].typing, tree.widgets[1].typing);
    hand.touch.follow(tree);
    CHECK(hand.touch.focus() == "day");
}
