#include "kit_support.hpp"
#include "model/visit/page_id.hpp"
#include "support/layout_check.hpp"
#include "ui/draw.hpp"

using namespace rehearsal;

using namespace ui;
using namespace std::chrono_literals;
using gallery::a_state;
using support::lying;

namespace {

model::State showing(model::Screen screen) {
    model::State state = a_state();
    state.screen = std::move(screen);
    state.shown_at = core::SteadyTime(10s);
    return state;
}

View after(const model::State& state, core::Milliseconds time) {
    View view = Offscreen::settled(state);
    view.now.steady = state.shown_at + time;
    return view;
}

int ink_pixels(const model::State& state, core::Milliseconds time) {
    support::draw(state, lying, after(state, time));
    return kit::pixels_of(colors(state.appearance.theme).ink, {0, 0, 1280, 800});
}

}

TEST_CASE("a screen fades in and is then still") {
    const model::State state = showing(model::screen::Welcome{});
    CHECK(moving(state, after(state, 0ms).now));
    CHECK(moving(state, after(state, 159ms).now));
    CHECK_FALSE(moving(state, after(state, 160ms).now));
    CHECK(ink_pixels(state, 0ms) == 0);
    CHECK(ink_pixels(state, 160ms) > 500);
}

TEST_CASE("the cover is there at once, and with reduced motion so is everything") {
    model::State cover = showing(model::screen::Cover{});
    CHECK_FALSE(moving(cover, after(cover, 0ms).now));
    model::State still = showing(model::screen::Welcome{});
    still.appearance.reduced_motion = true;
    CHECK_FALSE(moving(still, after(still, 0ms).now));
    CHECK(ink_pixels(still, 0ms) > 500);
}

TEST_CASE("a dark screen is black all over, with nothing to press and nothing to be read, in a demo too") {
    model::State dark = showing(model::screen::Welcome{.dark = true});
    dark.demo.emplace();
    for (const auto& panel : {support::standing, lying}) {
        const Tree tree = support::draw(dark, panel, after(dark, 1s));
        CHECK(tree.screen == "welcome:dark");
        CHECK(tree.widgets.empty());
        const ui::Rect all{0, 0, static_cast<float>(panel.width), static_cast<float>(panel.height)};
        CHECK(kit::pixels_of({0, 0, 0}, all, panel) == panel.width * panel.height);
    }
}

TEST_CASE("while help is open, or the kiosk asks whether anybody is there, nothing of the screen behind can be seen") {
    model::State state = showing(model::screen::EntryCode{});
    const Tree behind = support::draw(state, lying);
    CHECK(behind.screen == "entry-code");
    CHECK(behind.find_id("key:1") != nullptr);
    state.help_open = true;
    const Tree help = support::draw(state, lying);
    CHECK(help.screen == "help");
    CHECK(help.find_id("key:1") == nullptr);
    state.help_open = false;
    state.idle_asked = true;
    const Tree idle = support::draw(state, lying);
    CHECK(idle.screen == "idle");
    CHECK(idle.find_id("key:1") == nullptr);
}

TEST_CASE("a demo says so everywhere, gives its codes where they are asked for, and covers nothing") {
    for (const auto panel : {lying, support::standing}) {
        for (const int percent : support::text_sizes) {
            CAPTURE(panel.width);
            CAPTURE(percent);
            model::State state = showing(model::screen::Welcome{});
            state.appearance.text_percent = percent;
            state.demo = model::DemoCodes{"4711", "2580", "three small boats"};
            const auto sound = [&](const Tree& tree) {
                const auto complaints = support::layout_complaints(tree);
                CHECK_MESSAGE(complaints.empty(), support::joined(complaints));
            };
            const Tree welcome = support::draw(state, panel);
            CHECK(welcome.says("entry 4711"));
            CHECK(welcome.says("three small boats"));
            sound(welcome);
            state.screen = model::screen::EntryCode{};
            sound(support::draw(state, panel));
            state.look_open = true;
            const Tree appearance = support::draw(state, panel);
            CHECK(appearance.find_id("ribbon")->name == "Demo");
            CHECK_FALSE(appearance.says("4711"));
            sound(appearance);
        }
    }
}

TEST_CASE("without a demo there is no ribbon") {
    CHECK(support::draw(showing(model::screen::Welcome{}), lying).find_id("ribbon") == nullptr);
}

TEST_CASE("the name of a page changes with the page and holds no answer") {
    model::State state = showing(model::screen::Articles{});
    CHECK(model::page_id(state).name == "articles");
    state.screen = model::screen::Articles{.page = 2, .thanks = {}};
    CHECK(model::page_id(state).name == "articles:3");
    model::screen::Question question;
    question.module = 1;
    question.item = 4;
    state.screen = question;
    CHECK(model::page_id(state).name == "question:1:4");
    question.second_direction = true;
    state.screen = question;
    CHECK(model::page_id(state).name == "question:1:4:second");
    state.help_open = true;
    CHECK(model::page_id(state).name == "help");
}
