// A finger at a screen that is read aloud: the first touch is heard, the second does what it means.
#include "platform/finger.hpp"
#include <doctest/doctest.h>

namespace {

using namespace finger;
using places = std::vector<int>;

struct Finger {
    platform::Touch touch;
    core::SteadyTime now = at(10s);
    ui::Tree tree = question();

    std::vector<model::Action> give(decltype(platform::Input::what) what) {
        return touch.take({now, std::move(what)}, tree, at(0ms),
                          [](const ui::Widget& widget) { return widget.id != "back"; });
    }
    // A touch, lifted again, and a while after it.
    std::vector<model::Action> tap(std::string_view id, core::Milliseconds then = 500ms) {
        give(platform::input::Press{middle(tree, id)});
        auto actions = give(platform::input::Release{middle(tree, id)});
        now += then;
        return actions;
    }
};

}

TEST_CASE("the first touch only points, the second chooses, and a third is heard again") {
    Finger finger;
    CHECK(taps(finger.tap("answer:1")).empty());
    CHECK(finger.touch.pointed().widget == "answer:1");
    CHECK(finger.touch.ringed() == "answer:1");
    CHECK(taps(finger.tap("answer:1")) == places{1});
    CHECK(finger.touch.ringed().empty());
    CHECK(taps(finger.tap("answer:1")).empty());
    CHECK(finger.touch.pointed().count == 2);
}

TEST_CASE("the second half of a double tap comes too soon to choose what was not heard yet") {
    Finger finger;
    CHECK(taps(finger.tap("answer:1", 200ms)).empty());
    CHECK(taps(finger.tap("answer:1")).empty());
    CHECK(taps(finger.tap("answer:1")) == places{1});
}

TEST_CASE("a touch on something else begins anew") {
    Finger finger;
    finger.tap("answer:1");
    CHECK(taps(finger.tap("answer:0")).empty());
    CHECK(taps(finger.tap("answer:1")).empty());
    CHECK(taps(finger.tap("answer:1")) == places{1});
}

TEST_CASE("what is not heard first does what it means at once") {
    Finger finger;
    CHECK(taps(finger.tap("back")) == places{2});
}

TEST_CASE("a key that was heard is typed by every touch, for a word may have a letter twice") {
    Finger finger;
    finger.tree.widgets[0].role = ui::Role::key;
    CHECK(taps(finger.tap("answer:0")).empty());
    CHECK(taps(finger.tap("answer:0")) == places{0});
    CHECK(taps(finger.tap("answer:0")) == places{0});
}

TEST_CASE("words and what is shut can be pointed at, and do nothing") {
    Finger finger;
    finger.tree.widgets[0].role = ui::Role::text;
    finger.tree.widgets[0].action.reset();
    finger.tree.widgets[1].enabled = false;
    for (const auto* id : {"answer:0", "answer:1"}) {
        CHECK(taps(finger.tap(id)).empty());
        CHECK(finger.touch.pointed().widget == id);
        CHECK(taps(finger.tap(id)).empty());
    }
    CHECK(finger.touch.pointed().count == 4);
}

TEST_CASE("a page that is touched anywhere is one place: heard at the first touch, done at the second, words or not") {
    Finger finger;
    finger.tree = question("welcome");
    auto& words = finger.tree.widgets[0];
    words.role = ui::Role::heading;
    words.action.reset();
    auto anywhere = widget("begin", ui::Role::background, 7);
    anywhere.rect = {0, 0, 1280, 800};
    finger.tree.widgets.insert(finger.tree.widgets.begin(), anywhere);
    const auto touch = [&](ui::Point at) {
        finger.give(platform::input::Press{at});
        auto actions = finger.give(platform::input::Release{at});
        finger.now += 500ms;
        return taps(actions);
    };
    const auto on_words = middle(finger.tree, "answer:0");
    for (const auto& [first, second] : {std::pair<ui::Point, ui::Point>{on_words, on_words},
                                        {on_words, {900, 700}},
                                        {{900, 700}, on_words},
                                        {{900, 700}, {100, 300}}}) {
        finger.give(platform::input::KeyDown{platform::Key::tab}); // elsewhere, for a beginning
        finger.give(platform::input::KeyDown{platform::Key::tab});
        CHECK(touch(first).empty());
        CHECK(finger.touch.pointed().widget == "begin");
        CHECK(touch(second) == places{7});
    }
    // What stands on it is a place of its own.
    CHECK(touch(middle(finger.tree, "answer:1")).empty());
    CHECK(finger.touch.pointed().widget == "answer:1");
    CHECK(touch(on_words).empty());
}

TEST_CASE("the focus of the keys is pointed at as well, and another page forgets what was") {
    Finger finger;
    finger.give(platform::input::KeyDown{platform::Key::tab});
    CHECK(finger.touch.pointed().widget == "answer:0");
    CHECK(taps(finger.give(platform::input::KeyDown{platform::Key::enter})) == places{0});
    finger.tree = question("question:2");
    finger.tap("answer:1");
    finger.tree = question("question:3");
    CHECK(taps(finger.tap("answer:1")).empty());
}
