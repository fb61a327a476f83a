// What stands above every screen of a couple's: how it all looks, the other language, how far one is.
#include "every_screen.hpp"
#include "model/visit/waiting.hpp"
#include "support/languages.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include "ui/kit/theme.hpp"
#include <doctest/doctest.h>

namespace {

bool is_open(const model::State& state) {
    return !state.help_open && !state.idle_asked && !state.look_open && !state.speech_open;
}

}

TEST_CASE("text size, colors and language are one tap away on every screen of a partner, at every text size") {
    for (const auto& shown : every::screens()) {
        const bool welcome = std::holds_alternative<model::screen::Welcome>(shown.state.screen);
        if (!model::may_change_look(shown.state.screen) || !is_open(shown.state)) continue;
        for (const auto panel : {support::lying, support::standing})
            for (const int percent : {100, 200}) {
                auto state = shown.state;
                state.appearance.text_percent = percent;
                support::speak(state, model::Language{"es"});
                const auto tree = support::draw(state, panel);
                INFO(shown.name, " on ", panel.width, " at ", percent, " %");
                const auto* look = tree.find_id("look");
                REQUIRE(look != nullptr);
                REQUIRE(look->action);
                CHECK(look->action->as<model::action::LookOpened>() != nullptr);
                CHECK(look->rect.h >= 48);
                if (welcome) continue;
                CHECK(tree.find_id("language") != nullptr);
                if (std::holds_alternative<model::screen::Question>(shown.state.screen))
                    CHECK(tree.find_id("trail") != nullptr);
            }
    }
}

TEST_CASE("the seven of a question keep one column in their order at 200 %, and no number to call is broken") {
    for (const auto panel : {support::lying, support::standing}) {
        auto state = asking::state_with(asking::question("usual"));
        state.appearance.text_percent = 200;
        const auto tree = support::draw(state, panel);
        float y = 0, x = -1;
        for (int value = 1; value <= 7; ++value) {
            const auto* one = tree.find_id("answer:" + std::to_string(value));
            REQUIRE(one != nullptr);
            CHECK(one->rect.y > y);
            if (x >= 0) CHECK(one->rect.x == x);
            y = one->rect.y;
            x = one->rect.x;
        }
    }
}

TEST_CASE("what staff see outside a case has the other language beside Help, in the largest letters too") {
    using namespace model::screen;
    for (const auto& shown : every::screens()) {
        const auto& screen = shown.state.screen;
        const auto* list = std::get_if<Caseload>(&screen);
        const bool asked = std::holds_alternative<StaffDoor>(screen) || std::holds_alternative<DeskPin>(screen) ||
                           std::holds_alternative<Desk>(screen) || std::holds_alternative<NewSitting>(screen) ||
                           std::holds_alternative<Unlock>(screen) || std::holds_alternative<TogetherView>(screen) ||
                           (list != nullptr && !list->typing);
        if (!asked || !is_open(shown.state)) continue;
        for (const auto panel : {support::lying, support::standing}) {
            // Standing, the two ways that lead out of it take the whole row; Help has the language.
            if (std::holds_alternative<Unlock>(screen) && panel.width == support::standing.width) continue;
            auto state = shown.state;
            state.appearance.text_percent = 200;
            support::speak(state, model::Language{"es"});
            CHECK_MESSAGE(support::draw(state, panel).find_id("language") != nullptr, shown.name, " on ", panel.width);
        }
    }
}

TEST_CASE("whose a chosen button is can be seen on it, in every theme") {
    for (const auto theme : support::themes) {
        auto state = asking::state_with(asking::question("usual"));
        state.appearance.theme = theme;
        support::offscreen(support::lying, 100).draw_with(state, {}, [&](ui::Page& page) {
            for (const auto partner : model::both_partners) {
                CHECK(ui::contrast(page.mark_color(partner, true), page.color.chosen) >= 3);
                CHECK(ui::contrast(page.mark_color(partner, false), page.color.surface) >= 3);
            }
        });
    }
}
