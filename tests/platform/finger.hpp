// Fingers, keys and pages for tests: a made-up page and a clock that moves only when told.
#pragma once
#include "platform/touch.hpp"

namespace finger {

using namespace std::chrono_literals;

inline core::SteadyTime at(core::Milliseconds since_start) {
    return core::SteadyTime(1h) + since_start;
}

// Widgets 100 x 64 in a row, 8 apart; each tap of one gives ChoiceTapped with its place.
inline ui::Widget widget(std::string id, ui::Role role, int place) {
    ui::Widget made;
    made.id = std::move(id);
    made.role = role;
    made.name = made.id;
    made.rect = {static_cast<float>(place) * 108, 0, 100, 64};
    made.action = model::action::ChoiceTapped{place};
    return made;
}

inline ui::Point middle(const ui::Tree& tree, std::string_view id) {
    return tree.find_id(id)->rect.center();
}

inline ui::Tree page(std::string screen, std::vector<ui::Widget> widgets) {
    return {std::move(screen), {1280, 800}, std::move(widgets)};
}

inline ui::Tree question(std::string screen = "question:1") {
    return page(std::move(screen), {widget("answer:0", ui::Role::answer, 0), widget("answer:1", ui::Role::answer, 1),
                                    widget("back", ui::Role::button, 2)});
}

inline ui::Widget below(ui::Widget widget, float y) {
    widget.rect.y = y;
    return widget;
}

// A text with a caret, a button beside it, and three letters of a keyboard below.
inline ui::Tree writing_page() {
    ui::Widget text = widget("text", ui::Role::writing, 0);
    text.action.reset();
    text.typing = true;
    text.carets = {{4, 4, 0, 28}, {24, 4, 0, 28}, {44, 4, 0, 28}};
    text.caret_bytes = {3, 4, 6};
    ui::Tree tree = page("mission", {text, widget("next", ui::Role::button, 1)});
    for (int place = 0; place < 3; ++place)
        tree.widgets.push_back(
            below(widget("key:" + std::string(1, static_cast<char>('q' + place)), ui::Role::key, place), 200));
    return tree;
}

// The taps among facts; Touched and the rest are left out.
inline std::vector<int> taps(const std::vector<model::Action>& actions) {
    std::vector<int> places;
    for (const model::Action& action : actions)
        if (const auto* tap = action.as<model::action::ChoiceTapped>()) places.push_back(tap->value);
    return places;
}

template<class Fact>
int count(const std::vector<model::Action>& actions) {
    int found = 0;
    for (const model::Action& action : actions)
        found += action.as<Fact>() != nullptr ? 1 : 0;
    return found;
}

// A Touch with a clock: 10 s after the page settled, unless a test says otherwise.
struct Hand {
    platform::Touch touch;
    core::SteadyTime settled = at(0ms);
    core::SteadyTime now = at(10s);

    std::vector<model::Action> give(const ui::Tree& tree, decltype(platform::Input::what) what) {
        return touch.take({now, std::move(what)}, tree, settled);
    }
    std::vector<model::Action> press(const ui::Tree& tree, std::string_view id) {
        return give(tree, platform::input::Press{middle(tree, id)});
    }
    std::vector<model::Action> release(const ui::Tree& tree, std::string_view id) {
        return give(tree, platform::input::Release{middle(tree, id)});
    }
    std::vector<model::Action> tap(const ui::Tree& tree, std::string_view id) {
        press(tree, id);
        return release(tree, id);
    }
    std::vector<model::Action> key(const ui::Tree& tree, platform::Key key, bool repeat = false) {
        return give(tree, platform::input::KeyDown{key, repeat});
    }
};

}
