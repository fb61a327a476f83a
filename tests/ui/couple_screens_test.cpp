#include "couple_samples.hpp"
#include "support/languages.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include <doctest/doctest.h>

namespace {

using namespace samples;
using namespace model::action;
using enum model::PartStatus;
using model::Partner;

ui::Tree drawn(const Sample& sample, const Couple& couple = usual_couple, support::Panel panel = support::lying,
               int percent = 100) {
    auto state = state_of(couple);
    state.appearance.text_percent = percent;
    sample.set(state);
    return support::draw(state, panel);
}
template<class Screen>
ui::Tree shown(Screen screen, support::Panel panel = support::lying, int percent = 100) {
    return drawn({"", [&](model::State& state) { state.screen = std::move(screen); }}, usual_couple, panel, percent);
}

// What a tap on the widget means; empty when it is not there, off, or means nothing.
template<class A>
const A* means(const ui::Tree& tree, std::string_view id) {
    const auto* widget = tree.find_id(id);
    if (widget == nullptr || !widget->enabled || !widget->action) return nullptr;
    return widget->action->as<A>();
}

std::string described(const ui::Tree& tree) {
    std::string all;
    for (const auto& widget : tree.widgets) {
        all += widget.id + "|" + widget.name + "|" + widget.value + "|";
        for (const float place : {widget.rect.x, widget.rect.y, widget.rect.w, widget.rect.h})
            all += std::to_string(place) + ",";
        all += widget.enabled ? "on" : "off";
        for (const auto color : {widget.ink, widget.paper})
            all += std::to_string(color.r) + "." + std::to_string(color.g) + "." + std::to_string(color.b);
        all += "\n";
    }
    return all;
}

void check_one(const Couple& couple, const Sample& sample, support::Panel panel, model::Appearance appearance) {
    auto state = state_of(couple);
    state.appearance = appearance;
    sample.set(state);
    support::speak(state, appearance.language);
    const auto complaints = support::layout_complaints(
        support::draw(state, panel), {.least_contrast = appearance.theme == model::Theme::high_contrast ? 7.0 : 4.5});
    INFO(sample.name, " at ", appearance.text_percent, " %, theme ", static_cast<int>(appearance.theme), ", language ",
         appearance.language.tag, support::joined(complaints));
    CHECK(complaints.empty());
}

void check_layout(const Couple& couple, support::Panel panel) {
    for (const auto& sample : couple_samples(couple)) {
        for (const int percent : support::text_sizes)
            for (const auto theme : support::themes)
                check_one(couple, sample, panel, {.theme = theme, .text_percent = percent, .reduced_motion = true});
        for (const int percent : support::text_sizes_in_spanish)
            check_one(couple, sample, panel,
                      {.language = model::Language{"es"}, .text_percent = percent, .reduced_motion = true});
    }
}

}

TEST_CASE("every screen around the questions holds on a lying panel, whatever the text size and theme") {
    for (const auto& couple : {usual_couple, long_couple, couple_of_other_scripts, unnamed_couple})
        check_layout(couple, support::lying);
}

TEST_CASE("every screen around the questions holds on a standing panel, whatever the text size and theme") {
    for (const auto& couple : {usual_couple, long_couple, couple_of_other_scripts, unnamed_couple})
        check_layout(couple, support::standing);
}

TEST_CASE("help lines can be reached from every screen, from the same place") {
    for (const auto& sample : couple_samples(usual_couple)) {
        if (sample.name == "help") continue;
        INFO(sample.name);
        CHECK(means<HelpOpened>(drawn(sample), "help") != nullptr);
    }
}

TEST_CASE("the help page is the same wherever it was opened") {
    std::string first, first_with_hide; // a partner's screen can be hidden from here too
    for (const auto& sample : couple_samples(usual_couple)) {
        auto state = state_of(usual_couple);
        sample.set(state);
        state.help_open = true;
        state.locales.clear(); // some samples have two
        state.speech = {};     // what a person chose is no part of where help was opened
        const auto tree = support::draw(state, support::lying);
        const bool hides = model::can_hide(state.screen);
        CHECK((tree.find_id("hide") != nullptr) == hides);
        auto& same = hides ? first_with_hide : first;
        if (same.empty()) same = described(tree);
        INFO(sample.name);
        CHECK(described(tree) == same);
        CHECK(means<HelpClosed>(tree, "close") != nullptr);
        CHECK(tree.says("988"));
    }
}

TEST_CASE("every help line can be reached however many there are") {
    for (const int percent : support::text_sizes) {
        auto state = state_of(usual_couple);
        auto practice = std::make_shared<model::Practice>(*state.practice);
        for (int i = 0; i < 9; ++i)
            practice->help_lines.push_back({"Line " + std::to_string(i), "555-010" + std::to_string(i), "Any hour"});
        state.practice = practice;
        state.appearance.text_percent = percent;
        state.help_open = true;
        std::string all;
        for (std::size_t page = 0; page < practice->help_lines.size(); ++page) {
            state.help_page = page;
            const auto tree = support::draw(state, support::lying);
            INFO(percent, support::joined(support::layout_complaints(tree)));
            CHECK(support::layout_complaints(tree).empty());
            all += described(tree);
            if (!means<PageChosen>(tree, "later")) break;
        }
        for (const auto& line : practice->help_lines)
            CHECK(all.find(line.reach) != std::string::npos);
    }
}

TEST_CASE("a tap anywhere on the welcome screen begins") {
    const auto tree = shown(model::screen::Welcome{});
    const auto* background = tree.at({640, 560});
    REQUIRE(background != nullptr);
    CHECK(background->action->as<BeginTapped>() != nullptr);
    CHECK(means<ReadTapped>(tree, "read"));
    CHECK(means<LookOpened>(tree, "look"));
    CHECK(means<StaffTapped>(tree, "staff"));
    CHECK(tree.says("Welcome."));
}

TEST_CASE("High contrast on the welcome screen switches there and back") {
    auto state = state_of(usual_couple);
    state.usual_appearance.theme = model::Theme::evening;
    const auto theme = [&] { return means<ThemeChosen>(support::draw(state, support::lying), "contrast")->theme; };
    CHECK(theme() == model::Theme::high_contrast);
    state.appearance.theme = model::Theme::high_contrast;
    CHECK(theme() == model::Theme::evening);
    CHECK(support::draw(state, support::lying).find_id("contrast")->chosen);
}

TEST_CASE("a refused code is told in plain words, and without a countdown to clients") {
    CHECK(shown(model::screen::EntryCode{refused(model::Refusal::Why::wrong)})
              .says("That code doesn't match. Please check with the front desk."));
    const auto paused = shown(model::screen::EntryCode{refused(model::Refusal::Why::paused, 5)});
    CHECK(paused.says("Please wait a moment, then try again."));
    CHECK_FALSE(paused.says("second"));
    CHECK_FALSE(paused.find_id("key:1")->enabled);
    CHECK(shown(model::screen::EntryCode{}).find_id("key:1")->enabled);
    CHECK(shown(model::screen::DeskPin{refused(model::Refusal::Why::paused, 5)})
              .says("You can try again in 45 seconds."));
}

TEST_CASE("digits typed into a code are nowhere in the tree") {
    model::SecretEntry entry;
    entry.typed.append("9351");
    for (const auto& tree : {shown(model::screen::EntryCode{entry}), shown(model::screen::DeskPin{entry}),
                             shown(model::screen::Unlock{{{1}, "Dr. Okafor"}, entry})})
        CHECK_FALSE(tree.says("9351"));
}

TEST_CASE("only a part that is not sealed can be chosen, and the joint one when both are") {
    auto tree = shown(model::screen::WhoIsHere{sitting_of(usual_couple, sealed, open)});
    CHECK(means<WhoChosen>(tree, "partner:a") == nullptr);
    REQUIRE(means<WhoChosen>(tree, "partner:b"));
    CHECK(means<WhoChosen>(tree, "partner:b")->partner == Partner::b);
    CHECK(tree.says("Sealed"));
    CHECK(tree.says("Started"));
    CHECK(tree.find_id("joint") == nullptr);
    CHECK(means<WentHome>(tree, "home"));
    CHECK(means<JointChosen>(shown(model::screen::WhoIsHere{sitting_of(usual_couple, sealed, sealed)}), "joint"));
    CHECK(shown(model::screen::WhoIsHere{sitting_of(usual_couple, sealed, sealed, sealed)}).find_id("joint") ==
          nullptr);
    CHECK(shown(model::screen::WhoIsHere{sitting_of(unnamed_couple, not_started, open)}).says("Second partner"));
}

TEST_CASE("the code that leads out of the cover does not say whose it is") {
    model::screen::ReturnCode screen{
        .sitting = sitting_of(usual_couple, open, open), .partner = Partner::a, .code = {}};
    CHECK(shown(screen).says("Maya, enter your own code"));
    screen.from_cover = true;
    const auto tree = shown(screen);
    CHECK_FALSE(tree.says("Maya"));
    CHECK(tree.says("Enter your own code"));
    CHECK(means<BackTapped>(tree, "back"));
    auto other = screen;
    other.partner = Partner::b;
    CHECK(described(shown(other)) == described(tree));
}

TEST_CASE("the cover is the same for everyone, and after a wish too") {
    const auto cover = [](std::optional<Partner> partner, const Couple& couple) {
        return described(shown(model::screen::Cover{.sitting = sitting_of(couple, open, sealed), .partner = partner}));
    };
    const auto first = cover(Partner::a, usual_couple);
    CHECK(cover(Partner::b, usual_couple) == first);
    CHECK(cover(std::nullopt, usual_couple) == first);
    CHECK(cover(Partner::a, long_couple) == first);
    const auto tree = shown(model::screen::Cover{});
    CHECK(means<WishRaised>(tree, "wish"));
    CHECK(means<ReturnTapped>(tree, "return"));
    CHECK(tree.says("This screen is resting."));
    CHECK_FALSE(tree.says(usual_couple.practice));
}

TEST_CASE("before beginning, a partner reads who sees what and how long it takes") {
    auto tree = shown(before(usual_couple, Partner::a, 0));
    for (const auto* words : {"Before you begin, Maya", "Dr. Okafor, your therapist", "sees your answers",
                              "does not see your answers", "sees your progress, never an answer",
                              "You may skip anything", "About ", "Your answers are locked when you finish"}) {
        INFO(words);
        CHECK(tree.says(words));
    }
    CHECK(means<WishRaised>(tree, "wish"));
    CHECK_FALSE(tree.says("Who sees your answers has changed"));
    CHECK_FALSE(means<ReadyTapped>(tree, "ready")); // not before the other page was there
    REQUIRE(means<PageChosen>(tree, "next"));
    tree = shown(before(usual_couple, Partner::a, 1));
    CHECK(means<ReadyTapped>(tree, "ready"));
    CHECK(tree.says("Where privacy ends"));
    CHECK(tree.says("Secrets between partners"));
    const auto noted = shown(before(usual_couple, Partner::b, 0, true, true));
    CHECK(noted.says("The front desk and Dr. Okafor will see this before you meet."));
    CHECK(noted.find_id("wish") == nullptr);
    CHECK(noted.says("Who sees your answers has changed"));
}

TEST_CASE("large text spreads what comes before the beginning over pages and loses none of it") {
    for (const int percent : {125, 150, 175, 200}) {
        std::string all;
        bool ready = false;
        for (std::size_t page = 0; page < 8 && !ready; ++page) {
            const auto tree = shown(before(usual_couple, Partner::a, page), support::lying, percent);
            all += described(tree);
            INFO(percent);
            if (page == 0) CHECK(tree.says("sees your answers"));
            ready = means<ReadyTapped>(tree, "ready") != nullptr;
            CHECK(ready != (means<PageChosen>(tree, "next") != nullptr));
        }
        INFO(percent);
        CHECK(ready);
        for (const auto* words : {"Who will see this", "Jordan", "The front desk", "You may skip anything",
                                  "Where privacy ends", "Secrets between partners", "speak with someone first"})
            CHECK(all.find(words) != std::string::npos);
    }
}

TEST_CASE("names as long as they may be and without a space leave both of them on the screen") {
    auto sitting = sitting_of(usual_couple, not_started, not_started);
    sitting.name_a = sitting.name_b = std::string(60, 'w');
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes) {
            const auto complaints =
                support::layout_complaints(shown(model::screen::WhoIsHere{sitting}, panel, percent));
            CHECK_MESSAGE(complaints.empty(), panel.width, " at ", percent, " %", support::joined(complaints));
        }
}

TEST_CASE("the screen is handed to whoever is missing, in either order") {
    auto tree = shown(model::screen::HandOver{sitting_of(usual_couple, sealed, not_started), Partner::a});
    CHECK(tree.says("Thank you, Maya."));
    CHECK(tree.says("Please pass the screen to Jordan."));
    REQUIRE(means<WhoChosen>(tree, "other"));
    CHECK(means<WhoChosen>(tree, "other")->partner == Partner::b);
    CHECK(means<NotHereYet>(tree, "not-here"));
    tree = shown(model::screen::HandOver{sitting_of(usual_couple, not_started, sealed), Partner::b});
    CHECK(tree.says("Thank you, Jordan."));
    REQUIRE(means<WhoChosen>(tree, "other"));
    CHECK(means<WhoChosen>(tree, "other")->partner == Partner::a);
    CHECK(means<JointChosen>(shown(model::screen::HandOver{sitting_of(usual_couple, sealed, sealed), Partner::b}),
                             "joint"));
    CHECK(means<NextTapped>(
        shown(model::screen::HandOver{sitting_of(usual_couple, sealed, sealed, absent), Partner::b}), "next"));
    CHECK(means<NextTapped>(
        shown(model::screen::HandOver{sitting_of(usual_couple, sealed, absent, absent), Partner::a}), "next"));
}

TEST_CASE("an article can be read to its end by Next at every size, and any page can be asked for") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes) {
            std::string all;
            bool ended = false;
            for (std::size_t page = 0; page < 30 && !ended; ++page) {
                const auto tree =
                    shown(model::screen::Reading{.article = 9, .page = page, .thanks = {}}, panel, percent);
                all += described(tree);
                ended = means<WentHome>(tree, "next") != nullptr;
                CHECK((page == 0 ? means<BackTapped>(tree, "back") != nullptr
                                 : means<PageChosen>(tree, "back") != nullptr));
            }
            INFO(percent);
            CHECK(ended);
            for (const auto* words : {"The pull is a question.", "Ask for one clear thing.", "over weeks."})
                CHECK(all.find(words) != std::string::npos);
            CHECK(means<WentHome>(
                shown(model::screen::Reading{.article = 9, .page = 500, .thanks = {}}, panel, percent), "next"));
            CHECK(means<BackTapped>(
                shown(model::screen::Reading{.article = 500, .page = 0, .thanks = {}}, panel, percent), "back"));
        }
}

TEST_CASE("every article is on some page of the list") {
    for (const int percent : support::text_sizes) {
        std::size_t found = 0;
        for (std::size_t page = 0; page < 12; ++page) {
            const auto tree = shown(model::screen::Articles{.page = page, .thanks = {}}, support::lying, percent);
            for (std::size_t i = 0; i < 11; ++i)
                found += means<ArticleChosen>(tree, "article:" + std::to_string(i)) ? 1 : 0;
            if (!means<PageChosen>(tree, "next")) break;
        }
        CHECK(found == 11);
    }
}

TEST_CASE("text size, colours and motion are chosen on one page") {
    auto state = state_of(usual_couple);
    state.screen = model::screen::Welcome{};
    state.look_open = true;
    const auto tree = support::draw(state, support::lying);
    for (const int percent : support::text_sizes) {
        REQUIRE(means<TextSizeChosen>(tree, "size:" + std::to_string(percent)));
        CHECK(means<TextSizeChosen>(tree, "size:" + std::to_string(percent))->percent == percent);
    }
    CHECK(tree.find_id("size:100")->chosen);
    CHECK(means<ThemeChosen>(tree, "theme:evening")->theme == model::Theme::evening);
    CHECK(means<MotionToggled>(tree, "motion"));
    CHECK(means<LookClosed>(tree, "done"));
}

TEST_CASE("names are asked one at a time, and the partner's may be left out") {
    model::screen::Names names{.seat = {sitting_of(unnamed_couple, not_started, not_started), Partner::a},
                               .own = model::edit_of("Maya", 60, core::Lines::one),
                               .partner = {},
                               .keyboard = {}};
    auto tree = shown(names);
    CHECK(tree.says("What should we call you?"));
    CHECK(tree.find_id("skip") == nullptr);
    CHECK(means<DoneTyping>(tree, "key:done"));
    names.asking_partner = true;
    tree = shown(names);
    CHECK(tree.says("And what is your partner called?"));
    CHECK(means<SkipTapped>(tree, "skip"));
    CHECK(means<BackTapped>(tree, "back"));
}

TEST_CASE("the idle question keeps what was on the screen to itself") {
    auto state = state_of(usual_couple);
    state.screen = before(usual_couple, Partner::a, 0);
    state.idle_asked = true;
    const auto tree = support::draw(state, support::lying);
    CHECK(tree.says("Are you still there?"));
    CHECK_FALSE(tree.says("Maya"));
    CHECK(means<StillHere>(tree, "here"));
    CHECK(means<HideTapped>(tree, "hide"));
}

TEST_CASE("a therapist whose tries are paused is told for how long, and the keys are off") {
    const auto tree = shown(model::screen::Unlock{{{1}, "Dr. Okafor"}, refused(model::Refusal::Why::paused, 5)});
    CHECK(tree.says("Five tries did not match."));
    CHECK(tree.says("You can try again in 45 seconds."));
    CHECK_FALSE(tree.find_id("key:q")->enabled);
    CHECK_FALSE(tree.find_id("show")->enabled);
    const auto open = shown(model::screen::Unlock{{{1}, "Dr. Okafor"}, typed(3)});
    CHECK(means<ShowTapped>(open, "show"));
    CHECK(means<WentHome>(open, "home"));
}

TEST_CASE("staff choose the desk or a therapist at their door") {
    model::screen::StaffDoor door{.therapists = {{{1}, "Dr. Okafor"}, {{2}, "Dr. Lindqvist"}}};
    const auto tree = shown(door);
    CHECK(means<DeskTapped>(tree, "desk"));
    REQUIRE(means<TherapistChosen>(tree, "therapist:1"));
    CHECK(means<TherapistChosen>(tree, "therapist:1")->index == 1);
}
