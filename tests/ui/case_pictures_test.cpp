// The overview and the trend of a couple who filled in the shipped forms.
#include "case_pages.hpp"
#include "model/visit/update.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <set>

using namespace model;
using samples::a_state;
using samples::all_words;
using samples::holds;
using samples::says;

namespace {

screen::Case a_case(CaseTab tab, couple::ACouple made, std::size_t visit = 0) {
    return {.therapist = {{1}, "Dr. Okafor"}, .file = std::move(made.file), .visit = visit, .tab = tab};
}
screen::Case first_visit_in_pictures() {
    return a_case(CaseTab::overview, couple::after_five_visits(), 4);
}
screen::Case trend_of_five() {
    return a_case(CaseTab::trend, couple::after_five_visits());
}

screen::Case with_long_names(screen::Case screen) {
    screen.file.name_a = "Maximiliana-Josefina";
    screen.file.name_b = "Bartholomew-Emmanuel";
    return screen;
}
screen::Case behind(Behind what) {
    auto screen = first_visit_in_pictures();
    screen.behind = std::move(what);
    return screen;
}
// Every form at two visits: all their scales can be followed.
couple::ACouple twice_the_whole() {
    auto made = couple::after_a_first_visit();
    auto again = made.file.visits.front();
    again.sitting = {99};
    again.date += std::chrono::days(400);
    made.file.visits.insert(made.file.visits.begin(), again);
    return made;
}

}

TEST_CASE("the overview holds in every look") {
    auto screen = first_visit_in_pictures();
    holds(screen, "overview");
    holds(with_long_names(screen), "overview with long names");
    screen.dots_toward = Partner::b;
    screen.dots_by_level = true;
    screen.file.visits[4].a.wish = true;
    screen.file.visits[4].b = {.status = PartStatus::open};
    holds(screen, "overview of one partner");
    screen.visit = 0;
    holds(screen, "overview of a short visit");
    screen.file.visits[0].a = screen.file.visits[0].b = {};
    holds(screen, "overview of nobody");
}

TEST_CASE("what stands behind the pictures holds in every look") {
    holds(behind({.module = {"how-i-connect"}, .partner = Partner::b}), "behind a point on the map");
    holds(behind({.module = {"same-side"}, .scale = core::ScaleId{"turning"}}), "behind a bar");
    holds(behind({.module = {"wear"}}), "behind all pairs");
    holds(behind({.module = {"first-bonds"}, .scale = core::ScaleId{"secure-1"}}), "behind a profile");
}

TEST_CASE("the trend holds in every look") {
    auto screen = trend_of_five();
    holds(screen, "trend");
    holds(with_long_names(screen), "trend with long names");
    holds(a_case(CaseTab::trend, couple::after_a_first_visit()), "trend of one visit");
    screen = a_case(CaseTab::trend, twice_the_whole());
    screen.trend = 7;
    holds(screen, "one trend of many");
}

TEST_CASE("the overview shows the map, the bars, the pairs and the people named, and says what the pictures do") {
    for (const int percent : {100, 200}) {
        const auto words = all_words(first_visit_in_pictures(), percent);
        CAPTURE(percent);
        for (const char* part :
             {"How I connect today", "95 % ellipses", "Could be", "Turning to each other", "What wears us down",
              "As each sees it, widest gap first", "Jordan skipped", "Maya with Mom", "Jordan with Uncle Tom",
              "Mixed with fear (disorganized)", "Read Private first."})
            CHECK_MESSAGE(says(words, part), part);
        CHECK_FALSE(says(words, "abuse"));
    }
}

TEST_CASE("a point, a bar and a row open the items behind them, and Back leads to the picture") {
    auto state = a_state(first_visit_in_pictures());
    auto tree = support::draw(state, support::lying);
    const auto* point = tree.find_id("map:how-i-connect::b");
    REQUIRE(point != nullptr);
    REQUIRE(point->action.has_value());
    state = update(std::move(state), *point->action, {}).state;
    REQUIRE(std::get<screen::Case>(state.screen).behind.has_value());
    const auto words = all_words(std::get<screen::Case>(state.screen));
    CHECK(says(words, "Avoidance: 4.9, 95 % range 3.8 to 5.9, 7 of 7 answered"));
    CHECK(says(words, "I let my partner see what is really going on inside me."));
    CHECK(says(words, "(counted in reverse)"));
    CHECK_FALSE(says(words, "Maya\n\n")); // the point is Jordan's alone
    tree = support::draw(state, support::lying);
    const auto* back = tree.find_id("behind:close");
    REQUIRE(back != nullptr);
    state = update(std::move(state), *back->action, {}).state;
    CHECK_FALSE(std::get<screen::Case>(state.screen).behind.has_value());

    CHECK(says(all_words(behind({.module = {"wear"}, .item = core::ItemId{"lack-of-curiosity"}})), "not answered"));
    auto skipped = behind({.module = {"same-side"}, .scale = core::ScaleId{"repair"}});
    skipped.file.visits[4].a.content->answers[{{"same-side"}, {"mean-sorry"}}] = Skipped{};
    skipped.file.visits[4].b.content->answers.erase({{"same-side"}, {"mean-sorry"}});
    const auto both = all_words(skipped);
    CHECK(says(both, "Skipped"));
    CHECK(says(both, "Not reached"));
    CHECK(says(both, "Repair: Not scored (3 of 4 answered)"));
    CHECK(says(both, "A range reaches at least 1.4 to either side. This is borrowed from answers to another form"));
    CHECK(says(both, "It does not say how sure the truth is."));
}

TEST_CASE("each row of the whole list is a target, and the direction and the order can be chosen") {
    auto screen = first_visit_in_pictures();
    screen.pictures = Pictures::gaps;
    auto state = a_state(screen);
    std::set<std::string> rows;
    for (std::size_t page = 0; page < 8; ++page) {
        std::get<screen::Case>(state.screen).page = page;
        for (const auto& widget : support::draw(state, support::lying).widgets)
            if (widget.id.starts_with("pairs:wear:") && !widget.id.starts_with("pairs:wear::")) rows.insert(widget.id);
    }
    CHECK(rows.size() == 15);
    screen.page = 1;
    std::get<screen::Case>(state.screen).page = 1;
    const auto tree = support::draw(state, support::lying);
    for (const char* id : {"toward:a", "toward:b", "order:gap", "order:level"}) {
        CAPTURE(id);
        REQUIRE(tree.find_id(id) != nullptr);
        CHECK(tree.find_id(id)->action.has_value());
    }
    CHECK(tree.find_id("toward:a")->chosen);
    const auto turned = update(a_state(screen), *tree.find_id("toward:b")->action, {}).state;
    CHECK(support::draw(turned, support::lying).find_id("toward:b")->chosen);
}

TEST_CASE("map, alliance and erosion stand on one screen, and in larger letters under tabs of at most eight pages") {
    auto made = couple::after_a_first_visit();
    for (const auto partner : both_partners)
        made.answers(0, partner)[{{"about-us"}, {"consent"}}] = Consented{true};
    const auto screen = a_case(CaseTab::overview, std::move(made));
    for (const auto& language : {Language{}, Language{"es"}}) {
        auto state = a_state(screen);
        support::speak(state, language);
        const auto tree = support::draw(state, support::lying);
        support::keep(support::offscreen(support::lying, 100), "glance-" + language.tag);
        CAPTURE(language.tag);
        for (const char* picture : {"map:how-i-connect:", "bars:", "pairs:wear:"})
            CHECK_MESSAGE(
                std::ranges::any_of(tree.widgets, [&](const auto& widget) { return widget.id.starts_with(picture); }),
                picture);
        CHECK(tree.find_id("pictures") != nullptr); // the way to each alone
        CHECK(tree.find_id("later") == nullptr);
        state.appearance.text_percent = 200;
        std::size_t pages = 0;
        for (const auto kind : {Pictures::map, Pictures::scores, Pictures::gaps}) {
            auto& shown = std::get<screen::Case>(state.screen);
            shown.pictures = kind;
            for (shown.page = 0; shown.page < 20; ++shown.page) {
                ++pages;
                const auto tree_of_page = support::draw(state, support::lying);
                support::keep(support::offscreen(support::lying, 200),
                              "glance-" + language.tag + "-" + std::to_string(pages));
                const auto* later = tree_of_page.find_id("later");
                if (later == nullptr || !later->enabled) break;
            }
        }
        CHECK(pages <= 8);
    }
}

TEST_CASE("answers stand at least six lines a page in the largest letters, and no page of scores is a note alone") {
    auto state = a_state(a_case(CaseTab::answers, couple::after_a_first_visit()));
    state.appearance.text_percent = 200;
    auto& shown = std::get<screen::Case>(state.screen);
    for (; shown.page < 40; ++shown.page) {
        const auto tree = support::draw(state, support::lying);
        const auto* later = tree.find_id("later");
        if (later == nullptr || !later->enabled) break; // the last may have fewer
        std::set<float> lines;
        for (const auto& widget : tree.widgets)
            if (widget.role == ui::Role::text && widget.rect.y > 240)
                for (float y = widget.rect.y; y + 24 < widget.rect.bottom(); y += 48)
                    lines.insert(y);
        CHECK_MESSAGE(lines.size() >= 6, "page ", shown.page + 1, " has ", lines.size());
    }
    shown = a_case(CaseTab::scores, couple::after_a_first_visit());
    for (const int percent : {100, 150, 200}) {
        state.appearance.text_percent = percent;
        for (shown.page = 0; shown.page < 40; ++shown.page) {
            const auto tree = support::draw(state, support::lying);
            support::keep(support::offscreen(support::lying, percent),
                          "scores-" + std::to_string(percent) + "-" + std::to_string(shown.page + 1));
            std::string words;
            for (const auto& widget : tree.widgets)
                if (widget.rect.y > 190) words += widget.name + "\n";
            const auto* later = tree.find_id("later");
            CHECK_MESSAGE((says(words, " of ") && words.size() > 120), percent, " % page ", shown.page + 1, "\n",
                          words);
            if (later == nullptr || !later->enabled) break;
        }
    }
}

TEST_CASE("the trend says how far each went and whether that stands out, and the next score can be chosen") {
    const auto words = all_words(trend_of_five());
    for (const char* part : {"Alliance over 5 visits", "+1.5", "No more than their answers differ from item to item",
                             "−0.5", "Shaded: how answers differ (95 %)", "Jan 7"})
        CHECK_MESSAGE(says(words, part), part);
    CHECK(says(all_words(a_case(CaseTab::trend, couple::after_a_first_visit())), "A trend begins with the second."));
    auto state = a_state(a_case(CaseTab::trend, twice_the_whole()));
    const auto tree = support::draw(state, support::lying);
    const auto* next = tree.find_id("trend:next");
    REQUIRE(next != nullptr);
    CHECK_FALSE(tree.find_id("trend:before")->enabled);
    state = update(std::move(state), *next->action, {}).state;
    CHECK(support::draw(state, support::lying).says("Turning to each other over 2 visits"));
}

TEST_CASE("private answers left in a part by mistake change nothing in the pictures nor behind them") {
    auto full = first_visit_in_pictures();
    const auto plain = all_words(full);
    auto& answers = full.file.visits[4].a.content->answers;
    for (const auto& [id, module] : couple::shipped().modules)
        for (const auto& item : module.items)
            if (item.is_private || module.is_private) {
                answers[{id, item.id}] = Chosen{5};
                if (item.kind == ItemKind::two_way) answers[{id, item.id}] = BothWays{5, 5};
            }
    CHECK(all_words(full) == plain);
    full.behind = Behind{.module = {"wear"}};
    CHECK_FALSE(says(all_words(full), "abuse"));
    full.behind = Behind{.module = {"wear"}, .item = core::ItemId{"verbal-abuse"}};
    CHECK_FALSE(says(all_words(full), "Very often"));
    full.behind = Behind{.module = {"steady"}};
    CHECK_FALSE(says(all_words(full), "Maya\n"));
}
