#include "platform/finger.hpp"
#include "platform/stage.hpp"
#include <doctest/doctest.h>

using namespace finger;
using model::action::BackTapped;
using model::action::BeginTapped;
using model::action::KeyTyped;
using model::action::Refused;

namespace {

namespace screen = model::screen;
namespace effect = model::effect;

ui::Widget button(std::string id, ui::Rect rect, model::Action action, ui::Role role = ui::Role::button) {
    ui::Widget made;
    made.id = made.name = std::move(id);
    made.role = role;
    made.rect = rect;
    made.action = std::move(action);
    return made;
}

// Two pages, both with their button in the same place: a double tap would run through them.
ui::Tree two_pages(const model::State& state) {
    const auto* welcome = std::get_if<screen::Welcome>(&state.screen);
    if (welcome != nullptr && welcome->dark) return page("welcome:dark", {});
    if (welcome != nullptr) return page("welcome", {button("begin", {0, 0, 200, 100}, BeginTapped{})});
    if (std::holds_alternative<screen::EntryCode>(state.screen))
        return page("entry-code", {button("back", {0, 0, 200, 100}, BackTapped{}),
                                   button("key:4", {300, 0, 100, 100}, KeyTyped{"4"}, ui::Role::key),
                                   button("ok", {300, 200, 100, 100}, model::action::DoneTyping{}, ui::Role::key)});
    return page("other", {});
}

struct Kiosk {
    core::Now now{core::WallTime(1000h), at(0ms)};
    std::vector<std::string> done; // in order: what was shown, run and gathered
    core::Milliseconds effect_takes{0};
    std::function<std::vector<model::Action>(const model::Effect&)> answer = [](const model::Effect&) {
        return std::vector<model::Action>{};
    };
    platform::Stage stage;

    explicit Kiosk(model::Screen first = screen::Welcome{})
        : stage(state(std::move(first)), {1280, 800}, callbacks()) {}

    static model::State state(model::Screen first) {
        model::State made;
        made.screen = std::move(first);
        made.content = std::make_shared<model::Content>();
        made.practice = std::make_shared<model::Practice>();
        made.shown_at = at(-10s);
        made.touched_at = at(-1s);
        return made;
    }
    platform::StageCallbacks callbacks() {
        platform::StageCallbacks made;
        made.now = [this] { return now; };
        made.describe = [](const model::State& state, const ui::View&) { return two_pages(state); };
        made.run = [this](const model::Effect& effect) {
            done.push_back("run");
            pass(effect_takes);
            return answer(effect);
        };
        made.before_long_effect = [this] { done.push_back("show"); };
        made.after_effect = [this] { done.push_back("gather"); };
        return made;
    }
    void pass(core::Milliseconds time) {
        now.steady += time;
        now.wall += time;
    }
    void press(ui::Point point) { stage.take({now.steady, platform::input::Press{point}}); }
    void release(ui::Point point) { stage.take({now.steady, platform::input::Release{point}}); }
    void tap(ui::Point point) {
        press(point);
        pass(60ms);
        release(point);
    }
};

}

TEST_CASE("a tap reaches the state, and the page described next is the new one") {
    Kiosk kiosk;
    CHECK(kiosk.stage.take_change());
    CHECK_FALSE(kiosk.stage.take_change());
    kiosk.tap({50, 50});
    CHECK(kiosk.stage.tree().screen == "entry-code");
    CHECK(kiosk.stage.take_change());
}

TEST_CASE("a double tap opens one page, however soon the second half comes") {
    for (const auto apart : {0ms, 60ms, 120ms, 280ms}) {
        Kiosk kiosk;
        kiosk.tap({50, 50});
        kiosk.pass(apart);
        kiosk.tap({50, 50});
        CHECK(kiosk.stage.tree().screen == "entry-code");
    }
    Kiosk patient;
    patient.tap({50, 50});
    patient.pass(400ms);
    patient.tap({50, 50});
    CHECK(patient.stage.tree().screen == "welcome");
}

TEST_CASE("a dark screen is lit by a press, which presses nothing that comes to light under it") {
    Kiosk touched(screen::Welcome{.dark = true});
    touched.press({50, 50});
    CHECK(touched.stage.tree().screen == "welcome");
    touched.pass(2s); // a finger that rests
    touched.release({50, 50});
    CHECK(touched.stage.tree().screen == "welcome");
    touched.tap({50, 50});
    CHECK(touched.stage.tree().screen == "entry-code");
    for (const auto key : {platform::Key::enter, platform::Key::space, platform::Key::escape, platform::Key::tab}) {
        Kiosk typed(screen::Welcome{.dark = true});
        typed.stage.take({typed.now.steady, platform::input::KeyDown{.key = key}});
        CHECK(typed.stage.tree().screen == "welcome");
        typed.pass(1s);
        typed.stage.take({typed.now.steady, platform::input::KeyDown{.key = key, .repeat = true}}); // held down
        CHECK(typed.stage.tree().screen == "welcome");
    }
    Kiosk written(screen::Welcome{.dark = true});
    written.stage.take({written.now.steady, platform::input::Typed{"4"}});
    CHECK(written.stage.tree().screen == "welcome");
}

TEST_CASE("a press and a release that arrive together are both taken, each against a current page") {
    Kiosk kiosk;
    kiosk.press({50, 50});
    kiosk.release({50, 50});
    kiosk.press({350, 50});
    kiosk.release({350, 50});
    REQUIRE(std::holds_alternative<screen::EntryCode>(kiosk.stage.state().screen));
    CHECK(std::get<screen::EntryCode>(kiosk.stage.state().screen).code.typed.view() == "4");
}

TEST_CASE("an order is run once, and its answer is taken before anything else is") {
    Kiosk kiosk;
    kiosk.answer = [](const model::Effect& effect) {
        CHECK(std::holds_alternative<effect::FindSitting>(effect));
        return std::vector<model::Action>{Refused{{model::Refusal::Why::wrong, 1, {}}}};
    };
    kiosk.tap({50, 50});
    for (int digit = 0; digit < 4; ++digit) {
        kiosk.pass(50ms);
        kiosk.tap({350, 50});
    }
    if (kiosk.done.empty()) kiosk.tap({350, 250});
    CHECK(kiosk.done == std::vector<std::string>{"run", "gather"});
    const auto& entry = std::get<screen::EntryCode>(kiosk.stage.state().screen).code;
    CHECK_FALSE(entry.working);
    REQUIRE(entry.refusal);
    CHECK(entry.refusal->why == model::Refusal::Why::wrong);
}

TEST_CASE("what a person waits for is shown before it is begun") {
    CHECK(platform::takes_long(effect::UnlockDesk{}));
    CHECK(platform::takes_long(effect::ResumePart{}));
    CHECK(platform::takes_long(effect::SealPart{}));
    CHECK_FALSE(platform::takes_long(effect::SaveEntries{}));
    CHECK_FALSE(platform::takes_long(effect::ForgetKeys{}));
}

TEST_CASE("time passes when it is due and not before; asked again at once it does not spin") {
    Kiosk kiosk(screen::EntryCode{});
    const auto first = kiosk.stage.deadline();
    REQUIRE(first);
    CHECK(*first > kiosk.now.steady);
    kiosk.stage.take_change();
    kiosk.pass(1s);
    kiosk.stage.pass_time();
    CHECK_FALSE(kiosk.stage.take_change());
    kiosk.pass(*first - kiosk.now.steady);
    kiosk.stage.pass_time();
    CHECK(kiosk.stage.take_change());
    if (const auto next = kiosk.stage.deadline()) CHECK(*next > kiosk.now.steady);
}

TEST_CASE("a welcome screen that nobody touches waits for ever") {
    Kiosk kiosk;
    CHECK_FALSE(kiosk.stage.deadline());
}
