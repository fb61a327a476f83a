#include "model/visit/update.hpp"
#include "support/languages.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include "together_samples.hpp"
#include <algorithm>
#include <doctest/doctest.h>

using namespace model;
using samples::a_view;
using samples::cards_on;
using samples::with_articles;

namespace {

template<class Action>
const Action* action_of(const ui::Tree& tree, std::string_view id) {
    const auto* widget = tree.find_id(id);
    return widget == nullptr || !widget->enabled || !widget->action ? nullptr : widget->action->as<Action>();
}

bool goes_on(const ui::Tree& tree) {
    return action_of<action::PageChosen>(tree, "later") != nullptr ||
           action_of<action::PageChosen>(tree, "next") != nullptr;
}

// Each page of it; what a page breaks is a failure.
std::size_t check_pages(State state, support::Panel panel, const std::string& name) {
    std::size_t pages = 0;
    for (bool more = true; more && pages < 120; ++pages) {
        std::visit(
            [&](auto& shown) {
                if constexpr (requires { shown.page; }) shown.page = pages;
            },
            state.screen);
        const auto tree = support::draw(state, panel);
        const auto complaints = support::layout_complaints(
            tree, {.least_contrast = state.appearance.theme == Theme::high_contrast ? 7.0 : 4.5});
        CHECK_MESSAGE(complaints.empty(), name, " ", panel.width, " ", state.appearance.text_percent, " % language ",
                      state.appearance.language.tag, " page ", pages + 1, support::joined(complaints));
        more = goes_on(tree) && state.appearance.theme == Theme::day && complaints.empty();
    }
    CHECK_MESSAGE(pages < 120, name, " turns its pages without end");
    return pages;
}

void check_layout(const Screen& screen, const std::string& name) {
    for (const auto panel : {support::lying, support::standing}) {
        for (const int percent : support::text_sizes)
            for (const auto theme : support::themes) {
                auto state = with_articles(screen, theme, percent);
                support::speak(state, Language{});
                check_pages(std::move(state), panel, name);
            }
        for (const int percent : support::text_sizes_in_spanish) {
            auto state = with_articles(screen, Theme::day, percent);
            support::speak(state, Language{"es"});
            check_pages(std::move(state), panel, name + " in Spanish");
        }
    }
}

screen::ChooseCards a_choice(Together offered, bool long_names = false) {
    screen::ChooseCards choose{
        .from = samples::an_open_case(
            CaseTab::scores, long_names ? samples::a_case(samples::long_name, samples::long_name) : samples::a_case()),
        .offered = std::move(offered),
        .picked = {}};
    choose.picked = usual_picks(choose.offered);
    return choose;
}

}

TEST_CASE("the couple's view holds in every look") {
    check_layout(a_view(samples::everything()), "together");
    check_layout(a_view(samples::the_longest()), "together, as long as can be");
    check_layout(a_view(samples::together(1, 1)), "one of each");
    check_layout(a_view(samples::together(0, 2)), "talking cards alone");
    check_layout(a_view(samples::together(4, 0)), "strengths alone");
    check_layout(a_view(samples::together(2, 5)), "five talking cards");
    auto unnamed = samples::together();
    unnamed.name_a = unnamed.name_b = "";
    check_layout(a_view(unnamed), "without names");
}

TEST_CASE("a card alone holds in every look") {
    const auto usual = samples::everything(), longest = samples::the_longest();
    for (const auto kind : {CardKind::talk, CardKind::text, CardKind::article})
        for (const auto& together : {usual, longest}) {
            const auto found = std::ranges::find(together.cards, kind, &TogetherCard::kind);
            REQUIRE(found != together.cards.end());
            check_layout(a_view(together, static_cast<std::size_t>(found - together.cards.begin())),
                         "card alone: " + found->title);
        }
}

TEST_CASE("choosing the cards and ending the view hold in every look") {
    check_layout(a_choice(samples::everything()), "choose");
    check_layout(a_choice(samples::the_longest(), true), "choose from much");
    check_layout(a_choice({}), "nothing to choose");
    screen::EndTogether end{.from = a_view(samples::everything()), .passphrase = samples::typed(9), .problem = {}};
    check_layout(end, "end");
    end.from.therapist.name = samples::long_couple.therapist;
    for (const auto why : {Refusal::Why::wrong, Refusal::Why::paused}) {
        end.passphrase = samples::refused(why, 5);
        check_layout(end, "end refused");
    }
    end.passphrase = samples::typed(9);
    end.passphrase.working = true;
    check_layout(end, "opening");
    end.passphrase.working = false;
    end.problem =
        core::message("error.tampered", "A record was changed outside this kiosk. Nothing was deleted. Please "
                                        "call the technician.");
    check_layout(end, "end with trouble");
}

TEST_CASE("strengths and talking cards share a page, and from 125 % have one each; standing they stack") {
    const auto first = [](int percent, support::Panel panel) {
        return support::draw(with_articles(a_view(samples::together()), Theme::day, percent), panel);
    };
    for (const auto panel : {support::lying, support::standing}) {
        const auto tree = first(100, panel);
        CHECK(tree.says("What is holding you"));
        CHECK(tree.says("Three things to talk about"));
        CHECK(cards_on(tree).size() == 3);
        CHECK_FALSE(goes_on(tree));
        CHECK(tree.says("only what each of you released"));
    }
    const auto lying = first(100, support::lying), standing = first(100, support::standing);
    CHECK(lying.find_id("card:3")->rect.y == lying.find_id("card:4")->rect.y);
    CHECK(standing.find_id("card:3")->rect.y < standing.find_id("card:4")->rect.y);
    CHECK(lying.says("Private view is closed"));
    for (const int percent : {125, 150, 175, 200}) {
        const auto tree = first(percent, support::lying);
        CHECK(tree.says("You both want home to feel kind."));
        CHECK_FALSE(tree.says("Three things"));
        CHECK(goes_on(tree));
    }
}

TEST_CASE("every picked card stands on exactly one page, and each that can be opened is opened by a tap") {
    for (const auto& together : {samples::everything(), samples::the_longest()})
        for (const auto panel : {support::lying, support::standing})
            for (const int percent : support::text_sizes) {
                auto view = a_view(together);
                std::vector<std::size_t> seen, wanted;
                for (std::size_t i = 0; i < together.cards.size(); ++i)
                    if (const auto kind = together.cards[i].kind;
                        kind != CardKind::strength && kind != CardKind::mission)
                        wanted.push_back(i);
                for (bool more = true; more && view.page < 60; ++view.page) {
                    const auto tree = support::draw(with_articles(view, Theme::day, percent), panel);
                    for (const auto index : cards_on(tree))
                        seen.push_back(index);
                    more = goes_on(tree);
                }
                std::ranges::sort(seen);
                CHECK(seen == wanted);
            }
}

TEST_CASE("words say who wrote them, and a card about both looks like one that any couple is shown") {
    const auto appearance = [](bool of_both) {
        auto together = samples::together(0, 2);
        for (auto& card : together.cards)
            card.by_a = card.by_b = of_both;
        const auto tree = support::draw(with_articles(a_view(together)), support::lying);
        CHECK_FALSE(tree.says("Released"));
        return support::offscreen(support::lying, 100).image().rgba;
    };
    CHECK(appearance(true) == appearance(false));
    auto texts = samples::everything();
    std::erase_if(texts.cards, [](const auto& card) { return card.kind != CardKind::text; });
    REQUIRE_FALSE(texts.cards.empty());
    CHECK(support::draw(with_articles(a_view(texts)), support::lying).says("Released by"));
}

TEST_CASE("an explanation does not say whom it fits") {
    const auto appearance = [](bool fits) {
        auto together = samples::everything();
        for (auto& card : together.cards)
            if (card.kind == CardKind::article) card.by_a = card.by_b = fits;
        std::erase_if(together.cards, [](const auto& card) { return card.kind != CardKind::article; });
        support::draw(with_articles(a_view(together)), support::lying);
        return support::offscreen(support::lying, 100).image().rgba;
    };
    CHECK(appearance(true) == appearance(false));
}

TEST_CASE("nothing turns the screen while no card is picked, and a card is picked or left out by a tap") {
    auto choose = a_choice(samples::everything());
    CHECK(choose.picked.size() == 7);
    auto state = with_articles(choose);
    CHECK(action_of<action::Confirmed>(support::draw(state, support::lying), "turn") != nullptr);
    for (const auto index : choose.picked)
        state = update(state, action::CardTapped{index}, {}).state;
    const auto tree = support::draw(state, support::lying);
    CHECK(action_of<action::Confirmed>(tree, "turn") == nullptr);
    REQUIRE(tree.find_id("pick:0") != nullptr);
    CHECK(tree.find_id("pick:0")->value == "off");
    state = update(state, *action_of<action::CardTapped>(tree, "pick:0"), {}).state;
    CHECK(support::draw(state, support::lying).find_id("pick:0")->value == "on");
    CHECK(tree.says("Therapist view - not for sharing"));
}

TEST_CASE("the couple's view has one way out, and it asks for the passphrase") {
    const State view = with_articles(a_view(samples::everything()));
    const auto tree = support::draw(view, support::lying);
    CHECK(tree.find_id("back") == nullptr);
    CHECK(tree.find_id("lock") == nullptr);
    REQUIRE(action_of<action::EndTapped>(tree, "end") != nullptr);
    const auto end = update(view, action::EndTapped{}, {}).state;
    REQUIRE(std::holds_alternative<screen::EndTogether>(end.screen));
    const auto asked = support::draw(end, support::lying);
    CHECK(asked.says("Enter your passphrase to go back to your own view."));
    const auto* cancel = action_of<action::BackTapped>(asked, "back");
    REQUIRE(cancel != nullptr);
    CHECK(std::holds_alternative<screen::TogetherView>(update(end, *cancel, {}).state.screen));
}
