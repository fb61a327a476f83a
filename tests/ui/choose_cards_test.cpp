// The choice of cards in large letters: a page of contents, the cards by their names, and behind each what it says.
#include "model/case/together.hpp"
#include "opened_case.hpp"
#include "support/languages.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include "together_samples.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <map>

using namespace model;
using samples::cards_on;

namespace {

// Of a first visit, with all that may be offered: both shared each form and each text, and agreed on a mission.
screen::ChooseCards after_a_first_visit() {
    auto made = couple::after_a_first_visit();
    auto& visit = made.file.visits.front();
    for (const auto partner : {Partner::a, Partner::b}) {
        auto& part = *(partner == Partner::a ? visit.a : visit.b).content;
        for (const auto* form : shareable_forms(made.content, visit))
            part.released.insert(whole_form(form->id));
        for (const auto& item : made.form("my-mission").items) {
            part.answers[{{"my-mission"}, item.id}] = Written{"I want us to be kind first."};
            part.released.insert({{"my-mission"}, item.id});
        }
        couple::answer_choices(made.form("same-side"), {{"turning", 6.8}, {"repair", 3.0}}, part.answers);
    }
    visit.joint = {.status = PartStatus::sealed, .content = JointContent{}};
    visit.joint.content->statement = {{{Partner::a, "We are kind first, even when we are tired."}}};
    visit.joint.content->versions = {{visit.date, visit.joint.content->statement}};
    screen::ChooseCards choose{.from = {.therapist = {{1}, "Dr. Okafor"}, .file = made.file, .tab = CaseTab::overview},
                               .offered = together_of(made.content, made.file, 0),
                               .picked = {}};
    return choose;
}

// No more of a kind than couples usually have.
void keep_usual(Together& offered) {
    std::map<CardKind, std::size_t> count;
    std::erase_if(offered.cards, [&](const TogetherCard& card) {
        const auto number = ++count[card.kind];
        return (card.kind == CardKind::talk && number > 9) || (card.kind == CardKind::text && number > 4);
    });
}

State choosing(const std::string& language, int percent, bool everything = false) {
    auto choose = after_a_first_visit();
    if (!everything) keep_usual(choose.offered);
    choose.picked = usual_picks(choose.offered);
    auto state = samples::a_state(choose.from, Theme::day, percent);
    state.screen = std::move(choose);
    support::speak(state, Language{language});
    return state;
}

ui::Tree drawn(State& state, support::Panel panel, std::size_t page) {
    std::get<screen::ChooseCards>(state.screen).page = page;
    auto tree = support::draw(state, panel);
    support::keep(support::offscreen(panel, state.appearance.text_percent),
                  support::picture_name("choose cards", state, panel, page));
    CHECK_MESSAGE(support::layout_complaints(tree).empty(), "page ", page + 1,
                  support::joined(support::layout_complaints(tree)));
    return tree;
}

std::optional<std::size_t> page_behind(const ui::Tree& tree, std::string_view id) {
    const auto* widget = tree.find_id(id);
    const auto* turned =
        widget == nullptr || !widget->enabled || !widget->action ? nullptr : widget->action->as<action::PageChosen>();
    return turned == nullptr ? std::nullopt : std::optional(turned->to);
}

const std::vector<TogetherCard>& cards_of(const State& state) {
    return std::get<screen::ChooseCards>(state.screen).offered.cards;
}

constexpr std::size_t most_pages = 8;

}

TEST_CASE("in large letters all cards of a first visit are turned in at most eight pages, each there once and whole") {
    for (const std::string language : {"", "es"})
        for (const auto panel : {support::lying, support::standing})
            for (const int percent : {150, 200})
                for (const bool everything : {false, true}) {
                    if (everything && percent == 150) continue;
                    auto state = choosing(language, percent, everything);
                    INFO(language, " ", percent, " % on ", panel.width);
                    std::vector<std::size_t> seen;
                    std::size_t pages = 0;
                    for (bool more = true; more && pages < 40; ++pages) {
                        const auto tree = drawn(state, panel, pages);
                        for (const auto card : cards_on(tree))
                            seen.push_back(card);
                        for (const auto& widget : tree.widgets)
                            CHECK_FALSE(widget.name.ends_with("…"));
                        more = page_behind(tree, "later").has_value();
                    }
                    CHECK(pages <= (everything ? most_pages + 2 : most_pages));
                    REQUIRE(seen.size() == cards_of(state).size());
                    for (std::size_t i = 0; i < seen.size(); ++i)
                        CHECK(seen[i] == i);
                }
}

TEST_CASE("behind each row stands what the couple would read and why it is offered, and Back leads to that row") {
    for (const auto panel : {support::lying, support::standing}) {
        auto state = choosing("", 200);
        std::size_t looked_at = 0;
        bool more = true;
        for (std::size_t page = 0; more && page < 2 * most_pages; ++page) {
            const auto list = drawn(state, panel, page);
            more = page_behind(list, "later").has_value();
            for (const auto index : cards_on(list)) {
                const auto to = page_behind(list, "why:" + std::to_string(index));
                if (!to) continue; // all of it stands on the list
                ++looked_at;
                const auto& card = cards_of(state)[index];
                const auto behind = drawn(state, panel, *to);
                INFO(panel.width, " card ", index, " ", card.title);
                CHECK(cards_on(behind) == std::vector{index});
                CHECK(page_behind(behind, "back") == page);
                CHECK(behind.says(card.kind == CardKind::talk ? card.title + ": " + card.words
                                  : card.title.empty()        ? card.words
                                                              : card.title));
                if (card.kind == CardKind::strength) CHECK(behind.says("95 % range"));
                if (card.kind == CardKind::mission) CHECK(behind.says("Both agreed to these words."));
                if (card.kind == CardKind::text) CHECK(behind.says("I want us to be kind first."));
            }
        }
        if (panel.width == support::lying.width) CHECK(looked_at == cards_of(state).size());
    }
}

TEST_CASE(
    "the page of contents says how many cards of each kind are picked, and leads to them and to what was shared") {
    auto state = choosing("", 200);
    const auto contents = drawn(state, support::lying, 0);
    CHECK(contents.says("Choose cards"));
    CHECK(cards_on(contents).empty());
    CHECK_FALSE(page_behind(contents, "earlier"));
    const auto count_of = [&](CardKind kind) { return std::ranges::count(cards_of(state), kind, &TogetherCard::kind); };
    const auto strengths = count_of(CardKind::strength);
    REQUIRE(strengths > 0);
    CHECK(contents.says(std::to_string(std::min<std::ptrdiff_t>(3, strengths)) + " of " + std::to_string(strengths) +
                        " picked"));
    const char* const first_of[] = {"Strengths", "To talk about", "In their own words", "Explanations"};
    for (std::size_t group = 0; group < std::size(first_of); ++group) {
        const auto to = page_behind(contents, "group:" + std::to_string(group + 1));
        INFO(first_of[group]);
        REQUIRE(to);
        CHECK(drawn(state, support::lying, *to).find_name(first_of[group]) != nullptr);
    }
    const auto to = page_behind(contents, "shared");
    REQUIRE(to);
    const auto shared = drawn(state, support::lying, *to);
    CHECK(shared.says("Maya shared: "));
    CHECK(shared.says("Jordan shared: "));
    CHECK(page_behind(shared, "back") == 0);
    auto small = choosing("", 100);
    CHECK(drawn(small, support::lying, 0).find_id("group:1") == nullptr);
}
