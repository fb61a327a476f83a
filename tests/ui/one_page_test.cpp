#include "every_screen.hpp"
#include "support/languages.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include <doctest/doctest.h>

TEST_CASE("three help lines stand on one page at every text size") {
    for (const int percent : support::text_sizes) {
        auto state = samples::state_of(samples::usual_couple);
        auto practice = *state.practice;
        practice.help_lines = {
            {"Emergency", "Call 911", "If somebody is in danger now"},
            {"988 Suicide and Crisis Lifeline", "Call or text 988", "Any hour, free"},
            {"National Domestic Violence Hotline", "Call 1-800-799-7233",
             "Any hour, free. Text START to 88788. TTY 1-800-787-3224. Use a phone your partner does not check."}};
        state.practice = std::make_shared<const model::Practice>(practice);
        state.appearance.text_percent = percent;
        state.help_open = true;
        const auto tree = support::draw(state, support::lying);
        INFO(percent, support::joined(support::layout_complaints(tree)));
        CHECK(support::layout_complaints(tree).empty());
        CHECK(tree.find_id("later") == nullptr);
        CHECK(tree.says("1-800-799-7233"));
    }
}

TEST_CASE("a form that begins with two notices shows both at once where there is room") {
    auto state = asking::state_with(model::screen::Welcome{});
    state.content = std::make_shared<const model::Content>(couple::shipped());
    const auto& modules = state.content->packets.front().modules;
    auto session = asking::session();
    session.seat.sitting.packet = state.content->packets.front().id;
    session.content = {};
    const auto wear = std::ranges::find(modules, core::ModuleId{"wear"}) - modules.begin();
    state.screen = model::screen::ModuleIntro{.session = std::move(session), .module = static_cast<std::size_t>(wear)};
    const auto tree = support::draw(state, support::lying);
    CHECK(tree.says("Some of these may be hard to think about."));
    CHECK(tree.says("The law sets a few limits."));
    CHECK(tree.find_id("later") == nullptr);
}

TEST_CASE("a form that must be read first begins after its last page, whatever the text size") {
    auto state = asking::state_with(model::screen::Welcome{});
    state.content = std::make_shared<const model::Content>(couple::shipped());
    const auto& modules = state.content->packets.front().modules;
    for (const char* form : {"wear", "steady"})
        for (const int percent : support::text_sizes)
            for (std::size_t page = 0, last = 1; page < last; ++page) {
                auto session = asking::session();
                session.seat.sitting.packet = state.content->packets.front().id;
                session.content = {};
                const auto module = std::ranges::find(modules, core::ModuleId{form}) - modules.begin();
                REQUIRE(module < std::ssize(modules));
                state.appearance.text_percent = percent;
                state.screen = model::screen::ModuleIntro{
                    .session = std::move(session), .module = static_cast<std::size_t>(module), .page = page};
                const auto tree = support::draw(state, support::lying);
                INFO(form, " at ", percent, " %, page ", page + 1, support::joined(support::layout_complaints(tree)));
                CHECK(support::layout_complaints(tree).empty());
                const auto* next = tree.find_id("next");
                CHECK((next == nullptr) != (tree.find_id("begin") == nullptr));
                if (next != nullptr) last = page + 2;
                if (percent == 200 && page == 0) CHECK(next != nullptr);
                REQUIRE(last < 20);
            }
}

TEST_CASE("where its picture makes way, the welcome page asks for a tap in one line") {
    auto state = samples::state_of(samples::usual_couple);
    state.screen = model::screen::Welcome{};
    for (const int percent : {175, 200}) {
        state.appearance.text_percent = percent;
        const auto tree = support::draw(state, support::lying);
        const auto words = std::ranges::find_if(tree.widgets, [](const ui::Widget& widget) {
            return widget.role == ui::Role::text && widget.name == "Tap anywhere to begin.";
        });
        REQUIRE(words != tree.widgets.end());
        CHECK(words->rect.h < 2 * words->text_px);
    }
}

namespace {

ui::Tree first_of_what_wears_down(support::Panel panel, int percent, const model::Language& language) {
    auto state = asking::state_with(model::screen::Welcome{});
    state.content = std::make_shared<const model::Content>(couple::shipped());
    const auto& packet = state.content->packets.front();
    const auto wear = std::ranges::find(packet.modules, core::ModuleId{"wear"}) - packet.modules.begin();
    auto session = asking::session();
    session.seat.sitting.packet = packet.id;
    session.content = {};
    state.appearance.text_percent = percent;
    state.screen =
        model::screen::Question{.session = std::move(session), .module = static_cast<std::size_t>(wear), .item = 0};
    support::speak(state, language);
    return support::draw(state, panel);
}

}

TEST_CASE("all that can be said to one direction stands with its question, in large text too") {
    for (const auto& language : {model::Language{}, model::Language{"es"}})
        for (const auto panel : {support::lying, support::standing})
            for (const int percent : {150, 175, 200}) {
                const auto tree = first_of_what_wears_down(panel, percent, language);
                INFO(language.tag, " ", percent, support::joined(support::layout_complaints(tree)));
                CHECK(support::layout_complaints(tree).empty());
                CHECK(tree.find_id("toward:5") != nullptr);
                CHECK(tree.find_id("later") == nullptr);
            }
}
