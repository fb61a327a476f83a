// Every screen in its states, gone through with keys alone.
#include "every_screen.hpp"
#include "kit_support.hpp"
#include "ui/kit/focus.hpp"
#include <doctest/doctest.h>
#include <map>
#include <set>

namespace key_ways {

using Ids = std::set<std::string>;

// Told apart from is_stop(): what a finger can do here.
Ids tappable(const ui::Tree& tree) {
    Ids ids;
    for (const auto& widget : tree.widgets)
        if (widget.enabled && (widget.action || !widget.caret_bytes.empty())) ids.insert(widget.id);
    return ids;
}

std::string missing(const Ids& wanted, const Ids& reached) {
    std::string all;
    for (const auto& id : wanted)
        if (!reached.contains(id)) all += id + " ";
    return all;
}

Ids by_one(const ui::Tree& tree, ui::KeyStep step) {
    Ids reached;
    const auto* here = ui::first_stop(tree, false);
    while (here != nullptr && reached.insert(here->id).second)
        here = ui::step_from(tree, here->id, step, false);
    return reached;
}

// In a text left and right move the caret.
Ids by_arrows(const ui::Tree& tree) {
    Ids reached;
    std::vector<const ui::Widget*> open;
    if (const auto* first = ui::first_stop(tree, true)) open.push_back(first);
    while (!open.empty()) {
        const auto* here = open.back();
        open.pop_back();
        if (!reached.insert(here->id).second) continue;
        const bool text = !here->caret_bytes.empty();
        for (const auto step : {ui::KeyStep::up, ui::KeyStep::down, ui::KeyStep::left, ui::KeyStep::right})
            if (!text || step == ui::KeyStep::up || step == ui::KeyStep::down)
                open.push_back(ui::step_from(tree, here->id, step, true));
    }
    return reached;
}

// Made once for all screens that show the same content.
void speak_spanish(model::State& state) {
    static std::map<const model::Content*, std::vector<model::Locale>> made;
    auto& locales = made[state.content.get()];
    if (locales.empty()) locales = support::locales(state.content, state.practice);
    state.locales = locales;
    state.appearance.language = {"es"};
    model::speak_as_chosen(state);
}

template<class Test>
void on_every_page(Test test) {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : {100, 150, 200})
            for (const auto& shown : every::screens()) {
                auto state = shown.state;
                state.appearance.text_percent = percent;
                if (percent == 150) speak_spanish(state);
                INFO(shown.name, " on ", panel.width, " at ", percent, " %");
                test(support::draw(state, panel));
            }
}

// Stops that are passed before the first answer.
std::size_t before_an_answer(const ui::Tree& tree, bool arrows) {
    const auto answers = [](const ui::Widget* stop) { return stop->role == ui::Role::answer; };
    std::size_t passed = 0;
    const auto* here = ui::first_stop(tree, arrows);
    for (; !answers(here) && passed < tree.widgets.size(); ++passed)
        here = ui::step_from(tree, here->id, arrows ? ui::KeyStep::right : ui::KeyStep::next, arrows);
    return passed;
}

}

TEST_CASE("on every screen Tab alone, Shift-Tab alone and arrows alone reach all that can be tapped, and get away") {
    using namespace key_ways;
    on_every_page([](const ui::Tree& tree) {
        const auto wanted = tappable(tree);
        CHECK(missing(wanted, by_one(tree, ui::KeyStep::next)) == "");
        CHECK(missing(wanted, by_one(tree, ui::KeyStep::previous)) == "");
        CHECK(missing(wanted, by_arrows(tree)) == "");
        for (const auto& widget : tree.widgets) { // there is a way back from each
            if (!ui::is_stop(widget)) continue;
            CHECK(ui::step_from(tree, widget.id, ui::KeyStep::next, false) != nullptr);
            if (widget.caret_bytes.empty()) continue;
            const bool out = ui::step_from(tree, widget.id, ui::KeyStep::down, true) != &widget ||
                             ui::step_from(tree, widget.id, ui::KeyStep::up, true) != &widget;
            CHECK_MESSAGE(out, "arrows are caught in " << widget.id);
        }
    });
}

TEST_CASE("on every screen the ring round the focus stands whole on the panel, and is another for each stop") {
    using namespace key_ways;
    on_every_page([](const ui::Tree& tree) {
        const ui::Rect panel{0, 0, tree.size.w, tree.size.h};
        std::set<std::tuple<float, float, float, float>> rings;
        for (const auto& widget : tree.widgets) {
            if (!ui::is_stop(widget)) continue;
            const auto ring = ui::ring_around(widget, tree.size);
            CHECK_MESSAGE((panel.contains(ring) && ring.w >= 40 && ring.h >= 40), widget.id);
            CHECK_MESSAGE(rings.insert({ring.x, ring.y, ring.w, ring.h}).second, widget.id);
        }
    });
}

TEST_CASE("on every question the first answer is at most two stops away, by Tab and by arrows") {
    using namespace key_ways;
    on_every_page([](const ui::Tree& tree) {
        const bool asks =
            tree.screen.starts_with("question:") && std::ranges::any_of(tree.widgets, [](const auto& widget) {
                return widget.enabled && widget.role == ui::Role::answer;
            });
        if (!asks) return;
        CHECK(before_an_answer(tree, false) <= 2);
        CHECK(before_an_answer(tree, true) <= 2);
    });
}

TEST_CASE("where something is typed keys begin there, and arrows at a key of the keyboard on the screen") {
    using namespace key_ways;
    on_every_page([](const ui::Tree& tree) {
        if (ui::typing_place(tree) == nullptr) return;
        CHECK(ui::first_stop(tree, false)->typing);
        const bool keys = std::ranges::any_of(
            tree.widgets, [](const auto& widget) { return widget.enabled && widget.role == ui::Role::key; });
        if (keys) CHECK(ui::first_stop(tree, true)->role == ui::Role::key);
    });
}

TEST_CASE("Escape leads away from every page, but not from where somebody must decide, nor from the cover") {
    using namespace key_ways;
    const Ids without{"caseload", "cover", "desk", "desk:2", "hand-over", "together", "welcome", "wrong-tries"};
    Ids met;
    on_every_page([&](const ui::Tree& tree) {
        // While something is at work the way back is there, but off.
        if (ui::way_out(tree) != nullptr || tree.find_id("back") != nullptr) return;
        met.insert(tree.screen);
        const bool begins = tree.screen.starts_with("before-you-begin") || tree.screen.starts_with("module:");
        const bool rests = tree.screen.starts_with("rest:");
        const bool agreed = tree.screen == "joint" && tree.find_id("finish") != nullptr;
        const bool ends = tree.screen == "recover:done" || tree.screen == "recover:working" || rests || agreed;
        CHECK_MESSAGE((begins || ends || without.contains(tree.screen)), tree.screen);
    });
    CHECK(met.contains("cover"));
}

TEST_CASE("the ring is drawn in the colour of action, also round the whole of Welcome, in every theme") {
    using namespace key_ways;
    const std::pair<const char*, const char*> places[]{{"welcome", "begin"},
                                                       {"welcome", "read"},
                                                       {"welcome", "language:"},
                                                       {"entry-code", "key:done"},
                                                       {"entry-code", "code"},
                                                       {"names-full", "name"},
                                                       {"cover", "return"},
                                                       {"idle-question", "here"},
                                                       {"question usual", "answer:4"},
                                                       {"question usual", "next"},
                                                       {"question usual", "hide"},
                                                       {"question usual", "trail"},
                                                       {"question stand", "starter:0"},
                                                       {"question ways", "from:3"},
                                                       {"question born", "date:day"},
                                                       {"question years", "number"},
                                                       {"desk", "row:"},
                                                       {"caseload", "case:"},
                                                       {"case, tab 0", "tab:brief"}};
    for (const auto theme : support::themes)
        for (const auto& [name, begins] : places) {
            const auto shown = std::ranges::find(every::screens(), name, &every::Shown::name);
            REQUIRE_MESSAGE(shown != every::screens().end(), name);
            auto state = shown->state;
            if (std::string(name) == "welcome") speak_spanish(state);
            state.appearance.theme = theme;
            const auto still = support::draw(state, support::lying);
            const auto stop = std::ranges::find_if(still.widgets, [&](const auto& widget) {
                return widget.id.starts_with(begins) && ui::is_stop(widget);
            });
            INFO(name, ": ", begins);
            REQUIRE(stop != still.widgets.end());
            const auto& id = stop->id;
            auto view = rehearsal::Offscreen::settled(state);
            view.focus = id;
            view.show_focus = true;
            const auto tree = support::draw(state, support::lying, view);
            support::keep(support::offscreen(support::lying, 100),
                          "ring-" + std::to_string(static_cast<int>(theme)) + "-" + name + "-" + id);
            REQUIRE(tree.focus == id);
            const auto ring = ui::ring_around(*tree.find_id(id), tree.size);
            const float round = std::min(ring.h / 2, 40.0f); // the corners
            const float wide = ring.w - 2 * round;
            const auto color = ui::colors(theme).action;
            for (const float y : {ring.y, ring.bottom() - 4})
                CHECK(kit::pixels_of(color, {ring.x + round, y, wide, 4}) >= static_cast<int>(wide * 4 * 0.9f));
        }
}

TEST_CASE("without keys there is no ring, and one on what is not there is none either") {
    auto state = gallery::a_state();
    state.screen = model::screen::Welcome{};
    auto view = rehearsal::Offscreen::settled(state);
    view.focus = "read";
    CHECK(support::draw(state, support::lying, view).focus.empty());
    view.show_focus = true;
    view.focus = "elsewhere";
    CHECK(support::draw(state, support::lying, view).focus.empty());
}
